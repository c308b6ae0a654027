import { PIXELS } from "../../classifier/kernels.ts";
import { InputError } from "../../errors/InputError.ts";
import { isImage } from "../../image/decodeImage.ts";
import { INPUT, type InferRequest } from "./inferRequest.ts";

/** Bytes of an image in FP32. */
const IMAGE_BYTES = PIXELS * Float32Array.BYTES_PER_ELEMENT;

/**
 * The request that a body without any JSON stands for: an image file, or the FP32 of as many images
 * as there are. The answer is in binary, too.
 *
 * @see https://github.com/triton-inference-server/server/blob/main/docs/protocol/extension_binary_data.md#raw-binary-request
 * @throws InputError 400 where it is neither
 */
export function rawRequest(body: Uint8Array): InferRequest {
  const count = body.length / IMAGE_BYTES;
  const { name } = INPUT;
  const parameters = { binary_data_output: true };
  if (isImage(body)) return { parameters, inputs: [{ name, datatype: "BYTES", shape: [1] }] };
  if (count >= 1 && Number.isInteger(count)) {
    return { parameters, inputs: [{ name, datatype: "FP32", shape: [count, 784] }] };
  }
  throw new InputError(
    400,
    `A body without JSON is an image, or FP32 of ${IMAGE_BYTES} bytes an image; this one has ` +
      `${body.length} bytes.`,
  );
}
