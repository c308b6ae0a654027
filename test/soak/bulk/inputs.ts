import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { encode } from "fast-png";
import { packTar } from "modern-tar";
import sharp from "sharp";
import { greyPng } from "../../../worker/packs/greyPng.ts";
import { noisyDigit } from "../../faults/images.ts";
import { idxOf } from "../../unit/packs/idx.ts";
import { zipOf } from "../../unit/packs/zip.ts";

/** Pictures that come as objects of their own, and in packs; 10,000 together. */
const SINGLE = 1_000;
const IN_TAR = 3_500;
const IN_ZIP = 3_000;
const IN_IDX = 2_500;

/** Sides of the IDX file's images: other than MNIST's, so that they are searched for a digit. */
const SIDE = 20;

/** A picture by the name that it has in a pack. */
interface Named {
  name: string;
  bytes: Uint8Array;
}

/** What an object of the bucket is: a picture, a pack that is refused, or the pictures of one that is not. */
export type Input = { picture: Uint8Array } | { broken: true } | { pictures: Named[] };

const grey = (width: number, height: number) =>
  encode({ width, height, data: new Uint8Array(width * height), channels: 1 });

/** A picture of each kind that is refused; the last is over the limit of a request's body. */
const REFUSED = {
  "refused/empty.png": new Uint8Array(),
  "refused/text.png": Buffer.from("not a picture"),
  "refused/gif.png": Buffer.from("GIF89a\x01\0\x01\0\0\0\0;"),
  "refused/blank.png": grey(40, 40),
  "refused/wide.png": grey(17_000, 1),
  "refused/heavy.png": new Uint8Array(7 * 2 ** 20),
};

/**
 * Writes 10,000 pictures into a folder, and what is to be refused.
 *
 * @returns what each object is once the folder is put into the bucket, by its key
 */
export async function writeInputs(
  folder: string,
  random: () => number,
): Promise<Map<string, Input>> {
  const inputs = new Map<string, Input>();
  const add = (name: string, bytes: Uint8Array, input: Input) => {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
    inputs.set(`in/${name}`, input);
  };
  const pngs = Array.from({ length: 100 }, (_, number) => noisyDigit(number, random));
  const pool = await Promise.all(
    pngs.map((png, i) => (i % 3 === 0 ? sharp(png).jpeg({ quality: 90 }).toBuffer() : png)),
  );
  const some = (count: number): Named[] =>
    Array.from({ length: count }, (_, i) => ({ name: `${i}`, bytes: pool[i % pool.length] }));

  const single = some(SINGLE).map(({ name, bytes }) => [`single/${name}`, bytes] as const);
  for (const [name, picture] of [...single, ...Object.entries(REFUSED)]) {
    add(name, picture, { picture });
  }
  // Whose messages faulty.ts has fail for good.
  add("poison.png", pool[0], { picture: pool[0] });

  const tarred = some(IN_TAR);
  const tar = await packTar(
    tarred.map(({ name, bytes }) => ({ header: { name, size: bytes.length }, body: bytes })),
  );
  const zipped = [...some(IN_ZIP), { name: "bomb", bytes: Buffer.alloc(100_000_000) }];
  const zip = zipOf(zipped);
  // Few levels above 0, mostly.
  const levels = () => Uint8Array.from({ length: SIDE * SIDE }, () => 256 * random() ** 9);
  const images = Array.from({ length: IN_IDX }, levels);
  const idx = gzipSync(idxOf(IN_IDX, [SIDE, SIDE], Buffer.concat(images)));
  const asPngs = images.map((image, i) => ({ name: `${i}`, bytes: greyPng(SIDE, SIDE, image) }));
  add("packs/of.tar", tar, { pictures: tarred });
  add("packs/of.zip", zip, { pictures: zipped });
  add("packs/images-idx3-ubyte.gz", idx, { pictures: asPngs });
  add("packs/cut.tar", tar.subarray(0, tar.length >> 1), { broken: true });
  add("packs/cut.zip", zip.subarray(0, zip.length >> 1), { broken: true });
  add("packs/cut.tar.gz", gzipSync(tar).subarray(0, 5_000), { broken: true });
  return inputs;
}
