/** The receipt as a paper of the book: its number, and the content that is kept. */
import type { Context } from "../../kernel/act/declaration.ts";
import type { Paper } from "../../kernel/act/follows.ts";
import { always, map, type Need, rows, tally } from "../../kernel/act/need.ts";
import { type ReceiptContent, receiptText } from "./content.ts";
import type { Delivery } from "./needs.ts";
import { delivery } from "./records.ts";
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
 * The number as printed; from a seat without one, the next of the place: "point-2-000017". Other ways may have none. A counted
 * number is not looked up among the printed ones: it changes with every act of a batch, and that would be a read for each.
 */
export function receiptNumber(said: ReceiveSaid, { through }: Context): Need<ReceiptNumber> {
  const { receipt, place } = said;
  if (receipt !== undefined)
    return map(rows(delivery, "byReceipt", [receipt]), (before) => ({ number: receipt, issued: false, before }));
  if (through.way !== "seat") return noReceipt;
  return map(tally("serial", serialKey(place)), (last) => ({
    number: `${place}-${(last + 1n).toString().padStart(6, "0")}`,
    issued: true,
    before: [],
  }));
}

/** The paper of a hand-over: one that the book issues, or that a device printed. Pads and files are their own paper. */
export function receiptPaper(
  said: ReceiveSaid,
  row: Delivery,
  { number, issued, before }: ReceiptNumber,
  context: Context,
): Paper | null {
  if (number === null || !(issued || context.through.way === "device")) return null;
  return {
    // Two series: what the book counts cannot meet a number that a device counted.
    kind: issued ? "receipt" : "receipt-printed",
    // A number printed twice names two papers: the second is kept under its number and its hand-over.
    number: before.length === 0 ? number : `${number}/${row.delivery}`,
    about: row.delivery,
    content: receiptText(contentOf(said, row, number, context)),
  };
}

const contentOf = (said: ReceiveSaid, row: Delivery, number: string, context: Context): ReceiptContent => ({
  form: "receipt/1",
  number,
  book: context.book,
  organisation: context.settings?.name ?? null,
  delivery: row.delivery,
  agent: row.member,
  by: context.by,
  attested: context.through.way === "device" ? "device" : "book",
  place: row.place,
  scale: row.scale,
  happened: row.happened,
  clock: row.clock,
  product: row.product,
  season: row.season,
  plot: row.plot,
  claim: row.claim,
  bags: row.bags,
  gross: row.gross_g.toString(),
  tare: row.tare_g.toString(),
  net: said.shown?.net_g ?? row.net_g.toString(), // The paper wins: what was printed is what the paper says.
  weighings: said.bags.map((one) => ({
    container: one.container,
    count: one.count,
    gross: one.gross_g,
    tare: one.tare_g,
  })),
  measurements: said.measurements.map((one) => ({
    measure: one.measure,
    value: one.value,
    unit: one.unit,
    method: one.method ?? null,
    instrument: one.instrument ?? null,
  })),
  shown: said.shown ?? null,
  provisional: said.shown?.value === undefined,
});
