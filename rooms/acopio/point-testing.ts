/** A collection point for tests of this and later rooms: point 2 with its scale, and Efraín's telephone of series QD2A. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import { efrain, idOf, now, type Saying, type TestBook } from "../book/testing.ts";
import { collectingBook } from "./testing.ts";

/** The sheet of point 2: it receives parchment, pays cash, and its scale of 50 g may be 100 g off. */
export const pointTwo = {
  place: "point-2",
  from: "2026-09-01",
  reason: "as it has been",
  sheet: {
    name: "Quebrada Honda",
    products: ["coffee-parchment"],
    prefix: "QD2",
    paysCash: true,
    scales: [{ scale: "B-03", division_g: "50", knownWeight_g: "20000", tolerance_g: "100" }],
    denominations: [{ currency: "COP", values: ["100000", "50000", "20000", "1000"] }],
  },
};

/** The telephone that stands at point 2. */
export const telephone = { device: idOf("the telephone of point 2"), series: "QD2A" };

/** Speaking through the telephone of point 2, as Efraín. */
export const atPoint = (sequence: number, at = now): Saying => ({
  id: idOf(`at point 2: ${sequence}`),
  by: efrain.agent,
  through: { way: "device", device: telephone.device, sequence, at },
});

/** Opens point 2 and gives it its telephone. */
export function withPoint(book: TestBook): TestBook {
  book.speak("point.open", pointTwo);
  book.speak("device.enrol", { ...telephone, publicKey: "B".repeat(43), place: "point-2" });
  return book;
}

/** A book in which point 2 collects parchment. */
export const pointBook = (...more: readonly ActDeclaration[]): TestBook => withPoint(collectingBook(...more));

/** Notes as counted: `notes("50000", 30, "20000", 25)`. */
export function notes(...pairs: readonly (string | number)[]): { value: string; count: number }[] {
  const found = [];
  for (let at = 0; at < pairs.length; at += 2) found.push({ value: String(pairs[at]), count: Number(pairs[at + 1]) });
  return found;
}
