/** What the document hands its script: one block of data beside it. */
import type { SignedText } from "../key-list.ts";
import type { Sentences } from "../words.ts";

/** The element that holds it. */
export const givenElement = "given";

export type Given = {
  readonly language: string;
  readonly sentences: Sentences;
  /** Signed lists of keys that were put in when the file was made. */
  readonly lists: readonly SignedText[];
};

/** Reads it from the document. */
export const given = (): Given => JSON.parse(document.getElementById(givenElement)?.textContent ?? "{}") as Given;
