/** Bytes of one vector, WebAssembly's `v128`. */
export const VECTOR: i32 = 16;
