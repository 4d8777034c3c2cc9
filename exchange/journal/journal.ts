/**
 * A book's ledger as a plain-text journal that `hledger` and `ledger` read: the same accounts, the same sums, to the gram and
 * the cent, so that any accountant can add them up with a program that is not ours. Source of the form: hledger's manual,
 * journal format.
 */
import type { BookedEntry } from "../../kernel/act/history.ts";
import type { Posting } from "../../kernel/ledger/entry.ts";
import { type AccountKeys, accountOf, chartAccounts, type NameOf } from "./accounts.ts";
import { amountWritten, type Written, writtenOf } from "./amounts.ts";

/** One entry with its place in the book and the act it belongs to. */
export type JournalEntry = BookedEntry & { readonly position: bigint; readonly ordinal: number; readonly act: string };

/** What a journal is made of. `accounts` and `commodities` are all that the entries use, once each: they are declared first. */
export type JournalSource = {
  readonly title: string;
  readonly accounts: Iterable<AccountKeys>;
  readonly commodities: Iterable<string>;
  readonly entries: AsyncIterable<JournalEntry>;
  readonly nameOf: NameOf;
  /** The code of the organisation's own chart for a line; null or nothing without a chart. */
  readonly codeOf?: (line: Posting) => string | null;
};

/** The journal, piece by piece, so that no book is too long. */
export async function* journalText(source: JournalSource): AsyncGenerator<string> {
  const written = new Map([...source.commodities].map((one) => [one, writtenOf(one)]));
  yield heading(source, written);
  const accounts = new Map<string, string>();
  const account = (line: Posting): string => {
    const key = [line.account, line.agent, line.lot, line.place, line.owner, line.agreement].join("|");
    const known = accounts.get(key) ?? accountOf(line, source.nameOf);
    accounts.set(key, known);
    return known;
  };
  for await (const entry of source.entries) yield entryText(entry, written, account, source.codeOf);
}

function heading(source: JournalSource, written: ReadonlyMap<string, Written>): string {
  const lines = [`; ${source.title.replaceAll("\n", " ")}`, "decimal-mark .", ""];
  const symbols = new Map<string, number>();
  for (const { symbol, places } of written.values()) symbols.set(symbol, Math.max(places, symbols.get(symbol) ?? 0));
  // "1000." with its mark says that the commodity has no decimals.
  for (const [symbol, places] of symbols) lines.push(`commodity 1000.${"0".repeat(places)} ${symbol}`);
  lines.push("");
  for (const { name, type } of chartAccounts()) lines.push(`account ${name}  ; type: ${type}`);
  const used = new Set([...source.accounts].map((keys) => accountOf(keys, source.nameOf)));
  for (const name of [...used].sort()) lines.push(`account ${name}`);
  return `${lines.join("\n")}\n\n`;
}

function entryText(
  entry: JournalEntry,
  written: ReadonlyMap<string, Written>,
  account: (line: Posting) => string,
  codeOf: JournalSource["codeOf"],
): string {
  const { booked, position, ordinal, because, act, happened, about, reverses } = entry;
  const tags = [`act:${act}`];
  if (happened !== booked) tags.push(`happened:${happened}`);
  if (about !== null) tags.push(`about:${about.replace(/[,\n]/g, " ")}`);
  if (reverses !== null) tags.push(`reverses:${reverses.position}.${reverses.ordinal}`);
  const lines = entry.postings.map((line) => {
    const amount = amountWritten(line.amount, written.get(line.commodity) as Written);
    const code = codeOf?.(line) ?? "";
    const said = [...(line.agent === null ? [] : [`agent:${line.agent}`]), ...(code === "" ? [] : [`code:${code}`])];
    return `    ${account(line)}  ${amount}${said.length === 0 ? "" : `  ; ${said.join(", ")}`}`;
  });
  return `${booked} (${position}.${ordinal}) ${because}  ; ${tags.join(", ")}\n${lines.join("\n")}\n\n`;
}
