/** A message's field, ready to be put behind others: https://protobuf.dev/programming-guides/encoding */
export type Field = Uint8Array;

const encoder = new TextEncoder();

/** How a field's value is written. */
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A whole number of 0 or more. */
export function number(field: number, value: number): Field {
  return Uint8Array.from([...varint((field << 3) | VARINT), ...varint(value)]);
}

/** A text. */
export function text(field: number, value: string): Field {
  return bytes(field, encoder.encode(value));
}

/** A message within the message. */
export function message(field: number, ...fields: Field[]): Field {
  return bytes(field, Buffer.concat(fields));
}

/** Bytes as they are. */
export function bytes(field: number, value: Uint8Array): Field {
  const head = [...varint((field << 3) | LENGTH_DELIMITED), ...varint(value.length)];
  return Buffer.concat([Uint8Array.from(head), value]);
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
