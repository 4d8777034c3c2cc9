/**
 * Finding somebody while the sack stands there: by number, by any part of any word of the name in any order, by community; whatever
 * the accents and capitals. The index is one pass over short texts, which is quicker than any tree for a few thousand people.
 */
import type { Person } from "../../ports.ts";

type Entry = {
  readonly person: Person;
  readonly number: string;
  readonly words: readonly string[];
  readonly where: readonly string[];
};

/** The people of a telephone, ready to be found. */
export type PeopleIndex = readonly Entry[];

/** A text as it is compared: small letters, no accents (ñ is n too: on many keyboards there is none), words of letters and digits. */
export const wordsOf = (text: string): readonly string[] =>
  plainWord.test(text)
    ? [text.toLowerCase()]
    : text
        .normalize("NFD")
        .replace(/\p{Mark}/gu, "")
        .toLowerCase()
        .split(/[^\p{Letter}\p{Number}]+/u)
        .filter((word) => word !== "");

/** One word without accents: most numbers, and quick to know. */
const plainWord = /^[A-Za-z0-9]+$/;

/** Makes the index: members first, then by name, so that what is equally good stands in a lasting order. */
export function indexOf(people: Iterable<Person>): PeopleIndex {
  const rank = { member: 0, left: 1, "not-a-member": 2 };
  // A few hundred names and a few places make up whole villages: each is taken apart once.
  const apart = new Map<string, readonly string[]>();
  const wordsIn = (text: string): readonly string[] => {
    const known = apart.get(text) ?? wordsOf(text);
    apart.set(text, known);
    return known;
  };
  return [...people]
    .map((person) => {
      const words = wordsIn(person.name ?? "");
      const entry = {
        person,
        number: wordsOf(person.number ?? "").join(""),
        words,
        where: wordsIn(person.community ?? ""),
      };
      return { entry, standing: rank[person.standing], name: words.join(" ") };
    })
    .sort(
      (a, b) =>
        a.standing - b.standing || compared(a.name, b.name) || compared(a.entry.person.agent, b.entry.person.agent),
    )
    .map(({ entry }) => entry);
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The best matches, the best first. Every word typed must be found; without words, nobody is. */
export function found(index: PeopleIndex, typed: string, most: number): readonly Person[] {
  const asked = wordsOf(typed);
  if (asked.length === 0) return [];
  const number = asked.join(""); // "A-17" is one number.
  const byScore = new Map<number, Person[]>();
  for (const entry of index) {
    const score = Math.max(scoreOf(entry, asked), wholeNumber(entry.number, number));
    if (score === 0) continue;
    const same = byScore.get(score);
    if (same === undefined) byScore.set(score, [entry.person]);
    else same.push(entry.person);
  }
  const best = [...byScore.keys()].sort((a, b) => b - a);
  const people: Person[] = [];
  for (const score of best) {
    for (const person of byScore.get(score) as Person[]) {
      if (people.length === most) return people;
      people.push(person);
    }
  }
  return people;
}

/** The sum over the words typed; 0 when one of them is nowhere. */
function scoreOf(entry: Entry, asked: readonly string[]): number {
  let sum = 0;
  for (const word of asked) {
    const score = Math.max(
      numberScore(entry.number, word),
      wordScore(entry.words, word, 60),
      wordScore(entry.where, word, 20),
    );
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

/** Somebody's whole number, however it was typed: nothing else is so sure. */
const wholeNumber = (number: string, word: string): number => {
  const score = numberScore(number, word);
  return score >= 190 ? score : 0;
};

/** A number typed without its zeros is the same number; the beginning of one is a weaker sign. */
function numberScore(number: string, word: string): number {
  if (number === "") return 0;
  if (number === word) return 200;
  const bare = number.replace(/^0+(?=.)/, "");
  if (/^[0-9]/.test(word) && bare === word.replace(/^0+(?=.)/, "")) return 190;
  return number.startsWith(word) || (bare.startsWith(word) && /[0-9]/.test(word)) ? 80 : 0;
}

/** A whole word is worth more than its beginning, and that more than a part within. One letter finds only beginnings. */
function wordScore(words: readonly string[], word: string, worth: number): number {
  let best = 0;
  for (const one of words) {
    if (one === word) return worth;
    if (one.startsWith(word)) best = Math.max(best, worth - 10);
    else if (word.length > 2 && one.includes(word)) best = Math.max(best, worth - 25 > 0 ? worth - 25 : 5);
  }
  return best;
}
