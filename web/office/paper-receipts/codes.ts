/** Codes of several receipts in one text, as a scanner types them, line by line, or a person pastes them. */
import { bytesInText } from "../../../kernel/cose/carrier.ts";
import { hexText } from "../../../kernel/hash.ts";

/** Most receipts of one form: a week of a small point. */
export const mostCodes = 200;

/** What the text holds: each code once, in its order, and how many pieces could not be read at all. */
export type CodesRead = { readonly codes: readonly Uint8Array[]; readonly unread: number };

/**
 * Reads every code. Blank lines part receipts, and so does each line that is a code by itself; a number that was broken into lines is
 * one code, as long as blank lines stand around it.
 */
export function readCodes(text: string): CodesRead {
  const blocks = text
    .split(/\n\s*\n|(?=https?:\/\/)/i)
    .map((block) => block.trim())
    .filter((block) => block !== "");
  const pieces = blocks.flatMap((block) => (bytesInText(block) === null ? linesOf(block) : [block]));
  const found = pieces.map(bytesInText);
  const codes = new Map(found.flatMap((bytes) => (bytes === null ? [] : [[hexText(bytes), bytes] as const])));
  return { codes: [...codes.values()].slice(0, mostCodes), unread: found.filter((bytes) => bytes === null).length };
}

const linesOf = (block: string): readonly string[] => block.split("\n").filter((line) => line.trim() !== "");
