/**
 * Makes the package in build/package/, but for its type declarations, which `npm run pack` adds:
 * nothing needs them to run.
 *
 * `node worker/package/build.ts`
 */
import { dirname } from "node:path";
import { TYPES } from "./declarations.ts";
import { FOLDER, packageFiles } from "./packageFiles.ts";
import { writeFolder } from "./writeFolder.ts";

process.chdir(dirname(dirname(import.meta.dirname)));

const files = await packageFiles();
writeFolder(FOLDER, files, TYPES);
console.log(`package: ${FOLDER}/ made, ${files.length} files`);
