/** A bank's file that was brought: where it lies while it is tried, and what it says about accounts of ours. */
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Tried, tryStatement } from "../../../exchange/bank/answers/acts.ts";
import { readCamt } from "../../../exchange/bank/answers/camt.ts";
import { type Converted, convert, sameAccount } from "../../../exchange/bank/answers/movements.ts";
import type { RawStatement } from "../../../exchange/bank/answers/raw.ts";
import { isUuid, uuidv7 } from "../../../kernel/ids.ts";
import { type CurrencyGrain, grainIn } from "../../../kernel/money/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { PageAt } from "../../desk/page.ts";
import { folderOf, swept } from "../../importing/jobs.ts";
import { receiveFile } from "../../importing/upload.ts";
import { bookSays } from "./standing.ts";

/** Most bytes of one file: a year of an account that pays five thousand people a month. */
export const largestBankFile = 64 * 1024 * 1024;

/** A file as it lies: its name as it was brought, and the SHA-256 of its bytes. */
export type Brought = { readonly run: string; readonly name: string; readonly digest: string; readonly path: string };

/** An account of ours. */
export type OwnAccount = Readonly<Record<"account" | "institution" | "currency" | "state", string>> & {
  readonly number: string | null;
};

const pathOf = (at: PageAt, run: string): string => join(folderOf(at.services, at.book), `${run}.bank`);
const namePathOf = (at: PageAt, run: string): string => join(folderOf(at.services, at.book), `${run}.bank-name`);

/** Takes the file of a form. It holds people's names: it goes when it was let in, and after thirty days in any case. */
export async function bring(at: PageAt): Promise<Result<Brought>> {
  await swept(at.services, at.book);
  const run = uuidv7(at.now, randomBytes(10));
  const path = pathOf(at, run);
  const file = await receiveFile(at.request, path, { limit: largestBankFile });
  if (!file.ok) return file;
  const { name, digest } = file.value;
  await writeFile(namePathOf(at, run), JSON.stringify({ name, digest }), { mode: 0o600 });
  return done({ run, name, digest, path });
}

/** A file that was brought before. Refuses `bank-file.gone`. */
export async function broughtAt(at: PageAt): Promise<Result<Brought>> {
  const run = at.parameter("run");
  const text = isUuid(run) ? await readFile(namePathOf(at, run), "utf8").catch(() => null) : null;
  if (text === null) return refused("bank-file.gone");
  const { name, digest } = JSON.parse(text) as { readonly name: string; readonly digest: string };
  return done({ run, name, digest, path: pathOf(at, run) });
}

/** Forgets a file. */
export async function forget(at: PageAt, { run }: Pick<Brought, "run">): Promise<void> {
  await rm(pathOf(at, run), { force: true });
  await rm(namePathOf(at, run), { force: true });
}

/** Whether the file is XML, by its first sign that is no space: what else a bank gives is a sheet. */
export async function isXml({ path }: Pick<Brought, "path">): Promise<boolean> {
  const handle = await open(path).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return /^[\s\uFEFF\0]*</.test(new TextDecoder("utf-8").decode(buffer.subarray(0, bytesRead)));
  } finally {
    await handle.close();
  }
}

/** Our accounts, closed ones too: money may still come back to them. */
export async function ownAccounts(at: PageAt): Promise<Result<readonly OwnAccount[]>> {
  const found = await at.ask("accounts.own");
  return found.ok ? done(found.value.rows as readonly OwnAccount[]) : found;
}

/** One statement of an account of ours, tried. */
export type TriedStatement = {
  readonly at: number;
  readonly account: OwnAccount;
  readonly grain: CurrencyGrain;
  readonly raw: RawStatement;
  readonly converted: Converted;
  readonly tried: Tried;
};

/** All statements of a file that are of our accounts; `others`: the accounts of those that are not, shortened. */
export type TriedFile = { readonly statements: readonly TriedStatement[]; readonly others: readonly string[] };

/** Tries a file of XML. Refuses what `readCamt` does, `bank-file.other-account`, `bank-file.other-currency`. */
export async function tryCamt(at: PageAt, { path }: Brought): Promise<Result<TriedFile>> {
  const read = await readCamt(createReadStream(path));
  if (!read.ok) return read;
  const own = await ownAccounts(at);
  if (!own.ok) return own;
  const others: string[] = [];
  const ours = new Map<string, { raw: RawStatement; account: OwnAccount; at: number }>();
  for (const [place, raw] of read.value.entries()) {
    const account = own.value.find((one) => sameAccount(one.number ?? "", raw.account));
    const before = ours.get(account?.account ?? "");
    if (account === undefined) others.push(shortened(raw.account));
    else if (before === undefined) ours.set(account.account, { raw, account, at: place });
    else ours.set(account.account, { ...before, raw: together(before.raw, raw) });
  }
  if (ours.size === 0) return refused("bank-file.other-account", { accounts: others.join(", ") });
  return tryAll(at, [...ours.values()], others);
}

/** Statements of one account in one file, a day each, as one: from the first opening to the last closing. */
function together(one: RawStatement, other: RawStatement): RawStatement {
  const later = (other.closing?.on ?? "") >= (one.closing?.on ?? "");
  return {
    ...one,
    from: one.from !== "" && one.from <= other.from ? one.from : other.from || one.from,
    until: [one.until, other.until].sort().at(-1) ?? "",
    opening: later ? (one.opening ?? other.opening) : (other.opening ?? one.opening),
    closing: later ? (other.closing ?? one.closing) : one.closing,
    currency: one.currency === other.currency ? one.currency : `${one.currency} ${other.currency}`,
    movements: [...one.movements, ...other.movements],
  };
}

/** Tries statements of accounts of ours, one after the other on what the book knows. */
export async function tryAll(
  at: PageAt,
  ours: readonly { readonly raw: RawStatement; readonly account: OwnAccount; readonly at: number }[],
  others: readonly string[] = [],
): Promise<Result<TriedFile>> {
  const statements: TriedStatement[] = [];
  for (const { raw, account, at: place } of ours) {
    const grain = grainIn(at.settings, account.currency);
    const currency = raw.currency === "" ? account.currency : raw.currency;
    if (grain === null || currency !== account.currency)
      return refused("bank-file.other-currency", { found: currency, ours: account.currency });
    const converted = convert(raw.movements, { book: at.book, account: account.account, grain });
    const book = await bookSays(
      at,
      converted.told.map(({ movement }) => movement),
    );
    if (!book.ok) return book;
    statements.push({ at: place, account, grain, raw, converted, tried: tryStatement(converted, book.value) });
  }
  return done({ statements, others });
}

/** As much of an account's number as tells it apart. */
export const shortened = (number: string): string => (number.length <= 4 ? number : `…${number.slice(-4)}`);
