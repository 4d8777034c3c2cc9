import { join } from "node:path";
import { expect, test } from "vitest";
import { COMPLETE, languageFaults, messagesIn } from "./languages.ts";
import { REPOSITORY } from "./sources.ts";

const messages = (entries: Record<string, string>) => new Map(Object.entries(entries));

test("Spanish, English and Portuguese say everything, about the same facts [languages.complete]", () => {
  const languages = Object.fromEntries(
    COMPLETE.map((language) => [language, messagesIn(join(REPOSITORY, "languages", language))]),
  );
  expect(languages.es?.size).toBeGreaterThan(10);
  expect(languageFaults(languages)).toEqual([]);
});

test("a key that one language lacks, an empty message and a lost variable are found", () => {
  const faults = languageFaults({
    es: messages({ "receipt.net": "Neto {$grams}", "receipt.day": "Día", "receipt.place": "Lugar" }),
    en: messages({ "receipt.net": "Net", "receipt.day": " ", "receipt.place": "Place" }),
    pt: messages({ "receipt.net": "Líquido {$grams}", "receipt.day": "Dia" }),
  });
  expect(faults).toEqual([
    "receipt.day: missing in en",
    "receipt.net: variables differ: grams | none",
    "receipt.place: missing in pt",
  ]);
});

test("a variable that a message makes for itself is its own affair", () => {
  const made = ".input {$bags :number} .local $n = {$bags :integer} {{{$n} bolsas}}";
  expect(languageFaults({ es: messages({ a: made }), en: messages({ a: "{$bags} bags" }) })).toEqual([]);
});
