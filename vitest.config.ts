import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      // Modules by themselves, in Node.
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], testTimeout: 60_000 } },
      // The Worker, inside workerd, with the kernels and weights that the build has made.
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: { name: "workerd", include: ["test/workerd/**/*.test.ts"] },
      },
      // What is broken or meant ill, sent to the bundle under workerd itself.
      {
        test: {
          name: "faults",
          include: ["test/faults/**/*.test.ts"],
          globalSetup: "test/faults/setup.ts",
          testTimeout: 60_000,
        },
      },
      // The page in a browser, from the bundle under workerd itself.
      {
        test: {
          name: "page",
          include: ["test/page/**/*.test.ts"],
          globalSetup: "test/faults/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          // One browser at a time.
          fileParallelism: false,
        },
      },
      // The same server under a long load; `npm run test:soak` alone runs it.
      {
        test: {
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          globalSetup: "test/faults/setup.ts",
          testTimeout: 900_000,
        },
      },
      // Whole programs, as a user starts them.
      {
        test: {
          name: "runtimes",
          include: ["test/runtimes/**/*.test.ts"],
          globalSetup: "test/runtimes/setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Both bundle into dist/.
          fileParallelism: false,
        },
      },
    ],
  },
});
