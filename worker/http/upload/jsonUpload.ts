import * as v from "valibot";

/** An upload in JSON: an image, and parameters beside it as a form has them. */
export const jsonUpload = v.looseObject({
  /** In base64; a data URL is taken too. */
  image: v.string(),
});
