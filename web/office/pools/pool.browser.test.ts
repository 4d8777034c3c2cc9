/** A pool by the office, over the settled hand-over of worked example 1: opened, its papers entered, decided, paid out; without script. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOfSevenSacks, type Opened } from "../../testing/desk.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([startBrowser(), deskOfSevenSacks()]);
  tab = await browser.newPage();
  const begun = await desk.open(`settlements/new?season=${seven.season}`);
  let page = await desk.send(begun, { until: "2026-09-17" }, { title: "Septiembre", place: "Quebrada Dos" });
  page = await desk.send(page, { do: "review" });
  page = await desk.send(await desk.open(page.at), { do: "close" });
  expect(page.text).toContain("L-2026-000001");
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** What is wrong with a screen, in three languages, on a telephone and on a desk. */
async function findings(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of ["es", "en", "pt"]) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.setContent(opened.html);
      found.push(...(await axeFindings(tab)).map((one) => `${language} ${width} ${one}`));
      const isWider = await tab.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWider) found.push(`${language} ${width} is wider than its screen`);
    }
  }
  return found;
}

test("the premium account, and a decision about it by its minutes [premium.pages]", async () => {
  expect((await desk.open("pools")).html).toContain("/premium");
  let page: Opened = await desk.open("premium");
  const typed = { title: "Prima 2026", decidedBy: "Asamblea", minutes: "Acta 31" };
  page = await desk.send(page, { currency: "COP" }, typed);
  expect(page.text).toContain("La decisión no reparte nada.");
  page = await desk.send(page, { currency: "COP" }, { ...typed, what1: "Techo", amount1: "500.000", to1: "bank" });
  // Nothing of premium has come in by pools: the treasurer is asked.
  expect((await desk.open("premium")).text).toContain("Asamblea, 17 sep 2026, Acta 31");
  expect((await desk.open("premium")).text).toContain("Techo: 500.000 COP (Banco)");
  expect(await findings("premium")).toEqual([]);
}, 60_000);

test("from the list to the second payment, each screen sound for axe and no wider than itself [pool.pages]", async () => {
  let page: Opened = await desk.open("pools");
  expect(page.text).toContain("Todavía no hay fondo común");
  expect(await findings("pools")).toEqual([]);
  const rule = { percent: "80", rateGrain: "0.0001", decidedBy: "Consejo, acta 14", decidedOn: "2026-09-10" };
  page = await desk.send(page, { currency: "COP" }, { title: "Contenedor 1", ...rule });
  expect(page.text).toContain("El fondo común está abierto.");
  expect(page.text).toContain("Cuentan 407,6 kg de 1 socio.");

  const sale = { kind: "sale", paper: "F-7", way: "quantity", quantity: "407,6", price: "20.000" };
  page = await desk.send(page, { do: "entry" }, { ...sale, quantity: "" });
  expect(page.text).toContain("Todavía no se hizo.");
  page = await desk.send(page, { do: "entry" }, sale);
  expect(page.text).toContain("8.152.000");
  page = await desk.send(
    page,
    { do: "entry" },
    { kind: "margin", paper: "M-1", way: "percent", amount: "8.152.000", percent: "6" },
  );
  // 8,152,000 − 6,494,786 − 489,120; 80 % of it by 407.6 kg is cut to four decimals.
  expect(page.text).toContain("1.168.094");
  expect(page.text).toContain("934.475");
  expect(await findings(page.at)).toEqual([]);

  page = await desk.send(page, { do: "decide" });
  expect(page.text).toContain("El fondo común está decidido.");
  page = await desk.send(page, { do: "pay-out" }, { paidIn: "transfer" });
  expect(page.text).toContain("S-2026-000001");
  expect(await findings(page.at)).toEqual([]);

  const paper = await desk.open("statements/S-2026-000001");
  expect(paper.text).toContain("407,6 kg");
  expect(await findings("statements/S-2026-000001")).toEqual([]);
  const printed = await desk.open("statements/S-2026-000001?paper=a4");
  expect(printed.text).toContain("Del fondo común Contenedor 1 recibe");
  expect(await findings("statements/S-2026-000001?paper=a4")).toEqual([]);
  expect((await desk.open("payments")).text).toContain("S-2026-000001");
  expect((await desk.open("settlements")).html).toContain("/pools");
});
