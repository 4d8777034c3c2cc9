import { describe, expect, it } from "vitest";
import { byTelephone, codesOf, efrain, idOf, testBook, testSettings } from "../../book/testing.ts";
import { rosa } from "../../people/testing.ts";
import { collectingBook, kept, receive, sevenSacks, stock } from "../testing.ts";

describe("the receipt [acopio.receipt]", () => {
  const bySeat = { by: efrain.agent, through: { way: "seat", seat: efrain.seat, at: "2026-11-15T15:00:00Z" } } as const;
  it("is numbered by place when the book issues it, and names nobody", () => {
    const book = collectingBook();
    book.speak("delivery.receive", sevenSacks, bySeat);
    book.speak("delivery.receive", { ...sevenSacks, delivery: idOf("more") }, bySeat);
    book.speak("delivery.receive", { ...sevenSacks, delivery: idOf("elsewhere"), place: "point-1" }, bySeat);
    const papers = book.history.flatMap((one) => one.follows.papers);
    expect(papers.map((one) => `${one.kind} ${one.number}`)).toEqual([
      "receipt point-2-000001",
      "receipt point-2-000002",
      "receipt point-1-000001",
    ]);
    expect(kept(book)?.receipt).toBe("point-2-000001");
    expect(papers[0]?.about).toBe(sevenSacks.delivery);
    expect(JSON.parse(papers[0]?.content ?? "")).toMatchObject({
      form: "receipt/1",
      number: "point-2-000001",
      book: testBook,
      organisation: testSettings.name,
      agent: rosa.agent,
      attested: "book",
      gross: "412500",
      tare: "4900",
      net: "407600",
      bags: 7,
      scale: "B-03",
      clock: "07:42",
      plot: null,
      provisional: true,
    });
    expect(papers[0]?.content).not.toContain("Quispe");
  });
  it("keeps what a telephone printed, under its number, and says that the device attests it", () => {
    const shown = { net_g: "407600", value: "6494786", currency: "COP", net: "2940786", cash: "2940800" };
    const { follows } = receive({ receipt: "T3Q-2-004417", shown });
    expect(follows?.papers[0]).toMatchObject({ kind: "receipt-printed", number: "T3Q-2-004417" });
    expect(JSON.parse(follows?.papers[0]?.content ?? "")).toMatchObject({
      attested: "device",
      shown,
      provisional: false,
    });
  });
  it("stands as printed where the book finds another weight, and the difference is asked about", () => {
    const { book, codes, follows } = receive({ receipt: "T3Q-2-004417", shown: { net_g: "407500" } });
    expect(codes).toEqual(["delivery.shown-differs"]);
    expect(JSON.parse(follows?.papers[0]?.content ?? "").net).toBe("407500");
    expect(kept(book)?.net_g).toBe(407_600n);
    expect(stock(book)).toBe(407_600n);
  });
  it("of a pad or a file is its own paper: the book issues none", () => {
    const how = {
      by: efrain.agent,
      through: { way: "paper", seat: efrain.seat, paper: "pad 7", at: "2026-11-15T15:00:00Z" },
    } as const;
    const { codes, follows } = receive({ receipt: "0031" }, how as never);
    expect(codes).toEqual([]);
    expect(follows?.papers).toEqual([]);
  });
  it("number used before asks, and both papers are kept", () => {
    const book = collectingBook();
    book.speak("delivery.receive", { ...sevenSacks, receipt: "T3Q-1" }, byTelephone(1));
    const again = { ...sevenSacks, delivery: idOf("another"), receipt: "T3Q-1" };
    expect(codesOf(book.speak("delivery.receive", again, byTelephone(2)))).toEqual(["delivery.receipt-used"]);
    const numbers = book.history.flatMap((one) => one.follows.papers.map((paper) => paper.number));
    expect(numbers).toEqual(["T3Q-1", `T3Q-1/${idOf("another")}`]);
  });
});
