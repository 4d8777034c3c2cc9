/** The receipt as a paper of the book: its number, and the content that is kept. */
import type { Context } from "../../kernel/act/declaration.ts";
import type { Paper } from "../../kernel/act/follows.ts";
import { always, andThen, map, type Need, rows, tally } from "../../kernel/act/need.ts";
import { type ReceiptContent, receiptText } from "./content.ts";
import type { Delivery } from "./needs.ts";
import { numberOnLeaf } from "./pads.ts";
import { delivery } from "./records.ts";
import { notKnownContainer, wrongWithPaper } from "./rules/from-paper.ts";
import type { ReceiveSaid } from "./said.ts";

/** The number of a hand-over's receipt, and which hand-overs have it already. `issued`: the book itself counted it. */
export type ReceiptNumber = {
  readonly number: string | null;
  readonly issued: boolean;
  readonly before: readonly Delivery[];
};

/** Key of the tally `serial` that counts the receipts the book issues for a place. */
export const serialKey = (place: string): string => `receipt|${place}`;

const noReceipt: Need<ReceiptNumber> = always({ number: null, issued: false, before: [] });

/**
 * The number as printed, on a pad that of its leaf; from a seat without one, the next of the place: "point-2-000017". Other ways may
 * have none. A counted number is not looked up among the printed ones: it changes with every act of a batch, and that would be a read for each.
 */
export function receiptNumber(said: ReceiveSaid, { through }: Context): Need<ReceiptNumber> {
  const { receipt, place, pad } = said;
  if (receipt !== undefined) return printedNumber(receipt);
  if (pad !== undefined)
    return andThen(numberOnLeaf(pad), (number) => (number === null ? noReceipt : printedNumber(number)));
  if (through.way !== "seat") return noReceipt;
  return map(tally("serial", serialKey(place)), (last) => ({
    number: `${place}-${(last + 1n).toString().padStart(6, "0")}`,
    issued: true,
    before: [],
  }));
}

const printedNumber = (number: string): Need<ReceiptNumber> =>
  map(rows(delivery, "byReceipt", [number]), (before) => ({ number, issued: false, before }));

/** Whether a device printed and sealed the paper: it says the hand-over itself, or its paper was scanned and says the same. */
const isSealedByDevice = (said: ReceiveSaid, { through, book }: Context): boolean =>
  through.way === "device" || (said.paper !== undefined && wrongWithPaper(said, book) === null);

/** The paper of a hand-over: one that the book issues, or that a device printed. Pads and files are their own paper. */
export function receiptPaper(
  said: ReceiveSaid,
  row: Delivery,
  { number, issued, before }: ReceiptNumber,
  context: Context,
): Paper | null {
  if (number === null || said.pad !== undefined || !(issued || isSealedByDevice(said, context))) return null;
  return {
    // Two series: what the book counts cannot meet a number that a device counted.
    kind: issued ? "receipt" : "receipt-printed",
    // A number printed twice names two papers: the second is kept under its number and its hand-over.
    number: before.length === 0 ? number : `${number}/${row.delivery}`,
    about: row.delivery,
    content: receiptText(contentOf(said, row, number, context)),
  };
}

/** The content, its fields in the order of their names: see `receiptText`. */
const contentOf = (said: ReceiveSaid, row: Delivery, number: string, context: Context): ReceiptContent => ({
  agent: row.member,
  attested: isSealedByDevice(said, context) ? "device" : "book",
  bags: row.bags,
  book: context.book,
  by: said.paper?.by ?? context.by, // Who received, not who scanned the paper.
  claim: row.claim,
  clock: row.clock,
  delivery: row.delivery,
  form: "receipt/1",
  gross: row.gross_g.toString(),
  happened: row.happened,
  measurements: said.measurements.map((one) => ({
    instrument: one.instrument ?? null,
    measure: one.measure,
    method: one.method ?? null,
    unit: one.unit,
    value: one.value,
  })),
  net: said.shown?.net_g ?? row.net_g.toString(), // The paper wins: what was printed is what the paper says.
  number,
  organisation: context.settings?.name ?? null,
  place: row.place,
  plot: row.plot,
  product: row.product,
  provisional: said.shown?.value === undefined,
  scale: row.scale,
  season: row.season,
  shown: said.shown ?? null,
  tare: row.tare_g.toString(),
  weighings: said.bags
    .filter(({ container }) => container !== notKnownContainer)
    .map((one) => ({ container: one.container, count: one.count, gross: one.gross_g, tare: one.tare_g })),
});
