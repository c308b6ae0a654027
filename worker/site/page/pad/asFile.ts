import type { GreyImage } from "../../../image/GreyImage.ts";
import { encodePng } from "./encodePng.ts";
import { strokesToImage } from "./pixels.ts";
import { isDrawn, type Sheet } from "./sheet.ts";

/** The name of a drawing's file. */
const DRAWING = "digit.png";

/** What lies on the pad as an image. */
export function imageOf(sheet: Sheet): GreyImage {
  return isDrawn(sheet) ? strokesToImage(sheet) : sheet.image;
}

/** The file that is sent or saved: the one that was opened, or a PNG of what lies on the pad. */
export async function fileOf(sheet: Sheet): Promise<File> {
  return (
    opened(sheet) ?? new File([await encodePng(imageOf(sheet))], DRAWING, { type: "image/png" })
  );
}

/** The name of that file. */
export function fileNameOf(sheet: Sheet): string {
  return opened(sheet)?.name ?? DRAWING;
}

/** The file that was opened, where it is one that the API takes. */
function opened(sheet: Sheet): File | null {
  return isDrawn(sheet) ? null : sheet.file;
}
