import { defaultLimits } from "../../worker/settings/limits.ts";

const { maxBodyBytes } = defaultLimits;

/** The pixels of a black image. */
export const zeros: number[] = new Array(784).fill(0);

/** An input tensor in JSON, of one image unless its shape is another. */
export function input(data: string, shape = "[1,784]", datatype = "UINT8"): string {
  return `"inputs":[{"name":"input","datatype":"${datatype}","shape":${shape},"data":${data}}]`;
}

/** As many of an item, between a start and an end, as a body may have. */
export function full(start: string, item: string, end: string): string {
  const count = Math.floor((maxBodyBytes - start.length - end.length) / item.length);
  return start + item.repeat(count - 1) + item.replace(/,$/, "") + end;
}
