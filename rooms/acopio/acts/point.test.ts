import { describe, expect, it } from "vitest";
import { devicesOf } from "../../book/needs.ts";
import { byTelephone, codesOf, idOf, marta, today } from "../../book/testing.ts";
import { pointOn, pointsOn, scaleCheckedOn } from "../needs/points.ts";
import { atPoint, pointBook, pointTwo, telephone } from "../point-testing.ts";
import { collectingBook, known } from "../testing.ts";

const other = { ...pointTwo, place: "point-3", sheet: { ...pointTwo.sheet, prefix: "EM3" } };

describe("a collection point and its sheet [acopio.points]", () => {
  it("opens under the code of its hand-overs, with products, scales and a prefix", () => {
    const found = known(pointBook(), pointOn("point-2", today));
    expect(found).toMatchObject({ version: 1, sheet: { name: "Quebrada Honda", prefix: "QD2", paysCash: true } });
    expect(known(pointBook(), pointOn("point-2", "2026-08-31"))).toBeNull();
  });
  it("once: another needs a code and a prefix of its own, for ever", () => {
    const book = pointBook();
    expect(codesOf(book.speak("point.open", pointTwo))).toEqual(["point.place-taken"]);
    expect(codesOf(book.speak("point.open", { ...other, sheet: pointTwo.sheet }))).toEqual(["point.prefix-used"]);
    expect(codesOf(book.speak("point.open", other))).toEqual([]);
    const given = { ...pointTwo, sheet: { ...pointTwo.sheet, prefix: "QX9" }, from: today };
    expect(codesOf(book.speak("point.change", given))).toEqual([]);
    expect(codesOf(book.speak("point.open", { ...other, place: "point-4", sheet: pointTwo.sheet }))).toEqual([
      "point.prefix-used",
    ]);
  });
  it("changes from a day on: what was received before stands under the sheet of its day", () => {
    const book = pointBook();
    const sheet = { ...pointTwo.sheet, scales: [{ ...pointTwo.sheet.scales[0], tolerance_g: "50" }] };
    expect(codesOf(book.speak("point.change", { ...pointTwo, sheet, from: today }))).toEqual([]);
    expect(known(book, pointOn("point-2", "2026-11-14"))?.sheet.scales[0]?.tolerance_g).toBe("100");
    expect(known(book, pointOn("point-2", today))?.sheet.scales[0]?.tolerance_g).toBe("50");
    expect(codesOf(book.speak("point.change", other))).toEqual(["point.unknown"]);
  });
  it("needs a reason for a day that is past, and one name for each scale", () => {
    const { reason, ...unsaid } = other;
    const scales = [...pointTwo.sheet.scales, ...pointTwo.sheet.scales];
    const wrong = { ...unsaid, sheet: { ...other.sheet, scales } };
    expect(codesOf(pointBook().speak("point.open", wrong))).toEqual(["point.scale-twice", "point.from-the-past"]);
    expect(reason).toBe("as it has been");
  });
  it("is given up after a day, and its days before stay", () => {
    const book = pointBook();
    const last = { ...pointTwo, from: today, sheet: { ...pointTwo.sheet, until: today } };
    expect(codesOf(book.speak("point.change", last))).toEqual([]);
    expect(known(book, pointOn("point-2", today))).not.toBeNull();
    expect(known(book, pointsOn("2026-11-16"))).toEqual([]);
  });
  it("is opened by whoever manages devices", () => {
    expect(codesOf(pointBook().speak("point.open", other, byTelephone(1)))).toEqual(["power.missing"]);
  });
});

describe("the telephones of a point [book.device-series]", () => {
  const enrol = { device: idOf("another"), publicKey: "C".repeat(43), place: "point-2" };
  it("are found by their place, each with a series of its own", () => {
    const found = known(pointBook(), devicesOf("point-2"));
    expect(found.map((one) => [one.device, one.series])).toEqual([[telephone.device, "QD2A"]]);
  });
  it("never print in a series that another had, lost or not", () => {
    const book = pointBook();
    expect(codesOf(book.speak("device.enrol", { ...enrol, series: "QD2A" }))).toEqual(["device.series-used"]);
    book.speak("device.revoke", { device: telephone.device, reason: "lost at the river" });
    expect(codesOf(book.speak("device.enrol", { ...enrol, series: "QD2A" }))).toEqual(["device.series-used"]);
    expect(codesOf(book.speak("device.enrol", { ...enrol, series: "QD2B" }))).toEqual([]);
  });
});

describe("a scale is checked with a known weight [acopio.scale-check]", () => {
  const check = { place: "point-2", on: today, clock: "06:40", scale: "B-03", expected_g: "20000", shown_g: "20050" };
  it("within the tolerance of the sheet, the check holds for the day", () => {
    const book = pointBook();
    expect(codesOf(book.speak("scale.check", check, atPoint(1)))).toEqual([]);
    expect(known(book, scaleCheckedOn("point-2", "B-03"))).toBe(today);
  });
  it.each([
    ["150 g too much", { shown_g: "20150" }, ["scale.off"]],
    ["101 g too little", { shown_g: "19899" }, ["scale.off"]],
    ["of a scale that the sheet does not name", { scale: "B-09" }, ["scale.unknown"]],
    ["at a point that nobody opened", { place: "point-9" }, ["scale.unknown"]],
  ] as const)("%s: it is kept and asked, and does not count as checked", (_, says, codes) => {
    const book = pointBook();
    expect(codesOf(book.speak("scale.check", { ...check, ...says }, atPoint(1)))).toEqual(codes);
    expect(known(book, scaleCheckedOn("point-2", "B-03"))).toBeNull();
  });
});

describe("opening the day [acopio.open-day]", () => {
  const open = { place: "point-2", on: today, clock: "06:45" };
  const check = { scale: "B-03", expected_g: "20000", shown_g: "20000" };
  it("keeps who opened which telephone's day, with its scales", () => {
    const book = pointBook();
    expect(codesOf(book.speak("point.open-day", { ...open, checks: [check] }, atPoint(1)))).toEqual([]);
    expect(known(book, scaleCheckedOn("point-2", "B-03"))).toBe(today);
    const [opening] = book.history.at(-1)?.follows.records ?? [];
    expect(opening?.row).toMatchObject({ place: "point-2", device: telephone.device, on_day: today, clock: "06:45" });
  });
  it("with a scale that is off and at a point unknown is kept, and asks of both", () => {
    const off = { ...open, place: "point-9", checks: [check, { ...check, scale: "B-04" }] };
    expect(codesOf(pointBook().speak("point.open-day", off, atPoint(1)))).toEqual([
      "point.not-open",
      "scale.unknown",
      "scale.unknown",
    ]);
  });
  it("by somebody without the power to receive is kept as a fact, and asks", () => {
    const book = collectingBook();
    book.speak("seat.give", { seat: idOf("s"), agent: idOf("Nora"), roles: ["member"], from: "2026-01-01" });
    const nora = { by: idOf("Nora"), through: { way: "seat", seat: idOf("s"), at: "2026-11-15T15:00:00Z" } } as const;
    expect(codesOf(book.speak("point.open-day", open, nora))).toEqual(["point.not-open", "act.without-power"]);
    expect(marta.agent).not.toBe(nora.by);
  });
});
