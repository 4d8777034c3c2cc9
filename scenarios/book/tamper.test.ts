import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { openServer } from "../../store/connection/server.ts";
import { PostgresBooks } from "./book-on-postgres.ts";

let books: PostgresBooks;
const book = idOf("tampered book");

const byMarta = (kind: string, says: unknown, id: string) => ({
  id: idOf(id),
  book,
  kind,
  version: 1,
  by: marta.agent,
  through: { way: "seat", seat: marta.seat, at: books.now },
  says,
});

beforeAll(async () => {
  books = await PostgresBooks.open();
  await books.say(book, [
    byMarta("book.open", { settings: testSettings, founder: marta }, "tamper 1"),
    byMarta("accounting-day.close", { until: "2026-10-31" }, "tamper 2"),
    byMarta("seat.give", { seat: idOf("s"), agent: idOf("a"), roles: ["member"], from: "2026-11-15" }, "tamper 3"),
  ]);
});
afterAll(() => books.database.drop());

/** Changes the database behind the book's back, as its superuser, and takes it back afterwards. */
async function behindItsBack(change: string, undo: string): Promise<readonly string[]> {
  const asSuperuser = (text: string) => openServer(books.database.server, (client) => client.query(text));
  await asSuperuser(change);
  const { problems } = await books.verify(book);
  await asSuperuser(undo);
  expect((await books.verify(book)).problems).toEqual([]);
  return problems.map((one) => `${one.code} at ${one.place}`);
}

test("a book that nobody touched proves itself", async () => {
  const report = await books.verify(book);
  expect(report).toMatchObject({ acts: 3, derivedAgain: 3, seals: 1, problems: [] });
});

test("one byte of an act is found, and named [kernel.verify]", async () => {
  const found = await behindItsBack(
    "update ayni.act set body = replace(body, '2026-10-31', '2026-10-30') where position = 2",
    "update ayni.act set body = replace(body, '2026-10-30', '2026-10-31') where position = 2",
  );
  expect(found).toContain("verify.act-altered at position 2");
});

test("a body that is no act any more is found, and named; the rest of the book is read on", async () => {
  const found = await behindItsBack(
    "update ayni.act set body = '{' || body where position = 2",
    "update ayni.act set body = substr(body, 2) where position = 2",
  );
  expect(found).toContain("verify.act-altered at position 2");
});

test("an altered outcome is found, and named", async () => {
  const found = await behindItsBack(
    `update ayni.act set outcome = '{"outcome":"refused","refusals":[]}' where position = 3`,
    `update ayni.act set outcome = '{"outcome":"done"}' where position = 3`,
  );
  expect(found).toContain("verify.outcome-altered at position 3");
});

test("a link that was made to fit is betrayed by the next one and by the seal", async () => {
  const found = await behindItsBack(
    "update ayni.act set head = sha256('another'), cause = null where position = 3",
    "update ayni.act set head = (select head from ayni.book_head where book_head.book_id = act.book_id) where position = 3",
  );
  expect(found).toEqual(
    expect.arrayContaining([
      "verify.link-broken at position 3",
      "verify.seal-broken at position 3",
      "verify.head-differs at head",
    ]),
  );
});

test("a record that no act wrote, and one that is gone, are found", async () => {
  const found = await behindItsBack(
    `update ayni.seat set agent = '${idOf("someone else")}' where seat = '${idOf("s")}'`,
    `update ayni.seat set agent = '${idOf("a")}' where seat = '${idOf("s")}'`,
  );
  expect(found).toEqual([`verify.record-differs at seat ${idOf("s")}|1`]);
});

test("a tally that was helped along is found", async () => {
  const found = await behindItsBack(
    "update ayni.tally set amount = amount + 1 where kind = 'seats-of-role' and key = 'manager'",
    "update ayni.tally set amount = amount - 1 where kind = 'seats-of-role' and key = 'manager'",
  );
  expect(found).toEqual(["verify.tally-differs at seats-of-role manager"]);
});

test("an act that was taken out leaves a gap that is named", async () => {
  const found = await behindItsBack(
    "create table ayni.hidden as select * from ayni.act where position = 2; delete from ayni.act where position = 2",
    "insert into ayni.act select * from ayni.hidden; drop table ayni.hidden",
  );
  expect(found).toEqual(expect.arrayContaining(["verify.position-missing at position 2"]));
});

test("another program finds the same chain: PostgreSQL's own SHA-256 over the stored digests and bodies [kernel.chain]", async () => {
  const { rows } = await books.database.connect("keeper").query(
    `select position::int,
            head = sha256(convert_to(concat_ws('|',
              encode(lag(head, 1, decode(repeat('00', 32), 'hex')) over (order by position), 'hex'), position,
              encode(act_digest, 'hex'), encode(outcome_digest, 'hex'), encode(entries_digest, 'hex'), encode(papers_digest, 'hex')),
              'UTF8')) as linked,
            outcome_digest = sha256(convert_to(outcome, 'UTF8')) as outcome
       from ayni.act where book_id = $1 order by position`,
    [book],
  );
  expect(rows).toEqual([1, 2, 3].map((position) => ({ position, linked: true, outcome: true })));
});
