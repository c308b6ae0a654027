import type { Kind } from "../Scene.ts";
import { cardKinds } from "./cardKinds.ts";
import { figureKinds } from "./figureKinds.ts";
import { pageKinds } from "./pageKinds.ts";
import { paperKinds } from "./paperKinds.ts";
import { photographKinds } from "./photographKinds.ts";
import { smallKinds } from "./smallKinds.ts";
import { toolKinds } from "./toolKinds.ts";

/** What people send. */
export const kinds: readonly Kind[] = [
  ...cardKinds,
  ...pageKinds,
  ...figureKinds,
  ...paperKinds,
  ...smallKinds,
  ...toolKinds,
  ...photographKinds,
];
