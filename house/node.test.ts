import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY } from "./sources.ts";

test("everything runs on the Node that package.json pins, whatever Node the machine has", () => {
  const described = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as {
    optionalDependencies: Record<string, string>;
  };
  const pinned = new Set(Object.values(described.optionalDependencies));
  expect([...pinned]).toEqual([process.version.slice(1)]);
});
