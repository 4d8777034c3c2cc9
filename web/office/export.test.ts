/** What a list shows, taken along as a sheet: by those who may ask the view, whole, and safe to open. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportedFields } from "../../exchange/export/view-columns.ts";
import { openSheet } from "../../exchange/sheet/open.ts";
import { allViews } from "../../rooms/all.ts";
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { readCatalogues } from "../language/catalogues.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { type Served, said } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";
import { largestPage, requiredWords } from "./exporting/asked.ts";

let server: Served;
let browser: Browser;
let folder: string;
const at = (path: string) => `/o/${testBook}/export${path}`;
/** So many members more, with numbers that a spreadsheet would run. */
async function moreMembers(count: number): Promise<void> {
  const settings = await (await server.get("/api/views/book.settings")).json();
  const { organisation } = (settings as { rows: [{ organisation: string }] }).rows[0];
  const acts = Array.from({ length: count }, (_, place) => idOf(`exported ${place}`)).flatMap((agent, place) => [
    said("person.register", { agent }),
    said("tie.begin", {
      ...{ tie: idOf(`exported tie ${place}`), from: agent, to: organisation },
      ...{ kind: "membership", number: `=${place}`, since: "2024-01-01" },
    }),
  ]);
  for (let from = 0; from < acts.length; from += 200) await server.send(acts.slice(from, from + 200));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ayni-export-"));
  [server, browser] = await Promise.all([settledSacks(), startBrowser()]);
});
afterAll(async () => {
  await Promise.all([server?.close(), browser?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function sheetAt(path: string) {
  const answer = await server.get(at(path), server.marta, { "Accept-Language": "es" });
  expect(answer.status, path).toBe(200);
  const file = join(folder, "taken");
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const opened = await openSheet(file);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const rows: Record<string, string>[] = [];
  for await (const { cells } of opened.value.rows())
    rows.push(Object.fromEntries(opened.value.header.map((head, place) => [head, cells[place] ?? ""])));
  await opened.value.close();
  return { answer, header: opened.value.header, rows, how: opened.value.how };
}

test("[export.view] the statements as a workbook and as CSV: the same figures, in kilograms and in the money's own decimals", async () => {
  const workbook = await sheetAt("/statements.list.xlsx");
  const csv = await sheetAt("/statements.list.csv");
  expect(workbook.answer.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="[a-z0-9-]+-statements-list-\d{4}-\d\d-\d\d\.xlsx"$/,
  );
  expect(workbook.rows).toHaveLength(1);
  expect(csv.rows).toEqual(workbook.rows);
  expect(workbook.rows[0]).toMatchObject({ Moneda: "COP", "A pagar": "2940800", Valor: "6494786" });
  const [delivery] = (await sheetAt("/deliveries.list.xlsx")).rows;
  expect(delivery?.["Peso neto (kg)"]).toMatch(/^\d+(\.\d{1,3})?$/);
});

test("styles, the mark for Excel, and the reader's language", async () => {
  const text = async (path: string, language = "es") =>
    (await server.get(at(path), server.marta, { "Accept-Language": language })).text();
  const marked = Buffer.from(await (await server.get(at("/deliveries.list.csv?style=es&bom=1"))).arrayBuffer());
  expect([...marked.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(marked.toString("utf8")).toMatch(/^\uFEFFCódigo de la entrega;/);
  expect(await text("/deliveries.list.csv?style=en", "en")).toMatch(/^Code of the delivery,/);
  expect(await text("/deliveries.list.csv?style=en", "pt")).toContain("Peso bruto (kg)");
  expect((await server.get(at("/deliveries.list.csv?style=fr"))).status).toBe(400);
});

test("the words of the view hold for its file, and pages of the list do not: a file has all rows", async () => {
  const all = await sheetAt("/deliveries.list.csv?limit=1");
  expect(all.rows.length).toBeGreaterThan(1);
  expect((await sheetAt("/deliveries.list.csv?place=nowhere")).rows).toEqual([]);
  expect((await server.get(at("/deliveries.list.csv?plaec=x"))).status).toBe(400);
});

test("[export.all-rows] more rows than a view answers at once come in one file, each once", async () => {
  await moreMembers(620);
  const { rows } = await sheetAt("/members.list.csv");
  const numbers = rows.map((row) => row.Número).filter((number) => number?.startsWith("="));
  expect(numbers).toHaveLength(620);
  expect(new Set(numbers).size).toBe(620);
  const raw = await (await server.get(at("/members.list.csv"))).text();
  expect(raw).not.toMatch(/(?:^|[;,\n])=\d/);
}, 60_000);

test("who may not ask the view gets no file, and another book none at all", async () => {
  expect((await server.get(at("/seats.list.csv"), server.efrain)).status).toBe(403);
  expect((await server.get(at("/seats.list.csv"), null)).status).toBe(401);
  expect((await server.get(at("/no.such.csv"))).status).toBe(404);
  expect((await server.get(at("/seats.list.ods"))).status).toBe(404);
  expect((await server.get(`/o/${idOf("another book")}/export/seats.list.csv`)).status).toBe(404);
});

test("[export.personal] identity number and telephone go out only with the power to see them, or to whom they are about", async () => {
  const heads = async (token: string, agent: string) =>
    (await (await server.get(at(`/member.one.csv?agent=${agent}`), token, { "Accept-Language": "en" })).text()).split(
      "\r\n",
    )[0];
  expect(await heads(server.marta, marta.agent)).toContain("Identity number");
  const others = await heads(server.efrain, idOf("exported 1"));
  expect(others).not.toContain("Identity number");
  expect(others).not.toContain("Telephone");
});

test("a file with personal values is written down as a look before it leaves, as a page of them is", async () => {
  const about = seven.member;
  const file = await server.get(at(`/personal.of.csv?agent=${about}`));
  expect(file.status).toBe(200);
  await file.body?.cancel(); // Nobody reads it: it was sent all the same.
  const looked = await (await server.get(`/api/views/personal.looked?about=${about}`)).json();
  expect((looked as { rows: unknown[] }).rows).toMatchObject([{ view: "personal.of", about, agent: marta.agent }]);
});

test("the page leads to every file that its reader may have, and each opens", async () => {
  const html = await (await server.get(at(""))).text();
  const files = [...html.matchAll(/href="([^"]+\/export\/[^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) {
    const answer = await server.get(file);
    expect(answer.status, file).toBe(200);
    expect((await answer.arrayBuffer()).byteLength, file).toBeGreaterThan(10);
  }
  const few = await (await server.get(at(""), server.efrain)).text();
  expect(few).not.toContain("seats.list");
});

test("[export.from-list] the list of statements leads to its own file, with what was searched", async () => {
  const html = await (await server.get(`/o/${testBook}/statements?q=0131`)).text();
  const [, href = ""] = /href="([^"]+statements\.list\.xlsx[^"]*)"/.exec(html) ?? [];
  expect(href).toContain("q=0131");
  const answer = await server.get(href.replaceAll("&amp;", "&"));
  expect(answer.status).toBe(200);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("axe finds nothing on the page and it is no wider than its screen, in three languages", async () => {
  const tab = await browser.newPage();
  for (const language of ["es", "en", "pt"])
    for (const width of [320, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.setContent(await (await server.get(at(`?lang=${language}`))).text());
      expect(await axeFindings(tab), `${language} ${width}`).toEqual([]);
      const wide = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${language} ${width}`).toBeLessThanOrEqual(0);
      if (process.env.SCREENSHOTS !== undefined)
        await tab.screenshot({ path: join(process.env.SCREENSHOTS, `export-${language}-${width}.png`) });
    }
}, 60_000);

test.each(["es", "en", "pt"])(
  "each list of the book has a name in %s, and each of its fields a heading",
  (language) => {
    const catalogue = readCatalogues().get(language);
    const lists = allViews.filter(
      (view) => requiredWords(view).length === 0 && largestPage(view) !== null && view.askers.length > 0,
    );
    expect(lists.length).toBeGreaterThan(8);
    expect(lists.map((view) => view.name).filter((name) => !catalogue?.has(`export.of.${name}`))).toEqual([]);
    const fields = new Set(lists.flatMap(exportedFields));
    expect([...fields].filter((field) => !catalogue?.has(`columns.${field}`))).toEqual([]);
  },
);
