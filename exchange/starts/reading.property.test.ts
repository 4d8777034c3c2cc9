import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decimal, decimalText } from "../../kernel/exact/index.ts";
import { dayIn, monthIn, orderOf } from "./day.ts";
import { figureIn, type Mark, markOf } from "./figure.ts";
import { codeOf, fold, foldNumber } from "./fold.ts";
import { listed, Register, type Registered } from "./register.ts";
import { TieGraph } from "./tie-graph.ts";

const plain = (mark: Mark) => ({ mark, workbook: false });

/** A decimal as a person writes it with one of the marks, with or without groups. */
const written = (whole: bigint, places: string, mark: Mark, groups: boolean): string => {
  const digits = whole.toString();
  const head = groups ? digits.replace(/\B(?=(\d{3})+$)/g, mark === "," ? "." : ",") : digits;
  return places === "" ? head : `${head}${mark}${places}`;
};
const figures = fc.record({
  whole: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  places: fc.stringMatching(/^[0-9]{0,6}$/),
  mark: fc.constantFrom<Mark>(",", "."),
  groups: fc.boolean(),
});

describe("figures of sheets", () => {
  it("are read exactly in the mark they were written with, and never tell of the other one alone", () => {
    fc.assert(
      fc.property(figures, ({ whole, places, mark, groups }) => {
        const cell = written(whole, places, mark, groups);
        const exact = decimal(places === "" ? `${whole}` : `${whole}.${places}`);
        expect(figureIn(cell, plain(mark))).toBe(exact === null ? null : decimalText(exact));
        expect([null, "either", mark]).toContain(
          // "1.234.567" of a decimal comma has no decimals: its points tell the mark all the same.
          markOf(cell),
        );
      }),
    );
  });
  it.each([
    ["$ 1.250.000", ",", "1250000"],
    ["1 250,50", ",", "1250.5"],
    ["S/ 12.50", ".", "12.5"],
    ["COP 80.000", ",", "80000"],
    ["11,5 %", ",", "11.5"],
    ["-5", ",", "-5"],
    ["007", ".", "7"],
    [".5", ".", "0.5"],
    ["12.345.6", ",", null],
    ["1,2,3", ".", null],
    ["12-3", ".", null],
    ["=1+1", ".", null],
    ["", ".", null],
  ])("%j with “%s” is %s", (cell, mark, exact) => {
    expect(figureIn(cell, plain(mark as Mark))).toBe(exact);
  });
  it("of a workbook stand as they are, whatever its texts have", () => {
    expect(figureIn("48.35", { mark: ",", workbook: true })).toBe("48.35");
    expect(figureIn("1.234,5", { mark: ",", workbook: true })).toBe("1234.5");
  });
});

describe("days of sheets", () => {
  const months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
  it("are read from every usual spelling", () => {
    const days = fc.date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = "", month = "", of = ""] = iso.split("-");
        const name = months[Number.parseInt(month, 10) - 1] as string;
        const spelled = [
          iso,
          `${of}/${month}/${year}`,
          `${of}-${name}-${year}`,
          `${of} de ${name}. de ${year}`,
          `${iso}T00:00`,
        ];
        for (const one of spelled) expect(dayIn(one, "day-first"), one).toBe(iso);
        expect(dayIn(`${month}/${of}/${year}`, "month-first")).toBe(iso);
        expect([null, "day-first"]).toContain(orderOf(`${of}/${month}/${year}`));
      }),
    );
  });
  it.each([
    ["31/12/24", "2024-12-31"],
    ["1/2/99", "1999-02-01"],
    ["15 de março de 2023", "2023-03-15"],
    ["3-set-2020", "2020-09-03"],
    ["31/02/2019", null],
    ["45292", null],
    ["mañana", null],
  ])("%j is %s", (cell, iso) => expect(dayIn(cell, "day-first")).toBe(iso));
  it.each([
    ["2024-12", "2024-12"],
    ["12/2024", "2024-12"],
    ["dic-24", "2024-12"],
    ["out de 2023", "2023-10"],
    ["13/2024", null],
  ])("the month %j is %s", (cell, month) => expect(monthIn(cell)).toBe(month));
});

const person = (agent: string, more: Partial<Registered> = {}): Registered => ({
  agent,
  number: null,
  name: null,
  document: null,
  community: null,
  ...more,
});

describe("finding a member [starts.found]", () => {
  const register = new Register([
    person("a", { number: "007", name: "Rosa Díaz", document: "10.234.567", community: "El Mirador" }),
    person("b", { number: "8", name: "ROSA DIAZ", community: "La Honda" }),
    person("c", { number: "9", name: "Luz Mora", document: "10234567" }),
  ]);
  const named = { number: "", name: "", document: "", community: "" };
  it("goes by number, then document, then exact name and community", () => {
    expect(register.find({ ...named, number: "7" })).toMatchObject({ found: { agent: "a" }, by: "number" });
    expect(register.find({ ...named, name: "rosa  diaz", community: "la honda" })).toMatchObject({
      found: { agent: "b" },
    });
    expect(register.find({ ...named, number: "70", name: "Luz Mora" })).toEqual({ found: null, candidates: [] });
  });
  it("among several gives the candidates", () => {
    const found = register.find({ ...named, name: "Rosa Díaz" });
    expect(found).toMatchObject({ found: null, candidates: [{ agent: "a" }, { agent: "b" }] });
    expect(found.found === null ? listed(found.candidates) : "").toBe("007 Rosa Díaz, 8 ROSA DIAZ");
    expect(register.find({ ...named, document: "10.234.567" })).toMatchObject({ candidates: [{}, {}] });
  });
});

test("arrows that lead back are found over however many steps", () => {
  const ties = new TieGraph();
  for (const [from, to] of [
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
  ] as const)
    ties.add("kin", from, to);
  expect([ties.leads("kin", "a", "d"), ties.leads("kin", "d", "a"), ties.leads("work", "a", "b")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("words are compared without accents, case and marks", () => {
  expect([fold("  N° de  Cédula. "), foldNumber("1.098.765-K"), codeOf("Café pergamino (seco)")]).toEqual([
    "n de cedula",
    "1098765k",
    "cafe-pergamino-seco",
  ]);
});
