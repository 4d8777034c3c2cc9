/** Orders to a bank on PostgreSQL and the API: proven, added up by hledger, their file the same each time, and gone with who is erased. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../cli/ledger-source.ts";
import { journalText } from "../../exchange/journal/journal.ts";
import { idOf, type TestBook, testBook } from "../../rooms/book/testing.ts";
import { orderOf as orderNeed } from "../../rooms/settlement/needs/order.ts";
import { julian, orderBook, orderOf, rosa, transferOf } from "../../rooms/settlement/order-testing.ts";
import { known, told } from "../../rooms/settlement/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { type Served, served } from "../../web/testing/served.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

let books: PostgresBooks;
let server: Served;
beforeAll(async () => {
  [books, server] = await Promise.all([PostgresBooks.open(), served({ book: "unopened" })]);
});
afterAll(() => Promise.all([books?.database.drop(), server?.close()]));

/** Two orders: the first replaced; of the second Rosa is paid and it comes back, Julián is paid. */
function answeredBook(): TestBook {
  const book = orderBook();
  told(book, "payment-order.make", orderOf("one", rosa.agent, julian.agent));
  const said = { ...orderOf("two", rosa.agent, julian.agent), replaces: idOf("one"), reason: "otro día" };
  told(book, "payment-order.replace", said);
  for (const { line } of known(book, orderNeed(idOf("two"))).payments) {
    const { number, payment, amount, agent } = line;
    told(book, "payment.make", { ...transferOf(`${amount}`, "", agent), payment, number, reference: "TRX 91" });
    if (agent === rosa.agent)
      told(book, "payment-order.failed", { number, reason: "holder-differs", on: "2026-11-18" });
  }
  return book;
}

test("orders, a confirmed payment and one that came back are proven, and hledger finds what is owed [payments.proved]", async () => {
  for (const { sent, received } of answeredBook().said) {
    books.now = received;
    const [answer] = await books.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  expect((await books.verify(testBook)).problems).toEqual([]);
  let journal = "";
  await inTransaction(books.database.connect("keeper"), async (client) => {
    for await (const piece of journalText(await ledgerOf(client, testBook, "orders"))) journal += piece;
  });
  const asked = ["-f", "-", "--strict", "balance", "-N", "--flat", "assets:bank", "liabilities:owed-to-producers"];
  const hledger = spawnSync("hledger", asked, { input: journal, encoding: "utf8" });
  expect(hledger.status, hledger.stderr).toBe(0);
  expect(hledger.stdout).toMatch(/-398722 COP {2}assets:bank/);
  expect(hledger.stdout).toMatch(/-799838 COP {2}liabilities:owed-to-producers/);
});

/** Says to the server what was said to a book in memory, from the act on that it has not heard. */
async function heard(book: TestBook, from = 0): Promise<number> {
  for (const { sent, received } of book.said.slice(from)) {
    server.clock.now = Date.parse(received);
    const [answer] = await server.services.installation.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  return book.said.length;
}

const rows = async (path: string) =>
  ((await (await server.get(`/api/views/${path}`)).json()) as { rows: Record<string, unknown>[] }).rows;

test("the file is the same bytes each time, whoever takes it is written down, and an erased person is in it no more [payments.file-taken]", async () => {
  const book = orderBook();
  told(book, "payment-order.make", orderOf("one", rosa.agent, julian.agent));
  const told1 = await heard(book);
  const path = `/o/${testBook}/payments/orders/${idOf("one")}/file`;
  const cookie = { Cookie: `ayni_session=${server.marta}` };
  const first = await server.get(path, null, cookie);
  expect(first.headers.get("Content-Disposition")).toMatch(/filename="O[0-9A-F]{4}-2026-0001\.xml"/);
  const text = await first.text();
  expect(text).toContain("<CtrlSum>1198560.00</CtrlSum>");
  expect(text).toContain("<Nm>Julián Ñáñez</Nm>");
  told(book, "profile.correct", { agent: julian.agent });
  const told2 = await heard(book, told1);
  expect(await (await server.get(path, null, cookie)).text()).toBe(text);
  expect(await rows(`payment-order.downloads?order=${idOf("one")}`)).toHaveLength(2);
  expect(await rows("personal.looked")).toMatchObject([
    { view: "payment-order.file", kinds: ["account-number"], people: 2, about_paper: expect.stringMatching(/^O/) },
    { view: "payment-order.file" },
  ]);
  const efrains = { Cookie: `ayni_session=${server.efrain}` };
  expect((await server.get(path, null, efrains)).status).toBe(403);
  expect((await server.get(`/api/views/accounts.of?agent=${rosa.agent}`, server.efrain)).status).toBe(403);

  for (const { line } of known(book, orderNeed(idOf("one"))).payments)
    told(book, "payment.make", {
      ...transferOf(`${line.amount}`, "", line.agent),
      payment: line.payment,
      number: line.number,
    });
  told(book, "tie.end", { tie: julian.tie, until: "2026-11-14" });
  told(book, "person.erase", { agent: julian.agent, reason: "lo pidió" });
  await heard(book, told2);
  const gone = await server.get(path, null, cookie);
  expect(gone.status).toBe(303);
  const why = await server.get(gone.headers.get("Location") ?? "", null, { ...cookie, "Accept-Language": "es" });
  expect(await why.text()).toContain("se borraron datos personales");
  expect(await rows(`accounts.of?agent=${julian.agent}`)).toMatchObject([{ number: null, institution: "Nequi" }]);
  expect(server.faults).toEqual([]);
});
