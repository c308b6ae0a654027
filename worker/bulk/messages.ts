import * as v from "valibot";

/** The actions by which an object comes to be, as R2's event notifications name them. */
const CREATED = ["PutObject", "CompleteMultipartUpload", "CopyObject"];

/** What R2's event notifications send of an object that has come or gone; they say more. */
const eventSchema = v.object({
  action: v.string(),
  object: v.object({ key: v.string() }),
});

/** A range of a pack's pictures, see splitPack.ts. */
const rangeSchema = v.object({
  pack: v.object({ key: v.string(), etag: v.string() }),
  /** From 0. */
  range: v.number(),
});

/** What is in the queue. */
export const messageSchema = v.union([eventSchema, rangeSchema]);

export type BulkMessage = v.InferOutput<typeof messageSchema>;
export type RangeMessage = v.InferOutput<typeof rangeSchema>;

/** The message that R2 sends of an object that has been put. */
export function putMessage(key: string): BulkMessage {
  return { action: "PutObject", object: { key } };
}

/** The key of the object that has come to be; undefined where one has gone. */
export function createdKey({ action, object }: v.InferOutput<typeof eventSchema>) {
  return CREATED.includes(action) ? object.key : undefined;
}
