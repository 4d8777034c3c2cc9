import { expect, test } from "vitest";
import { column, inKeyOrder, record, write } from "./record.ts";

const bag = record({
  table: "bag",
  room: "acopio",
  shape: "event",
  columns: { delivery: column.uuid, bag: column.int },
  key: ["delivery", "bag"],
});
const note = record({ table: "note", room: "acopio", shape: "event", columns: { note: column.text }, key: ["note"] });

test("rows of one act stand as the store gives them back: each table by its key, numbers as numbers", () => {
  const written = [
    write(bag, { delivery: "b", bag: 10 }),
    write(note, { note: "z" }),
    write(bag, { delivery: "b", bag: 9 }),
    write(bag, { delivery: "a", bag: 11 }),
    write(note, { note: "B" }),
  ];
  expect(inKeyOrder(written).map((one) => Object.values(one.row).join(" "))).toEqual(["a 11", "b 9", "b 10", "B", "z"]);
});
