/** The example cooperative that a new installation begins with: made up, the same from its seed, with every story in its place. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarOf } from "../examples/three-quebradas/calendar.ts";
import { exampleActs } from "../examples/three-quebradas/example.ts";
import { exampleId } from "../examples/three-quebradas/ids.ts";
import { journalText } from "../exchange/journal/journal.ts";
import { PostgresBooks } from "../scenarios/book/book-on-postgres.ts";
import { at, book, firstDay, now } from "../scenarios/example/made.ts";
import { inTransaction } from "../store/connection/pools.ts";
import type { Writers } from "../store/writer/writers.ts";
import { booksHere } from "../web/server/operator.ts";
import { makeExample } from "./example.ts";
import { ledgerOf } from "./ledger-source.ts";

let books: PostgresBooks;
let milliseconds: number;

const here = () => booksHere(books.database.connect("keeper"));
const query = async (text: string, ...values: unknown[]) =>
  (await books.database.connect("keeper").query(text, [book, ...values])).rows;

beforeAll(async () => {
  books = await PostgresBooks.open();
  const began = performance.now();
  await makeExample(at(books), []);
  milliseconds = performance.now() - began;
}, 120_000);
afterAll(() => books.database.drop());

describe("made once, and the same again", () => {
  test("the first start makes it within a minute even on a busy machine, the second finds it [cli.example]", async () => {
    expect((await here()).map(({ name }) => name)).toEqual(["Cooperativa Tres Quebradas (ejemplo)"]);
    expect(milliseconds).toBeLessThan(60_000);
    expect(await makeExample(at(books), await here())).toBeNull();
  });

  test("the same seed and first day give the same acts, byte by byte; another seed or day others [example.seed]", () => {
    const digest = (...of: Parameters<typeof exampleActs>) =>
      createHash("sha256")
        .update(JSON.stringify(exampleActs(...of)))
        .digest("hex");
    expect(digest(firstDay)).toBe("88722e758bb2612e4d500dddbba6574a7ca1932e061f6850692b498b2484472d");
    expect(digest(firstDay, "another seed")).not.toBe(digest(firstDay));
    expect(digest("2026-11-16")).not.toBe(digest(firstDay));
  });

  test.each([1, 2])(
    "cut off after %i rounds, the next start finishes it days later and doubles nothing",
    async (rounds) => {
      const other = await PostgresBooks.open();
      let left = rounds;
      const cutOff = (writers: Writers): Writers => ({
        ...writers,
        take: (...what) => (left-- > 0 ? writers.take(...what) : Promise.reject(new Error("cut off"))),
      });
      const first = { ...at(other), writersBy: (clock: () => string) => cutOff(other.writersBy(clock)) };
      await expect(makeExample(first, [])).rejects.toThrow("cut off");
      const begun = await booksHere(other.database.connect("keeper"));
      const later = { ...at(other), now: () => now() + 3 * 86_400_000 };
      expect(await makeExample(later, begun)).toBe(book);
      const heads = (of: PostgresBooks) =>
        of.database
          .connect("keeper")
          .query("select encode(head, 'hex') as head, position from ayni.book_head where book_id = $1", [book]);
      expect((await heads(other)).rows).toEqual((await heads(books)).rows);
      await other.database.drop();
    },
    120_000,
  );

  test.each(["2028-03-01T03:00:00Z", "2031-07-31T16:00:00Z"])(
    "made at %s, it is as whole",
    async (moment) => {
      const other = await PostgresBooks.open();
      const made = await makeExample({ ...at(other), now: () => Date.parse(moment) }, []);
      const report = await other.verify(made ?? "");
      expect(report).toMatchObject({ problems: [], papers: 764 });
      await other.database.drop();
    },
    120_000,
  );

  test("an installation that has books of its own is left alone", async () => {
    const own = [{ book: exampleId("", "own"), name: "Cooperativa La Esperanza", seats: [] }];
    expect(await makeExample(at(books), own)).toBeNull();
  });

  test.each(["2027-01-01", "2028-02-29", "2029-12-31"])(
    "it lives on %s too: two seasons of two years, all days before its own",
    (day) => {
      const { past, now: running } = calendarOf(day);
      expect(past.code).not.toBe(running.code);
      const acts = exampleActs(day);
      expect(acts.every(({ heard }) => heard < `${day}T15:00:00.000Z`)).toBe(true);
    },
  );
});

describe("it holds", () => {
  test("no box and no bank is ever below nothing", async () => {
    const rows = await query(
      "select account, coalesce(place, '') as place, min(balance) as least from (select account, place, sum(amount) over (partition by account, place order by booked, position, line) as balance from books.posting where book_id = $1 and account in ('cash', 'bank')) as days group by 1, 2",
    );
    expect(rows.filter(({ least }) => BigInt(least) < 0n)).toEqual([]);
  });

  test("the book proves itself whole, signatures of telephones among it [example.verify]", async () => {
    const report = await books.verify(book);
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ papers: 764, acts: 1279, derivedAgain: 1279, onTheChainsWord: 0, signatures: 401 });
  });

  test("hledger takes its journal strictly", async () => {
    const pieces: string[] = [];
    await inTransaction(books.database.connect("keeper"), async (client) => {
      for await (const piece of journalText(await ledgerOf(client, book, "Tres Quebradas"))) pieces.push(piece);
    });
    const told = spawnSync("hledger", ["-f", "-", "check", "--strict"], { input: pieces.join(""), encoding: "utf8" });
    expect({ status: told.status, said: told.stdout + told.stderr }).toEqual({ status: 0, said: "" });
  });

  test("what statements say is what hand-overs are worth, less what went to each account, plus coins", async () => {
    const [sums] = await query(
      `select (select sum(value) from books.statement_result where book_id = $1) = (select sum(value) from books.settled_delivery where book_id = $1) as worth,
              (select sum(value - deducted - net) from books.statement_result where book_id = $1) = 0 as split,
              (select -sum(amount) from books.posting where book_id = $1 and account = 'owed-to-producers')
                = (select sum(r.net) from books.statement_result r left join books.payment p using (book_id, statement) where book_id = $1 and p.payment is null) as owed`,
    );
    expect(sums).toEqual({ worth: true, split: true, owed: true });
  });
});
