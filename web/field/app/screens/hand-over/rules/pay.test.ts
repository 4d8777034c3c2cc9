import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, exactly, multiply, ratioText } from "../../../../../../kernel/exact/index.ts";
import { moneyText, notesFor } from "./pay.ts";

const pesos = ["1000", "50", "100", "100000", "50000", "20000", "10000", "5000", "2000", "500", "200"];
const soles = ["200", "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10"];

describe("notes to count out [field.purchase]", () => {
  it("2,940,800 pesos: twenty-nine of 100,000, two of 20,000, and 800 in coins", () =>
    expect(notesFor("2940800", pesos)).toEqual({
      notes: [
        { value: "100000", count: "29" },
        { value: "20000", count: "2" },
        { value: "500", count: "1" },
        { value: "200", count: "1" },
        { value: "100", count: "1" },
      ],
      rest: "0",
    }));

  it("1,880.90 soles come to coins of ten céntimos", () =>
    expect(notesFor("1880.9", soles).notes.at(-1)).toEqual({ value: "0.20", count: "2" }));

  it("says what no note makes up", () => expect(notesFor("1030", ["1000", "50"]).rest).toBe("30"));

  it("notes and rest are always the amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (tenths) => {
        const amount = ratioText(multiply(exactly(`${tenths}`), exactly("0.1")));
        const { notes, rest } = notesFor(amount, soles);
        const sum = notes.reduce(
          (total, one) => add(total, multiply(exactly(one.value), exactly(one.count))),
          exactly(rest),
        );
        expect(ratioText(sum)).toBe(amount);
      }),
    );
  });

  it("grains of a statement are written as money", () => {
    expect(moneyText("2940786", { currency: "COP", grain: { line: "1", cash: "50" } })).toBe("2940786");
    expect(moneyText("188094", { currency: "PEN", grain: { line: "0.01", cash: "0.10" } })).toBe("1880.94");
  });
});
