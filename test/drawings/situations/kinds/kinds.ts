import type { Kind } from "../Scene.ts";
import { cards } from "./cards.ts";
import { figures } from "./figures.ts";
import { papers } from "./papers.ts";
import { photographs } from "./photographs.ts";
import { small } from "./small.ts";
import { tools } from "./tools.ts";

/** What people send. */
export const kinds: readonly Kind[] = [
  ...cards,
  ...figures,
  ...papers,
  ...small,
  ...tools,
  ...photographs,
];
