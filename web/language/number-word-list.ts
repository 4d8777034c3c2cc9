/** Every word that weights are made of in a language: what has to be recorded so that each of them can be said aloud. */
import { kilogramsInWords, numberInWords, wordsOneByOne } from "./number-words.ts";
import type { Say } from "./say.ts";

/** Weights that between them use every word: all below a thousand, each with a part behind the mark, and thousands of each kind. */
function* tellingWeights(): Generator<string> {
  for (let whole = 0; whole < 1_000; whole += 1) {
    yield `${whole}`;
    yield `${whole}.${`${whole % 100}`.padStart(2, "0")}`;
    yield `${whole % 10}.${whole % 10}`;
    for (const rest of ["000", "001", "021", "100", "101", "999"]) if (whole > 0) yield `${whole}${rest}`;
  }
}

/** The words, in the order of the alphabet. `say` speaks the language; another decimal mark may need another word: ask for each. */
export function weightWords(say: Say): readonly string[] {
  const words = new Set<string>();
  for (const exact of tellingWeights())
    for (const sentence of [kilogramsInWords(exact, say), numberInWords(exact, say)])
      for (const word of wordsOneByOne(sentence ?? "")) words.add(word);
  return [...words].sort();
}
