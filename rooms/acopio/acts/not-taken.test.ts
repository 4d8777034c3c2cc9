import { expect, it } from "vitest";
import { codesOf, idOf, today } from "../../book/testing.ts";
import { cherryBook, draftOf, known, rosa, sumOf } from "../../settlement/testing.ts";
import { stockOf } from "../needs.ts";

/** Rosa brings 100.3 kg; the grader sends them back. */
const sentBack = {
  delivery: idOf("wet"),
  member: rosa.agent,
  product: "coffee-cherry",
  place: "point-2",
  on: today,
  bags: [{ gross_g: "100300", tare_g: "0", container: "sack", count: 1 }],
  goods: "rejected",
};

it("goods that are sent back are recorded, lie in no store, and are settled by nobody [acopio.not-taken]", () => {
  const book = cherryBook();
  expect(codesOf(book.speak("delivery.receive", sentBack))).toEqual([]);
  expect(known(book, stockOf("coffee-cherry", "point-2"))).toBe(0n);
  expect([sumOf(book, "stock"), sumOf(book, "goods-received")]).toEqual([0n, 0n]);
  const row = book.history.flatMap((one) => one.follows.records).find((one) => one.record.table === "delivery")?.row;
  expect([row?.mode, row?.net_g]).toEqual(["not-taken", 100_300n]);
  expect(codesOf(book.speak("settlement.draft", { ...draftOf("s", [rosa.agent, "wet"]) }))).toEqual([
    "settlement.delivery-not-taken",
  ]);
});

it("a void of it posts nothing back", () => {
  const book = cherryBook();
  book.speak("delivery.receive", sentBack);
  book.speak("delivery.void", { delivery: idOf("wet"), reason: "Twice.", on: today });
  expect(known(book, stockOf("coffee-cherry", "point-2"))).toBe(0n);
});
