import { expect, it } from "vitest";
import { openQuestions } from "../../book/needs.ts";
import { codesOf, idOf } from "../../book/testing.ts";
import { rosa } from "../../people/testing.ts";
import { known, receive, sevenSacks } from "../testing.ts";

const seat = idOf("Rosa's seat");
const says = {
  objection: idOf("Rosa objects"),
  delivery: sevenSacks.delivery,
  against: "moisture",
  words: "Vino seco.",
};

function seated() {
  const { book } = receive({});
  book.speak("seat.give", { seat, agent: rosa.agent, roles: ["member"], from: "2026-01-01" });
  const own = { by: rosa.agent, through: { way: "seat", seat, at: "2026-11-15T15:00:00.000Z" } } as const;
  return { book, own };
}

it("a member without any power objects to her own hand-over, and the book asks [me.objection]", () => {
  const { book, own } = seated();
  expect(codesOf(book.speak("delivery.object-own", says, own))).toEqual([]);
  const open = known(book, openQuestions([sevenSacks.delivery]));
  expect(open.map(({ code, to_role }) => `${code} → ${to_role}`)).toEqual(["delivery.objection → technician"]);
});

it("of somebody else's, or of one that is not there, she is told so", () => {
  const { book, own } = seated();
  expect(codesOf(book.speak("delivery.object-own", says))).toEqual(["objection.not-your-delivery"]);
  const nowhere = { ...says, delivery: idOf("no hand-over") };
  expect(codesOf(book.speak("delivery.object-own", nowhere, own))).toEqual(["objection.not-your-delivery"]);
});

it("the same objection is not taken twice", () => {
  const { book, own } = seated();
  book.speak("delivery.object-own", says, own);
  expect(codesOf(book.speak("delivery.object-own", { ...says, words: "Otra cosa" }, own))).toEqual([
    "objection.said-before",
  ]);
});
