import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allActs, allViews } from "../rooms/all.ts";
import { glossaryFaults, termsIn } from "./glossary.ts";
import { REPOSITORY } from "./sources.ts";

const glossary = termsIn(readFileSync(join(REPOSITORY, "docs/glossary.md"), "utf8"));
const spoken = [
  ...new Set([...allActs, ...allViews].map(({ room }) => room)),
  ...new Set(allActs.map(({ kind }) => kind.split(".")[0] as string)),
];

test("docs/glossary.md has every room and everything an act is about, each word once, in three languages", () => {
  expect(spoken.length).toBeGreaterThan(25);
  expect(glossaryFaults(glossary, spoken)).toEqual([]);
});

const table = (...rows: readonly string[]) =>
  termsIn(["| en | es | pt | here |", "|---|---|---|---|", ...rows].join("\n"));
const plot = "| plot, field | parcela | talhão | a piece of land |";

test("a word of code is found in the singular, with spaces for hyphens, and beside its synonyms", () => {
  expect(
    glossaryFaults(table(plot, "| price plan | plan de precios | plano de preços | steps |"), ["plots", "price-plan"]),
  ).toEqual([]);
});

test.each([
  ["a word that acts use and nobody explains", table(plot), ["plot", "herd"], "herd"],
  ["a word explained twice", table(plot, "| field | campo | campo | what a form asks |"), [], "twice"],
  ["a word that one language lacks", table("| plot | parcela | | a piece of land |"), [], "lacks"],
])("%s is found", (_, terms, words, fault) => {
  expect(glossaryFaults(terms, words)).toEqual([expect.stringContaining(fault)]);
});
