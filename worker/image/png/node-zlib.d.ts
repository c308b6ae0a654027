/** The part of node:zlib that is used; a Worker's types leave Node's modules out. */
declare module "node:zlib" {
  export function inflateSync(
    bytes: Uint8Array,
    options: { chunkSize: number; maxOutputLength: number },
  ): Uint8Array;
  export function crc32(bytes: Uint8Array): number;
}
