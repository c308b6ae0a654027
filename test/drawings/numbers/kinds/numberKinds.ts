import type { NumberKind } from "../NumberScene.ts";
import { everydayKinds } from "./everydayKinds.ts";
import { formKinds } from "./formKinds.ts";
import { paperKinds } from "./paperKinds.ts";
import { penKinds } from "./penKinds.ts";
import { photographKinds } from "./photographKinds.ts";
import { rowKinds } from "./rowKinds.ts";
import { signKinds } from "./signKinds.ts";
import { touchingKinds } from "./touchingKinds.ts";

/** What people send that read numbers. */
export const numberKinds: readonly NumberKind[] = [
  ...rowKinds,
  ...touchingKinds,
  ...signKinds,
  ...formKinds,
  ...paperKinds,
  ...penKinds,
  ...photographKinds,
  ...everydayKinds,
];
