import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { usualHome } from "./usual-home.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ayni-home-"));
  chmodSync(folder, 0o711);
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the preferred folder is taken when the database's account can reach it, whether it exists or not", () => {
  expect(usualHome(folder)).toBe(folder);
  expect(usualHome(join(folder, "repository/data"))).toBe(join(folder, "repository/data"));
});

test("in a clone that only root may enter, root's data go to the system's place; an ordinary user's stay", () => {
  const closed = join(folder, "root");
  mkdirSync(closed, { mode: 0o700 });
  const preferred = join(closed, "ayni/data");
  expect(usualHome(preferred)).toBe(process.getuid?.() === 0 ? "/var/lib/ayni" : preferred);
});
