/** What holds several pictures: archives, IDX files, and either of tar and IDX gzipped. */
export type PackFormat = "zip" | "tar" | "idx" | "gzip";

/** As many bytes of a file's start as tell its format. */
export const HEAD = 512;

/**
 * How each format's files start: zip's local file header, or its end record where the archive is empty
 * (APPNOTE 4.3.7, 4.3.16); ustar's magic (POSIX.1-1988); unsigned bytes in three dimensions, as
 * http://yann.lecun.com/exdb/mnist/ describes; gzip's (RFC 1952, 2.3.1).
 */
const SIGNATURES: readonly { format: PackFormat; at: number; bytes: readonly number[] }[] = [
  { format: "zip", at: 0, bytes: [0x50, 0x4b, 3, 4] },
  { format: "zip", at: 0, bytes: [0x50, 0x4b, 5, 6] },
  { format: "tar", at: 257, bytes: [...Buffer.from("ustar")] },
  { format: "idx", at: 0, bytes: [0, 0, 8, 3] },
  { format: "gzip", at: 0, bytes: [0x1f, 0x8b] },
];

/**
 * Tells a pack by its first bytes, whatever it is named.
 *
 * @param head at least HEAD bytes, or all there are
 * @returns undefined where the file is not a pack
 */
export function packFormat(head: Uint8Array): PackFormat | undefined {
  return SIGNATURES.find(({ at, bytes }) => bytes.every((byte, i) => head[at + i] === byte))
    ?.format;
}
