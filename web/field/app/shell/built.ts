/** What the shell tells the app about its own build: it stands in the document as data, so that nothing has to be asked for it. */

/** A build as the app knows it. */
export type Built = {
  /** The digest of everything that the build is made of. */
  readonly build: string;
  /** Where the sentences of each language lie, by tag; all of them are kept on the telephone. */
  readonly catalogues: Readonly<Record<string, string>>;
  /** Where the voice of each language lies, by tag, where it has one; fetched after everything else, for the language spoken. */
  readonly voices: Readonly<Record<string, string>>;
};

/** The element of the shell that carries it. */
export const builtElement = "built";

/** Reads it from the document. */
export function builtHere(page: Document = document): Built {
  return JSON.parse(page.getElementById(builtElement)?.textContent ?? "") as Built;
}
