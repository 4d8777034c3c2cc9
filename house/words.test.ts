import { expect, test } from "vitest";
import { EXCEPTIONS, LONG_FILES } from "./exceptions.ts";
import { isTest, type Source, sources } from "./sources.ts";
import { bannedWords, idleExceptions } from "./words.ts";

const lines = (file: Source): number => file.text.trimEnd().split("\n").length;

test("no floating point and nothing impure in the kernel and the rooms' rules", () => {
  expect(bannedWords(sources(), EXCEPTIONS)).toEqual([]);
});

test("every exception still stands where it is said to stand", () => {
  expect(idleExceptions(sources(), EXCEPTIONS)).toEqual([]);
});

test.each([
  "const kilograms = parseFloat(text);",
  "const price = amount.toFixed(2);",
  "const share = Math.round(total / 3);",
  "const grams = Number(text);",
  "const now = Date.now();",
  "const day = new Date();",
  "const luck = Math.random();",
  "const where = process.env.HOME;",
  'import { readFileSync } from "node:fs";',
])("a rule that says %j is found", (line) => {
  const rule = { path: "rooms/acopio/rules/net.ts", text: `/** Net. */\n${line}\n` };
  expect(bannedWords([rule], [])).toHaveLength(1);
  expect(bannedWords([{ ...rule, text: `// ${line}` }], [])).toEqual([]);
  expect(bannedWords([rule], [{ path: rule.path, line, why: "a test" }])).toEqual([]);
  expect(idleExceptions([{ ...rule, text: "" }], [{ path: rule.path, line, why: "a test" }])).toHaveLength(1);
});

test("files are small: half of them at most 80 lines, none over 300 unless listed with a reason", () => {
  const sized = sources().map((file) => ({ path: file.path, lines: lines(file) }));
  const own = sized.filter(({ path }) => !isTest(path)).sort((one, other) => one.lines - other.lines);
  expect(own[Math.floor(own.length / 2)]?.lines).toBeLessThanOrEqual(80);
  expect(sized.filter(({ path, lines }) => lines > 300 && LONG_FILES[path] === undefined)).toEqual([]);
  expect(
    Object.keys(LONG_FILES).filter((path) => !sized.some((file) => file.path === path && file.lines > 300)),
  ).toEqual([]);
});
