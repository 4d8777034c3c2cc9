import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bundle, repository } from "./bundle.ts";

/** An entry of the test's own; bundles are named from the repository's folder. */
const folder = mkdtempSync(join(tmpdir(), "ayni-bundled-"));
const entry = relative(repository, join(folder, "begin.ts"));
let keptIn: string;
beforeAll(() => {
  writeFileSync(join(folder, "begin.ts"), 'import { word } from "./word.ts";\nconsole.log(word, 10n);\n');
});
beforeEach(() => {
  keptIn = mkdtempSync(join(tmpdir(), "ayni-bundles-"));
  writeFileSync(join(folder, "word.ts"), 'export const word = "saco";\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const keptFile = () => join(keptIn, readdirSync(keptIn)[0] ?? "");
/** Marks what is kept, to see whether it is used. */
const mark = () => writeFileSync(keptFile(), readFileSync(keptFile(), "utf8").replaceAll("saco", "marked"));

test("a bundle is one script, and is taken from where it was kept as long as its sources are the same", async () => {
  expect((await bundle(entry, { keptIn })).first).toMatch(/="saco";console\.log\(\w+,10n\)/);
  mark();
  expect((await bundle(entry, { keptIn })).first).toContain("marked");
});

test("a changed source, a lost one or half a file that was kept: then it is made again", async () => {
  await bundle(entry, { keptIn });
  mark();
  writeFileSync(join(folder, "word.ts"), 'export const word = "caja";\n');
  expect((await bundle(entry, { keptIn })).first).toContain('"caja"');
  writeFileSync(keptFile(), readFileSync(keptFile(), "utf8").slice(0, 100));
  expect((await bundle(entry, { keptIn })).first).toContain('"caja"');
  rmSync(join(folder, "word.ts"));
  await expect(bundle(entry, { keptIn })).rejects.toThrow('Could not resolve "./word.ts"');
});

test("a folder that nothing can be kept in costs only time", async () => {
  const file = join(keptIn, "no-folder");
  writeFileSync(file, "");
  expect((await bundle(entry, { keptIn: join(file, "below") })).first).toContain("saco");
});

test("what Chrome 80 cannot run is refused or said in its words", async () => {
  writeFileSync(
    join(folder, "word.ts"),
    "let some: string | null = null;\nsome ??= 'x';\nexport const word = some?.length ?? 0;\n",
  );
  expect((await bundle(entry)).first).not.toMatch(/\?\?=/);
  writeFileSync(join(folder, "word.ts"), "export const word = await Promise.resolve(1);\n");
  await expect(bundle(entry)).rejects.toThrow(/Top-level await/);
});
