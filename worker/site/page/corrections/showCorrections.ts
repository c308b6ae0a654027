import { CLASSES } from "../../../classifier/kernels.ts";
import { saveFile } from "../saveFile.ts";
import { byId } from "../view.ts";
import { corrections, forget, keep } from "./store.ts";

/** The file that the drawings are saved as. */
const FILE = "digits.zip";

/**
 * Lets people say which digit a misread drawing shows, and save the drawings for training.
 *
 * @param drawing gives the PNG; undefined where nothing is drawn
 */
export function showCorrections(drawing: () => Promise<Blob> | undefined): void {
  const kept = byId("kept");
  const count = () => {
    const { length } = corrections();
    byId("collection").hidden = length === 0;
    return length === 1 ? "1 drawing is kept" : `${length} drawings are kept`;
  };

  for (let digit = 0; digit < CLASSES; digit++) {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: digit,
    });
    button.addEventListener("click", async () => {
      const png = drawing();
      if (!png) {
        kept.textContent = "Draw a digit first";
        return;
      }
      try {
        keep({ digit, png: await toBase64(await png) });
        kept.textContent = `Kept as a ${digit}; ${count()}`;
      } catch (error) {
        kept.textContent = (error as Error).message;
      }
    });
    byId("digits").append(button);
  }

  byId("zip").addEventListener("click", async () => {
    // Few save: whoever does waits a moment for what makes a zip.
    const { toZip } = await import("./toZip.ts");
    saveFile(FILE, await toZip(corrections()));
  });
  byId("forget").addEventListener("click", () => {
    forget();
    kept.textContent = count();
  });
  if (corrections().length > 0) kept.textContent = count();
  else count();
}

async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
