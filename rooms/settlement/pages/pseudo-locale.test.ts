/** Run in a made-up language whose every letter is ж: what is still written in Latin letters was never in a catalogue. */
import { isMessage, parseMessage, stringifyMessage, visit } from "messageformat";
import { expect, it } from "vitest";
import { type Catalogue, readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { render } from "../../../web/render.ts";
import { membersFixture } from "../../people/pages/members.fixture.ts";
import { membersPage } from "../../people/pages/members.tsx";
import { statementsFixture } from "./list.fixture.ts";
import { statementPage } from "./statement.tsx";
import { coffee, propsOf, snowPea } from "./statements.fixture.ts";
import { statementsPage } from "./statements.tsx";

const letters = /\p{Script=Latin}/gu;

/** The same message with every letter of its text turned; what it does with values stays. */
function turned(source: string): string {
  const message = parseMessage(source);
  visit(message, {
    pattern: (pattern) => {
      for (const [place, part] of pattern.entries())
        if (typeof part === "string") pattern[place] = part.replace(letters, "ж");
    },
  });
  expect(isMessage(message)).toBe(true);
  return stringifyMessage(message);
}

const spanish: Catalogue = readCatalogues().get("es") ?? new Map();
const pseudo = new Map([["es", new Map([...spanish].map(([key, source]) => [key, turned(source)]))]]);

/** Every run of letters in what a fixture holds: names, codes, numbers of papers, words of sheets. */
const wordsOf = (data: unknown): Set<string> => new Set(JSON.stringify(data).match(/\p{Script=Latin}+/gu) ?? []);

it("no word of the statement or of the lists is written in code", () => {
  const say = speaker(pseudo, { language: "es", country: "CO", currency: "COP", currencyPlaces: 0 });
  const person = { name: "Wilson Yatacué", erasedOn: null };
  const ofOne = { ...statementsFixture, whose: "one", person, q: "Xx" } as const;
  const pages = [
    { page: statementPage(propsOf(coffee), say), data: [coffee, propsOf(coffee).holder] },
    { page: statementPage(propsOf(snowPea), say), data: [snowPea, propsOf(snowPea).holder] },
    { page: membersPage(membersFixture, say), data: membersFixture },
    { page: statementsPage(statementsFixture, say), data: statementsFixture },
    { page: statementsPage(ofOne, say), data: ofOne },
  ];
  for (const { page, data } of pages) {
    const text = render(page, say)
      .html.replace(/<style>.*?<\/style>/s, "")
      .replace(/ (?:aria-label|data-l|data-u)="([^"]*)"/g, ">$1<i")
      .replace(/<[^>]*>/g, " ")
      .replaceAll("&amp;", "&");
    const known = wordsOf(data);
    // Units of measure are the same in every language and stand in the code of `:kilograms`.
    const strange = (text.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => word !== "kg" && !known.has(word));
    expect(strange).toEqual([]);
    expect(text).toContain("жжж");
  }
});
