import type { Example } from "./examples.ts";
import { forward, type Network } from "./network.ts";
import { isCutRight } from "./paths.ts";

/** How much of some examples networks cut right: a line for what is written to touch, and one for the rest. */
export function report(examples: readonly Example[], networks: Record<string, Network>): string {
  const touch = ({ kind }: Example) => kind.startsWith("touching/");
  const groups = {
    "digits that touch": examples.filter(touch),
    others: examples.filter((example) => !touch(example)),
  };
  return Object.entries(groups)
    .map(([group, members]) => {
      const shares = Object.entries(networks).map(([name, network]) => {
        const right = members.filter((example) =>
          isCutRight(example, forward(network, example.inputs).worths),
        ).length;
        const share = ((100 * right) / Math.max(1, members.length)).toFixed(1);
        return `${right} with the ${name} weights (${share} %)`;
      });
      return `${group}: of ${members.length} cut right ${shares.join(", ")}`;
    })
    .join("\n");
}
