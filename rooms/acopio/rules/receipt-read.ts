/** What a receipt's code says, read back: everything that is in it exactly as the paper has it, and null for what is not in it. */
import { type Cbor, decodeCbor } from "../../../kernel/cose/cbor.ts";
import { hexText } from "../../../kernel/hash.ts";
import { KEY, notAgreed, TAIL } from "./receipt-code.ts";
import { containers, currencies, measures, products } from "./receipt-tables.ts";
import { amountText, idText, isWhole, numberText, timeText } from "./receipt-values.ts";

/** A reading as the code says it. */
export type ReadingRead = { readonly measure: string; readonly unit: string; readonly value: string };

/**
 * A receipt as its code says it. Of book, member and clerk the code has the last bytes of their ids, as hexadecimal text. Null: not
 * in the code, whether or not it is on the paper.
 */
export type ReceiptRead = {
  readonly delivery: string;
  readonly bookTail: string;
  readonly memberTail: string;
  readonly clerkTail: string;
  readonly happened: string;
  readonly clock: string | null;
  readonly bags: number;
  /** Whole grams as text. */
  readonly gross: string;
  readonly tare: string;
  readonly net: string;
  readonly number: string | null;
  readonly product: string | null;
  readonly who: string | null;
  readonly paid: string | null;
  readonly agreed: string | null;
  readonly currency: string | null;
  readonly value: string | null;
  readonly price: string | null;
  readonly cash: string | null;
  /** What was left after deductions, before the rounding of cash. */
  readonly left: string | null;
  readonly readings: readonly ReadingRead[];
  readonly container: string | null;
  readonly place: string | null;
  readonly plan: { readonly code: string; readonly version: number } | null;
  readonly claim: string | null;
  readonly scale: string | null;
};

/** Reads the payload of a receipt's code; null when it is none. Keys it does not know are of a newer form, and left alone. */
export function readReceipt(payload: Uint8Array): ReceiptRead | null {
  const said = decodeCbor(payload);
  if (!(said instanceof Map)) return null;
  const at = (key: number): Cbor | undefined => said.get(key) as Cbor | undefined;
  const delivery = at(KEY.delivery);
  const parties = partiesRead(at(KEY.parties));
  const time = said.has(KEY.minute) ? timeText("minute", at(KEY.minute)) : timeText("day", at(KEY.day));
  const weights = weightsRead(at(KEY.weights));
  if (!(delivery instanceof Uint8Array) || delivery.length !== 16) return null;
  if (parties === null || time === null || weights === null) return null;
  const paid = at(KEY.paid);
  const agreed = at(KEY.agreed);
  return {
    delivery: idText(delivery),
    ...parties,
    happened: time.day,
    clock: time.clock,
    ...weights,
    number: numberText(at(KEY.number)),
    product: listedRead(products, at(KEY.product)),
    who: textRead(at(KEY.who)),
    paid: isWhole(paid) ? paid.toString() : null,
    agreed: typeof agreed === "number" ? (notAgreed[agreed] ?? null) : null,
    ...moneyRead(at(KEY.money)),
    left: amountText(at(KEY.left)),
    readings: readingsRead(at(KEY.readings)),
    container: listedRead(containers, at(KEY.container)),
    place: textRead(at(KEY.place)),
    plan: planRead(at(KEY.plan)),
    claim: textRead(at(KEY.claim)),
    scale: textRead(at(KEY.scale)),
  };
}

const textRead = (value: Cbor | undefined): string | null => (typeof value === "string" ? value : null);

const listedRead = (list: readonly string[], value: Cbor | undefined): string | null =>
  typeof value === "number" ? (list[value] ?? null) : textRead(value);

function partiesRead(value: Cbor | undefined): Pick<ReceiptRead, "bookTail" | "memberTail" | "clerkTail"> | null {
  if (!(value instanceof Uint8Array) || value.length !== TAIL.book + TAIL.member + TAIL.clerk) return null;
  const hex = hexText(value);
  const [book, member] = [2 * TAIL.book, 2 * (TAIL.book + TAIL.member)];
  return { bookTail: hex.slice(0, book), memberTail: hex.slice(book, member), clerkTail: hex.slice(member) };
}

function weightsRead(value: Cbor | undefined): Pick<ReceiptRead, "bags" | "gross" | "tare" | "net"> | null {
  if (!Array.isArray(value) || value.length < 3 || value.length > 4 || !value.every(isWhole)) return null;
  const [bags, gross, tare, net] = value as readonly (number | bigint)[];
  if (typeof bags !== "number" || gross === undefined || tare === undefined) return null;
  return {
    bags,
    gross: gross.toString(),
    tare: tare.toString(),
    net: (net ?? BigInt(gross) - BigInt(tare)).toString(),
  };
}

type Money = Pick<ReceiptRead, "currency" | "value" | "price" | "cash">;

function moneyRead(value: Cbor | undefined): Money {
  const [currency, ...amounts] = Array.isArray(value) ? (value as readonly Cbor[]) : [];
  const code = Object.entries(currencies).find(([, number]) => number === currency)?.[0];
  const [worth, price, cash] = amounts.map(amountText);
  return { currency: code ?? textRead(currency), value: worth ?? null, price: price ?? null, cash: cash ?? null };
}

function readingsRead(value: Cbor | undefined): readonly ReadingRead[] {
  if (!Array.isArray(value)) return [];
  const read: ReadingRead[] = [];
  for (let at = 0; at + 2 < value.length; at += 3) {
    const [of, exponent, mantissa] = value.slice(at, at + 3) as [Cbor, Cbor, Cbor];
    const [measure, unit] = (typeof of === "number" ? measures[of] : (of as readonly Cbor[])) ?? [];
    const figure = exponent === 0 ? amountText(mantissa) : amountText([exponent, mantissa]);
    if (typeof measure === "string" && typeof unit === "string" && figure !== null)
      read.push({ measure, unit, value: figure });
  }
  return read;
}

function planRead(value: Cbor | undefined): ReceiptRead["plan"] {
  const [code, version] = Array.isArray(value) ? (value as readonly Cbor[]) : [];
  return typeof code === "string" && typeof version === "number" ? { code, version } : null;
}
