/** A statement corrected twice on PostgreSQL: the book proves itself, its views say what became of it, and hledger adds up to the same. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { idOf, marta, now, testBook } from "../../rooms/book/testing.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { closeWith, correct, draftWith, settledBook } from "../../rooms/settlement/correction-testing.ts";
import { recompute } from "../../rooms/settlement/rules/recompute.ts";
import { cherryBook, cherrySeason, handOver, rosa, sumOf, told } from "../../rooms/settlement/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { openReader } from "../../store/reader/ask.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

let books: PostgresBooks;
beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(() => books.database.drop());

test("a weight that was wrong twice, and a hand-over that did not count: verified, explained and added up [settlement.corrections-proved]", async () => {
  const memory = settledBook(cherryBook({ title: "on-settlement" }));
  handOver(memory, "A2", 80_000n);
  memory.speak("delivery.void", { delivery: idOf("B"), reason: "tare", on: "2026-11-15" });
  correct(memory, "c", "A", "replaced", "A2");
  handOver(memory, "C", 30_000n);
  closeWith(memory, "second", ["C"], ["c"]);
  handOver(memory, "A3", 120_000n);
  correct(memory, "d", "A2", "replaced", "A3");
  const waiting = memory.said.length;
  correct(memory, "e", "B", "voided");
  told(memory, "settlement.draft", draftWith("left", [], ["d", "e"]));
  told(memory, "settlement.leave-out", { settlement: idOf("left"), documents: [idOf("d")] });
  told(memory, "settlement.drop", { settlement: idOf("left") });
  closeWith(memory, "third", [], ["d", "e"]);

  const standing = { views: allViews, standing: lookingOn, now: () => Date.parse(now) };
  const reader = openReader(books.database.connect("app"), standing);
  const ask = async (name: string, asked: Readonly<Record<string, unknown>>) => {
    const answer = await reader.ask({ book: testBook, seat: marta.seat, agent: marta.agent }, name, asked);
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}`);
    return answer.value.rows;
  };
  for (const [at, { sent, received }] of memory.said.entries()) {
    if (at === waiting) {
      expect(await ask("corrections.asked", {})).toMatchObject([{ delivery: idOf("B"), number: "L-2026-000001" }]);
      expect(await ask("corrections.waiting", { season: cherrySeason.agreement })).toMatchObject([
        { correction: idOf("d"), number: "L-2026-000001", reason: "replaced", agent: rosa.agent },
      ]);
      const asked = { delivery: idOf("B"), reason: "voided" };
      const [tried] = await ask("correction.preview", asked);
      expect(JSON.parse(String(tried?.said))).toMatchObject({ value: { difference: "-402750" } });
      expect(await ask("correction.preview", { ...asked, reason: "readings" })).toMatchObject([
        { said: null, wrong: { code: "correction.changes-nothing" } },
      ]);
    }
    books.now = received;
    const [answer] = await books.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  expect((await books.verify(testBook)).problems).toEqual([]);

  const [first] = await ask("statement.one", { number: "L-2026-000001" });
  expect(((first?.later ?? []) as { number: string }[]).map((one) => one.number)).toEqual([
    "L-2026-000002",
    "L-2026-000003",
  ]);
  const [third] = await ask("statement.one", { number: "L-2026-000003" });
  const papers = third?.corrected as { content: string; deductions: unknown }[];
  expect(papers.map(({ content }) => JSON.parse(content).number)).toEqual(["L-2026-000001", "L-2026-000002"]);
  const file = {
    statement: JSON.parse(String(third?.content)) as StatementContent,
    plans: third?.plans as never,
    deductions: third?.deductions,
    corrected: papers.map((one) => ({ paper: JSON.parse(one.content), deductions: one.deductions })),
  };
  expect(recompute(file)).toMatchObject({ ok: true, value: { differences: [] } });
  expect(await ask("corrections.list", { show: "settled" })).toHaveLength(3);
  expect(await ask("corrections.list", { show: "waiting" })).toHaveLength(0);

  let journal = "";
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "corrections"))) journal += piece;
  });
  const accounts = ["purchases", "share-capital", "advances", "owed-to-producers"];
  const asked = ["-f", "-", "--strict", "balance", "--flat", "--depth", "2", "-N", "expenses", "liabilities", "assets"];
  const hledger = spawnSync("hledger", asked, { input: journal, encoding: "utf8" });
  expect(hledger.status, hledger.stderr).toBe(0);
  for (const account of accounts) {
    const sum = sumOf(memory, account);
    if (sum !== 0n) expect(hledger.stdout).toMatch(new RegExp(`(^|\\s)${sum} COP {2}\\w+:${account}`, "m"));
  }
  // The goods: what was weighed last is in the store, all of it the organisation's.
  expect(hledger.stdout).toMatch(/^150\.000 .*assets:stock/m);
});
