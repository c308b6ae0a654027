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
      // Whole programs, as a user starts them.
      {
        test: {
          name: "runtimes",
          include: ["test/runtimes/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Both bundle into dist/.
          fileParallelism: false,
        },
      },
    ],
  },
});
