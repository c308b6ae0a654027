/**
 * `npm run bench:bulk`: what many pictures take, of the bulk Worker's processor time under wrangler dev, and of
 * time on this machine's cores.
 */

import { jobs } from "./jobs.ts";
import { workerCpu } from "./workerCpu.ts";

await jobs();
await workerCpu();
