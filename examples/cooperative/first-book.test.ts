import { expect, test } from "vitest";
import { MemoryBook } from "../../kernel/act/memory.ts";
import { tools } from "../../rooms/all.ts";
import { firstBook, firstSeat } from "./first-book.ts";

const book = "01a20088-cd9b-785b-b890-8e7541d6b934";

/** Says the whole first book at an instant; the outcomes that are not plainly done. */
function doubts(at: string): readonly unknown[] {
  const memory = new MemoryBook(book, tools);
  return firstBook({ book, at, salt: () => "0".repeat(32) })
    .map((act) => memory.say(act, at))
    .filter((answer) => answer.outcome !== "done")
    .map((answer) => ("folded" in answer ? answer.folded.outcome : answer));
}

test("the first book is well said at any hour: at noon, when Bogotá is still in yesterday, on the last day of a year", () => {
  expect(doubts("2026-11-15T17:00:00.000Z")).toEqual([]);
  expect(doubts("2026-11-16T02:00:00.000Z")).toEqual([]);
  expect(doubts("2026-12-31T23:59:59.000Z")).toEqual([]);
  expect(doubts("2028-02-29T12:00:00.000Z")).toEqual([]);
});

test("the operator's seat is the founder's", () => {
  const [opening] = firstBook({ book, at: "2026-11-15T17:00:00.000Z", salt: () => "0".repeat(32) });
  const { says } = JSON.parse(opening?.body ?? "{}");
  expect(says.founder).toEqual({ seat: firstSeat(book).seat, agent: firstSeat(book).agent });
});
