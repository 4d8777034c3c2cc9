import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findPrograms, linkLibraries } from "./programs.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ayni-programs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the links between libraries are made when the package's install script was not allowed to run", () => {
  const native = join(folder, "native");
  mkdirSync(join(native, "lib"), { recursive: true });
  writeFileSync(join(native, "lib/libpq.so.5.18"), "");
  writeFileSync(
    join(native, "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
  expect(linkLibraries(native)).toBe(true);
  expect(readlinkSync(join(native, "lib/libpq.so.5"))).toBe("libpq.so.5.18");
  expect(linkLibraries(native)).toBe(true);
});

test("the installed package has its programs and its links", () => {
  const found = findPrograms(join(folder, "copies"), null);
  expect(found).toMatchObject({ ok: true, value: { major: "18" } });
  if (!found.ok) return;
  for (const file of [found.value.initdb, found.value.postgres, join(found.value.libraries, "libpq.so.5")])
    expect(existsSync(file)).toBe(true);
  expect(existsSync(join(folder, "copies"))).toBe(false);
});

test("programs the server's account cannot reach are copied once, with their links", () => {
  const found = findPrograms(join(folder, "copies"), null, () => false);
  if (!found.ok) throw new Error(found.refusal.code);
  expect(found.value.postgres.startsWith(join(folder, "copies/18."))).toBe(true);
  const link = join(found.value.libraries, "libpq.so.5");
  expect(readlinkSync(link)).toBe("libpq.so.5.18");
  const copied = statSync(found.value.postgres).mtimeMs;
  findPrograms(join(folder, "copies"), null, () => false);
  expect(statSync(found.value.postgres).mtimeMs).toBe(copied);
});
