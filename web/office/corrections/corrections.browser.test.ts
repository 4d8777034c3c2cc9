/** A laboratory's value that came late, from the hand-over to the corrected statement; without script. */
import { writeFileSync } from "node:fs";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readExplained } from "../../../rooms/settlement/rules/explained-file.ts";
import { recompute } from "../../../rooms/settlement/rules/recompute.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { clockOf } from "../../../scenarios/stories/teller.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOfSevenSacks, type Opened, tellerOver } from "../../testing/desk.ts";

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

/** What is wrong with a screen, on a telephone and on a desk. `look` keeps a picture where LOOK names a folder. */
async function findings(path: string, look: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of ["es", "en", "pt"]) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    for (const width of language === "es" ? [360, 1280] : [360]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.setContent(opened.html);
      if (language === "es") found.push(...(await axeFindings(tab)).map((one) => `${width} ${one}`));
      const isWider = await tab.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWider) found.push(`${language} ${width} is wider than its screen`);
      if (process.env.LOOK !== undefined && language === "es")
        writeFileSync(`${process.env.LOOK}/${look}-${width}.png`, await tab.screenshot({ fullPage: true }));
    }
  }
  return found;
}

test("a reading that came late: asked about, seen, decided, settled, and explained on both statements [settlement.corrections-pages]", async () => {
  const teller = tellerOver(desk.server);
  desk.server.clock.now = Date.parse(clockOf("2026-09-20"));
  const graded = await teller.say("delivery.grade", {
    sampleResult: seven.credit,
    delivery: seven.delivery,
    measurements: [{ measure: "moisture", value: "11.5", unit: "percent", method: "oven" }],
    on: "2026-09-19",
    laboratory: "Laboratorio central",
  });
  expect(graded.codes).toEqual(["sample-result.after-settlement"]);
  const list = await desk.open("corrections");
  expect(list.text).toContain("Esperan una decisión");
  expect(list.text).toContain("L-2026-000001");
  expect(await findings("corrections", "list")).toEqual([]);

  let page: Opened = await desk.open(`deliveries/${seven.delivery}`);
  expect(page.html).toContain("/correct");
  page = await desk.open(`deliveries/${seven.delivery}/correct?reason=readings`);
  expect(desk.server.faults.map((one) => (one as Error)?.stack ?? String(one))).toEqual([]);
  page = await desk.send(page, { reason: "readings" }, { words: "" });
  expect(page.text).toContain("Todavía no se hizo.");
  page = await desk.send(page, { reason: "readings" }, { words: "Comité, acta 9" });
  expect(page.text).toContain("Nada está decidido todavía. La liquidación L-2026-000001 no cambia.");
  if (process.env.LOOK !== undefined) {
    await tab.setViewportSize({ width: 360, height: 800 });
    await tab.setContent(page.html);
    writeFileSync(`${process.env.LOOK}/seen-360.png`, await tab.screenshot({ fullPage: true }));
  }
  await tab.setContent(page.html);
  expect(await axeFindings(tab)).toEqual([]);
  page = await desk.send(page, { reason: "readings" });
  expect(page.text).toContain("Corrección decidida.");
  expect(page.text).toContain("Espera liquidación");
  expect((await desk.open("statements/L-2026-000001")).text).toContain("Hay 1 corrección decidida.");

  page = await desk.open(`settlements/new?season=${seven.season}`);
  expect(page.text).toContain("Corrección de L-2026-000001");
  expect(await findings(`settlements/new?season=${seven.season}`, "proposal")).toEqual([]);
  page = await desk.send(page, { until: "2026-09-20" }, { title: "Correcciones", place: "Quebrada Dos" });
  page = await desk.send(page, { do: "review" });
  page = await desk.send(await desk.open(page.at), { do: "close" });
  expect(page.text).toContain("L-2026-000002");

  const corrected = await desk.open("statements/L-2026-000002");
  expect(corrected.text).toContain("Corregimos 1 liquidación suya de antes.");
  expect(corrected.text).toContain("Después llegó otra medición.");
  expect(await findings("statements/L-2026-000002", "corrected")).toEqual([]);
  const old = await desk.open("statements/L-2026-000001");
  expect(old.text).toContain("Esta liquidación se corrigió después");
  expect(await findings("statements/L-2026-000001", "old")).toEqual([]);

  expect(await findings("statements/L-2026-000002?print=1", "print")).toEqual([]);

  const read = readExplained(JSON.parse((await desk.open("statements/L-2026-000002?as=json")).html));
  expect("file" in read && recompute(read.file)).toMatchObject({ ok: true, value: { differences: [] } });
  const sms = (await desk.open("statements/L-2026-000002?as=sms")).html;
  expect(sms).toContain("Correcciones");
  expect(sms.trim().length).toBeLessThanOrEqual(160);
  const paper = await desk.open("statements/L-2026-000002?paper=a4");
  expect(paper.text).toContain("Lo que corregimos de liquidaciones de antes");
}, 120_000);
