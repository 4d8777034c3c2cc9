import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { type ListType, listOf } from "./binary.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What PostgreSQL understands, told back as text. */
async function understood(type: ListType, values: readonly unknown[]): Promise<readonly (string | null)[]> {
  const { rows } = await database
    .connect("app")
    .query(`select array(select one::text from unnest($1::${type}[]) as one) as told`, [listOf(type, values)]);
  return rows[0]?.told;
}

test.each<[ListType, readonly unknown[], readonly (string | null)[]]>([
  [
    "text",
    ["El Mirador", "", null, 'a "quoted" \\ line\nand {another}', "Ñandú 🌾"],
    ["El Mirador", "", null, 'a "quoted" \\ line\nand {another}', "Ñandú 🌾"],
  ],
  ["uuid", ["0198c0de-1111-7222-8333-123456789abc", null], ["0198c0de-1111-7222-8333-123456789abc", null]],
  ["bigint", [0n, -1n, 9223372036854775807n, "-42", null], ["0", "-1", "9223372036854775807", "-42", null]],
  ["int", [0, -7, 2147483647, "12", undefined], ["0", "-7", "2147483647", "12", null]],
  [
    "date",
    ["2000-01-01", "1999-12-31", "2024-02-29", "9999-12-31", "0001-01-01", null],
    ["2000-01-01", "1999-12-31", "2024-02-29", "9999-12-31", "0001-01-01", null],
  ],
  ["jsonb", ['{"b":[1,"é"],"a":null}', null], ['{"a": null, "b": [1, "é"]}', null]],
  ["bytea", ["00ff7f", "", null], ["\\x00ff7f", "\\x", null]],
  ["boolean", [true, false, null], ["true", "false", null]],
  ["text", [], []],
])("a list of %s is understood as it was meant", async (type, values, told) => {
  expect(await understood(type, values)).toEqual(told);
});

test("a list longer than the scratch is whole", async () => {
  const long = Array.from({ length: 3_000 }, (_, at) => `${at} ${"ñ".repeat(500)}`);
  expect(await understood("text", long)).toEqual(long);
});

test("what is not of its type throws here, before anything is sent", () => {
  expect(() => listOf("uuid", ["31"])).toThrow();
  expect(() => listOf("uuid", ["0198c0de-1111-7222-8333-123456789abg"])).toThrow();
  expect(() => listOf("date", ["2026-02-30"])).toThrow();
  expect(() => listOf("bigint", ["9223372036854775808"])).toThrow();
  expect(() => listOf("int", [2147483648])).toThrow();
});
