/** What wrangler puts before each line of a build that it runs, and before the build's command. */
const BUILD = "[custom build] ";
const COMMAND = `${BUILD}Running: `;
/** The line with which wrangler dev says where it serves. */
const READY = /Ready on (https?:\S+)/;

/**
 * Prints a line of a build that wrangler runs, as the build printed it.
 *
 * @returns whether it was one
 */
export function printBuild(line: string): boolean {
  if (!line.startsWith(BUILD)) return false;
  // wrangler adds an empty line to each.
  if (line !== BUILD && !line.startsWith(COMMAND)) console.log(line.slice(BUILD.length));
  return true;
}

/** Prints what wrangler dev has to say, as far as it is of use. */
export interface DevOutput {
  /** Takes the next line of wrangler's standard output. */
  take(line: string): void;
  /** Prints what was held back where the service never came up. */
  flush(): void;
}

/**
 * Prints the address that wrangler dev serves on, with what to try, and then all that wrangler prints, as
 * on requests. What comes before the address, wrangler's list of bindings for one, is held back, except
 * builds.
 *
 * @param onReady called with the address; returns lines that say what to try
 */
export function devOutput(onReady: (url: URL) => string[]): DevOutput {
  let held: string[] = [];
  let ready = false;
  return {
    take(line) {
      const [, url] = READY.exec(line) ?? [];
      if (printBuild(line)) return;
      if (ready) console.log(line);
      else if (!url) held.push(line);
      else {
        ready = true;
        held = [];
        const lines = onReady(new URL(url));
        console.log([`Ready on ${url}`, ...lines].join("\n"));
      }
    },
    flush() {
      for (const line of held) console.log(line);
    },
  };
}
