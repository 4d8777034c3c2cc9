/** A price plan built by forms: from a template, moved and mended step by step, tried on a hand-over, published from a day. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planStep } from "../../rooms/agreements/rules/plan.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { type Desk, deskOfSevenSacks, fieldsOf, type Opened } from "../testing/desk.ts";
import { stepFields } from "./plan-fields.ts";
import { templateNames } from "./plan-templates.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfSevenSacks();
});
afterAll(() => desk.close());

test("every field of every kind of step is asked for, and nothing else", () => {
  const kinds = planStep.def.options.map((one) => one.def.shape as Record<string, { def: { values?: string[] } }>);
  for (const { kind, id: _, ...fields } of kinds) {
    const name = kind?.def.values?.[0] as keyof typeof stepFields;
    expect(stepFields[name].map((one) => one.name).sort(), name).toEqual(Object.keys(fields).sort());
  }
});

describe("prices and seasons [prices.page]", () => {
  test("the rule of today is said in plain words, with the plan's version", async () => {
    const page = await desk.open("prices");
    expect(page.text).toContain("Hoy se recibe café pergamino, con esta regla.");
    expect(page.text).toContain(
      "Se pesa todo lleno; se pesan los envases vacíos; se quitan los envases; se lleva a 12 % de humedad",
    );
    expect(page.text).toContain("Plan cafe-pergamino-2026, versión 1");
    for (const language of ["en", "pt"]) expect((await desk.open("prices", language)).status).toBe(200);
  });

  test("a price is recorded; one that is no figure is told beside its field", async () => {
    const page = await desk.open("prices");
    const wrong = await desk.send(page, { series: "fnc-pergamino" }, { period: "2026-09-17", value: "dos millones" });
    expect(wrong.text).toContain("dos millones");
    expect(wrong.text).toContain("Todavía no se hizo.");
    const kept = await desk.send(wrong, { series: "fnc-pergamino" }, { period: "17/09/2026", value: "2.015.000" });
    expect(kept.text).toContain("El precio quedó anotado.");
    expect(kept.text).toContain("2.015.000 pesos");
  });

  test("a series is opened, and a season changed and closed", async () => {
    const series = await desk.send(
      await desk.open("prices/series/new"),
      { period: "day" },
      {
        ...{ series: "cacao", title: "Cacao en plaza", per: "kg", source: "Plaza" },
      },
    );
    expect(series.text).toContain("La serie está abierta.");
    const season = await desk.open(`prices/seasons/${seven.season}`);
    const late = await desk.send(season, { do: "save" }, { payment: "5", from: "2026-09-01" });
    expect(late.text).toContain("Todavía no se hizo.");
    const changed = await desk.send(late, { do: "save" }, { payment: "5", from: "2026-09-18" });
    expect(changed.text).toContain("El cambio quedó guardado.");
    const outside = await desk.send(
      await desk.open(`prices/seasons/${seven.season}`),
      { do: "close" },
      { last: "2027-05-01" },
    );
    expect(outside.text).toContain("Todavía no se hizo.");
  });
});

describe("a price plan by forms [prices.plan-builder]", () => {
  let page: Opened;

  test("the worked line is the engine's own: worked example 1, step by step", async () => {
    page = await desk.open(`prices/plans/${seven.plan}/edit`);
    const tried = await desk.send(
      page,
      { code: "cafe-pergamino-2026" },
      { do: "try", "x.p.fnc-pergamino": "2.005.000" },
    );
    for (const figure of ["412,5", "407,6", "404,82", "92,99", "16.043,64", "6.494.786"])
      expect(tried.text).toContain(figure);
    const dry = await desk.send(tried, { code: "cafe-pergamino-2026" }, { do: "try", "x.m.moisture": "11,8" });
    expect(dry.text).toContain("407,6");
    expect(dry.text).not.toContain("404,82");
  });

  test("a step is moved, taken out and added, and what was typed stays", async () => {
    const steps = (one: Opened) =>
      fieldsOf(one.html)
        .filter(([name]) => /^s\.\d+\.id$/.test(name))
        .map(([, value]) => value);
    const up = await desk.send(
      page,
      { code: "cafe-pergamino-2026" },
      { do: "up:2", "s.3.base": "11,5", reason: "acta 9" },
    );
    expect(steps(up).slice(0, 3)).toEqual(["gross", "net", "tare"]);
    expect(up.text).toContain("Al plan todavía le falta algo");
    expect(up.html).toContain('value="11,5"');
    expect(up.html).toContain("acta 9");
    const mended = await desk.send(up, { code: "cafe-pergamino-2026" }, { do: "down:1" });
    expect(steps(mended).slice(0, 3)).toEqual(["gross", "tare", "net"]);
    expect(mended.text).toContain("11,5 % de humedad");
    const more = await desk.send(mended, { code: "cafe-pergamino-2026" }, { do: "add", addKind: "fixed-price" });
    expect(steps(more).at(-1)).toBe("fixed-price");
    const less = await desk.send(more, { code: "cafe-pergamino-2026" }, { do: "drop:9" });
    expect(steps(less)).toHaveLength(9);
  });

  test("what cannot be computed is refused beside its step, and nothing is published", async () => {
    const refused = await desk.send(page, { code: "cafe-pergamino-2026" }, { "s.3.base": "100", from: "2026-09-18" });
    expect(refused.text).toContain("Todavía no se hizo.");
    expect(refused.html).toMatch(/name="s\.3\.base"[^>]*aria-invalid="true"/);
  });

  test("it is published from a day as its next version; sent twice, once", async () => {
    const typed = { "s.3.base": "11,5", from: "2026-09-18" };
    const fresh = await desk.open(`prices/plans/${seven.plan}/edit`);
    for (const _ of [1, 2]) {
      const published = await desk.send(fresh, { code: "cafe-pergamino-2026" }, typed);
      expect(published.text).toContain("El plan está publicado.");
    }
    expect((await desk.open(`prices/plans/${seven.plan}/edit`)).text).toContain("la versión 3");
  });

  test("what keeps a plan from being whole is said by the words of the form, and a season takes its product from its plan", async () => {
    const begun = await desk.open("prices/plans/new?from=parchment");
    expect(begun.text).toContain("Paso 6, precio de referencia: falta «Serie de precios», o no se entiende.");
    const season = await desk.open("prices/seasons/new");
    expect(season.html).not.toContain('name="product"');
    expect(season.text).toContain("café pergamino · cafe-pergamino-2026");
    const plan =
      /<option value="([0-9a-f-]{36})"[^>]*>café pergamino · cafe-pergamino-2026</.exec(season.html)?.[1] ?? "";
    const opened = await desk.send(
      season,
      { title: "on-delivery" },
      { season: "2027", first: "2027-01-02", until: "2027-12-31", pricePlan: plan },
    );
    expect(opened.text).toContain("La cosecha está abierta.");
    expect(opened.text).toContain("2027");
  });

  test("before publishing: who gains and who loses, over what the plan has paid; and back to the plan as it stood [settlement.what-if-page]", async () => {
    const edit = await desk.open(`prices/plans/${seven.plan}/edit`);
    const at = edit.html.match(/name="(s\.\d+)\.pasillaPrice"/g)?.map((one) => one.slice(6, -1)) ?? [];
    expect(at.length).toBe(2);
    const dearer = Object.fromEntries(at.map((name) => [name, "7000"]));
    // The form begins with the newest version, which has another base of moisture: it is set back to that of the hand-over's day.
    const asked = { ...dearer, "s.3.base": "12", do: "what-if" };
    const shown = await desk.send(edit, { steps: "9" }, asked);
    expect(shown.text).toContain(
      "Recibirían más: 0. Recibirían menos: 1. En total, −11.505 pesos. Entregas comparadas: 1.",
    );
    expect(shown.text).toContain("6.494.786");
    expect(shown.text).toContain("6.483.281");
    const back = await desk.send(shown, { steps: "9" }, { do: "try" });
    expect(
      fieldsOf(back.html)
        .filter(([name]) => at.includes(name))
        .map(([, value]) => value),
    ).toEqual(["7.000", "7.000"]);
    for (const language of ["en", "pt"])
      expect((await desk.open(`prices/plans/${seven.plan}/edit`, language)).status).toBe(200);
  });

  test("every template opens, in three languages, and those that need no series are worked out at once", async () => {
    for (const name of templateNames)
      for (const language of ["es", "en", "pt"]) {
        const opened = await desk.open(`prices/plans/new?from=${name}`, language);
        expect(opened.status, `${name} ${language}`).toBe(200);
      }
    expect((await desk.open("prices/plans/new?from=cocoa")).text).toContain("Se pesa todo lleno");
    expect(desk.server.faults).toEqual([]);
  });
});
