import { saveFile } from "./saveFile.ts";
import { byId } from "./view.ts";

/** How long a button says that it has done its work, in milliseconds. */
const NOTICE = 2000;

/**
 * Shows the command that sends a file to this server.
 *
 * @param file gives the one to be saved and sent
 * @returns to be called with its name and the route that reads it
 */
export function showCommand(file: () => Promise<File>): (name: string, route: string) => void {
  const command = byId("curl");

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
    const saved = await file();
    saveFile(saved.name, saved);
    notice(save, "Saved");
  });

  return (name, route) => {
    command.textContent = `curl -F file=@${name} ${new URL(route, document.baseURI)}`;
    save.textContent = save.dataset.label = `Save ${name}`;
  };
}

function notice(button: HTMLElement, text: string): void {
  button.dataset.label ??= button.textContent ?? "";
  button.textContent = text;
  setTimeout(() => {
    button.textContent = button.dataset.label ?? "";
  }, NOTICE);
}
