import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWeights } from "../../../weights/parameters.ts";
import { readSafetensors } from "../../../weights/safetensors.ts";

const root = new URL("../../../", import.meta.url);
const good = readFileSync(new URL("weights/mnist-classifier.safetensors", root));
const headerBytes = Number(good.readBigUInt64LE(0));
const header = JSON.parse(good.subarray(8, 8 + headerBytes).toString());
const data = good.subarray(8 + headerBytes);

/** The weights with another header, or with other data. */
function changed(change: (copy: typeof header) => unknown, bytes: Uint8Array = data): ArrayBuffer {
  const copy = structuredClone(header);
  const json = Buffer.from(JSON.stringify(change(copy) === null ? null : copy));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return new Uint8Array(Buffer.concat([length, json, bytes])).buffer;
}

const faults: [string, ArrayBuffer, RegExp][] = [
  ["an empty file", new ArrayBuffer(0), /0 bytes are too few/],
  ["a header that is not JSON", new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 65]).buffer, /not JSON/],
  ["a header past the end", new Uint8Array(8).fill(1).buffer, /a header of/],
  [
    "a missing tensor",
    changed((h) => delete h["fc2.bias"], data.subarray(0, -40)),
    /fc2.bias is missing/,
  ],
  [
    "an unknown tensor",
    changed((h) => Object.assign(h, { toString: h["fc2.bias"] }), data),
    /toString/,
  ],
  [
    "a wrong shape",
    changed((h) => h["fc1.weight"].shape.reverse()),
    /\[96, 32\], expected F32 \[32/,
  ],
  [
    "a wrong dtype",
    changed((h) => Object.assign(h["fc1.bias"], { dtype: "F16" })),
    /fc1.bias is F16/,
  ],
  ["a tensor cut short", changed(() => {}, data.subarray(0, -4)), /fc2.bias lies at bytes/],
  [
    "overlapping tensors",
    changed((h) => h["fc1.bias"].data_offsets[0]--),
    /fc1.bias lies at bytes/,
  ],
  ["a tensor of too few bytes", changed(shortened, data.subarray(0, -4)), /36 bytes, expected 40/],
  [
    "bytes behind the tensors",
    changed(() => {}, Buffer.concat([data, data])),
    /the tensors end at/,
  ],
  ["a header that is not an object", changed(() => null), /not an object/],
  ["an entry that is null", changed((h) => Object.assign(h, { x: null })), /x has no dtype/],
  ["no metadata", changed((h) => Object.assign(h, { __metadata__: null })), /no id/],
  ["an entry without a shape", changed((h) => delete h["fc1.bias"].shape), /fc1.bias has no dtype/],
  ["an infinite value", changed(() => {}, infinite()), /conv1.weight has a value that is not fin/],
  ["no description", changed((h) => delete h.__metadata__.description), /no description/],
];

function shortened(copy: typeof header): void {
  copy["fc2.bias"].data_offsets[1] -= 4;
}

function infinite(): Uint8Array {
  const copy = Buffer.from(data);
  copy.writeFloatLE(Number.POSITIVE_INFINITY, header["conv1.weight"].data_offsets[0]);
  return copy;
}

describe("readWeights", () => {
  it("reads the project's own, by PyTorch's names", () => {
    const { metadata, parameters } = readWeights(changed(() => {}));
    expect(metadata.id).toBe("mnist-classifier");
    const counts = Object.values(parameters).map((values) => values.length);
    expect(counts.reduce((total, count) => total + count)).toBe(3792);
  });

  it.each(faults)("refuses %s", (_, file, message) => {
    expect(() => readWeights(file)).toThrow(message);
  });
});

describe("readSafetensors", () => {
  it("gives every tensor its dtype, shape and bytes", () => {
    const { tensors } = readSafetensors(changed(() => {}));
    const [from, to] = header["fc1.bias"].data_offsets;
    expect(tensors.get("fc1.bias")).toEqual({
      dtype: "F32",
      shape: [32],
      data: new Uint8Array(data.subarray(from, to)),
    });
  });
});
