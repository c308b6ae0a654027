import { PREDICT } from "./server.ts";
import { byId } from "./view.ts";

/** The file that the command sends. */
const FILE = "digit.png";

/** How long a button says that it has done its work, in milliseconds. */
const NOTICE = 2000;

/**
 * Shows the command that sends a drawing to this server.
 *
 * @param drawing gives the PNG to be saved
 */
export function showCommand(drawing: () => Promise<Blob>): void {
  const command = byId("curl");
  command.textContent = `curl -F file=@${FILE} ${new URL(PREDICT, document.baseURI)}`;

  const copy = byId("copy");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command.textContent ?? "");
      notice(copy, "Copied");
    } catch {
      // Without https there is no clipboard: all that is left is to press Ctrl+C.
      getSelection()?.selectAllChildren(command);
      notice(copy, "Selected");
    }
  });

  const save = byId("save");
  save.addEventListener("click", async () => {
    const href = URL.createObjectURL(await drawing());
    Object.assign(document.createElement("a"), { href, download: FILE }).click();
    URL.revokeObjectURL(href);
    notice(save, "Saved");
  });
}

function notice(button: HTMLElement, text: string): void {
  button.dataset.label ??= button.textContent ?? "";
  button.textContent = text;
  setTimeout(() => {
    button.textContent = button.dataset.label ?? "";
  }, NOTICE);
}
