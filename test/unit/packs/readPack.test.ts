import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../worker/errors/InputError.ts";
import { decodeImage } from "../../../worker/image/decodeImage.ts";
import type { PackLimits } from "../../../worker/packs/PackedPicture.ts";
import { packFormat } from "../../../worker/packs/packFormat.ts";
import { readPack } from "../../../worker/packs/readPack.ts";
import { defaultLimits } from "../../../worker/settings/limits.ts";
import { idxOf } from "./idx.ts";
import { zipOf } from "./zip.ts";

const LIMITS = { maxBytes: 2 ** 30, maxPictures: 100, maxPictureBytes: 10_000 };
const seven = readFileSync("samples/7.png");
const three = readFileSync("samples/3.png");

/** What is in a pack: names, and files or statuses. */
async function read(bytes: Uint8Array<ArrayBuffer>, limits: Partial<PackLimits> = {}) {
  const format = packFormat(bytes);
  if (!format) throw new Error("not a pack");
  const source = {
    size: bytes.length,
    read: async (at: number, length: number) => bytes.slice(at, at + length),
  };
  const pictures: [string, Buffer | number][] = [];
  for await (const { name, file } of readPack(format, source, { ...LIMITS, ...limits })) {
    pictures.push([name, file instanceof InputError ? file.status : Buffer.from(file)]);
  }
  return pictures;
}

const files = [
  { name: "a/7.png", bytes: seven },
  { name: "a/3.png", bytes: three },
  { name: "empty", bytes: new Uint8Array() },
];
const asRead = files.map(({ name, bytes }) => [name, Buffer.from(bytes)]);

const tar = await packTar([
  { header: { name: "a/", type: "directory", size: 0 } },
  ...files.map(({ name, bytes }) => ({ header: { name, size: bytes.length }, body: bytes })),
  { header: { name: "link", type: "symlink", size: 0, linkname: "empty" } },
]);
const pixels = Uint8Array.from({ length: 3 * 4 * 5 }, (_, i) => i);
const idx = idxOf(3, [4, 5], pixels);

describe("readPack", () => {
  it.each([
    { pack: "a tar", bytes: tar },
    { pack: "a tar.gz", bytes: gzipSync(tar) },
    { pack: "a deflated zip", bytes: zipOf(files) },
    { pack: "a stored zip", bytes: zipOf(files.map((file) => ({ ...file, stored: true }))) },
  ])("gives the files of $pack, in their order and by their names", async ({ bytes }) => {
    expect(await read(bytes)).toEqual(asRead);
  });

  it("keeps names longer than ustar has room for", async () => {
    const name = `${"deep/".repeat(60)}é.png`;
    const long = await packTar([{ header: { name, size: seven.length }, body: seven }]);
    expect(await read(long)).toEqual([[name, seven]]);
  });

  it.each([
    { pack: "an IDX file", bytes: idx },
    { pack: "a gzipped IDX file", bytes: gzipSync(idx) },
  ])("gives the images of $pack as PNGs of the same levels", async ({ bytes }) => {
    const pictures = await read(bytes);
    expect(pictures.map(([name]) => name)).toEqual(["0", "1", "2"]);
    for (const [i, [, file]] of pictures.entries()) {
      const { width, height, grey, alpha } = decodeImage(file as Buffer, defaultLimits);
      expect({ width, height, alpha }).toEqual({ width: 5, height: 4, alpha: null });
      expect(grey).toEqual(pixels.slice(i * 20, (i + 1) * 20));
    }
  });

  it("leaves out a zip's folders, and takes an archive without files", async () => {
    expect(await read(zipOf([{ name: "a/", bytes: new Uint8Array() }]))).toEqual([]);
    expect(await read(zipOf([]))).toEqual([]);
    expect(await read(await packTar([]).then((empty) => gzipSync(empty))).catch(String)).toMatch(
      /holds neither/,
    );
  });

  it.each([
    { what: "over the limit", announced: {}, limits: { maxPictureBytes: 20 }, status: 413 },
    { what: "of a size that is not announced", announced: { size: 5 }, status: 400 },
    { what: "of another checksum", announced: { crc: 5 }, status: 400 },
    { what: "that is encrypted", announced: { flags: 1 }, status: 400 },
    { what: "of an unknown method", announced: { method: 9 }, status: 400 },
  ])("refuses a file of a zip $what by itself", async ({ announced, limits, status }) => {
    const first = { name: "7.png", bytes: seven, announced };
    const small = { name: "small", bytes: Buffer.from("small") };
    expect(await read(zipOf([first, small]), limits)).toEqual([
      ["7.png", status],
      ["small", small.bytes],
    ]);
  });

  it("refuses a file of a tar over the limit by itself", async () => {
    expect(await read(tar, { maxPictureBytes: 20 })).toEqual([
      ["a/7.png", 413],
      ["a/3.png", 413],
      ["empty", Buffer.alloc(0)],
    ]);
  });

  it("unpacks no more of a zip bomb than its entries announce", async () => {
    const bomb = { name: "bomb.png", bytes: Buffer.alloc(100_000_000) };
    expect(await read(zipOf([bomb]))).toEqual([["bomb.png", 413]]);
    const liar = { ...bomb, announced: { size: 100 } };
    expect(await read(zipOf([liar]), { maxPictureBytes: 200_000 })).toEqual([["bomb.png", 400]]);
  });

  it("unpacks no more of a gzip bomb than a pack may have", async () => {
    const zeros = Buffer.alloc(50_000_000);
    const header = { name: "bomb", size: zeros.length };
    const bomb = gzipSync(await packTar([{ header, body: zeros }]));
    await expect(read(bomb, { maxBytes: 1_000_000 })).rejects.toMatchObject({ status: 413 });
    expect(await read(bomb)).toEqual([["bomb", 413]]);
  });

  it("refuses a pack of more bytes than are taken", async () => {
    await expect(read(tar, { maxBytes: tar.length - 1 })).rejects.toMatchObject({ status: 413 });
    expect(await read(tar, { maxBytes: tar.length })).toEqual(asRead);
  });

  it("refuses a zip whose entries share bytes", async () => {
    const kernel = { name: "0", bytes: seven };
    const shared = Array.from({ length: 9 }, (_, i) => ({
      name: String(i + 1),
      bytes: seven,
      announced: { offset: 0 },
    }));
    await expect(read(zipOf([kernel, ...shared]))).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("overlap"),
    });
  });

  it.each([
    { pack: "a tar", bytes: tar },
    { pack: "a zip", bytes: zipOf(files) },
    { pack: "an IDX file", bytes: idx },
  ])("refuses $pack of more pictures than are taken", async ({ bytes }) => {
    await expect(read(bytes, { maxPictures: 2 })).rejects.toMatchObject({ status: 413 });
  });

  it("refuses an IDX file that announces gigabytes before it reads them", async () => {
    const huge = idxOf(1, [65_535, 65_535], new Uint8Array());
    await expect(read(huge)).rejects.toMatchObject({ status: 413 });
    await expect(read(gzipSync(huge))).rejects.toMatchObject({ status: 413 });
  });

  it.each([
    { pack: "a tar", bytes: tar.subarray(0, -1024) },
    { pack: "a tar.gz", bytes: gzipSync(tar) },
    { pack: "a zip", bytes: zipOf(files) },
    { pack: "an IDX file", bytes: idx },
    { pack: "a gzipped IDX file", bytes: gzipSync(idx) },
  ])("refuses $pack that is cut anywhere, with a reason", async ({ bytes }) => {
    for (let length = 4; length < bytes.length; length += 1 + (bytes.length >> 7)) {
      const cut = bytes.slice(0, length);
      if (!packFormat(cut)) continue;
      await expect(read(cut), `${length} of ${bytes.length}`).rejects.toBeInstanceOf(InputError);
    }
  });

  it("refuses what comes after an IDX file's images, and a gzip file of anything else", async () => {
    await expect(read(Buffer.concat([idx, Buffer.alloc(1)]))).rejects.toThrow(
      "goes on after the 3",
    );
    await expect(read(gzipSync(seven))).rejects.toThrow("neither an IDX file of images nor a tar");
  });

  it("passes on what keeps the bytes from being read, which is not the pack's fault", async () => {
    const fault = new Error("the bucket does not answer");
    for (const format of ["zip", "tar", "idx", "gzip"] as const) {
      const source = { size: 5_000, read: () => Promise.reject(fault) };
      await expect(readPack(format, source, LIMITS).next()).rejects.toBe(fault);
    }
  });
});
