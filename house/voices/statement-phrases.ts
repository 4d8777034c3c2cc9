/** Says which phrases have to be recorded so that statements can be heard: `node --import tsx house/voices/statement-phrases.ts es`. */
import { wordsIn } from "../../channels/voice/spoken.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { numberInWords } from "../../web/language/number-words.ts";
import { type Say, speaker } from "../../web/language/say.ts";
import { wordsToRecord } from "./words.ts";

/** Where a figure or a name stands in a sentence: what is before and after it is one phrase each. */
const gap = "¦";

/** Sentences of a statement, with the names of their gaps. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  brought: ["weight", "product"],
  net: ["weight"],
  "corrected-only": [],
  worth: ["amount"],
  "nothing-off": [],
  off: ["amount"],
  more: ["amount"],
  less: ["amount"],
  cash: ["amount"],
  transfer: ["amount"],
  nothing: [],
  on: ["date", "month"],
  owes: ["amount"],
  "owes-nothing": [],
  shares: ["amount"],
  "not-recorded": [],
  "less-than-nothing": ["amount"],
  "with-cents": ["whole", "cents"],
  million: [],
  millions: ["count"],
  "millions-and-rest": ["millions", "rest"],
  "millions-and-little": ["millions", "rest"],
};

/** Every phrase of a language that the words of weights do not say already, in the order of the alphabet. */
export function phrasesToRecord(language: string): readonly string[] {
  const catalogues = readCatalogues();
  const keys = [...(catalogues.get(language)?.keys() ?? [])];
  const say = speaker(catalogues, { language, country: "CO", currency: "", currencyPlaces: 0 });
  const family = (name: string): readonly string[] => keys.filter((key) => key.startsWith(`${name}.`));
  const phrases = [
    ...Object.entries(sentences).flatMap(([key, gaps]) =>
      say(`spoken.${key}`, Object.fromEntries(gaps.map((name) => [name, gap]))).split(gap),
    ),
    ...[...family("spoken.to"), ...family("product"), ...family("calendar.month")].map((key) => say(key)),
    ...counted(family("unit-word"), say),
    ...counted([...family("spoken.cents"), "spoken.cents"], say),
    ...counted(
      family("currencies").filter((key) => key.endsWith(".here")),
      say,
    ),
    ...Array.from({ length: 31 }, (_, day) => numberInWords(`${day + 1}`, say) ?? ""),
  ].map((one) => wordsIn(one).join(" "));
  const known = new Set(wordsToRecord(language));
  return [...new Set(phrases)].filter((one) => one !== "" && !isKnown(one, known)).sort();
}

const isKnown = (phrase: string, known: ReadonlySet<string>): boolean =>
  phrase.split(" ").every((word) => known.has(word));

/** What is counted, in each form that a language has for one, several and millions. */
const counted = (keys: readonly string[], say: Say): readonly string[] =>
  keys.flatMap((key) => ["1", "2", "1000000"].map((count) => say(key, { count })));

if (process.argv[1]?.endsWith("statement-phrases.ts")) console.log(phrasesToRecord(process.argv[2] ?? "es").join("\n"));
