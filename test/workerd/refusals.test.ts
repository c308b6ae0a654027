import { afterEach, describe, expect, it } from "vitest";
import { defaultLimits } from "../../worker/limits.ts";
import { sample } from "./samples.ts";
import { form, predict, request } from "./service.ts";

const png = { "Content-Type": "image/png" };
const tooLarge = new Uint8Array(defaultLimits.maxBodyBytes + 1);
const seven = sample("7.png");
const thin = sample("4-thin-dark-on-light.png");

/** What is sent, and the answer: its status and a word of its message. */
const refusals: [string, () => Promise<Response>, number, RegExp][] = [
  ["an empty body", () => predict("", png), 400, /empty/],
  ["text as a PNG", () => predict("seven", png), 400, /not a PNG/],
  ["a PNG cut in half", () => predict(seven.slice(0, 99), png), 400, /longer than the file/],
  ["no image part", () => predict(form([["picture", seven]])), 400, /part `file`/],
  ["an image as text", () => predict(form([["file", "7"]])), 400, /is no file/],
  ["no multipart body", () => predict("x", { "Content-Type": "multipart/form-data" }), 400, /malf/],
  [
    "a broken part",
    () => predict("--b\r\n", { "Content-Type": "multipart/form-data; boundary=b" }),
    400,
    /malformed/,
  ],
  ["17 images", () => predict(form(Array(17).fill(["file", seven]))), 400, /17 images; 16/],
  [
    "one bad image of two",
    () =>
      predict(
        form([
          ["file", seven],
          ["file", new Uint8Array(9)],
        ]),
      ),
    400,
    /^Image 2 of 2: The image is not a PNG/,
  ],
  [
    "too many pixels together",
    () => predict(form(Array(7).fill(["file", thin]))),
    413,
    /^Image 7 of 7: .*400×400, 160000/,
  ],
  ["a body over the limit", () => predict(tooLarge, png), 413, /4194304/],
  ["a stream over the limit", () => predict(endless(), png), 413, /4194304/],
  ["an image over the limit", () => predict(withWidth(seven, 100_000), png), 413, /Scale it down/],
  [
    "curl's --data-binary",
    () => predict(seven, { "Content-Type": "application/x-www-form-urlencoded" }),
    415,
    /-H 'Content-Type: image\/png'/,
  ],
  ["JSON", () => predict("{}", { "Content-Type": "application/json" }), 415, /no image/],
  ["GET", () => request("/model/predict"), 405, /takes POST/],
  ["an unknown path", () => request("/model/nothing"), 404, /POST \/model\/predict/],
];

describe("The service", () => {
  // Whatever was sent, the next request is served.
  afterEach(async () => {
    expect(await (await predict(seven)).json()).toMatchObject({ predictions: [{ prediction: 7 }] });
  });

  it.each(refusals)("refuses %s", async (_, send, status, message) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });

  it("says in Allow what a path takes", async () => {
    expect((await request("/model/predict")).headers.get("allow")).toBe("POST");
    const metadata = await request("/model/metadata", { method: "DELETE" });
    expect(metadata.headers.get("allow")).toBe("GET, HEAD");
  });
});

/** A body of unknown length that goes on until nobody reads it. */
function endless(): ReadableStream {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65536)) });
}

/** The file with another width, and the CRC that belongs to it. */
function withWidth(file: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(file);
  const view = new DataView(copy.buffer);
  view.setUint32(16, width);
  let crc = 0xffffffff;
  for (const byte of copy.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  view.setUint32(29, ~crc);
  return copy;
}
