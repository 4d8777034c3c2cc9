/**
 * A hand-over entered again from the receipt in a producer's hand. The code on the paper was sealed by the device, so what it says is
 * enough to record the hand-over as a fact under the same id; what no code carries (single bags, photographs) stays not known.
 */
import { fromBase64Url } from "../../../kernel/base64url.ts";
import type { ReceiveSaid } from "../said.ts";
import type { ReceiptRead } from "./receipt-read.ts";
import { readReceiptCode } from "./receipt-seal.ts";

/** The container of weighings that a code tells as one sum: nobody can say any more in what they came. */
export const notKnownContainer = "not-known";

/** What a code names by its last bytes or leaves out, found in the book by whoever scans. `plan` is the id of the plan it names by its code. */
export type FoundForPaper = {
  readonly member: string;
  readonly by: string;
  readonly device: string;
  readonly place: string;
  readonly product: string;
  readonly number: string;
  readonly plan: string | null;
};

/** What is said with `delivery.receive` for a receipt that was scanned. `code`: the signed bytes in base64url. */
export function saysOfReceipt(read: ReceiptRead, found: FoundForPaper, code: string): unknown {
  const { clock, scale, claim, container, bags, gross, tare, readings } = read;
  return {
    delivery: read.delivery,
    member: found.member,
    product: found.product,
    place: found.place,
    on: read.happened,
    ...(clock === null ? {} : { clock }),
    ...(scale === null ? {} : { scale }),
    receipt: found.number,
    bags: [{ container: container ?? notKnownContainer, count: bags, gross_g: gross, tare_g: tare }],
    measurements: readings.map(({ measure, unit, value }) => ({ measure, unit, value })),
    ...(claim === null ? {} : { claim }),
    shown: shownOf(read, found.plan),
    paper: { code, device: found.device, by: found.by },
  };
}

function shownOf(read: ReceiptRead, plan: string | null): unknown {
  const { agreed, cash, currency, left, net, gross, tare, paid, value, price, who } = read;
  const isOwnNet = BigInt(net) === BigInt(gross) - BigInt(tare);
  const all = {
    agreed,
    cash,
    currency,
    net: left,
    net_g: isOwnNet ? null : net,
    paid_g: paid,
    plan: plan === null || read.plan === null ? null : { ...read.plan, plan },
    unitPrice: price,
    value,
    who,
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== null));
}

/** Where what was said is not what its sealed paper says. */
export type PaperDifference = { readonly field: string; readonly paper: string; readonly said: string };

const tail = (id: string, of: string): string => id.replaceAll("-", "").slice(-of.length);

/**
 * What is wrong with the sealed paper that a hand-over was entered from: that its code cannot be read, or says otherwise. Null when it is
 * as said. Whose signature it bears is judged at the door, like a device's.
 */
export function wrongWithPaper(said: ReceiveSaid, book: string): readonly PaperDifference[] | "unreadable" | null {
  if (said.paper === undefined) return null;
  const code = readReceiptCode(fromBase64Url(said.paper.code));
  if (code === null) return "unreadable";
  const found = differencesFromPaper(said, book, code.read);
  return found.length === 0 ? null : found;
}

/** Every difference between what was said and what the paper says, in a lasting order; what the code leaves out is not compared. */
export function differencesFromPaper(said: ReceiveSaid, book: string, read: ReceiptRead): readonly PaperDifference[] {
  const sum = (name: "gross_g" | "tare_g"): string =>
    said.bags.reduce((total, one) => total + BigInt(one[name]), 0n).toString();
  const count = said.bags.reduce((total, one) => total + one.count, 0);
  const pairs: readonly (readonly [string, string | null, string])[] = [
    ["delivery", read.delivery, said.delivery],
    ["book", read.bookTail, tail(book, read.bookTail)],
    ["member", read.memberTail, tail(said.member, read.memberTail)],
    ["by", read.clerkTail, tail(said.paper?.by ?? "", read.clerkTail)],
    ["happened", read.happened, said.on],
    ["clock", read.clock, said.clock ?? ""],
    ["bags", `${read.bags}`, `${count}`],
    ["gross_g", read.gross, sum("gross_g")],
    ["tare_g", read.tare, sum("tare_g")],
    ["receipt", read.number, said.receipt ?? ""],
    ["product", read.product, said.product],
    ["place", read.place, said.place],
    ["value", read.value, said.shown?.value ?? ""],
  ];
  return pairs.flatMap(([field, paper, other]) =>
    paper === null || paper === other ? [] : [{ field, paper, said: other }],
  );
}
