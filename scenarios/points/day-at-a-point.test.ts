/** A day at a collection point on a real PostgreSQL: told in memory as a telephone tells it, then act by act through the one writer. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyRow } from "../../kernel/act/record.ts";
import { records } from "../../rooms/acopio/index.ts";
import { telephone } from "../../rooms/acopio/point-testing.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { marta, testBook, today } from "../../rooms/book/testing.ts";
import { openReader, type Reader } from "../../store/reader/ask.ts";
import { recordColumns } from "../../store/writer/rows.ts";
import { deviceKey, PostgresBooks } from "../book/book-on-postgres.ts";
import { day, pad } from "./day.ts";

let books: PostgresBooks;
let reader: Reader;
const told = day();
const key = deviceKey();
const ask = async (name: string, asked: object) => {
  const found = await reader.ask({ book: testBook, seat: marta.seat, agent: marta.agent }, name, { ...asked });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.rows;
};

beforeAll(async () => {
  books = await PostgresBooks.open();
  const standing = lookingOn;
  reader = openReader(books.database.connect("app"), { views: allViews, standing, now: () => Date.parse(books.now) });
  for (const { sent, received } of told.said) {
    books.now = received;
    const body = sent.body.replace("B".repeat(43), key.publicKey);
    const isDevice = body.includes(`"device":"${telephone.device}","sequence"`);
    const act = { body, ...(isDevice ? { signature: key.sign(body) } : {}), beside: [...(sent.beside ?? [])] };
    const [answer] = await books.writers.take(testBook, "test", [act]);
    expect(answer).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
});
afterAll(() => books.database.drop());

const ofPoints = [
  "point",
  "point_opening",
  "point_closing",
  "scale_check",
  "cash_move",
  "cash_count",
  "hold",
  "hold_end",
];
const kept = records.filter((one) => [...ofPoints, "pad", "pad_serial", "pad_account"].includes(one.table));

describe("what a day at a point leaves in the database [acopio.point-views]", () => {
  test.each(kept.map((one) => [one.table, one] as const))(
    "%s holds the rows that followed in memory",
    async (table, record) => {
      const expected = told.history.flatMap((one) =>
        one.follows.records.filter((other) => other.record.table === table),
      );
      expect(expected.length).toBeGreaterThan(0);
      const columns = recordColumns(record).map(
        (one) => `"${one.name}"${one.type === "date" || one.type === "bigint" ? "::text" : ""}`,
      );
      const text = `select ${columns.join(", ")} from ayni."${table}" where book_id = $1 order by position, ${record.rowKey.join(", ")}`;
      const { rows } = await books.database.connect("keeper").query(text, [testBook]);
      const plain = (row: AnyRow) =>
        Object.fromEntries(
          Object.keys(record.columns).map((name) => [name, typeof row[name] === "bigint" ? `${row[name]}` : row[name]]),
        );
      expect(rows.map(plain)).toEqual(expected.map((one) => plain(one.row)));
    },
  );
  test("the point, its day, its box and its holds are shown to the office", async () => {
    expect(await ask("points.list", { today })).toMatchObject([
      {
        place: "point-2",
        opened_on: today,
        closed_on: today,
        boxes: [{ commodity: "money:COP:1", amount: "450150" }],
        held_until: "2026-11-21",
        scales: [{ scale: "B-03", good: false }],
      },
    ]);
    expect(await ask("points.days", { place: "point-2" })).toMatchObject([
      { hand_overs: 0, cash: [{ counted: "450150", computed: "500150" }], questions: 2 },
    ]);
    expect(await ask("points.box", { place: "point-2" })).toMatchObject([
      {
        entry: "closing",
        amount: "450150",
        computed: "500150",
        notes: [
          { value: "50000", count: 9 },
          { value: "50", count: 3 },
        ],
      },
      { entry: "returned", amount: "1000000", office: "office" },
      { entry: "opening", amount: "2000000", computed: "2000000" },
      { entry: "topped-up", amount: "2000000" },
      { entry: "lent", amount: "2000000", office: null },
    ]);
    expect(await ask("points.holds", { place: "point-2" })).toMatchObject([
      { kind: "debt", amount: "300000", remaining: "0", name: "Rosa Quispe", ended_on: today },
      { kind: "cash", amount: "2000000", until: "2026-11-21", ended: null, arrived: true },
    ]);
  });
  test("a pad is shown leaf by leaf, with its hole", async () => {
    expect(await ask("points.pads", { place: "point-2" })).toMatchObject([{ used: 2, accounted: 7, missing: [452] }]);
    expect(await ask("pads.leaves", { pad: pad.pad, limit: 4 })).toMatchObject([
      { serial: 451, state: "used", receipt: "T2-000451", late: 1 },
      { serial: 452, state: "untold", delivery: null },
      { serial: 453, state: "used" },
      { serial: 454, state: "blank", late: 0 },
    ]);
  });
  test("the book proves itself: what lies in boxes and what is left of holds is the sum of what was said", async () => {
    expect((await books.verify(testBook)).problems).toEqual([]);
  });
});
