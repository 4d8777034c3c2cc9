/** The account of an import in words: what was read, what became of it, and why. */

import type { Say } from "../../web/language/say.ts";
import { type Coded, sentenceOf } from "../../web/language/sentence.ts";
import { type Desk, told } from "../command.ts";
import type { ImportedFile } from "./import-file.ts";

/** The sentence of a reason: an import's own, or the book's. Words of a faulty file's heading are said the same way. */
export const sentence = (coded: Coded, say: Say): string => sentenceOf(coded, say);

/** Prints the account: one line for the whole, one for each reason with the first case's words, one for each smaller remark. */
export function sayAccount({ account, leftOut, waiting }: ImportedFile, desk: Desk): void {
  const { read, taken, questioned, refused, known, reasons, notes } = account;
  const counts = { read, taken, questioned, refused, known };
  desk.out(told(desk, "import.account", textOf(counts)));
  if (leftOut > 0) desk.out(told(desk, "import.left-out", { count: `${leftOut}` }));
  for (const [code, count] of byCount(reasons)) {
    desk.out(told(desk, "import.reason", { count: `${count}`, code }));
    const first = waiting.find((row) => row.outcome !== "taken" && row.reason.code === code);
    if (first === undefined || first.outcome === "taken") continue;
    const { facts, field, found } = first.reason;
    desk.out(`      ${sentence({ code, facts: { ...facts, field, found, row: `${first.row.number}` } }, desk.say)}`);
  }
  for (const [code, count] of byCount(notes)) desk.out(told(desk, "import.note", { count: `${count}`, code }));
}

const byCount = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));

const textOf = (counts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, `${count}`]));
