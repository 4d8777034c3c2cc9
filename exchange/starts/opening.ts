/** One row of opening balances: a member's page of the old notebook, goods in store, the last receipt, or money. */
import { derivedUuid } from "../../kernel/ids.ts";
import { addMonths, theDay } from "../../kernel/time/index.ts";
import { fold } from "./fold.ts";
import { askedRow, type Drafted, type StartAct } from "./outcome.ts";
import { currencyIn, gramsIn, memberIn, moneyIn, productIn, type Reading, seenBefore } from "./reading.ts";
import type { RowAt } from "./row-at.ts";

/** A statement of one matter: what is said, and the name under which the book keeps it. */
type Statement = { readonly kind: string; readonly about: string; readonly says: object };

/** Months after which a credit is due when the sheet does not say. */
const USUAL_TERM = 12;

/** Reads one row; it may state several matters. A row that states none must be mended. */
export function readOpening(row: RowAt, at: Reading): Drafted {
  const on = at.choices.on ?? at.book.today;
  const isMember = ["number", "name", "document"].some((field) => row.words(field) !== "");
  const notes: string[] = [];
  const stated = [
    ...(isMember ? memberStatement(row, on, at, notes) : []),
    ...stockStatement(row, on, isMember, at, notes),
    ...serialStatement(row, on, at),
    ...cashStatement(row, on, at),
  ];
  if (stated.length === 0) throw row.fault("import.row-says-nothing", isMember ? "shares" : "amount");
  for (const { kind, about } of stated)
    if (seenBefore(`opening ${kind} ${about}`, at) > 0)
      return askedRow("import.row-twice", row.heading("number"), row.words("number") || row.words("name") || about);
  const acts = stated.map(({ kind, about, says }): StartAct => {
    const id = derivedUuid(`${at.book.book} opening ${kind} ${about} ${JSON.stringify(says)}`);
    return { id, row: row.row.number, kind: `opening.${kind}`, says };
  });
  return { outcome: "ready", acts, notes, openings: stated };
}

function memberStatement(row: RowAt, on: string, at: Reading, notes: string[]): readonly Statement[] {
  const { agent } = memberIn(row, at);
  const grain = currencyIn(row, at);
  const money = (field: string): string | null => moneyIn(row, field, grain);
  const about = `${agent}|${grain.currency}`;
  const idOf = (what: string): string => derivedUuid(`${at.book.book} opening ${about} ${what}`);
  const [shares, savings, advance, owed] = [money("shares"), money("savings"), money("advance"), money("owed")];
  const credit = creditIn(row, on, money, notes);
  if ([shares, savings, advance, owed, credit].every((one) => one === null)) return [];
  const given = row.day("advance-day") ?? on;
  const says = {
    agent,
    on,
    currency: grain.currency,
    ...(shares === null ? {} : { shares }),
    ...(savings === null ? {} : { savings }),
    ...(advance === null
      ? {}
      : { advances: [{ advance: idOf("advance"), owed: advance, given: notAfter(row, "advance-day", given, on) }] }),
    ...(credit === null ? {} : { credits: [{ credit: idOf("credit"), ...credit }] }),
    ...(owed === null ? {} : { owed: { statement: idOf("owed"), amount: owed } }),
  };
  return [{ kind: "member", about, says }];
}

function creditIn(row: RowAt, on: string, money: (field: string) => string | null, notes: string[]): object | null {
  const [principal, interest] = [money("credit"), money("interest")];
  if (principal === null && interest === null) return null;
  const start = notAfter(row, "credit-day", row.day("credit-day") ?? on, on);
  const due = row.day("due") ?? addMonths(theDay(start), USUAL_TERM);
  if (due < start) throw row.fault("import.left-before-joining", "due");
  if (row.words("due") === "") notes.push("import.due-assumed");
  const rate = row.figure("rate") ?? "0";
  return { principal: principal ?? "0", ...(interest === null ? {} : { interest }), ratePerMonth: rate, start, due };
}

/** A day that is not after the day of the balances. */
function notAfter(row: RowAt, field: string, day: string, on: string): string {
  if (day > on) throw row.fault("import.after-the-balances", field, { day: on });
  return day;
}

function stockStatement(row: RowAt, on: string, isMember: boolean, at: Reading, notes: string[]): readonly Statement[] {
  if (row.words("stock") === "") return [];
  const product = productIn(row, at);
  const weight = gramsIn(row, "stock", { product, day: on }, at);
  if (weight === null || weight.grams === 0n) return [];
  if (weight.rounded) notes.push("import.weight-rounded-to-gram");
  const place = placeOf(row, at);
  const owner = isMember ? memberIn(row, at).agent : null;
  const says = { product, place, grams: weight.grams.toString(), ...(owner === null ? {} : { owner }), on };
  return [{ kind: "stock", about: `${product}|${place}|${owner ?? ""}`, says }];
}

function serialStatement(row: RowAt, on: string, at: Reading): readonly Statement[] {
  const last = row.figure("last");
  if (last === null) return [];
  if (!/^[1-9]\d{0,9}$/.test(last)) throw row.fault("import.figure-unreadable", "last");
  const of = placeOf(row, at);
  return [{ kind: "serial", about: `receipt|${of}`, says: { papers: "receipt", of, last, on } }];
}

function cashStatement(row: RowAt, on: string, at: Reading): readonly Statement[] {
  if (row.words("amount") === "") return [];
  const grain = currencyIn(row, at);
  const amount = moneyIn(row, "amount", grain);
  if (amount === null) return [];
  const word = fold(row.words("account"));
  const account = /banco|bank|conta corrente|cuenta corriente/.test(word)
    ? "bank"
    : /caja|cash|efectivo|caixa|dinheiro/.test(word)
      ? "cash"
      : null;
  if (account === null) throw row.fault("import.account-unknown", "account");
  const place = row.maybe("place", 64) ?? at.choices.place;
  const says = { account, ...(place === undefined ? {} : { place }), amount, currency: grain.currency, on };
  return [{ kind: "cash", about: `${account}|${place ?? ""}|${grain.currency}`, says }];
}

function placeOf(row: RowAt, { choices }: Reading): string {
  const word = (row.maybe("place", 64) ?? choices.place ?? "").replaceAll("|", "/");
  if (word === "") throw row.fault("import.cell-empty", "place");
  return word;
}
