// The first step of every build, in JavaScript that any Node runs: without the packages the next step
// would end in a stack trace.
import { existsSync } from "node:fs";

if (!existsSync("node_modules")) {
  console.error("The packages are not there. Run `npm ci` first.");
  process.exit(1);
}
