import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip archive, and what its entry announces where that is not so. */
export interface ZipFile {
  name: string;
  bytes: Uint8Array;
  stored?: boolean;
  announced?: { size?: number; crc?: number; method?: number; flags?: number; offset?: number };
}

/** A zip archive (APPNOTE 4.3) whose entries may lie. */
export function zipOf(files: ZipFile[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, stored = false, announced = {} } of files) {
    const data = stored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const { size = bytes.length, crc = crc32(bytes), method = stored ? 0 : 8 } = announced;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(announced.flags ?? 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(announced.offset ?? at, 10);
    directory.push(
      Buffer.from("PK\x01\x02\x14\0", "latin1"),
      fields,
      attributes,
      Buffer.from(name),
    );
    if (announced.offset === undefined) {
      parts.push(Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name), data);
      at += 30 + name.length + data.length;
    }
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, entries, end]);
}
