import { defineConfig } from "vitest/config";

const NEVER = ["**/node_modules/**"];

/** Rules are pure, and checks of the text need no database: these tests start without one. */
const PURE = [
  "kernel/**/*.test.{ts,tsx}",
  "kernel/**/*.property.test.ts",
  "rooms/*/rules/**/*.test.ts",
  "house/*.test.ts",
];

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { test: { name: "rules", include: PURE, exclude: NEVER, testTimeout: 30_000 } },
      {
        test: {
          name: "house",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...NEVER, ...PURE],
          globalSetup: ["store/testing/cluster.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
