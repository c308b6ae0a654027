import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { emptyProject, installPackage } from "./install.ts";
import { servePage } from "./page.ts";
import { installPrograms, type Programs } from "./programs.ts";

/** Packs the package and installs it in a project of its own, once for all the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "pack:here"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm run pack:here has failed:\n${stdout}${stderr}`);
  const [installed, tools] = [emptyProject(), emptyProject()];
  const page = await servePage(installed);
  const tearDown = async () => {
    page.close();
    for (const folder of [installed, tools]) rmSync(folder, { recursive: true });
  };
  project.provide("installed", installed);
  project.provide("examplePage", page.url);
  try {
    installPackage(installed);
    project.provide("programs", installPrograms(tools));
    project.provide("missing", "");
  } catch (error) {
    if (process.env.CI) {
      await tearDown();
      throw error;
    }
    project.provide("missing", String(error));
  }
  return tearDown;
}

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a project in which the package is installed, with the examples. */
    installed: string;
    /** What runs the package there. */
    programs: Programs;
    /** Why npm could not install them, or nothing. */
    missing: string;
    /** Where the example of a page is served. */
    examplePage: string;
  }
}
