/**
 * Letters that banks take. `basic` is the set of ISO 20022 that every bank of the world takes: letters without marks, figures and
 * / - ? : ( ) . , ' + and the space. `latin` keeps all that Spanish and Portuguese write. What a set has stays as it is; a letter with a
 * mark loses the mark, a few letters become two, signs become the nearest one, and what is no letter of ours becomes "?".
 */
import type { LetterSet } from "./layout.ts";

const sets: Readonly<Record<LetterSet, RegExp>> = {
  basic: /^[A-Za-z0-9/\-?:().,'+ ]$/,
  latin: /^[ -~ªº¿¡À-ÖØ-öø-ÿ]$/,
};

/** Letters that do not come apart into a letter and a mark, and signs with a nearest one. */
const nearest: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      ß: "ss",
      Æ: "AE",
      æ: "ae",
      Œ: "OE",
      œ: "oe",
      Ø: "O",
      ø: "o",
      Đ: "D",
      đ: "d",
      Ð: "D",
      ð: "d",
      Þ: "Th",
      þ: "th",
    },
    ...{ Ł: "L", ł: "l", ı: "i", ª: "a", º: "o", ʼ: "'", "’": "'", "‘": "'", "´": "'", "`": "'", "“": "'", "”": "'" },
    ...{ '"': "'", "«": "'", "»": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", _: "-", "&": "+", "…": "..." },
    ...{ "¿": "?", "¡": ".", "!": ".", ";": ",", "[": "(", "]": ")", "{": "(", "}": ")", "°": "o", "№": "No" },
  }),
);

const oneLetter = (letter: string, set: RegExp): string => {
  if (set.test(letter)) return letter;
  const near = nearest.get(letter);
  if (near !== undefined) return near;
  const bare = letter.normalize("NFKD").replace(/\p{M}/gu, "");
  const said = [...bare].map((one) => (set.test(one) ? one : (nearest.get(one) ?? ""))).join("");
  return said === "" ? "?" : said;
};

/** Words in the letters of a set, cut at `longest`: never empty, without line breaks or spaces at their ends. */
export function inLetters(words: string, letters: LetterSet, longest: number): string {
  const set = sets[letters];
  const spaced = words
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
  const said = [...spaced].map((letter) => oneLetter(letter, set)).join("");
  return said.slice(0, longest).trim() || "?";
}
