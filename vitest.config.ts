import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** How long things may take where the machine has much else to do, in ms: bounds on what hangs. */
const PATIENCE = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    teardownTimeout: 120_000,
    projects: [
      // Modules by themselves, in Node.
      { test: { ...PATIENCE, name: "unit", include: ["test/unit/**/*.test.ts"] } },
      // The Worker, inside workerd, with the kernels and weights that the build has made.
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: { ...PATIENCE, name: "workerd", include: ["test/workerd/**/*.test.ts"] },
      },
      // The bulk Worker, likewise, with R2 and a queue as miniflare has them.
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./worker/bulk/wrangler.toml" } })],
        test: { ...PATIENCE, name: "bulk", include: ["test/bulk/**/*.test.ts"] },
      },
      // What clients send, and what is broken or meant ill, sent to the bundle under workerd itself.
      {
        test: {
          ...PATIENCE,
          name: "faults",
          include: ["test/faults/**/*.test.ts", "test/clients/**/*.test.ts"],
          globalSetup: "test/faults/setup.ts",
        },
      },
      // The page in a browser, from the bundle under workerd itself.
      {
        test: {
          ...PATIENCE,
          name: "page",
          include: ["test/page/**/*.test.ts"],
          globalSetup: "test/faults/setup.ts",
          // One browser at a time.
          fileParallelism: false,
        },
      },
      // The same server under a long load; `npm run test:soak` alone runs it.
      {
        test: {
          ...PATIENCE,
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          globalSetup: "test/faults/setup.ts",
          testTimeout: 900_000,
        },
      },
      // Whole programs, as a user starts them.
      {
        test: {
          ...PATIENCE,
          name: "runtimes",
          include: ["test/runtimes/**/*.test.ts"],
          globalSetup: "test/runtimes/setup.ts",
          // Both bundle into dist/.
          fileParallelism: false,
        },
      },
    ],
  },
});
