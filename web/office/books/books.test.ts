/** The books over the story of the seven sacks: each page ties to the ledger, and hledger finds the same from the exported journal. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRecords } from "../../../rooms/all.ts";
import { marta, testBook } from "../../../rooms/book/testing.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { verifyBook } from "../../../store/verify/verify.ts";
import { type Desk, tellerOver } from "../../testing/desk.ts";
import { deskOfSettledSacks, hledger } from "../../testing/paid-sacks.ts";

let desk: Desk;
const money = "money:COP:1";
const year = { from: "2026-01-01", until: "2026-12-31" };

beforeAll(async () => {
  desk = await deskOfSettledSacks(true);
});
afterAll(() => desk.close());

const ask = async (view: string, words: Readonly<Record<string, string>>): Promise<Record<string, string | null>[]> => {
  const answer = await desk.server.get(`/api/views/${view}?${new URLSearchParams(words)}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { rows: Record<string, string | null>[] }).rows;
};
const fileOf = async (path: string): Promise<Response> =>
  desk.server.app.request(`/o/${testBook}/${path}`, {
    headers: { Cookie: `ayni_session=${desk.server.marta}`, "Accept-Language": "es" },
  });
const csv = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await fileOf(path)).text(), { bom: true, delimiter: ";", columns: true });

/** The book's journal in a file, as hledger takes it. */
async function journal(): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "ayni-books-")), "book.journal");
  const file = await fileOf("ledger/journal?from=2026-01-01&until-day=2026-12-31");
  writeFileSync(path, await file.text());
  return path;
}
describe("without a chart [books.trial]", () => {
  test("the trial balance has opening, debit, credit and closing of each account, and adds up", async () => {
    const page = await desk.open("ledger/trial");
    expect(page.text).toContain("todo cuadra");
    expect(page.text).toContain("Compras a productores 6.494.786 6.494.786");
    expect(page.text).toContain("Suma 12.735.586 12.735.586");
    const later = await desk.open("ledger/trial?from=2026-09-17&until=2026-09-17");
    expect(later.text).toContain("Adelantos a socios 1.500.000 1.500.000 Caja");
  });

  test("it is what hledger reckons, account by account", async () => {
    const told = hledger(await journal(), "balance", "--depth", "2", "--flat");
    const ours = await ask("ledger.trial", year);
    const closing = new Map<string, bigint>();
    for (const one of ours.filter(({ commodity }) => commodity === money))
      closing.set(
        `${one.account}`,
        (closing.get(`${one.account}`) ?? 0n) + BigInt(`${one.debit}`) - BigInt(`${one.credit}`),
      );
    const theirs = new Map(
      told
        .filter(({ account = "", balance = "" }) => account !== "total" && balance.endsWith(" COP"))
        .map(({ account = "", balance = "" }) => [account.split(":")[1] ?? "", BigInt(balance.replace(" COP", ""))]),
    );
    expect(theirs.size).toBeGreaterThan(5);
    expect(theirs).toEqual(new Map([...closing].filter(([, amount]) => amount !== 0n)));
  });
});

describe("a chart of one's own [books.chart-page]", () => {
  test("begins with a template, which says that nobody checked it", async () => {
    const empty = await desk.open("ledger/chart");
    expect(empty.text).toContain("Todavía no hay un plan de cuentas");
    const page = await desk.send(empty, { do: "template" }, { template: "co-puc" });
    expect(page.text).toMatch(/Colombia: Plan Único de Cuentas: \d+ cuentas, vigente desde el 1 de enero de 2026/);
    expect(page.text).toContain("Sin verificar: pregunte a su contador");
    expect(page.text).toContain("Decreto 2650 de 1993");
    expect(page.text).toContain("6205 Compras de mercancías gastos Compras a productores");
  });

  test("is changed code by code and place by place, each time as a new version", async () => {
    const page = await desk.open("ledger/chart");
    const code = { "new-code": "6205.1", name_es: "Compras de café pergamino", kind: "expenses" };
    const added = await desk.send(page, { do: "account" }, { ...code, from: "2026-01-01" });
    const place = { account: "purchases", product: "coffee-parchment", code: "6205.1", from: "2026-01-01" };
    const split = await desk.send(added, { do: "place" }, place);
    expect(split.text).toContain("6205.1 Compras de café pergamino gastos Compras a productores: café pergamino");
    const checked = await desk.send(split, { do: "about" }, { checkedBy: "Nubia Ramos, TP 1234", from: "2026-01-01" });
    expect(checked.text).toContain("Lo revisó Nubia Ramos, TP 1234.");
    expect(await ask("chart.versions", {})).toHaveLength(4);
  });

  test("refuses what would leave a posting without a place, and keeps what was typed", async () => {
    const page = await desk.open("ledger/chart");
    const refused = await desk.send(
      page,
      { do: "account" },
      { "new-code": "no es código", name_es: "X", kind: "assets" },
    );
    expect(refused.text).toContain("Todavía no se hizo.");
    expect(refused.html).toContain("no es código");
  });

  test("goes out as a sheet, and comes back changed: shown first, published by a second form [books.chart-sheet]", async () => {
    const text = await (await fileOf("ledger/file/chart.csv")).text();
    expect(text).toContain("Código;Clase;Nombre en español;Nombre en inglés;Nombre en portugués;Recibe");
    const bring = async (sheet: string) => {
      const body = new FormData();
      body.append("file", new File([sheet], "plan.csv", { type: "text/csv" }));
      const answer = await desk.server.app.request(`/o/${testBook}/ledger/chart/sheet`, {
        method: "POST",
        body,
        headers: {
          Cookie: `ayni_session=${desk.server.marta}`,
          "Sec-Fetch-Site": "same-origin",
          "Accept-Language": "es",
        },
      });
      const html = await answer.text();
      const plain = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
      return { status: answer.status, at: "ledger/chart/sheet", html, text: plain };
    };
    const wrong = await bring(text.replace(";purchases;", ";").replace("gastos", "gastillos"));
    expect(wrong.text).toContain("“gastillos” no se entiende en la columna kind");
    const shown = await bring(text.replace("Compras de mercancías", "Compras varias"));
    expect(shown.text).toMatch(/La hoja tiene \d+ cuentas y se puede publicar/);
    const published = await desk.send(shown, { title: "Colombia: Plan Único de Cuentas" }, { from: "2026-01-01" });
    expect(published.text).toContain("6205 Compras varias");
  });
});

describe("with the chart, both codes stand everywhere", () => {
  test("in the trial balance, product by product [books.both-codes]", async () => {
    const page = await desk.open("ledger/trial");
    expect(page.text).toContain("6205.1 Compras de café pergamino Compras a productores 6.494.786 6.494.786");
    expect(page.text).toContain("1105 Caja Caja 4.440.800 −4.440.800");
  });

  test("in the lines of a statement, on the page and as a file whose sums tie out [books.lines]", async () => {
    const page = await desk.open(`ledger/entries?statement=${seven.statement}`);
    expect(page.text).toContain("Liquidación cerrada Liquidación L-2026-000001 6205.1 Compras de café pergamino");
    expect(page.text).toContain("debe 9.435.586 pesos, haber 9.435.586 pesos. Suman lo mismo.");
    const rows = await csv(`ledger/file/entries.csv?statement=${seven.statement}`);
    expect(rows.at(-1)).toMatchObject({ "Por qué": "Suma", Debe: "9435586", Haber: "9435586", Moneda: "COP" });
    expect(rows[0]).toMatchObject({
      Documento: "Liquidación",
      Número: "L-2026-000001",
      Código: "6205.1",
      "Cuenta de Ayni": "purchases",
      "Socio n.º": "0131",
      Debe: "6494786",
    });
  });

  test("in one file of all entries of a period, with kilos in columns of their own [books.entries-file]", async () => {
    const rows = await csv("ledger/file/entries.csv?from=2026-01-01&until=2026-12-31");
    const of = (name: string) => rows.slice(0, -2).reduce((sum, row) => sum + BigInt(row[name] || "0"), 0n);
    expect(of("Debe")).toBe(12_735_586n);
    expect(of("Haber")).toBe(12_735_586n);
    expect(rows.find((row) => row["Cuenta de Ayni"] === "stock")).toMatchObject({
      Documento: "Recibo",
      Número: "T3Q-2-004417",
      Código: "8395",
      Debe: "",
      Entra: "407,6",
    });
    const workbook = await fileOf("ledger/file/entries.xlsx?from=2026-01-01&until=2026-12-31");
    expect(workbook.headers.get("Content-Type")).toContain("spreadsheetml");
  });

  test("in the journal that other programs read, as a tag [books.journal-codes]", async () => {
    const path = await journal();
    expect(execFileSync("hledger", ["-f", path, "check", "--strict"], { encoding: "utf8" })).toBe("");
    const told = hledger(path, "balance", "tag:code=6205.1", "--depth", "2", "--flat");
    expect(told[0]).toEqual({ account: "expenses:purchases", balance: "6494786 COP" });
  });
});

describe("one person's account [books.member]", () => {
  test("has every line with what was there after it, and hledger's register says the same", async () => {
    const page = await desk.open(`ledger/member/${seven.member}`);
    expect(page.text).toContain("La cuenta de Amparo Quintero");
    expect(page.text).toContain(
      "Liquidación cerrada Liquidación L-2026-000001 2.940.786 2.940.786 pesos a favor de la persona",
    );
    const rows = await ask("ledger.member", { agent: seven.member });
    const register = hledger(await journal(), "register", "owed-to-producers:of 0131");
    const ours = rows.filter((row) => row.account === "owed-to-producers").map((row) => `${row.balance} COP`);
    expect(register.map((line) => (line.total === "0" ? "0 COP" : line.total))).toEqual(ours);
  });

  test("over all members each account comes to the trial balance's", async () => {
    const trial = await ask("ledger.trial", year);
    const rows = await ask("ledger.member", { agent: seven.member });
    for (const account of ["owed-to-producers", "advances", "credit-principal", "share-capital"]) {
      const control = trial
        .filter((one) => one.account === account)
        .reduce((sum, one) => sum + BigInt(`${one.debit}`) - BigInt(`${one.credit}`), 0n);
      expect(rows.findLast((row) => row.account === account)?.balance, account).toBe(`${control}`);
    }
  });

  test("is the person's own to read, and nobody else's", async () => {
    const token = await desk.server.services.installation.sessions.make({ book: testBook, ...marta });
    expect((await desk.open("me/ledger", "es")).text).toContain("su cuenta con nosotros");
    const file = await desk.server.app.request(`/o/${testBook}/me/ledger/account.csv`, {
      headers: { Cookie: `ayni_session=${token}` },
    });
    expect(file.status).toBe(200);
  });

  test("goes out as a workbook", async () => {
    const rows = await csv(`ledger/member/${seven.member}/account.csv`);
    expect(rows.at(-1)).toMatchObject({ "Cuenta de Ayni": "share-capital", Haber: "64948", Queda: "-64948" });
  });
});

describe("the stock and its value [books.stock]", () => {
  test("is what came in, at what it cost, by the rule it names", async () => {
    const page = await desk.open("ledger/stock");
    expect(page.text).toContain("6.494.786 pesos vale lo nuestro, a lo que costó en promedio");
    expect(page.text).toContain("café pergamino 2026 quebrada-dos nuestro 407,6 kg 6.494.786 pesos");
    const last = await desk.open("ledger/stock?rule=last");
    expect(last.text).toContain("a lo que costó en la última liquidación cerrada");
    expect((await desk.open("ledger/stock?until=2026-09-15")).text).toContain("no hay nada en bodega");
  });

  test("has no value before anything was settled: none is made up", async () => {
    const page = await desk.open("ledger/stock?until=2026-09-16");
    expect(page.text).toContain("407,6 kg sin compra que lo diga");
  });

  test("is the kilos of the ledger's account", async () => {
    const [row] = await ask("ledger.balances", { account: "stock" });
    const lines = await ask("ledger.stock", { until: "2026-12-31" });
    expect(lines.reduce((sum, one) => sum + BigInt(`${one.amount}`), 0n)).toBe(BigInt(`${row?.amount}`));
    const costs = await ask("ledger.costs", { until: "2026-12-31" });
    const trial = await ask("ledger.trial", year);
    expect(costs[0]?.value).toBe(trial.find((one) => one.account === "purchases")?.debit);
  });
});

describe("periods [books.periods-page]", () => {
  test("a month is opened, its days are closed with it, and its balance stays as a paper", async () => {
    const begun = await desk.open("ledger/periods");
    const opened = await desk.send(begun, { do: "open" }, { opened: "2026-08" });
    expect(opened.text).toContain("agosto de 2026 abierto desde el 17 sep 2026");
    const closed = await desk.send(opened, { do: "close" }, { period: "2026-08" });
    expect(closed.text).toContain("agosto de 2026 cerrado el 17 sep 2026 por");
    expect(closed.text).toContain("Los días están cerrados hasta el 31 de agosto de 2026");
    const paper = await desk.open("ledger/periods/2026-08");
    expect(paper.text).toContain("Las cuentas dicen hoy lo mismo que este papel");
    expect(paper.text).toContain("Adelantos a socios 1330 1.500.000 1.500.000");
  });

  test("what happened in it and is heard later is booked on the first open day, and listed by itself [books.earlier]", async () => {
    const teller = tellerOver(desk.server);
    const advance = "01994f6e-0000-7000-8000-0000000aa001";
    const says = { advance, agent: seven.member, amount: "50000", currency: "COP", mode: "cash", day: "2026-08-20" };
    const answer = await teller.say("advance.give", says);
    expect(answer.outcome).toMatch(/^done/);
    const earlier = await desk.open("ledger/entries?from=2026-09-01&until=2026-09-30&only=earlier");
    expect(earlier.text).toContain("1 sep 2026 (ocurrió el 20 ago 2026) Adelanto entregado");
    expect(earlier.text).not.toContain("Liquidación cerrada");
    expect((await desk.open("ledger/periods/2026-08")).text).toContain("lo mismo que este papel");
  });

  test("one that is not over, or closed already, is refused in words", async () => {
    const next = await desk.send(await desk.open("ledger/periods"), { do: "open" }, { opened: "2026-09" });
    const refused = await desk.send(next, { do: "close" }, { period: "2026-09" });
    expect(refused.text).toContain("Todavía no se hizo.");
    expect((await desk.open("ledger/periods/2026-07")).status).toBe(404);
  });

  test("the book proves the paper, and an altered posting is named by it [books.proved]", async () => {
    const { store, sealKeys, tools } = desk.server.services.installation;
    const verified = () => verifyBook(store.connect("keeper"), testBook, { records: allRecords, tools, sealKeys });
    expect((await verified()).problems).toEqual([]);
    await store
      .connect("owner")
      .query(
        `set ayni.book = '${testBook}'; update ayni.posting set amount = amount * 2 where account in ('advances', 'cash') and booked < '2026-09-01'; reset ayni.book`,
      );
    expect((await verified()).problems.map((one) => one.code)).toContain("verify.trial-balance-differs");
    expect((await desk.open("ledger/periods/2026-08")).text).toContain("ya no dicen lo que dice este papel");
    expect(desk.server.faults).toEqual([]);
  });
});
