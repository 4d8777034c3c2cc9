/** A point that pays cherry from its float, for tests: point 2, its telephone, and a clerk who may pay up to two millions. */
import { withPoint } from "../acopio/point-testing.ts";
import { firstPowers } from "../book/rules/first-powers.ts";
import { codesOf, idOf, type Saying, type TestBook, today } from "../book/testing.ts";
import { cherryBook, cherrySeason, rosa, told } from "./testing.ts";

export { atPoint } from "../acopio/point-testing.ts";

/** A book in which point 2 pays cherry on the spot; nothing is lent to it yet. */
export function payingBook(): TestBook {
  const book = withPoint(cherryBook());
  const clerk = [...(firstPowers.clerk ?? []), { power: "pay", upTo: "2000000", currency: "COP" }];
  told(book, "powers.publish", { powers: { ...firstPowers, clerk }, from: today });
  return book;
}

/** The office lends point 2 cash until the 21st, and the point says that it has come. */
export function lendFloat(book: TestBook, amount: string, how: Saying): void {
  const id = idOf(`float of ${amount}`);
  told(book, "float.lend", { place: "point-2", amount, currency: "COP", until: "2026-11-21" }, { id });
  told(book, "float.top-up", { place: "point-2", lent: id, amount, currency: "COP", on: today }, how);
}

/** The office lends point 2 the collecting of a debt, all of it or up to an amount. */
export const lendDebt = (book: TestBook, debt: string, upTo?: string, until = "2026-11-21", how: Saying = {}) =>
  codesOf(book.speak("hold.lend", { place: "point-2", until, debts: [{ debt, ...(upTo ? { upTo } : {}) }] }, how));

/** A slip of the point for the hand-over `name`. */
export const slipOf = (name: string, paid: string, agent: string = rosa.agent) => ({
  settlement: idOf(`spot ${name}`),
  statement: idOf(`spot statement ${name}`),
  payment: idOf(`spot payment ${name}`),
  season: cherrySeason.agreement,
  agent,
  delivery: idOf(name),
  paid,
  currency: "COP",
  place: "point-2",
  on: today,
});
