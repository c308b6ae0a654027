import { diceFrom } from "../unit/image/png/mutations.ts";

/** A multipart upload. */
export interface Upload {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** What has to be read from it; undefined where it is damaged. */
  parts?: { name: string; data: Uint8Array }[] | undefined;
}

/** What separates, ends and names the pieces of a body; thrown in where they do not belong. */
const TOKENS = [
  ...["\r\n", "\r", "\n", "--", "\r\n--", "\r\n\r\n", "\0", '"', "\\", ";", "=", ":", " ", "\t"],
  ...["Content-Disposition: form-data", 'name="file"', "filename=", 'filename*=""', "é", "%"],
];

const BOUNDARIES = ["b", "----WebKitFormBoundaryqP7", "'()+_,-./:=?", "a".repeat(70), "--"];
const NAMES = ["file", "image", "topk", "normalize", "note", "", 'a"b', "constructor"];

/** A body of some parts, in half of the cases damaged in up to four places. */
export function randomUpload(random: () => number, files: Uint8Array[]): Upload {
  const { below, pick } = diceFrom(random);
  const boundary = pick(BOUNDARIES);
  const pieces: Uint8Array[] = [];
  const write = (text: string) => pieces.push(Buffer.from(text));
  const parts = Array.from({ length: 1 + below(5) }, () => {
    const isFile = below(2) === 0;
    const name = pick(NAMES);
    const data = isFile ? pick(files) : Buffer.from(pick(["", "3", "auto", ...TOKENS]));
    write(`--${boundary}\r\nContent-Disposition: form-data; name="${name.replace('"', '\\"')}"`);
    write(isFile ? '; filename="7.png"\r\nContent-Type: image/png\r\n\r\n' : "\r\n\r\n");
    pieces.push(data);
    write("\r\n");
    return { name, data };
  });
  write(`--${boundary}--\r\n`);

  let body: Uint8Array = Buffer.concat(pieces);
  const damages = below(2) * (1 + below(4));
  for (let i = 0; i < damages; i++) body = damage(body);
  const quoted = /^[\w-]+$/.test(boundary) ? boundary : `"${boundary}"`;
  return {
    body: new Uint8Array(body),
    contentType: `multipart/form-data; boundary=${quoted}`,
    parts: damages === 0 ? parts : undefined,
  };

  function damage(bytes: Uint8Array): Uint8Array {
    const at = below(bytes.length + 1);
    const end = Math.min(bytes.length, at + below(20));
    const thrownIn = Buffer.from(pick([...TOKENS, `\r\n--${boundary}`, `--${boundary}--`]));
    return pick([
      () => Buffer.concat([bytes.subarray(0, at), thrownIn, bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]),
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]),
    ])();
  }
}
