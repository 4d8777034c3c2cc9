/** What came in, on a real PostgreSQL: said through the one writer, asked through the views, and proven by the book itself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { sevenSacks } from "../../rooms/acopio/testing.ts";
import { coffeePlan, coffeeScheme, coffeeSeason } from "../../rooms/agreements/testing.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { rosa, sealed } from "../../rooms/people/testing.ts";
import { openReader, type Reader } from "../../store/reader/ask.ts";
import { PostgresBooks } from "./book-on-postgres.ts";

let books: PostgresBooks;
let reader: Reader;
let spoken = 0;

const say = async (kind: string, says: unknown, beside: readonly object[] = []) => {
  spoken += 1;
  const through = { way: "seat", seat: marta.seat, at: books.now };
  const body = { id: idOf(`collection ${spoken}`), book: testBook, kind, version: 1, by: marta.agent, through, says };
  const [answer] = await books.writers.take(testBook, "test", [
    { body: JSON.stringify(body), beside: [...beside] as never },
  ]);
  if (answer === undefined || "full" in answer) throw new Error("not answered");
  return answer;
};
const ask = async (name: string, asked: object = {}, agent = marta.agent) => {
  const found = await reader.ask({ book: testBook, seat: marta.seat, agent }, name, { ...asked });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const handOver = (name: string, other: object = {}) =>
  say("delivery.receive", { ...sevenSacks, delivery: idOf(name), ...other });

beforeAll(async () => {
  books = await PostgresBooks.open();
  reader = openReader(books.database.connect("app"), {
    views: allViews,
    standing: lookingOn,
    now: () => Date.parse(books.now),
  });
  const name = sealed("name", "Rosa Quispe");
  const { agent, tie, number } = rosa;
  const organisation = testSettings.organisation;
  for (const [kind, says, beside] of [
    ["book.open", { settings: testSettings, founder: marta }],
    ["organisation.register", { agent: organisation, name: testSettings.name, form: testSettings.form }],
    ["person.register", { agent, name: name.sealed, community: "El Mirador" }, [name.beside]],
    ["tie.begin", { tie, from: agent, to: organisation, kind: "membership", number, since: "2019-03-01" }],
    ["price-plan.publish", { ...coffeePlan, from: "2026-08-15", reason: "assembly of August" }],
    ["grading-scheme.publish", { ...coffeeScheme, from: "2026-08-15", reason: "assembly of August" }],
    ["season.open", coffeeSeason],
    ["unit.define", { unit: "quintal", kind: "mass", factor: "46000", source: "uso", from: "2026-11-15" }],
    [
      "agreement.record",
      {
        agreement: idOf("spoken"),
        kind: "purchase",
        parties: [{ agent, role: "producer" }],
        made: "spoken",
        on: "2026-10-02",
      },
    ],
  ] as const)
    expect((await say(kind, says, beside)).outcome, kind).toBe("done");
});
afterAll(() => books.database.drop());

test("hand-overs are kept and listed, the last first, page by page [acopio.views]", async () => {
  expect((await handOver("first")).outcome).toBe("done");
  expect(
    (await handOver("wet", { measurements: [{ measure: "moisture", value: "99", unit: "percent" }] })).outcome,
  ).toBe("done with a question");
  expect((await handOver("wrong tare", { on: "2026-11-13", scaleChecked: "2026-11-13" })).outcome).toBe("done");
  expect((await handOver("first")).outcome).toBe("done");
  expect((await handOver("first", { member: marta.agent })).outcome).toBe("done with a question");
  expect((await say("delivery.void", { delivery: idOf("wrong tare"), reason: "tare", on: "2026-11-15" })).outcome).toBe(
    "done",
  );
  const page = await ask("deliveries.list", { limit: 2 });
  expect(page.rows).toHaveLength(2);
  const rest = await ask("deliveries.list", { limit: 2, ...page.next });
  const all = [...page.rows, ...rest.rows];
  expect(all.map((one) => one.delivery)).toHaveLength(3);
  expect(new Set(all.map((one) => one.delivery)).size).toBe(3);
  expect(all.at(-1)).toMatchObject({
    delivery: idOf("wrong tare"),
    voided: true,
    net_g: "407600",
    happened: "2026-11-13",
  });
  expect((await ask("deliveries.list", { inDoubt: true })).rows.map((one) => one.delivery).sort()).toEqual(
    [idOf("first"), idOf("wet")].sort(),
  );
  expect((await ask("deliveries.list", { place: "point-1" })).rows).toEqual([]);
  const between = {
    from: "2026-11-13",
    until: "2026-11-13",
    member: rosa.agent,
    season: "2026-main",
    product: "coffee-parchment",
  };
  expect((await ask("deliveries.list", between)).rows).toHaveLength(1);
});

test("one hand-over is shown whole, with later results and objections", async () => {
  const measurements = [{ measure: "moisture", value: "12.1", unit: "percent" }];
  const result = { sampleResult: idOf("result"), delivery: idOf("first"), measurements, on: "2026-11-15" };
  expect((await say("delivery.grade", result)).outcome).toBe("done");
  const objection = { objection: idOf("objection"), delivery: idOf("first"), against: "moisture", on: "2026-11-15" };
  expect((await say("delivery.object", objection)).outcome).toBe("done with a question");
  const [whole] = (await ask("delivery.one", { delivery: idOf("first") })).rows;
  expect(whole).toMatchObject({
    member: rosa.agent,
    receipt: "point-2-000001",
    bag_list: sevenSacks.bags,
    net_g: "407600",
    void_reason: null,
    results: [{ measurements, on: "2026-11-15" }],
    objections: [{ against: "moisture", on: "2026-11-15" }],
  });
  expect((await ask("delivery.one", { delivery: idOf("wrong tare") })).rows[0]).toMatchObject({
    void_reason: "tare",
    voided_on: "2026-11-15",
  });
});

test("a member sees only what is theirs", async () => {
  const seat = idOf("Rosa's seat");
  await say("seat.give", { seat, agent: rosa.agent, roles: ["member"], from: "2026-11-15" });
  const asker = { book: testBook, seat, agent: rosa.agent };
  const own = await reader.ask(asker, "deliveries.list", { member: rosa.agent });
  expect(own).toMatchObject({ ok: true, value: { rows: [{}, {}, {}] } });
  for (const asked of [{}, { member: marta.agent }])
    expect(await reader.ask(asker, "deliveries.list", asked)).toMatchObject({ refusal: { code: "view.not-yours" } });
});

test("plans and seasons are listed, and an old version is read whole [agreements.views]", async () => {
  expect((await ask("plans.list")).rows).toMatchObject([{ plan: coffeePlan.plan, version: 1, since: "2026-08-15" }]);
  const [version] = (await ask("plan.version", { plan: coffeePlan.plan, version: 1 })).rows;
  expect(version?.body).toEqual(coffeePlan.body);
  expect((await ask("seasons.list", { product: "coffee-parchment" })).rows).toMatchObject([
    { agreement: coffeeSeason.agreement, season: "2026-main", first_day: "2026-09-01", title: "on-delivery" },
  ]);
});

test("weighings and readings are published row by row", async () => {
  const rows = async (text: string) =>
    (await books.database.connect("keeper").query(text, [testBook, idOf("first")])).rows;
  expect(
    await rows(
      "select container, count, gross_g::text from books.weighing where book_id = $1 and delivery = $2 order by ordinal",
    ),
  ).toEqual([
    { container: "sack", count: 3, gross_g: "181500" },
    { container: "sack", count: 4, gross_g: "231000" },
  ]);
  const read = await rows(
    "select measure, value, sample_result is not null as later from books.measurement where book_id = $1 and delivery = $2 and measure = 'moisture' order by later",
  );
  expect(read).toEqual([
    { measure: "moisture", value: "12.6", later: false },
    { measure: "moisture", value: "12.1", later: true },
  ]);
});

test("the book proves itself: records and counts made again from the acts are the ones kept", async () => {
  expect((await books.verify(testBook)).problems).toEqual([]);
});
