/** From what a bank's file says to movements of the book: amounts in its grains, our numbers found, each with its lasting id. */
import { decimalText, exactly, subtract } from "../../../kernel/exact/index.ts";
import { amountFromText, type CurrencyGrain } from "../../../kernel/money/index.ts";
import { day } from "../../../kernel/time/index.ts";
import { entryIds, type Identity, type Movement, type Nature } from "../../../rooms/settlement/rules/bank/movement.ts";
import { paymentNumberIn } from "../../../rooms/settlement/rules/order/number.ts";
import type { RawMovement } from "./raw.ts";

/** Whose account it is, and in which grains the book keeps its currency. */
export type InBook = { readonly book: string; readonly account: string; readonly grain: CurrencyGrain };

/** A movement with its place in the file, and the words beside it, which are shown once and not kept. */
export type Told = { readonly movement: Movement; readonly place: string; readonly words: string };

/** What a statement gives: movements that happened, what is only announced, and places that cannot be read. */
export type Converted = {
  readonly told: readonly Told[];
  readonly announced: number;
  readonly unreadable: readonly { readonly place: string; readonly found: string }[];
};

/** The bank's codes for what it takes for itself (external bank transaction sub-families of ISO 20022). */
const CHARGES = /(?:^|\/)(?:CHRG|FEES|COMM|COMT)$/;

/** Brings movements of one statement to the book. */
export function convert(raw: readonly RawMovement[], at: InBook): Converted {
  const unreadable: { place: string; found: string }[] = [];
  const drafts: Draft[] = [];
  let announced = 0;
  for (const one of raw) {
    const nature = natureOf(one);
    if (nature === null) {
      announced += 1;
      continue;
    }
    if (day(one.on) === null || one.amount === "" || one.currency !== at.grain.currency) {
      unreadable.push({ place: one.place, found: [one.on, one.amount, one.currency].join(" ").trim() });
      continue;
    }
    drafts.push(...draftsOf(one, nature));
  }
  const ids = entryIds(
    at.book,
    drafts.map((draft) => identityOf(draft, at)),
  );
  const told = drafts.map((draft, place) => ({
    movement: movementOf(draft, ids[place] as string, at),
    place: draft.raw.place,
    words: draft.raw.words,
  }));
  return { told, announced, unreadable };
}

/** One movement, or the part of one that is the bank's charge. */
type Draft = { readonly raw: RawMovement; readonly nature: Nature; readonly amount: string };

/** An amount that includes charges is two: what was paid, and what the bank took. */
function draftsOf(raw: RawMovement, nature: Nature): readonly Draft[] {
  if (nature !== "payment" || raw.charges === "") return [{ raw, nature, amount: raw.amount }];
  const rest = subtract(exactly(raw.amount), exactly(raw.charges));
  if (rest.numerator <= 0n) return [{ raw, nature, amount: raw.amount }];
  return [
    { raw, nature, amount: decimalText(rest) },
    { raw, nature: "charge", amount: raw.charges },
  ];
}

/** Null: nothing has happened yet. */
function natureOf(raw: RawMovement): Nature | null {
  if (raw.status === "information") return raw.returns && raw.direction === "out" ? "rejection" : null;
  if (raw.status === "pending") return null;
  // Money that comes in under a number of ours is one of our payments coming back, whatever the bank calls it.
  if (raw.direction === "in") return raw.returns || numberOf(raw) !== null ? "return" : "incoming";
  return CHARGES.test(raw.code) ? "charge" : "payment";
}

const identityOf = ({ raw, nature, amount }: Draft, { account }: InBook): Identity => ({
  account,
  direction: nature === "rejection" ? "none" : raw.direction,
  amount,
  on: raw.on,
  endToEnd: raw.endToEnd,
  reference: nature === "charge" && raw.charges !== "" ? `${raw.reference} charge` : raw.reference,
  words: raw.words,
});

function movementOf({ raw, nature, amount }: Draft, entry: string, { account, grain }: InBook): Movement {
  const number = nature === "charge" ? null : numberOf(raw);
  return {
    entry,
    account,
    nature,
    amount,
    grains: amountFromText(amount, grain),
    currency: grain.currency,
    on: raw.on,
    number,
    order: number === null && nature !== "charge" ? firstOf([raw.message, raw.endToEnd, raw.words], orderIn) : null,
    reference: raw.reference === "" ? null : raw.reference.slice(0, 140),
    reason: raw.reason === "" ? null : raw.reason.slice(0, 40),
  };
}

/** Our number of the payment; of a movement that stands for several there is none. */
const numberOf = (raw: RawMovement): string | null =>
  raw.gathered ? null : firstOf([raw.endToEnd, raw.words, raw.reference], paymentNumberIn);

/** Our number of an order, or of the file that replaces one, as `messageOf` writes it. */
const orderIn = (text: string): string | null => /O[0-9A-F]{4}-[0-9]{4}-[0-9]{4,8}/.exec(text)?.[0] ?? null;

function firstOf(texts: readonly string[], found: (text: string) => string | null): string | null {
  for (const text of texts) {
    const one = found(text);
    if (one !== null) return one;
  }
  return null;
}

/** Whether two account numbers are the same but for how they are spaced: banks write "0021 9900-12" and "00219900 12". */
export const sameAccount = (one: string, other: string): boolean => bare(one) !== "" && bare(one) === bare(other);

const bare = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, "");
