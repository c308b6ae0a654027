import { deflateSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { defaultLimits } from "../../worker/limits.ts";
import { assemble, chunk, headerData } from "../unit/image/writePng.ts";
import { expectSeven, post, seven } from "./known.ts";

const png = { "Content-Type": "image/png" };
const { maxBodyBytes, maxParts } = defaultLimits;

/** A multipart body, its parts given by name and content. */
function form(...parts: [name: string, content: Uint8Array<ArrayBuffer> | string][]): FormData {
  const body = new FormData();
  for (const [name, content] of parts) {
    body.append(name, typeof content === "string" ? content : new File([content], "7.png"));
  }
  return body;
}

/** A file's beginning under a PNG's label. */
const labelled = (start: string) => () => post(Buffer.from(start.padEnd(500, "."), "latin1"), png);

const many = (count: number, name: string) =>
  form(...Array.from({ length: count }, (): [string, string] => [name, "x"]), ["file", seven]);

const multipart =
  (body: string, type = "multipart/form-data; boundary=b") =>
  () =>
    post(body, { "Content-Type": type });

const FILE = 'Content-Disposition: form-data; name="file"';

/** A grey image, all black. */
function black(width: number, height: number) {
  return new Uint8Array(
    assemble([
      chunk("IHDR", headerData({ width, height, depth: 8, colourType: 0 })),
      chunk("IDAT", deflateSync(Buffer.alloc((1 + width) * height))),
      chunk("IEND", []),
    ]),
  );
}

const large = black(1000, 1048);

const refused: [name: string, send: () => Promise<Response>, status: number, message: RegExp][] = [
  ["a JPEG labelled PNG", labelled("\xff\xd8\xff\xe0\0\x10JFIF"), 400, /not a PNG/],
  ["a GIF labelled PNG", labelled("GIF89a"), 400, /not a PNG/],
  ["a WebP labelled PNG", labelled("RIFF\0\0\0\0WEBPVP8 "), 400, /not a PNG/],
  ["text labelled PNG", labelled("seven"), 400, /not a PNG/],
  ["an empty file", () => post(form(["file", new Uint8Array()])), 400, /empty: 0 bytes/],
  ["no part", multipart("--b--"), 400, /no image/],
  ["no image part", () => post(form(["picture", seven])), 400, /part `file`/],
  ["a file's name in place of the file", () => post(form(["file", "7.png"])), 400, /with the @/],
  ["no boundary", multipart("x", "multipart/form-data"), 400, /no boundary/],
  ["a boundary that does not come", multipart("x"), 400, /closing boundary is missing/],
  ["a part cut short", multipart(`--b\r\n${FILE}\r\n\r\nabc`), 400, /closing boundary/],
  ["headers without an end", multipart(`--b\r\n${FILE}`), 400, /blank line/],
  ["600,000 header lines", multipart(`--b\r\n${"a:b\r\n".repeat(6e5)}`), 400, /8192 bytes/],
  ["a part without a name", multipart("--b\r\nx: y\r\n\r\n1\r\n--b--"), 400, /with a name/],
  ["1,000 parts", () => post(many(1000, "note")), 400, /over 64 parts/],
  ["one part too many", () => post(many(maxParts, "note")), 400, /over 64 parts/],
  [
    "one bad image of two",
    () => post(form(["file", seven], ["image", large.slice(0, 99)])),
    400,
    /^Image 2 of 2: /,
  ],
  [
    "too many pixels together",
    () => post(form(["file", seven], ["file", large])),
    413,
    /^Image 2 of 2: .*1048000/,
  ],
  ["an image too wide", () => post(black(4097, 1), png), 413, /4097×1 .* 4096/],
  ["a body too large", () => post(new Uint8Array(maxBodyBytes + 1), png), 413, /4194304 bytes/],
  ["JSON", () => post("{}", { "Content-Type": "application/json" }), 415, /no image/],
  ["a web form", () => post(new URLSearchParams("file=7.png")), 415, /-F file=@/],
];

afterEach(expectSeven);

describe("Upload faults", () => {
  it.each(refused)("%s", async (_, send, status, message) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: "error",
      message: expect.stringMatching(message),
    });
  });

  it("repeats nothing of what was sent", async () => {
    const marks = form(["<script>", "x"], ["file", "<script>"]);
    for (const response of [
      await post("<script>", { "Content-Type": "text/<script>" }),
      await post(marks),
      await multipart("<script>", "multipart/form-data; boundary=<script>")(),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain("script");
    }
  });

  it(`takes ${maxParts} parts`, async () => {
    expect((await post(many(maxParts - 1, "note"))).status).toBe(200);
  });
});
