/** Documented purchases by the office, over the settled hand-over of worked example 1: set up, issued, printed, annulled; without script. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seal } from "../../../kernel/personal.ts";
import { testSettings } from "../../../rooms/book/testing.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { named } from "../../../scenarios/stories/teller.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOfSevenSacks, type Opened } from "../../testing/desk.ts";
import { said } from "../../testing/served.ts";

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

const screens = [
  ["es", 360],
  ["es", 1280],
  ["en", 360],
  ["pt", 1280],
] as const;

/** What is wrong with a screen, in three languages, on a telephone and on a desk. */
async function findings(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [language, width] of screens) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    expect(opened.text.match(/\bpurchase\.[a-z-]+/g) ?? []).toEqual([]);
    await tab.setViewportSize({ width, height: 800 });
    await tab.setContent(opened.html);
    found.push(...(await axeFindings(tab)).map((one) => `${language} ${width} ${one}`));
    const isWider = await tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (isWider) found.push(`${language} ${width} is wider than its screen`);
  }
  return found;
}

/** Gives the grower of the story a name and an identity number in the register. */
async function identified(): Promise<void> {
  const name = named("Amparo Quintero");
  const identity = seal("identity-number", "1.061.700.131", "0123456789abcdef0123456789abcdef");
  const says = { agent: seven.member, name: name.sealed, identity: identity.sealed, community: "El Mirador" };
  const act = { ...said("profile.correct", says), beside: [name.beside, identity.beside] };
  const [answer] = await desk.server.send([act]);
  expect(answer).toMatchObject({ outcome: expect.stringMatching(/^done/) });
}

test("a template published, numbers, a document issued, printed, taken along and annulled [purchase.pages] [purchase.data]", async () => {
  let page: Opened = await desk.open("purchases");
  expect(page.text).toContain("No hay documentos en estos días");
  expect((await desk.open("settlements")).html).toContain("/purchases");
  expect((await desk.open("purchases/issue")).text).toContain("Faltan reglas y números para emitir");

  page = await desk.open("purchases/rules/sheet?template=co-documento-soporte");
  expect(await findings(page.at)).toEqual([]);
  const rate = "body.taxes.0.periods.0.bands.0.rate";
  page = await desk.send(page, { "body.code": "co-documento-soporte" }, { [rate]: "100,5" });
  expect(page.text).toContain("Una tasa va de 0 a 100 por ciento");
  expect(page.html.match(/Impuesto: /g)).toHaveLength(1); // What was left empty is drawn empty again.
  const minimum = { "body.taxes.0.periods.0.minimum": "1.000.000", [rate]: "0,5" };
  page = await desk.send(page, { "body.code": "co-documento-soporte" }, minimum);
  expect(page.text).toContain("La hoja de impuestos está publicada.");
  expect(page.text).toContain("Reglas sin revisar: pregunte a su contador.");
  const numbers = { prefix: "DS-", first: "1", last: "500", digits: "6", authorisation: "DIAN 1876" };
  page = await desk.send(page, { kind: "document" }, numbers);
  expect(page.text).toContain("DS-000001");
  expect(await findings("purchases/rules")).toEqual([]);

  page = await desk.open("purchases/issue");
  expect(page.text).toContain("Falta el número de documento del vendedor.");
  page = await desk.send(page, { do: "all" });
  expect(page.text).toContain("Emitidos: 0 de 1. Retenidos con su motivo: 1");
  expect(await findings("purchases/issue")).toEqual([]);
  await identified();
  page = await desk.open(`members/${seven.member}/taxpayer`);
  expect(await findings(page.at)).toEqual([]);
  page = await desk.send(page, { taxNumber: "" }, { address: "Vereda El Mirador" });
  expect(page.text).toContain("Los datos de contribuyente están guardados.");
  page = await desk.open(`members/${testSettings.organisation}/taxpayer`);
  page = await desk.send(page, { address: "" }, { taxNumber: "900.123.456-7" });
  page = await desk.send(await desk.open("purchases/issue"), { do: "all" });
  expect(page.text).toContain("Emitidos: 1 de 1. Retenidos con su motivo: 0");

  page = await desk.open("purchases?from=2026-09-01&until=2026-09-30");
  expect(page.text).toContain("DS-000001");
  expect(page.text).toContain("6.494.786");
  expect(page.text).toContain("32.474");
  expect(page.text).toContain("Los documentos y las cuentas dicen lo mismo");
  expect(await findings(page.at)).toEqual([]);
  const document = /purchases\/documents\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? "";
  page = await desk.open(`purchases/documents/${document}`);
  for (const words of [
    "6.462.312",
    "1.061.700.131",
    "Vereda El Mirador",
    "900.123.456-7",
    "T3Q-2-004417",
    "L-2026-000001",
  ])
    expect(page.text + (await desk.open(`${page.at}?paper=a4`)).text).toContain(words);
  expect(await findings(page.at)).toEqual([]);
  expect(await findings(`purchases/documents/${document}?paper=a4`)).toEqual([]);
  const files = await Promise.all(["pdf", "pdf", "xml", "json"].map((as) => desk.open(`${page.at}?as=${as}`)));
  expect(files.map((one) => one.status)).toEqual([200, 200, 200, 200]);
  expect(files[0]?.html).toBe(files[1]?.html);
  expect(files[2]?.html).toContain('<tax code="retefuente" effect="withheld">');
  expect(JSON.parse(files[3]?.html ?? "{}")).toMatchObject({
    document: { number: "DS-000001", totals: { value: "6494786", withheld: "32474", payable: "6462312" } },
    seller: { identity: "1.061.700.131" },
  });
  const csv = await desk.open("export/purchase-book.identified.csv?from=2026-09-01&until=2026-09-30");
  expect(csv.html).toContain("DS-000001");
  expect(csv.html).toContain("32474");
  const certificate = await desk.open(`purchases/certificate?agent=${seven.member}&year=2026`);
  expect(certificate.text).toContain("32.474");
  // 2,940,786 less 32,474 is 2,908,312: the nearest coins pay 2,908,300.
  expect((await desk.open("payments")).text).toContain("2.908.300");

  page = await desk.send(
    await desk.open(`purchases/documents/${document}`),
    { reason: "" },
    { reason: "Era de otra persona" },
  );
  expect(page.text).toContain("ANULADO el");
  expect((await desk.open("purchases?from=2026-09-01&until=2026-09-30")).text).toContain("DS-000001, anulado");
  expect((await desk.open("payments")).text).toContain("2.940.800");
}, 120_000);
