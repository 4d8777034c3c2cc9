/** What is deducted in a season, built by forms: ready lines, moved and mended, tried on a value by the engine, kept with the season. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coffeeSpotDeductions } from "../../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { type Desk, deskOfSevenSacks, fieldsOf, type Opened } from "../../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfSevenSacks();
});
afterAll(() => desk.close());

const codes = (page: Opened) =>
  fieldsOf(page.html)
    .filter(([name]) => /^d\.\d+\.code$/.test(name))
    .map(([, value]) => value);
const press = (page: Opened, build: string, typed: Record<string, string | string[]> = {}) =>
  desk.send(page, { do: "save" }, { build, ...typed });
const save = (page: Opened, typed: Record<string, string> = {}) =>
  desk.send(page, { do: "save" }, { build: [], ...typed });

/** A new season's form with the four ready parts. */
async function ready(): Promise<Opened> {
  let page = await desk.open("prices/seasons/new");
  for (const line of ["ready-debts", "ready-share", "ready-solidarity", "ready-collection"])
    page = await press(page, "add", { season: "2026-b", pricePlan: seven.plan, first: "2026-09-16", addLine: line });
  return page;
}

/** The rates and the decisions of worked example 1. */
const decided: Record<string, string> = {
  "d.0.rate": "120",
  ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((at) => [`d.${at}.rule.decidedBy`, "Asamblea, acta 38"])),
};
/** The value, paid weight and debts of worked example 1. */
const sevenSacks = {
  ...{ "x.value": "6.494.786", "x.weight": "404,82", "x.bags": "7", "x.advance": "1.500.000" },
  ...{ "x.credit": "1.800.000", "x.rate": "1,5", "x.months": "4" },
};

describe("the deductions of a season by forms [agreements.deduction-builder]", () => {
  test("ready lines stand in the order in which a value is used up, and the example is there at once", async () => {
    const page = await ready();
    expect(codes(page)).toEqual([
      ...["collection", "share-capital", "solidarity", "advance", "credit-interest", "credit-principal"],
    ]);
    expect(page.text).toContain("A los descuentos todavía les falta algo");
    expect(page.text).toContain("En «Costo de acopio» falta la regla");
    expect(page.text).toContain("«Aporte social»: se descuenta 1 % del valor. Va a: Aportes de los socios.");
    for (const figure of ["1.000.000", "10.000", "5.000", "200.000", "100.000"]) expect(page.text).toContain(figure);
  });

  test("worked example 1 comes to the figures of its statement", async () => {
    // There the cap is on the credit alone.
    const page = await press(await ready(), "try", { ...decided, ...sevenSacks, "c.0.limits": ["4", "5"] });
    expect(page.text).not.toContain("A los descuentos todavía les falta algo");
    for (const figure of ["48.578", "64.948", "32.474", "1.500.000", "108.000", "1.800.000", "6.348.786", "2.940.786"])
      expect(page.text).toContain(figure);
    for (const account of ["Costos de acopio", "Fondo de solidaridad", "Adelantos a socios", "Créditos a socios"])
      expect(page.text).toContain(account);
    const tight = await press(page, "try", { "c.0.percent": "20" });
    expect(tight.text).toContain("No puede llevarse más de 20 de cada 100");
  });

  test("lines are moved, taken out and added, and what was typed stays", async () => {
    const page = await press(await ready(), "down:1", {
      "d.0.rate": "135,5",
      "d.1.reason.es": "Lo que decidimos juntos",
    });
    expect(codes(page).slice(0, 3)).toEqual(["collection", "solidarity", "share-capital"]);
    expect(page.html).toContain('value="135,5"');
    expect(page.html).toContain("Lo que decidimos juntos");
    const less = await press(page, "drop:3");
    expect(codes(less)).toHaveLength(5);
    expect(fieldsOf(less.html).filter(([name]) => name === "c.0.limits")).toEqual([
      ["c.0.limits", "3"],
      ["c.0.limits", "4"],
    ]);
    const kinds = [
      ...["percent-of-value", "per-paid-weight", "per-delivered-weight", "per-container", "fixed"],
      ...["percent-of-available", "advance-balance", "credit-interest", "credit-principal"],
    ];
    let every = await press(less, "drop-cap:0");
    for (const kind of kinds) every = await press(every, "add", { addLine: kind });
    expect(codes(every)).toHaveLength(5 + kinds.length);
    for (const cap of ["share", "subsistence", "yearly"]) every = await press(every, "add-cap", { addCap: cap });
    expect(every.text).toContain("Tope 3: no más de una suma al año");
    expect(every.status).toBe(200);
  });

  test("what may not be is said beside its line, and nothing is kept", async () => {
    const page = await press(await ready(), "up:5", decided);
    const refused = await save(page, decided);
    expect(refused.text).toContain("Todavía no se hizo.");
    expect(refused.html).toMatch(/name="d\.5\.class"[^>]*aria-invalid="true"/);
    expect(refused.text).toContain("«Interés del crédito» cobra interés después de «Crédito», que cobra la deuda.");
    const undecided = await save(await ready(), { "d.0.rate": "120" });
    expect(undecided.html).toMatch(/name="d\.0\.rule\.decidedBy"[^>]*aria-invalid="true"/);
  });

  test("the season is opened with them; sent twice, once", async () => {
    const page = await press(await ready(), "try", decided);
    for (const _ of [1, 2]) {
      const opened = await save(page);
      expect(opened.text).toContain("La cosecha está abierta.");
    }
    const { html } = await desk.open("prices");
    const seasons = new Set([...html.matchAll(/prices\/seasons\/([0-9a-f-]{36})/g)].map(([, id]) => id));
    expect(seasons.size).toBe(2);
    const [fresh] = [...seasons].filter((id) => id !== seven.season);
    const kept = await desk.open(`prices/seasons/${fresh}`);
    expect(codes(kept)).toEqual(codes(page));
    expect(fieldsOf(kept.html)).toContainEqual(["d.0.rate", "120"]);
  });

  test("the season of the story shows its own lines, whole, and keeps them through a change", async () => {
    const page = await desk.open(`prices/seasons/${seven.season}`);
    expect(codes(page)).toEqual(coffeeSpotDeductions.deductions.map((one) => one.code));
    expect(page.text).not.toContain("A los descuentos todavía les falta algo");
    const changed = await save(page, { "d.2.percent": "0,75", from: "2026-09-18" });
    expect(changed.text).toContain("El cambio quedó guardado.");
    const again = await desk.open(`prices/seasons/${seven.season}`);
    expect(again.html).toContain('value="0,75"');
  });

  test("another season's list is taken over and can be changed", async () => {
    const page = await press(await desk.open("prices/seasons/new"), "take", {
      pricePlan: seven.plan,
      deductions: seven.season,
    });
    expect(codes(page)).toEqual(coffeeSpotDeductions.deductions.map((one) => one.code));
    const none = await press(page, "drop:0");
    expect(codes(none)).toHaveLength(5);
  });

  test("a form that no page gave does no harm", async () => {
    const page = await press(await ready(), "try", decided);
    const huge = "9".repeat(39);
    for (const typed of [
      { "x.value": huge, "x.weight": "0,001" },
      { "x.value": "-1", "x.weight": "0" },
      { "x.advance": huge, "x.credit": huge, "x.rate": huge, "x.months": "999" },
      { "x.months": "dos", "x.bags": "" },
      { "d.0.kind": "bogus", "d.lines": "99", "d.caps": "99", "c.0.limits": ["7", "x"] },
      { "d.0.rate": huge, "d.1.percent": "101", "d.2.class": "9", "d.3.rule.from": "9999-12-31" },
      { "d.0.unit": "Kg ", "d.1.name.es": " ", "d.1.to": "cash", "c.0.kind": "bogus", "d.currency": "XTS" },
    ]) {
      expect((await press(page, "try", typed)).status, JSON.stringify([typed, desk.server.faults.map(String)])).toBe(
        200,
      );
      expect((await press(page, "drop:77", typed)).status).toBe(200);
    }
    expect(desk.server.faults).toEqual([]);
  });
});
