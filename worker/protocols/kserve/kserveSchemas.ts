import * as v from "valibot";

const b64 = v.pipe(
  v.object({ b64: v.string() }),
  v.transform(({ b64 }) => b64),
);

/** An image file's base64, under the names that TensorFlow's and KServe's examples use. */
const imageFile = v.union([
  b64,
  v.pipe(
    v.object({ image: b64 }),
    v.transform(({ image }) => image),
  ),
  v.pipe(
    v.object({ image_bytes: b64 }),
    v.transform(({ image_bytes }) => image_bytes),
  ),
  v.pipe(
    v.object({ data: v.string() }),
    v.transform(({ data }) => data),
  ),
]);

/** An instance: an image file, or an image's numbers, in nested arrays or a flat one. */
const instance = v.union(
  // The numbers are looked at later, all at once.
  [v.custom<unknown[]>(Array.isArray), imageFile],
  '28 × 28 numbers, or an image file in base64: { "b64": … }',
);

const instances = v.pipe(v.array(instance), v.minLength(1, "one image or more"));

/** A request of KServe's first protocol, under either name, as its own server takes it. */
export const predictRequest = v.object({
  instances: v.optional(instances),
  inputs: v.optional(instances),
});

/** The base64 of a file, or numbers. */
export type Instance = v.InferOutput<typeof instance>;
