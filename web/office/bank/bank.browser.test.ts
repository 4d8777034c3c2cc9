/** A treasurer brings what the bank said: tried first, let in, what waits decided with one tap; journal and bank agree. Without script. */
import { spawnSync } from "node:child_process";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../../cli/ledger-source.ts";
import { orderedBook, ourNumber, paymentsIn } from "../../../exchange/bank/answers/testing/bank-book.ts";
import { camtOf, type EntrySaid } from "../../../exchange/bank/answers/testing/camt.ts";
import { journalText } from "../../../exchange/journal/journal.ts";
import { marta, testBook } from "../../../rooms/book/testing.ts";
import { inTransaction } from "../../../store/connection/pools.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOver } from "../../testing/desk.ts";
import { said, served } from "../../testing/served.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
const memory = orderedBook();
const payments = paymentsIn(memory);
const alike = payments.filter((one) => one.amount === 483_300n);
const [first, second, third, fifth] = payments.filter((one) => one.amount !== 483_300n);
const [fourth] = alike;
if (!first || !second || !third || !fourth || !fifth) throw new Error("eight payments are ordered");

beforeAll(async () => {
  const [started, server] = await Promise.all([startBrowser(), served({ book: "unopened" })]);
  [browser, desk] = [started, await deskOver(server)];
  tab = await browser.newPage();
  for (const { sent, received } of memory.said) {
    server.clock.now = Date.parse(received);
    const [answer] = await server.services.installation.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  server.clock.now = Date.parse("2026-11-20T15:00:00.000Z");
});
afterAll(() => Promise.all([desk?.close(), browser?.close()]));

/** Brings a file as a browser does; gives the page that follows. */
async function bring(name: string, text: string) {
  const body = new FormData();
  body.append("file", new File([text], name));
  const answer = await desk.server.app.request(`/o/${testBook}/payments/bank`, {
    method: "POST",
    body,
    headers: { Cookie: `ayni_session=${desk.server.marta}`, "Sec-Fetch-Site": "same-origin", "Accept-Language": "es" },
  });
  const to = answer.headers.get("Location");
  return to === null ? { at: "", status: answer.status, text: await answer.text(), html: "" } : desk.open(to);
}

/** What is wrong with a screen, on a telephone and on a desk. */
async function findings(path: string, languages: readonly string[] = ["es"]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of languages) {
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
      const pictures = process.env.AYNI_PICTURES;
      if (pictures && language === "es")
        await tab.screenshot({
          path: `${pictures}/${path.replace(/\W+/g, "-").slice(-40)}-${width}.png`,
          fullPage: true,
        });
    }
  }
  return found;
}

const paid = (payment: typeof first, reference: string): EntrySaid => ({
  amount: `${payment.amount}.00`,
  on: "2026-11-18",
  details: [{ amount: `${payment.amount}.00`, endToEnd: payment.number, reference }],
});
const statement = (entries: readonly EntrySaid[], closing = "0") =>
  camtOf([
    { account: ourNumber, currency: "COP", from: "2026-11-18", until: "2026-11-19", opening: "0", closing, entries },
  ]);

const told: readonly EntrySaid[] = [
  paid(first, "OP-1"),
  paid(second, "OP-2"),
  {
    ...paid(second, "DEV-2"),
    on: "2026-11-19",
    direction: "in",
    details: [
      {
        amount: `${second.amount}.00`,
        endToEnd: second.number,
        reference: "DEV-2",
        returned: { code: "AC04", words: "CUENTA CERRADA" },
      },
    ],
  },
  { amount: `${third.amount}.00`, on: "2026-11-18", words: "PAGO A TERCEROS" },
  { amount: "4500.00", on: "2026-11-19", code: ["ACMT", "MDOP", "CHRG"], reference: "COM-1" },
  { amount: "9000000.00", on: "2026-11-19", direction: "in", words: "EXPORTADORA DE PRUEBA" },
  { amount: `${fourth.amount}.00`, on: "2026-11-19", words: "TRANSFERENCIA" },
];

test("a file of another account, another message or a broken one is told in words and changes nothing [bank.refused]", async () => {
  const other = statement(told).replaceAll(ourNumber, "99900011");
  expect((await bring("otra.xml", other)).text).toContain("no es de este libro (…0011)");
  expect((await bring("otra.xml", statement(told).replaceAll("COP", "USD"))).text).toContain("la cuenta es en COP");
  expect((await bring("mitad.xml", statement(told).slice(0, 900))).text).toContain("está dañado");
  expect((await bring("orden.xml", statement(told).replaceAll("camt.053.001.08", "pain.001.001.09"))).text).toContain(
    "pain.001.001.09",
  );
  const page = await desk.open("payments/bank");
  expect(page.text).toContain("Todavía no se trajo ningún archivo del banco");
});

test("a statement is tried, let in, and brought again adds nothing; what waits is decided with one tap [bank.pages]", async () => {
  const left = first.amount + third.amount + 4_500n; // Second went and came back.
  const text = statement(told, `${9_000_000n - left - fourth.amount}`);
  let page = await bring("extracto-nov.xml", text);
  expect(page.text).toContain("«extracto-nov.xml» trae 7 movimientos nuevos.");
  for (const words of [
    "Queda pagado 2",
    "Volvió: se debe otra vez 1",
    "Queda pagado, por monto y día 1",
    "Cobro del banco 1",
    "Espera que alguien diga qué es 1",
  ])
    expect(page.text).toContain(words);
  expect(await findings(page.at)).toEqual([]);
  expect((await desk.open("payments/bank")).text).toContain("Todavía no se trajo ningún archivo");

  page = await desk.send(page, {});
  expect(page.text).toContain("Entró lo que dijo el banco.");
  expect(page.text).toContain("2 movimientos del banco esperan");
  // Two payments come to the same amount: nobody can tell, so both are offered.
  expect(page.text).toContain("Puede ser más de un pago.");
  for (const { number } of alike) expect(page.text).toContain(`Es el pago ${number}`);
  expect(await findings("payments/bank", ["es", "en", "pt"])).toEqual([]);

  const again = await bring("extracto-nov-copia.xml", text);
  expect(again.text).toContain("no trae nada nuevo");
  expect(again.text).toContain("Ya estaba en el libro 7");

  const movement = /payments\/bank\/movements\/[0-9a-f-]{36}/g;
  const places = [...new Set(page.html.match(movement) ?? [])];
  for (const place of places) {
    const one = await desk.open(place);
    if (place === places[0]) expect(await findings(place)).toEqual([]);
    if (one.text.includes("Salió")) page = await desk.send(one, {}, { as: `paid:${fourth.number}` });
    else {
      expect((await desk.send(one, {}, { as: "aside" })).text).toContain("Todavía no se hizo.");
      page = await desk.send(one, {}, { as: "aside", note: "Venta del contenedor 12" });
    }
  }
  expect(page.text).toContain("Todo lo que dijo el banco tiene su lugar.");
  expect(page.text).toContain("Lo decidió una persona");
  expect(page.text).toContain("Venta del contenedor 12");
  // What came back is owed again, and no longer ordered.
  const due = await desk.open("payments");
  expect(due.text).toContain(second.amount.toLocaleString("de-DE"));
});

test("what the bank did stands in the journal once: hledger finds each payment, the charge, and what came back owed again [bank.journal]", async () => {
  let journal = "";
  const { installation } = desk.server.services;
  await inTransaction(installation.store.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "bank"))) journal += piece;
  });
  const found = spawnSync("hledger", ["-f", "-", "--strict", "balance", "-N", "--flat", "--depth", "2"], {
    input: journal,
    encoding: "utf8",
  });
  expect(found.status, found.stderr).toBe(0);
  const gone = first.amount + third.amount + fourth.amount + 4_500n;
  expect(found.stdout).toMatch(new RegExp(`-${gone}(?:\\.0+)? COP {2}assets:bank`));
  expect(found.stdout).toMatch(/4500(?:\.0+)? COP {2}expenses:bank-charges/);
});

test("the bank's own sheet is read by its columns, and finds the next payment by our number [bank.sheet-page]", async () => {
  const sheet = [
    "Fecha;Descripción;Operación;Cargo;Abono;Saldo",
    `19/11/2026;PAGO ${fifth.number.replaceAll("-", "")};8801;${fifth.amount};;`,
    `18/11/2026;PAGO ${first.number};OP-1;${first.amount};;`,
  ].join("\n");
  let page = await bring("movimientos.csv", sheet);
  expect(page.text).toContain("trae 1 movimiento nuevo");
  expect(page.text).toContain("Ya estaba en el libro 1");
  expect(await findings(page.at)).toEqual([]);
  const form = page.html.includes('name="c.day"');
  expect(form).toBe(true);
  page = await desk.send(page, {});
  expect(page.text).toContain("Entró lo que dijo el banco.");
  expect(page.text).toContain(fifth.number);
});

test("by the API a program reads what the bank said, and says a movement once; a clerk may neither see nor bring it [bank.api]", async () => {
  const { server } = desk;
  const rowsOf = async (path: string) => {
    const answer = await server.get(`/api/views/${path}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { rows: readonly Record<string, unknown>[] }).rows;
  };
  expect(await rowsOf("bank-entries.list?state=waiting")).toEqual([]);
  expect((await rowsOf(`payments.answered?numbers=${first.number}`)).map((one) => one.state)).toEqual(["paid"]);
  const [file] = await rowsOf("bank-files.list?limit=1");
  const through = { way: "seat", seat: marta.seat, at: "2026-11-20T15:00:00.000Z" };
  const entry = "01994f6e-0000-7000-8000-00000000ba01";
  const says = {
    entry,
    file: file?.file,
    account: file?.account,
    nature: "incoming",
    amount: "70000",
    currency: "COP",
    on: "2026-11-20",
  };
  for (const id of ["01994f6e-0000-7000-8000-00000000ba02", "01994f6e-0000-7000-8000-00000000ba03"])
    expect(await server.send([said("bank-entry.read", says, { id, through })])).toMatchObject([{ outcome: "done" }]);
  expect((await rowsOf("bank-entries.list?state=waiting")).map((one) => one.entry)).toEqual([entry]);
  const later = await server.send([
    said("bank-entry.place", { entry, placed: { as: "paid", way: "hand", payments: [] } }),
  ]);
  expect(later).toMatchObject([{ outcome: "refused" }]);

  expect((await server.get("/api/views/bank-entries.list", server.efrain)).status).toBe(403);
  const page = await server.app.request(`/o/${testBook}/payments/bank`, {
    headers: { Cookie: `ayni_session=${server.efrain}` },
  });
  expect(page.status).toBeGreaterThanOrEqual(400);
});
