/** The story of a day at a collection point, as a telephone tells it: a float, a debt lent to the point, leaves of a pad, a closing. */
import { atPoint, notes } from "../../rooms/acopio/point-testing.ts";
import { efrain, idOf, type TestBook, today } from "../../rooms/book/testing.ts";
import { lendDebt, lendFloat, payingBook, slipOf } from "../../rooms/settlement/point-testing.ts";
import { advanceOf, handOver, rosa } from "../../rooms/settlement/testing.ts";

/** The pad that leaves are written on. */
export const pad = { pad: idOf("a pad"), series: "T2", from: 451, to: 460, place: "point-2", on: "2026-11-01" };
const onLeaf = (serial: number) => ({
  delivery: idOf(`leaf ${serial}`),
  member: rosa.agent,
  product: "coffee-cherry",
  place: "point-2",
  on: "2026-11-14",
  bags: [{ gross_g: "50000", tare_g: "0", container: "sack", count: 1 }],
  pad: { pad: pad.pad, serial, writer: efrain.agent },
});

/** A float of 2,000,000, Rosa's advance to collect, a slip, two leaves of a pad with a hole between, and a note short in the evening. */
export function day(): TestBook {
  const book = payingBook();
  const debt = advanceOf(book, "advance", "500000");
  book.speak("pad.issue", pad);
  lendFloat(book, "2000000", atPoint(1));
  lendDebt(book, debt, "300000");
  const morning = [{ currency: "COP", notes: notes("100000", 20), shown: "2000000" }];
  const check = { scale: "B-03", expected_g: "20000", shown_g: "20150" };
  book.speak(
    "point.open-day",
    { place: "point-2", on: today, clock: "06:45", checks: [check], cash: morning },
    atPoint(2),
  );
  handOver(book, "A", 100_300n);
  book.speak("settlement.on-the-spot", slipOf("A", "499850"), atPoint(3));
  book.speak("delivery.receive", onLeaf(451), atPoint(4));
  book.speak("delivery.receive", onLeaf(453), atPoint(5));
  const blank = { from: 454, to: 460, state: "blank" };
  book.speak("pad.account", { pad: pad.pad, serials: [blank], on: today }, atPoint(6));
  const back = { place: "point-2", to: "office", amount: "1000000", currency: "COP", on: today };
  book.speak("float.return", back, atPoint(7));
  const evening = [{ currency: "COP", notes: notes("50000", 9, "50", 3), shown: "500150" }];
  const counted = { receipts: null, handOvers: 0, voids: 0, kilos: [], cash: evening };
  book.speak("point.close-day", { place: "point-2", on: today, clock: "17:00", ...counted }, atPoint(8));
  const hold = book.history.flatMap((one) => one.follows.records).findLast((one) => one.record.table === "hold")
    ?.row.hold;
  book.speak("hold.end", { hold, reason: "Collected." });
  return book;
}
