/** Documented purchases on PostgreSQL: numbered without a gap when many come at once, proved by the book and tied to the ledger, which hledger adds up. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { idOf, marta, now, testBook } from "../../rooms/book/testing.ts";
import { peru } from "../../rooms/purchases/rules/templates/peru.ts";
import { documentOf, manySellers, sellerOf, theNotes, theSheet } from "../../rooms/purchases/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { openReader } from "../../store/reader/ask.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(() => books.database.drop());

const sellers = Array.from({ length: 12 }, (_, at) => sellerOf(at));

test("twelve sellers documented at once: no gap, the twelfth held, the purchase book and hledger agree [purchase.proved]", async () => {
  const memory = manySellers(sellers.length, "11");
  for (const { sent, received } of memory.said) {
    books.now = received;
    const [answer] = await books.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  let spoken = 0;
  const say = async (kind: string, says: object) => {
    spoken += 1;
    const through = { way: "seat", seat: marta.seat, at: now };
    const body = { id: idOf(`spoken ${spoken}`), book: testBook, kind, version: 1, by: marta.agent, through, says };
    const [answer] = await books.writers.take(testBook, `test ${spoken}`, [{ body: JSON.stringify(body), beside: [] }]);
    return answer as unknown as { outcome: string; refusals?: readonly { code: string }[] };
  };
  const issue = (at: number) =>
    say("purchase-document.issue", documentOf(`document ${at}`, sellers[at]?.agent ?? "", "first"));
  const answers = await Promise.all(sellers.map((_, at) => issue(at)));
  expect(answers.filter((one) => one.outcome === "done")).toHaveLength(11);
  expect(answers.flatMap((one) => one.refusals ?? []).map((one) => one.code)).toEqual([
    "purchase-document.series-exhausted",
  ]);

  const reader = openReader(books.database.connect("app"), {
    views: allViews,
    standing: lookingOn,
    now: () => Date.parse(now),
  });
  const ask = async (name: string, asked: Readonly<Record<string, unknown>>) => {
    const answer = await reader.ask({ book: testBook, seat: marta.seat, agent: marta.agent }, name, asked);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`);
    return answer.value.rows;
  };
  const period = { from: "2026-11-01", until: "2026-11-30" };
  const lines = await ask("purchase-book.list", { ...period, limit: 100 });
  expect(lines.map((one) => one.number)).toEqual(
    Array.from({ length: 11 }, (_, at) => `E001-${`${at + 1}`.padStart(8, "0")}`),
  );
  const waiting = await ask("purchases.waiting", { settlement: idOf("first"), currency: "PEN" });
  expect(waiting).toHaveLength(1);
  const held = sellers.findIndex(({ agent }) => agent === waiting[0]?.agent);

  // One is annulled: its number stays used, its seller waits again.
  const first = sellers.findIndex((_, at) => at !== held);
  const voided = { document: idOf(`document ${first}`), reason: "se repite", series: theNotes };
  expect(await say("purchase-document.void", voided)).toMatchObject({ outcome: "done" });
  expect(await ask("purchases.waiting", { ...period, currency: "PEN" })).toHaveLength(2);
  const all = await ask("purchase-book.list", { ...period, limit: 100 });
  expect(all.filter((one) => one.line === "annulled")).toMatchObject([{ note: "NC01-00000001" }]);

  const [tie] = await ask("purchase-book.ties", period);
  expect(tie).toMatchObject({ account: "levies-withheld", currency: "PEN", by_statements: "0" });
  expect(tie?.ledger).toBe(tie?.posted);
  const withheld = all.reduce((sum, one) => sum + BigInt(String(one.withheld)), 0n);
  expect(`${withheld}`).toBe(tie?.posted);
  const identities = await ask("purchase-book.identified", { ...period, limit: 100 });
  expect(identities.every((one) => /^1000000\d+$/.test(String(one.identity)))).toBe(true);
  const looked = await ask("personal.looked", {});
  expect(looked[0]).toMatchObject({ view: "purchase-book.identified", kinds: ["identity-number"] });
  const other = sellers.findIndex((_, at) => at !== held && at !== first);
  const one = { agent: sellers[other]?.agent ?? "", document: idOf(`document ${other}`) };
  expect(await ask("purchase-document.one", { document: one.document })).toMatchObject([
    { name: `Name of 1000000${other}`, buyer_tax_number: "20123456789", void_reason: null },
  ]);
  expect(await ask("purchase-document.person", one)).toMatchObject([
    { identity: `1000000${other}`, address: `Caserío ${other}`, tax_number: null },
  ]);
  const year = await ask("purchase-certificate.one", { agent: one.agent, year: "2026" });
  expect(year).toMatchObject([{ tax: "renta", documents: "1", base: `${1_460_000n + BigInt(other) * 14_600n}` }]);
  expect(await ask("purchase-taxes.list", { sheet: theSheet })).toMatchObject([{ code: peru.code, version: 1 }]);
  expect((await ask("purchase-series.list", {})).map((row) => row.used)).toEqual(["11", "1"]);

  expect((await books.verify(testBook)).problems).toEqual([]);
  let journal = "";
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "purchases"))) journal += piece;
  });
  const arguments_ = ["-f", "-", "--strict", "balance", "liabilities:levies-withheld", "-N", "--flat", "--depth", "2"];
  const hledger = spawnSync("hledger", arguments_, { input: journal, encoding: "utf8" });
  expect(hledger.status, hledger.stderr).toBe(0);
  const written = `${withheld / 100n}.${`${withheld % 100n}`.padStart(2, "0")}`;
  expect(hledger.stdout.trim()).toBe(`-${written} PEN  liabilities:levies-withheld`);
});
