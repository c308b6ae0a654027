import { beforeEach, inject, type TestContext } from "vitest";

/** Skips the tests of a file where npm could not install the package, as without a network. */
export function needInstalledPackage(): void {
  beforeEach((context: TestContext) => {
    const reason = inject("missing");
    if (reason) context.skip(reason);
  });
}
