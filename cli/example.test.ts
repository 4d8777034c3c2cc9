/** The example cooperative that a new installation begins with: made up, the same from its seed, with every story in its place. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarOf } from "../examples/three-quebradas/calendar.ts";
import { exampleActs, exampleBook } from "../examples/three-quebradas/example.ts";
import { registerOf, toldOf } from "../examples/three-quebradas/families.ts";
import { exampleId } from "../examples/three-quebradas/ids.ts";
import { realLots } from "../examples/three-quebradas/real-lots.ts";
import { exampleSeats, seatAs } from "../examples/three-quebradas/seats.ts";
import { journalText } from "../exchange/journal/journal.ts";
import type { StatementContent } from "../rooms/settlement/content.ts";
import { PostgresBooks } from "../scenarios/book/book-on-postgres.ts";
import { inTransaction } from "../store/connection/pools.ts";
import type { Writers } from "../store/writer/writers.ts";
import { booksHere } from "../web/server/operator.ts";
import { makeExample } from "./example.ts";
import { ledgerOf } from "./ledger-source.ts";

const now = () => Date.parse("2026-11-15T15:00:00.000Z");
const firstDay = "2026-11-15";
const book = exampleBook(firstDay);
let books: PostgresBooks;
let milliseconds: number;

const at = (of: PostgresBooks) => ({
  store: of.database,
  writersBy: (clock: () => string) => of.writersBy(clock),
  now,
});
const here = () => booksHere(books.database.connect("keeper"));
const query = async (text: string, ...values: unknown[]) =>
  (await books.database.connect("keeper").query(text, [book, ...values])).rows;
const one = async (text: string, ...values: unknown[]) => (await query(text, ...values))[0];
const memberId = (number: string): string => exampleId(book, `member ${number}`);
const deliveryId = (of: string): string => exampleId(book, `delivery ${of}`);

beforeAll(async () => {
  books = await PostgresBooks.open();
  const began = performance.now();
  await makeExample(at(books), []);
  milliseconds = performance.now() - began;
}, 120_000);
afterAll(() => books.database.drop());

describe("made once, and the same again", () => {
  test("the first start makes it within fifteen seconds, the second finds it [cli.example]", async () => {
    expect((await here()).map(({ name }) => name)).toEqual(["Cooperativa Tres Quebradas (ejemplo)"]);
    expect(milliseconds).toBeLessThan(15_000);
    expect(await makeExample(at(books), await here())).toBeNull();
  });

  test("the same seed and first day give the same acts, byte by byte; another seed or day others [example.seed]", () => {
    const digest = (...of: Parameters<typeof exampleActs>) =>
      createHash("sha256")
        .update(JSON.stringify(exampleActs(...of)))
        .digest("hex");
    expect(digest(firstDay)).toBe("15ccf2f5f3662b0bd990151ea984825a59bbcfd8764f273ea5e907116ef74d11");
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

describe("the cooperative [example.organisation]", () => {
  test("58 families in two communities, 59 members; two who left; seven seats to look around from", async () => {
    const families = await query(
      "select p.community, count(*)::int as families from books.agent a join books.profile p using (book_id, agent) where book_id = $1 and a.kind = 'household' group by 1 order by 1",
    );
    expect(families).toEqual([
      { community: "El Mirador", families: 29 },
      { community: "Quebrada Honda", families: 29 },
    ]);
    expect(
      await one(
        "select count(*) filter (where until is null)::int as members, count(until)::int as gone from books.tie where book_id = $1 and kind = 'membership' and number is not null",
      ),
    ).toEqual({ members: 59, gone: 2 });
    const seats = (await here())[0]?.seats ?? [];
    expect(seats.map(({ seat, agent, roles }) => ({ seat, agent, role: roles[0] }))).toEqual(
      expect.arrayContaining(
        exampleSeats(book).map(({ seat, agent, role }) => ({ seat, agent, role: role.replace("second-", "") })),
      ),
    );
    expect(seats).toHaveLength(7);
  });

  test("every person's name is made up and nobody's in the real lots; papers and telephones cannot be anybody's", async () => {
    const lots = readFileSync(
      join(import.meta.dirname, "../examples/coffee-cqi-lots/arabica_data_cleaned.csv"),
      "utf8",
    ).toLowerCase();
    const { families, left, erased, neighbour } = registerOf("tres quebradas");
    const people = [...families.flatMap(({ members }) => members), left, erased, neighbour];
    const names = [...people, ...exampleSeats(book)].map(({ name }) => name);
    expect(names.filter((name) => lots.includes(name.toLowerCase()))).toEqual([]);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(people.every(({ identity }) => identity === null || /^29\d{8}$/.test(identity))).toBe(true);
    expect(people.every(({ telephone }) => telephone === null || telephone.startsWith("+57 399 "))).toBe(true);
  });

  test("two seasons of coffee and cocoa: hand-overs up to yesterday and this morning, by seat, telephone and receipt pad", async () => {
    const seasons = await query(
      "select season, product, count(*)::int as hand_overs, min(happened)::text as first, max(happened)::text as last from books.delivery where book_id = $1 group by 1, 2 order by 1, 2",
    );
    expect(seasons).toEqual([
      { season: "2025", product: "cocoa", hand_overs: 115, first: "2025-08-10", last: "2025-12-16" },
      { season: "2025", product: "coffee-parchment", hand_overs: 238, first: "2025-08-09", last: "2025-12-24" },
      { season: "2026", product: "cocoa", hand_overs: 75, first: "2026-08-13", last: "2026-11-13" },
      { season: "2026", product: "coffee-parchment", hand_overs: 156, first: "2026-08-11", last: firstDay },
    ]);
    expect(
      await query(
        "select way, count(*)::int as hand_overs from books.act where book_id = $1 and kind = 'delivery.receive' group by 1 order by 1",
      ),
    ).toEqual([
      { way: "device", hand_overs: 401 },
      { way: "paper", hand_overs: 1 },
      { way: "seat", hand_overs: 182 },
    ]);
    expect(
      await one("select count(*)::int as today from books.delivery where book_id = $1 and happened = $2", firstDay),
    ).toEqual({ today: 6 });
  });

  test("each coffee's moisture, defects and score are those of one real lot [example.real-lots]", async () => {
    const rows = await query(
      "select d.measurements as scale, s.measurements as laboratory from books.sample_result s join books.delivery d using (book_id, delivery) where book_id = $1",
    );
    expect(rows.length).toBeGreaterThan(40);
    const value = (list: { measure: string; value: string }[], measure: string) =>
      list.find((one) => one.measure === measure)?.value;
    const real = new Set(
      realLots().map((lot) => `${lot.moisture}|${lot.cupScore}|${lot.categoryOne}|${lot.categoryTwo}`),
    );
    for (const { scale, laboratory } of rows) {
      const key = [
        value(scale, "moisture"),
        ...["cup-score", "category-one-defects", "category-two-defects"].map((one) => value(laboratory, one)),
      ];
      expect(real.has(key.join("|"))).toBe(true);
    }
  });

  test("the world's prices are real, and each of the cooperative's says whose and of when [example.real-prices]", async () => {
    const sheet = readFileSync(
      join(import.meta.dirname, "../examples/prices-worldbank-monthly/pink_sheet_selected_long.csv"),
      "utf8",
    );
    const world = await query(
      "select series, period, value from books.price_point where book_id = $1 and series like 'world-bank-%' order by 1, 2",
    );
    expect(world).toHaveLength(36);
    const names: Record<string, string> = {
      "world-bank-cocoa": "Cocoa",
      "world-bank-coffee-arabica": '"Coffee, Arabica"',
    };
    for (const { series, period, value } of world) expect(sheet).toContain(`${period},${names[series]},$/kg,${value}`);
    // November 2024: 6.72365 dollars × 4,000 pesos × 125 kg × 70/94 × 85 % = 2,127,963 pesos, down to whole thousands.
    expect(
      await one(
        "select value from books.price_point where book_id = $1 and series = 't3q-cafe-carga' and period = '2026-11'",
      ),
    ).toEqual({ value: "2127000" });
    const [{ source }] = (await query(
      "select source from books.price_series where book_id = $1 and series = 't3q-cafe-carga'",
    )) as [{ source: string }];
    expect(source).toContain("2 años antes (Banco Mundial)");
  });
});

describe("its stories, each where the README says [example.stories]", () => {
  const papers = async (agent: string): Promise<readonly StatementContent[]> =>
    (
      await query(
        "select content from books.paper where book_id = $1 and kind = 'statement' and content::jsonb ->> 'agent' is not null order by position, number",
      )
    )
      .map(({ content }) => JSON.parse(content) as StatementContent)
      .filter((paper) => paper.agent.id === agent);

  test("member 0131: paid last year, owed today: the worked example's statement, an advance, a credit, an agreement", async () => {
    const own = await papers(memberId("0131"));
    expect(own.at(-1)).toMatchObject({
      number: expect.stringMatching(/^L-2026-\d{6}$/),
      agent: { memberNumber: "0131" },
      subtotals: { value: "6494786", net: "2940786" },
      payment: { paid: "2940800", difference: "14" },
    });
    expect(own.at(-1)?.deliveries.map(({ receipt }) => receipt)).toEqual(["T3Q-2-004417"]);
    expect(own.length).toBeGreaterThan(1);
    const paid = await query("select paid_in from books.payment where book_id = $1 and agent = $2", memberId("0131"));
    expect(paid).toHaveLength(own.length - 1);
    expect(
      await query("select receipt from books.advance where book_id = $1 and agent = $2", memberId("0131")),
    ).toEqual([{ receipt: "RC-000871" }]);
    expect(
      await one(
        "select kind, body ->> 'made' as made from books.agreement where book_id = $1 and parties @> $2",
        JSON.stringify([{ agent: memberId("0131") }]),
      ),
    ).toEqual({ kind: "supply", made: "signed" });
    expect(seatAs(book, "member").agent).toBe(memberId("0131"));
  });

  test("what waits for an answer: a disputed grade, a sack of 581 kg, cocoa of a neighbour; and one answer that was given", async () => {
    const asked = await query(
      "select q.code, q.to_role, q.about, a.answer from books.question q left join books.question_answer a using (book_id, asked_position, ordinal) where book_id = $1 order by q.asked_position",
    );
    expect(asked).toEqual([
      {
        code: "delivery.weight-implausible",
        to_role: "manager",
        about: deliveryId("coffee past 0106 full"),
        answer: "stands",
      },
      {
        code: "delivery.objection",
        to_role: "technician",
        about: deliveryId("coffee now 0112 disputed"),
        answer: null,
      },
      { code: "delivery.not-a-member", to_role: "manager", about: deliveryId("cocoa now neighbour"), answer: null },
      {
        code: "delivery.weight-implausible",
        to_role: "manager",
        about: deliveryId("coffee now 0138 heavy"),
        answer: null,
      },
    ]);
  });

  test("handed over last season and told after its closing: unsettled, booked on the first open day", async () => {
    const late = await one(
      "select d.season, d.origin, s.statement, e.booked > e.happened as later from books.delivery d join books.entry e on e.book_id = d.book_id and e.about = d.delivery::text left join books.settled_delivery s on s.book_id = d.book_id and s.delivery = d.delivery where d.book_id = $1 and d.delivery = $2",
      deliveryId("coffee past 0145 late"),
    );
    expect(late).toEqual({ season: "2025", origin: "paper", statement: null, later: true });
  });

  test("a void with its replacement, a spoken word before a witness, savers in two groups, a couple with one plot, no papers", async () => {
    const voided = await one("select replaced_by, reversed from books.delivery_void where book_id = $1");
    expect(voided).toEqual({ replaced_by: deliveryId("cocoa now 0110 right"), reversed: true });
    const spoken = await one("select parties from books.agreement where book_id = $1 and body ->> 'made' = 'spoken'");
    expect(spoken.parties.map(({ role }: { role: string }) => role)).toEqual(["carrier", "producer", "witness"]);
    const groups =
      "select count(*)::int as groups from books.tie where book_id = $1 and kind = 'membership' and from_agent = $2";
    for (const number of toldOf.savers) expect(await one(groups, memberId(number))).toEqual({ groups: 2 });
    const household = exampleId(book, `household ${toldOf.couple}`);
    expect(
      await one(
        "select count(*)::int as members from books.tie where book_id = $1 and kind = 'household' and to_agent = $2",
        household,
      ),
    ).toEqual({ members: 2 });
    expect(
      await one("select count(*)::int as plots from books.plot where book_id = $1 and holder = $2", household),
    ).toEqual({ plots: 1 });
    expect(
      await one(
        "select identity, telephone from books.profile where book_id = $1 and agent = $2",
        memberId(toldOf.noPapers),
      ),
    ).toEqual({ identity: null, telephone: null });
  });

  test("who left is owed the shares; who asked was erased", async () => {
    const shares = await one(
      "select -sum(amount) as owed from books.posting where book_id = $1 and account = 'share-capital' and agent = $2",
      memberId(toldOf.left),
    );
    expect(BigInt(shares.owed)).toBeGreaterThan(0n);
    expect(
      await one(
        "select v.value from books.profile p left join books.personal_value v on v.book_id = p.book_id and v.digest = p.name ->> 'digest' where p.book_id = $1 and p.agent = $2",
        memberId(toldOf.erased),
      ),
    ).toEqual({ value: null });
    expect(await query("select agent from books.erasure where book_id = $1")).toEqual([
      { agent: memberId(toldOf.erased) },
    ]);
  });

  test("six settlements closed, one waits for its review; paid in cash and by transfer; two statements closed and not paid", async () => {
    const stages = await query(
      "select distinct on (settlement) stage from books.settlement_stage where book_id = $1 order by settlement, step desc",
    );
    const count = (stage: string) => stages.filter((one) => one.stage === stage).length;
    expect(["paid", "closed", "drafted"].map(count)).toEqual([4, 2, 1]);
    const ways = await query(
      "select paid_in, count(*)::int as payments from books.payment where book_id = $1 group by 1 order by 1",
    );
    expect(ways).toEqual([
      { paid_in: "cash", payments: 43 },
      { paid_in: "transfer", payments: 136 },
    ]);
    const unpaid = await query(
      "select r.agent from books.statement_result r left join books.payment p using (book_id, statement) where book_id = $1 and p.payment is null",
    );
    expect(unpaid.map(({ agent }) => agent).sort()).toEqual([memberId("0131"), memberId(toldOf.uncollected)].sort());
  });

  test("advances and credits are collected, interest with them; one credit is overdue and not repaid", async () => {
    const collected = await one(
      "select sum(c.principal) filter (where a.advance is not null) > 0 as advances, sum(c.interest) > 0 as interest, sum(c.principal) filter (where d.credit is not null) > 0 as credits from books.collection c left join books.advance a on a.book_id = c.book_id and a.advance = c.debt left join books.credit d on d.book_id = c.book_id and d.credit = c.debt where c.book_id = $1",
    );
    expect(collected).toEqual({ advances: true, interest: true, credits: true });
    const overdue = await one(
      "select k.due_day < $2::date as due, k.principal - coalesce(sum(c.principal), 0) > 0 as owed from books.credit k left join books.collection c on c.book_id = k.book_id and c.debt = k.credit where k.book_id = $1 and k.credit = $3 group by 1, k.principal",
      firstDay,
      exampleId(book, "credit overdue"),
    );
    expect(overdue).toEqual({ due: true, owed: true });
  });
  test("credits are signed by two: the treasurer's of yesterday waits for the manager", async () => {
    const waits = await query(
      "select p.kind, p.proposed_by from books.proposal p where book_id = $1 and ended is null",
    );
    expect(waits).toEqual([{ kind: "input-credit.grant", proposed_by: seatAs(book, "treasurer").agent }]);
  });
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
    expect(report).toMatchObject({ papers: 764, acts: 1278, derivedAgain: 1278, onTheChainsWord: 0, signatures: 401 });
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
    const sums = await one(
      `select (select sum(value) from books.statement_result where book_id = $1) = (select sum(value) from books.settled_delivery where book_id = $1) as worth,
              (select sum(value - deducted - net) from books.statement_result where book_id = $1) = 0 as split,
              (select -sum(amount) from books.posting where book_id = $1 and account = 'owed-to-producers')
                = (select sum(r.net) from books.statement_result r left join books.payment p using (book_id, statement) where book_id = $1 and p.payment is null) as owed`,
    );
    expect(sums).toEqual({ worth: true, split: true, owed: true });
  });
});
