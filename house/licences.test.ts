import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foreignLicences, type Locked } from "./licences.ts";
import { REPOSITORY } from "./sources.ts";

const read = (name: string): string => readFileSync(join(REPOSITORY, name), "utf8");
const { packages } = JSON.parse(read("package-lock.json")) as { packages: Locked };
const described = JSON.parse(read("package.json")) as Record<string, Record<string, string>> & { license: string };

test("everything that comes with the product may be given on under our licence", () => {
  expect(Object.keys(packages).length).toBeGreaterThan(20);
  expect(foreignLicences(packages)).toEqual([]);
});

test("a licence that is not on the list, and a package that names none, are found", () => {
  const found = foreignLicences({
    "": {},
    "node_modules/a": { license: "MIT" },
    "node_modules/b": { license: "SSPL-1.0" },
    "node_modules/b/node_modules/c": {},
    "node_modules/d": { license: "(MIT OR GPL-2.0)" },
    "node_modules/e": { license: "MIT AND CC-BY-4.0" },
    "node_modules/f": { license: "SSPL-1.0", dev: true },
  });
  expect(found).toEqual(["b: SSPL-1.0", "c: says nothing", "e: MIT AND CC-BY-4.0"]);
});

test("our own licence is in the repository, and package.json names it", () => {
  expect(read("LICENSE")).toMatch(/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3, 19 November 2007/);
  expect(described.license).toBe("AGPL-3.0-or-later");
});

test("every dependency is pinned to one version, and the lockfile names no place to fetch it from", () => {
  const wanted = { ...described.dependencies, ...described.devDependencies, ...described.optionalDependencies };
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(Object.entries(packages).filter(([, one]) => one.resolved !== undefined)).toEqual([]);
});
