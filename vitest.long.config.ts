import { defineConfig } from "vitest/config";

/** Soaks and kill tests: `npm run test:long`. One at a time, so that what they measure is theirs. */
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 1,
    include: ["**/*.long.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: ["store/testing/cluster.ts"],
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
