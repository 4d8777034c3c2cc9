/** Who and what is in the example: made-up people, real readings, real world prices, two seasons. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerOf } from "../../examples/three-quebradas/families.ts";
import { realLots } from "../../examples/three-quebradas/real-lots.ts";
import { exampleSeats } from "../../examples/three-quebradas/seats.ts";
import { booksHere } from "../../web/server/operator.ts";
import { book, firstDay, type Made, madeExample } from "./made.ts";

let made: Made;
const query: Made["query"] = (...asked) => made.query(...asked);
const one: Made["one"] = (...asked) => made.one(...asked);
beforeAll(async () => {
  made = await madeExample();
}, 120_000);
afterAll(() => made.books.database.drop());

test("58 families in two communities, 59 members; two who left; seven seats to look around from [example.organisation]", async () => {
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
  const seats = (await booksHere(made.books.database.connect("keeper")))[0]?.seats ?? [];
  expect(seats.map(({ seat, agent, roles }) => ({ seat, agent, role: roles[0] }))).toEqual(
    expect.arrayContaining(
      exampleSeats(book).map(({ seat, agent, role }) => ({ seat, agent, role: role.replace("second-", "") })),
    ),
  );
  expect(seats).toHaveLength(7);
});

test("every person's name is made up and nobody's in the real lots; papers and telephones cannot be anybody's", async () => {
  const lots = readFileSync(
    join(import.meta.dirname, "../../examples/coffee-cqi-lots/arabica_data_cleaned.csv"),
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
    join(import.meta.dirname, "../../examples/prices-worldbank-monthly/pink_sheet_selected_long.csv"),
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

test("its public page says that it is made up, and what is real", async () => {
  const page = await one("select body from books.public_page where book_id = $1");
  expect(page.body.shown).toBe(true);
  expect(page.body.about).toMatch(/cooperativa inventada.*lotes reales.*Banco Mundial/s);
});
