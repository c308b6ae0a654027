const WIDTH = 30;

/** Begins a line anew, over a progress bar. */
export const OVER_BAR = "\r\x1b[K";

/**
 * A progress bar on a terminal's stderr; nothing where stderr is not a terminal.
 *
 * @param total how many steps there are
 * @returns to be called with the number of steps done
 */
export function progressBar(total: number): (done: number) => void {
  let shown = "";
  return (done) => {
    if (!process.stderr.isTTY) return;
    const filled = Math.round((WIDTH * done) / total);
    const bar = `[${"#".repeat(filled)}${" ".repeat(WIDTH - filled)}] ${Math.floor((100 * done) / total)} %`;
    if (bar !== shown) process.stderr.write(`\r${bar}${done === total ? "\n" : ""}`);
    shown = bar;
  };
}
