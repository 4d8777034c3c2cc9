/**
 * What a receipt's square says: the content of the kept paper as few bytes, integer keys, every amount exact. A function of the
 * content alone, so that the telephone, the office's reprint and whoever checks make the same bytes. Published as CDDL in
 * `docs/receipt.cddl`; what is left out when a hand-over has too much stands there in its order.
 */
import { type Cbor, encodeCbor } from "../../../kernel/cose/cbor.ts";
import { SIGNED_OVERHEAD } from "../../../kernel/cose/sign1.ts";
import type { ReceiptContent } from "../content.ts";
import { containers, currencies, measures, products } from "./receipt-tables.ts";
import { amountCode, idBytes, numberCode, partsOf, timeCode } from "./receipt-values.ts";

/** The longest signed receipt, so that its square has at most 61 modules at level M behind an address. */
export const LONGEST_RECEIPT = 200;
const LONGEST_PAYLOAD = LONGEST_RECEIPT - SIGNED_OVERHEAD;

/** Keys of the payload. */
export const KEY = {
  delivery: 1,
  parties: 2,
  minute: 3,
  day: 4,
  weights: 5,
  number: 6,
  product: 7,
  who: 8,
  paid: 9,
  money: 10,
  readings: 11,
  agreed: 12,
  container: 13,
  place: 14,
  plan: 15,
  left: 16,
  claim: 17,
  scale: 18,
} as const;

/** How many last bytes of an id stand in the code: of the book, of who handed over, of who received. */
export const TAIL = { book: 4, member: 6, clerk: 3 } as const;

/** What stands in key 12. That they agreed, or nothing was said of it, is unsaid. */
export const notAgreed: readonly string[] = ["with-objection", "not-there"];

type Payload = Map<number, Cbor>;

/** The payload of a receipt's code. */
export function receiptPayload(content: ReceiptContent): Uint8Array {
  let payload: Payload = always(content);
  const fits = (more: Payload): boolean => encodeCbor(more).length <= LONGEST_PAYLOAD;
  const take = (key: number, value: Cbor | null | undefined): boolean => {
    if (value === null || value === undefined) return true;
    const more = new Map([...payload, [key, value]]);
    if (!fits(more)) return false;
    payload = more;
    return true;
  };
  const { shown } = content;
  take(KEY.number, numberCode(content.number));
  take(KEY.product, listed(products, content.product));
  take(KEY.who, shown?.who);
  take(KEY.paid, shown?.paid_g === undefined ? null : BigInt(shown.paid_g));
  take(KEY.agreed, agreedCode(shown?.agreed));
  moneyCodes(content).some((money) => take(KEY.money, money));
  let readings: readonly Cbor[] = [];
  for (const one of content.measurements) {
    const more = [...readings, ...readingCode(one)];
    if (!take(KEY.readings, more)) break; // The first ones, in their order: none is passed over for a shorter one.
    readings = more;
  }
  take(KEY.container, containerCode(content));
  take(KEY.place, content.place);
  take(KEY.plan, shown?.plan === undefined ? null : [shown.plan.code, shown.plan.version]);
  take(KEY.left, shown?.net === undefined ? null : amountCode(shown.net));
  take(KEY.claim, content.claim);
  take(KEY.scale, content.scale);
  return encodeCbor(payload);
}

/** What is never left out: which hand-over, between whom, when, and its weight. At most 74 bytes. */
function always(content: ReceiptContent): Payload {
  const { gross, tare, net } = content;
  const [unit, time] = timeCode(content.happened, content.clock);
  const weights = [content.bags, BigInt(gross), BigInt(tare)];
  return new Map<number, Cbor>([
    [KEY.delivery, idBytes(content.delivery)],
    [KEY.parties, partiesOf(content)],
    [KEY[unit], time],
    // Net stands only where the paper says another one than gross less tare.
    [KEY.weights, BigInt(net) === BigInt(gross) - BigInt(tare) ? weights : [...weights, BigInt(net)]],
  ]);
}

function partiesOf({ book, agent, by }: ReceiptContent): Uint8Array {
  const tails = [idBytes(book).slice(-TAIL.book), idBytes(agent).slice(-TAIL.member), idBytes(by).slice(-TAIL.clerk)];
  return Uint8Array.from(tails.flatMap((tail) => [...tail]));
}

/** The number of a listed code, or the code. */
const listed = (list: readonly string[], code: string): Cbor => (list.includes(code) ? list.indexOf(code) : code);

const agreedCode = (agreed: string | undefined): number | null =>
  agreed === undefined || !notAgreed.includes(agreed) ? null : notAgreed.indexOf(agreed);

/** Money as shown, from all that there is to the least that says something; a sum is never without its currency. */
function moneyCodes({ shown }: ReceiptContent): readonly Cbor[] {
  if (shown === null || (shown.value === undefined && shown.cash === undefined)) return [];
  const currency = shown.currency === undefined ? null : (currencies[shown.currency] ?? shown.currency);
  const [value, price, cash] = [shown.value, shown.unitPrice, shown.cash].map((one) =>
    one === undefined ? null : amountCode(one),
  ) as [Cbor, Cbor, Cbor];
  const whole = cash === null ? [currency, value, price] : [currency, value, price, cash];
  const most = cash === null && price === null ? [currency, value] : whole;
  return value === null ? [most] : [most, [currency, value, null, cash], [currency, value]];
}

/** A reading as three values in a row: its measure, its exponent, its mantissa; a value of no such form as exponent 0 and text. */
function readingCode({ measure, unit, value }: ReceiptContent["measurements"][number]): readonly Cbor[] {
  const at = measures.findIndex(([code, of]) => code === measure && of === unit);
  const parts = partsOf(value);
  const of: Cbor = at < 0 ? [measure, unit] : at;
  return parts === null ? [of, 0, value] : [of, parts[1] === 0 ? 0 : -parts[1], parts[0]];
}

/** The container, when all weighings had the same. */
function containerCode({ weighings }: ReceiptContent): Cbor | null {
  const [first] = weighings;
  if (first === undefined || weighings.some((one) => one.container !== first.container)) return null;
  return listed(containers, first.container);
}
