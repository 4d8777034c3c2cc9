import { describe, expect, it } from "vitest";
import { write } from "../../../kernel/act/record.ts";
import { byTelephone, codesOf, idOf } from "../../book/testing.ts";
import { voidOf } from "../needs.ts";
import { settledDelivery } from "../records.ts";
import { collectingBook, delivered, kept, known, receive, sevenSacks, stock } from "../testing.ts";

describe("voiding a hand-over [acopio.void]", () => {
  const said = { delivery: sevenSacks.delivery, reason: "weighed with the wrong tare", on: "2026-11-15" };
  it("posts the goods back on their own day, naming what it undoes; the hand-over stays visible", () => {
    const { book } = receive({});
    const position = book.history.at(-1)?.position;
    expect(codesOf(book.speak("delivery.void", { ...said, replacedBy: idOf("the new one") }))).toEqual([]);
    const entry = book.history.at(-1)?.follows.entries[0];
    expect(entry).toMatchObject({
      because: "delivery.voided",
      happened: "2026-11-14",
      reverses: { position, ordinal: 0 },
    });
    expect(entry?.postings.map((one) => one.amount)).toEqual([-407_600n, 407_600n]);
    expect([stock(book), delivered(book)]).toEqual([0n, 0n]);
    expect(kept(book)).not.toBeNull();
    expect(known(book, voidOf(sevenSacks.delivery))?.replaced_by).toBe(idOf("the new one"));
  });
  it("twice for the same reason is one void; for another it asks", () => {
    const { book } = receive({});
    book.speak("delivery.void", said);
    expect(book.speak("delivery.void", said).outcome).toBe("done");
    expect(codesOf(book.speak("delivery.void", { ...said, reason: "another" }))).toEqual(["delivery.voided-by-two"]);
    expect(stock(book)).toBe(0n);
  });
  it("by two telephones, each with another hand-over in its place: the first holds, and the question names both", () => {
    const { book } = receive({});
    const replaced = [idOf("the one of the first telephone"), idOf("the one of the second telephone")] as const;
    book.speak("delivery.void", { ...said, replacedBy: replaced[0] }, byTelephone(2));
    book.speak("delivery.void", { ...said, reason: "wrong person", replacedBy: replaced[1] }, byTelephone(3));
    expect(book.history.at(-1)?.follows.questions).toEqual([
      {
        code: "delivery.voided-by-two",
        to: "manager",
        about: sevenSacks.delivery,
        facts: {
          reason: "wrong person",
          before: "weighed with the wrong tare",
          replacedBy: replaced[1],
          replacedBefore: replaced[0],
        },
      },
    ]);
    expect(known(book, voidOf(sevenSacks.delivery))?.replaced_by).toBe(replaced[0]);
    expect(stock(book)).toBe(0n);
  });
  it("of a hand-over that a statement has taken changes nothing and asks", () => {
    const { book } = receive({});
    book.page.lay(
      write(settledDelivery, { delivery: sevenSacks.delivery, statement: idOf("a closed statement"), value: 1n }),
    );
    expect(codesOf(book.speak("delivery.void", said))).toEqual(["delivery.void-after-settlement"]);
    expect(stock(book)).toBe(407_600n);
    expect(known(book, voidOf(sevenSacks.delivery))).toBeNull();
  });
  it("that comes before its hand-over waits for it: it is kept, does not count, and the book asks", () => {
    const book = collectingBook();
    expect(codesOf(book.speak("delivery.void", said))).toEqual(["delivery.void-unknown"]);
    expect(codesOf(book.speak("delivery.receive", sevenSacks, byTelephone(1)))).toEqual(["delivery.voided-before"]);
    expect(stock(book)).toBe(0n);
  });
  it("of a hand-over without weight has nothing to post back", () => {
    const { book } = receive({ bags: [] });
    expect(codesOf(book.speak("delivery.void", said))).toEqual([]);
    expect(book.history.at(-1)?.follows.entries).toEqual([]);
  });
});
