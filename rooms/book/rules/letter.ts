/** Letters between books: a signed canonical file travels; this is the text that its signature covers. */
import { canonicalJson } from "../../../kernel/canonical.ts";

/** What a signature on a letter stands behind. `digest` is the SHA-256 of the file's bytes, 64 hex digits. */
export type LetterEnvelope = {
  readonly letter: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly digest: string;
};

/** The text to sign: Ed25519 over its UTF-8, with the key of the book that sends. */
export const letterText = ({ letter, from, to, kind, digest }: LetterEnvelope): string =>
  canonicalJson({ letter, from, to, kind, digest });
