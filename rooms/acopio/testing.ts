/** Hand-overs for tests of this and later rooms: Doña Rosa brings seven sacks of parchment coffee. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { Need } from "../../kernel/act/need.ts";
import { acts as agreementActs } from "../agreements/index.ts";
import { withCoffeeSeason } from "../agreements/testing.ts";
import { byTelephone, codesOf, idOf, openedBook, type TestBook } from "../book/testing.ts";
import { acts as peopleActs } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";
import { deliveredOf, delivery, stockOf } from "./needs.ts";
import { deliveryNote } from "./records.ts";

/** Seven sacks, 412.5 kg gross, 0.7 kg of tare each: 407.6 kg net; moisture 12.6 %, sample 250 g. */
export const sevenSacks = {
  delivery: idOf("Rosa's seven sacks"),
  member: rosa.agent,
  product: "coffee-parchment",
  place: "point-2",
  on: "2026-11-14",
  clock: "07:42",
  scale: "B-03",
  scaleChecked: "2026-11-14",
  bags: [
    { gross_g: "181500", tare_g: "2100", container: "sack", count: 3 },
    { gross_g: "231000", tare_g: "2800", container: "sack", count: 4 },
  ],
  measurements: [
    { measure: "moisture", value: "12.6", unit: "percent", method: "capacitance-meter", instrument: "H-2" },
    { measure: "sample-grams", value: "250", unit: "g" },
    { measure: "sound-grams", value: "188.2", unit: "g" },
    { measure: "pasilla-grams", value: "9.4", unit: "g" },
  ],
};

/** A book with Rosa in its register and a season open, that understands this room and the acts given. */
export const collectingBook = (...more: readonly ActDeclaration[]): TestBook =>
  withCoffeeSeason(withRosa(openedBook(...peopleActs, ...agreementActs, ...acts, ...more)));

/** What a book in memory answers to a need. */
export function known<T>(book: TestBook, need: Need<T>): T {
  const tried = need.tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
}

/** Efraín receives the seven sacks, or what is said otherwise, with his telephone. */
export function receive(says: object, how = byTelephone(1)) {
  const book = collectingBook();
  const answer = book.speak("delivery.receive", { ...sevenSacks, ...says }, how);
  return { book, codes: codesOf(answer), follows: book.history.at(-1)?.follows };
}

/** The seven sacks as the book keeps them. */
export const kept = (book: TestBook) => known(book, delivery(sevenSacks.delivery));
/** Grams of parchment at point 2, and what Rosa delivered in the season. */
export const stock = (book: TestBook): bigint => known(book, stockOf("coffee-parchment", "point-2"));
export const delivered = (book: TestBook): bigint =>
  known(book, deliveredOf(rosa.agent, "coffee-parchment", "2026-main"));
/** What the last act noted of a hand-over. */
export const notes = (book: TestBook) =>
  book.history.at(-1)?.follows.records.filter((one) => one.record.table === deliveryNote.table) ?? [];
