/**
 * Whose name a cell holds: a person or firm that owns or produces (P), a farm (F), a mill (M), a company (C), a certifying
 * body (B), a lot (L), a certificate (N), a place so small that it names its people (R).
 */
export type NameKind = "P" | "F" | "M" | "C" | "B" | "L" | "N" | "R";

const CODE = /^[A-Z]-\d{4,}$/;

/**
 * Words people write where there is no name, or no single one. They are kept as they are: they hide nobody, and they are
 * among the flaws an import must live with.
 */
const NO_NAME = new Set([
  "0",
  "na",
  "n a",
  "none",
  "nil",
  "test",
  "mmm",
  "unknown",
  "unkown",
  "various",
  "varios",
  "several",
  "self",
  "not applicable",
]);

/** A name without what may differ between two spellings of it: case, accents, punctuation, spaces. */
export const foldedName = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** True when the cell holds no name: empty, dashes, or one of the words for none or many. */
export const isNoName = (text: string): boolean => {
  const folded = foldedName(text);
  return folded === "" || NO_NAME.has(folded);
};

/**
 * Stable made-up codes for names, "P-0001": numbered by first appearance, so nothing about a name can be worked out from
 * its code (a hash of a name gives it away to whoever guesses it). Two spellings that differ in case, spaces, accents or
 * punctuation are one name. A cell that is already a code keeps it.
 */
export class NameCodes {
  readonly #codes = new Map<string, string>();
  readonly #given = new Set<string>();
  readonly #last = new Map<NameKind, number>();

  /** The code of a name; null when the cell holds none. */
  codeOf(kind: NameKind, text: string): string | null {
    const written = text.trim();
    if (CODE.test(written)) {
      this.#given.add(written);
      return written;
    }
    if (isNoName(written)) return null;
    const key = `${kind} ${foldedName(written)}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#next(kind);
    this.#codes.set(key, code);
    return code;
  }

  #next(kind: NameKind): string {
    let number = this.#last.get(kind) ?? 0;
    let code: string;
    do {
      number += 1;
      code = `${kind}-${number.toString().padStart(4, "0")}`;
    } while (this.#given.has(code));
    this.#last.set(kind, number);
    this.#given.add(code);
    return code;
  }
}
