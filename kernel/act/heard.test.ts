import { expect, test } from "vitest";
import { vocabulary } from "./declaration.ts";
import { hear } from "./heard.ts";

const book = "0199d3a0-0000-7000-8000-000000000001";
const act = { id: "0199d3a0-0000-7000-8000-000000000002", book, kind: "delivery.receive", version: 1, by: book };
const through = { way: "seat", seat: book, at: "2026-11-21T15:00:00Z" };
const codeOf = (text: string): string => {
  const hearing = hear({ body: text }, book, "2026-11-21T15:00:00.000Z", vocabulary());
  return "kept" in hearing ? hearing.kept.code : "heard";
};
const said = (says: unknown, change: object = {}): string => JSON.stringify({ ...act, through, says, ...change });

test("what cannot be read is kept with the reason, and never throws [kernel.intake]", () => {
  expect(codeOf("")).toBe("act.unreadable");
  expect(codeOf("{")).toBe("act.unreadable");
  expect(codeOf("[1,2]")).toBe("act.envelope-unreadable");
  expect(codeOf(said({}, { by: "Marta" }))).toBe("act.envelope-unreadable");
  expect(codeOf(said({}, { book: act.id }))).toBe("act.other-book");
  expect(codeOf(said({}))).toBe("act.kind-unknown");
});

test("signs that the book could not keep as they are: an empty one, and half of a character", () => {
  expect(codeOf(said({ words: "a\u0000b" }))).toBe("act.zero-character");
  expect(codeOf(said({ words: "\ud83d" }))).toBe("act.half-character");
  expect(codeOf(said({ words: "🌱" }))).toBe("act.kind-unknown");
  expect(codeOf(said({ words: "🌱" }).replace("🌱", "\\ud83c\\udf31"))).toBe("act.kind-unknown");
});

test("a body nested a hundred thousand deep is told from a hand-over without being parsed", () => {
  expect(codeOf(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toBe("act.too-deep");
  expect(codeOf(said({ words: "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[" }))).toBe("act.kind-unknown");
});
