import * as v from "valibot";

/*
 * What several protocols' answers are made of: for the API's description. The handlers import none of
 * it, nor the answers' files beside them, as bundlers would keep it all in the Worker.
 */

export const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const digit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Errors of MAX, and of the service as a whole. */
export const errorSchema = v.strictObject({ status: v.literal("error"), message: v.string() });

/** Errors of Hugging Face, KServe and the Open Inference Protocol. */
export const plainErrorSchema = v.strictObject({ error: v.string() });

export const healthSchema = v.strictObject({ status: v.literal("ok") });

/** Of KServe's both protocols. */
export const modelsSchema = v.strictObject({ models: v.array(v.string()) });
export const modelReadySchema = v.strictObject({ name: v.string(), ready: v.literal(true) });
