/** What acts about a bank's files ask of the book. */
import { row, rows, together } from "../../../kernel/act/need.ts";
import { bankEntry, bankFile, bankPlacing, denominationList } from "../records.ts";

/** A movement as it is kept, and what became of it; null where there is none. */
export const bankEntryOf = (entry: string) =>
  together({ kept: row(bankEntry, entry), placed: row(bankPlacing, entry) });

/** A file's statement as it is kept. */
export const bankFileOf = (file: string) => row(bankFile, file);

/** All versions of the notes and coins of a currency. */
export const denominationsOf = (currency: string) => rows(denominationList, "key", [currency]);
