/** The ledger on screens: balances that add up, an account with its running balance, an entry in words, a journal others read. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRecords } from "../../rooms/all.ts";
import { testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { type Desk, deskOfSevenSacks, tellerOver } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfSevenSacks();
  const { settlement, season, statement, member, delivery } = seven;
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  const teller = tellerOver(desk.server);
  const told: [string, unknown][] = [
    ["settlement.draft", { settlement, season, title: "16 de septiembre", paidIn: "cash", statements }],
    ["settlement.review", { settlement }],
    ["settlement.close", { settlement }],
    ["settlement.pay", { settlement, paidIn: "cash", place: "Quebrada Dos", on: "2026-09-17" }],
  ];
  for (const [kind, says] of told) expect(await teller.say(kind, says), kind).toEqual({ outcome: "done", codes: [] });
});
afterAll(() => desk.close());

describe("the accounts [ledger.page]", () => {
  test("each account by commodity, on its side; both sides come to the same", async () => {
    const page = await desk.open("ledger");
    expect(page.text).toContain("Todo cuadra");
    expect(page.text).toContain("Compras a productores lo que cuesta 6.494.786");
    // 1,800,000 of inputs and 1,500,000 of advance went out and came back; the coins' 14 pesos have their own account.
    expect(page.text).toContain("Redondeos lo que cuesta 14 –");
    for (const language of ["en", "pt"]) expect((await desk.open("ledger", language)).status).toBe(200);
  });

  test("up to the end of a month there is what was booked until then", async () => {
    const page = await desk.open("ledger?month=2026-05");
    expect(page.text).toContain("Créditos a socios lo que se tiene 1.800.000");
    expect(page.text).not.toContain("Redondeos");
  });

  test("an account shows what was there after each posting, also page by page and of one person [ledger.account]", async () => {
    const words = "account=cash&commodity=money%3ACOP%3A1";
    const page = await desk.open(`ledger/account?${words}`);
    expect(page.text).toContain("Caja: −4.440.800 pesos");
    expect(page.text).toMatch(/Pago entregado 17 sep 2026 .* −2\.940\.800 −4\.440\.800 Adelanto entregado/);
    const rows = async (extra: string) => {
      const answer = await desk.server.get(`/api/views/ledger.postings?${words}${extra}`);
      return ((await answer.json()) as { rows: { place_of: string; balance: string }[] }).rows;
    };
    const all = await rows("");
    const [first] = await rows("&limit=1");
    const second = await rows(`&limit=1&after=${first?.place_of}`);
    expect([first, ...second]).toEqual(all);
    const own = await desk.open(
      `ledger/account?account=owed-to-producers&commodity=money%3ACOP%3A1&agent=${seven.member}`,
    );
    expect(own.text).toContain("Amparo Quintero: 0 pesos");
    expect((await desk.open(`ledger/person/${seven.member}`)).text).toContain("Las cuentas de Amparo Quintero");
  });

  test("an entry is said in words, with both of its sides and the act it follows from", async () => {
    const account = await desk.open("ledger/account?account=rounding&commodity=money%3ACOP%3A1");
    const [, href = ""] = /href="([^"]*ledger\/entry[^"]*)"/.exec(account.html) ?? [];
    const entry = await desk.open(href);
    expect(entry.text).toContain("Pago entregado, el 17 de septiembre de 2026.");
    expect(entry.text).toContain("Acto: settlement.pay");
    expect((await desk.open("ledger/entry/999999/0")).status).toBe(404);
  });

  test("the journal of some days is taken strictly by hledger [ledger.journal]", async () => {
    const file = await desk.server.app.request(`/o/${testBook}/ledger/journal?from=2026-01-01&until-day=2026-12-31`, {
      headers: { Cookie: `ayni_session=${desk.server.marta}` },
    });
    expect(file.headers.get("Content-Disposition")).toContain("journal-2026-01-01-2026-12-31.journal");
    const path = join(mkdtempSync(join(tmpdir(), "ayni-journal-page-")), "book.journal");
    writeFileSync(path, await file.text());
    expect(execFileSync("hledger", ["-f", path, "check", "--strict"], { encoding: "utf8" })).toBe("");
    expect(execFileSync("hledger", ["-f", path, "balance", "cash", "--depth", "2"], { encoding: "utf8" })).toContain(
      "-4440800",
    );
  });

  test("days are closed from the page; today's are not, and it says why", async () => {
    const page = await desk.open("ledger");
    const refused = await desk.send(page, {}, { until: "2026-09-17" });
    expect(refused.text).toContain("Todavía no se hizo.");
    const closed = await desk.send(refused, {}, { until: "2026-09-16" });
    expect(closed.text).toContain("Cerrado hasta el 16 de septiembre de 2026");
  });

  test("the sums that the pages stand on are proven by the book itself, and an altered one is named", async () => {
    const { store, sealKeys, tools } = desk.server.services.installation;
    const verified = () => verifyBook(store.connect("keeper"), testBook, { records: allRecords, tools, sealKeys });
    expect((await verified()).problems).toEqual([]);
    await store
      .connect("owner")
      .query(
        `set ayni.book = '${testBook}'; update ayni.tally set amount = amount + 1 where kind = 'ledger' and key like 'rounding|%'; reset ayni.book`,
      );
    expect((await verified()).problems.map((one) => one.code)).toEqual(["verify.tally-differs"]);
    expect((await desk.open("ledger")).text).toContain("Algo no cuadra");
    expect(desk.server.faults).toEqual([]);
  });
});
