import { describe, expect, it } from "vitest";
import { write } from "../../../kernel/act/record.ts";
import { openQuestions } from "../../book/needs.ts";
import { byTelephone, codesOf, idOf, type TestBook } from "../../book/testing.ts";
import { gradedDelivery } from "../needs.ts";
import { settledDelivery } from "../records.ts";
import { collectingBook, kept, known, receive, sevenSacks } from "../testing.ts";

describe("later results of a sample [acopio.grade]", () => {
  const result = {
    sampleResult: idOf("laboratory result 1"),
    delivery: sevenSacks.delivery,
    measurements: [{ measure: "moisture", value: "12.1", unit: "percent", instrument: "oven" }],
    on: "2026-11-15",
    laboratory: "Laboratorio central",
  };
  const graded = (book: TestBook) => {
    const found = known(book, gradedDelivery(sevenSacks.delivery));
    return found?.measurements.map((one) => `${one.measure} ${one.value}`);
  };
  it("stand in place of the readings at the scale; those stay visible", () => {
    const { book } = receive({});
    expect(codesOf(book.speak("delivery.grade", result))).toEqual([]);
    expect(graded(book)).toEqual(["moisture 12.1", "sample-grams 250", "sound-grams 188.2", "pasilla-grams 9.4"]);
    expect(kept(book)?.measurements).toEqual(sevenSacks.measurements);
  });
  it("told again are one result; told otherwise the first stays and the book asks", () => {
    const { book } = receive({});
    book.speak("delivery.grade", result);
    expect(book.speak("delivery.grade", result).outcome).toBe("done");
    const other = { ...result, measurements: [{ measure: "moisture", value: "14", unit: "percent" }] };
    expect(codesOf(book.speak("delivery.grade", other))).toEqual(["sample-result.id-used"]);
    expect(graded(book)?.[0]).toBe("moisture 12.1");
  });
  it("are doubted like readings at the scale, and kept", () => {
    const { book } = receive({});
    const measurements = [{ measure: "moisture", value: "0", unit: "percent" }];
    expect(codesOf(book.speak("delivery.grade", { ...result, measurements }))).toEqual([
      "delivery.measure-implausible",
    ]);
  });
  it("of an unknown hand-over, or of one settled before, ask", () => {
    expect(codesOf(collectingBook().speak("delivery.grade", result))).toEqual(["sample-result.delivery-unknown"]);
    const { book } = receive({});
    book.page.lay(
      write(settledDelivery, { delivery: sevenSacks.delivery, statement: idOf("a closed statement"), value: 1n }),
    );
    expect(codesOf(book.speak("delivery.grade", result))).toEqual(["sample-result.after-settlement"]);
  });
});

describe("an objection [acopio.object]", () => {
  const objecting = {
    objection: idOf("Rosa objects"),
    delivery: sevenSacks.delivery,
    against: "moisture",
    words: "En mi casa midió once y medio.",
    on: "2026-11-14",
  };
  it("is kept and asks whoever answers for quality; the question is about the hand-over", () => {
    const { book } = receive({});
    expect(codesOf(book.speak("delivery.object", objecting, byTelephone(2)))).toEqual(["delivery.objection"]);
    const [asked] = known(book, openQuestions([sevenSacks.delivery]));
    expect(asked).toMatchObject({ code: "delivery.objection", to_role: "technician" });
  });
  it("told again is one objection; told otherwise the book asks", () => {
    const { book } = receive({});
    book.speak("delivery.object", objecting, byTelephone(2));
    expect(book.speak("delivery.object", objecting, byTelephone(3)).outcome).toBe("done");
    const other = { ...objecting, against: "price" };
    expect(codesOf(book.speak("delivery.object", other, byTelephone(4)))).toEqual(["objection.id-used"]);
  });
  it("to a hand-over that nobody knows is kept too", () => {
    expect(codesOf(collectingBook().speak("delivery.object", objecting, byTelephone(1)))).toEqual([
      "delivery.objection",
      "objection.delivery-unknown",
    ]);
  });
});
