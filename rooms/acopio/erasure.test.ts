import { expect, test } from "vitest";
import { codesOf, marta } from "../book/testing.ts";
import { erasureHold } from "../people/needs.ts";
import { rosa } from "../people/testing.ts";
import { collectingBook, known, sevenSacks } from "./testing.ts";

test("Rosa brought seven sacks and was not paid: until it is settled or voided, her name stays [people.erase]", () => {
  const book = collectingBook();
  book.speak("delivery.receive", sevenSacks);
  expect(known(book, erasureHold(rosa.agent))).toBe(1n);
  book.speak("delivery.receive", sevenSacks); // Told again it is one hand-over.
  expect(known(book, erasureHold(rosa.agent))).toBe(1n);
  const refusal = book.speak("person.erase", { agent: rosa.agent, reason: "she asked for it" }, { by: marta.agent });
  expect(refusal.outcome).toBe("refused");
  expect(codesOf(refusal)).toEqual(expect.arrayContaining(["person.open-business"]));
  book.speak("delivery.void", { delivery: sevenSacks.delivery, reason: "weighed twice", on: sevenSacks.on });
  expect(known(book, erasureHold(rosa.agent))).toBe(0n);
});
