/** Dated data for plans by the office: a scheme's sheet with its next version, a result, a letter, a consent; and a plan built on them; without script. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { untilTheHarvest } from "../../../scenarios/terms/telling.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOver, type Opened, tellerOver } from "../../testing/desk.ts";
import { served } from "../../testing/served.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
beforeAll(async () => {
  const server = await served({ book: "unopened" });
  server.clock.now = Date.parse("2026-01-02T15:00:00Z");
  await untilTheHarvest(tellerOver(server));
  server.clock.now = Date.parse("2026-09-16T15:00:00Z");
  [browser, desk] = await Promise.all([startBrowser(), deskOver(server)]);
  tab = await browser.newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** What is wrong with a screen, on a telephone and on a desk; in one language for each, since the words are complete in all. */
async function findings(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [language, width] of [
    ["es", 360],
    ["en", 1280],
    ["pt", 360],
  ] as const) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    await tab.setViewportSize({ width, height: 800 });
    await tab.setContent(opened.html);
    found.push(...(await axeFindings(tab)).map((one) => `${language} ${width} ${one}`));
    const isWider = await tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (isWider) found.push(`${language} ${width} ${path} is wider than its screen`);
  }
  return found;
}

test("sheets, results, letters and consents are recorded and seen, each screen sound for axe and no wider than itself [terms.pages]", async () => {
  let page: Opened = await desk.open("prices/schemes");
  expect(page.text).toContain("Sin verificar");
  expect(page.text).toContain("versión 2");
  const [, next = ""] = /href="([^"]*schemes\?sheet=[^"]*)"/.exec(page.html) ?? [];
  page = await desk.open(next);
  page = await desk.send(page, { title: "Fairtrade minimum prices" }, { from: "2010-01-01" });
  expect(page.text).toContain("Una versión nueva no puede ser más vieja");
  const cocoa = {
    "t.1.term": "cocoa-conventional",
    "t.1.name": "Cacao",
    "t.1.product": "cocoa",
    "t.1.grams": "1000000",
  };
  page = await desk.send(
    page,
    { title: "Fairtrade minimum prices" },
    {
      from: "2026-09-16",
      verifiedBy: "Gerencia",
      verifiedOn: "2026-09-16",
      "t.0.minimum": "1.90",
      ...cocoa,
      "t.1.minimum": "3,500",
    },
  );
  expect(page.text).toContain("versión 3");
  expect(page.text).toContain("Comparada por Gerencia");
  expect(page.text).toContain("3,500");
  expect(await findings("prices/schemes")).toEqual([]);

  page = await desk.open("prices/laboratory");
  page = await desk.send(page, { measure: "bacteria" }, { number: "99", value: "180,000" });
  expect(page.text).toContain("Todavía no se hizo.");
  page = await desk.send(page, { measure: "bacteria" }, { number: "7", value: "180,000", laboratory: "Regional" });
  expect(page.text).toContain("180,000");
  expect(await findings("prices/laboratory")).toEqual([]);

  page = await desk.open("prices/fixings");
  page = await desk.send(page, { lots: "1" }, { contract: "c-7", level: "282.5", month: "2026-12", by: "Comprador" });
  expect(page.text).toContain("282.5");
  expect(await findings("prices/fixings")).toEqual([]);

  page = await desk.open("prices/consents");
  page = await desk.send(page, { deduction: "lender" }, { number: "7", until: "2026-12-31" });
  expect(page.text).toContain("1 consentimiento está dado");
  expect(await findings("prices/consents")).toEqual([]);
  expect(desk.server.faults).toEqual([]);
}, 120_000);

test("a plan over a scheme's sheet, rates and a premium is built by forms, tried by the engine, and published [terms.plan-builder]", async () => {
  const form = { delivered: "net" };
  const weighed = { "x.gross": "45.813", "x.tare": "0.454", "x.p.coffee-c": "282", "x.p.soles-per-dollar": "3.55" };
  let page = await desk.open("prices/plans/new?from=fairtrade");
  page = await desk.send(page, form, { do: "try", code: "cafe-justo", ...weighed });
  // The sheet that was published above: 2.74 + 0.40 dollars, 11.147 soles a pound; the premium stands apart.
  for (const figure of ["2.74", "3.14", "1,114.70", "71.00"]) expect(page.text).toContain(figure);
  expect(page.text).toContain("va a la cuenta de la prima, aparte del precio");
  expect(await findings("prices/plans/new?from=fairtrade")).toEqual([]);
  const mixed = await desk.send(page, form, { do: "try", "s.4.currency": "" });
  expect(mixed.text).toContain("Cambie la moneda antes");
  page = await desk.send(page, form, { from: "2026-09-17" });
  expect(page.text).toContain("El plan está publicado.");

  for (const [template, currency, figure] of [
    ["milk-means", "COP", "191,393"],
    ["cocoa-two-parts", "USD", "1.1786"],
    ["exportable-yield", "PEN", "76"],
    ["fixed-later", "USD", "2.2"],
  ] as const) {
    const begun = await desk.open(`prices/plans/new?from=${template}`);
    const prices = Object.fromEntries(
      [...begun.html.matchAll(/name="(x\.p\.[^"]+)"/g)].map(([, name]) => [name, "275"]),
    );
    const tried = await desk.send(begun, form, {
      ...{ do: "try", code: `trial-${template}`, currency, ...prices, "x.p.cocoa-new-york": "4600" },
      ...(template === "milk-means"
        ? { "x.l.somatic-cells": "300,000 / 410,000 / 520,000", "s.10.rounding.grain": "1" }
        : {}),
    });
    expect(tried.text, template).toContain(figure);
  }
}, 120_000);
