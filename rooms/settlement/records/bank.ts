/** What a bank's files leave in the book: each file, each movement once, what became of it; and the notes and coins there are. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "settlement";

/** The notes and coins of a currency, by who knows it: `pieces` is `DenominationSaid[]`; `verified`: somebody looked at the source. */
export const denominationList = record({
  table: "denomination_list",
  room,
  shape: "sheet",
  columns: {
    currency: column.text,
    pieces: column.json,
    source: column.text,
    verified: column.boolean,
    by_agent: column.uuid,
  },
  key: ["currency"],
});

/** One statement of one account in a file that was let in. `opening` and `closing` are decimal text of the currency, as the bank says. */
export const bankFile = record({
  table: "bank_file",
  room,
  shape: "event",
  columns: {
    bank_file: column.uuid,
    digest: column.text,
    account: column.uuid,
    currency: column.text,
    line_grain: column.text,
    from_day: column.maybe(column.day),
    until_day: column.maybe(column.day),
    opening: column.maybe(column.text),
    closing: column.maybe(column.text),
    closing_day: column.maybe(column.day),
    movements: column.int,
    by_agent: column.uuid,
    on_day: column.day,
  },
  key: ["bank_file"],
});

/** One movement as the bank told it first, without anybody's name. `because`: why it was left to a person, if it was. */
export const bankEntry = record({
  table: "bank_entry",
  room,
  shape: "event",
  columns: {
    entry: column.uuid,
    bank_file: column.uuid,
    account: column.uuid,
    nature: column.text,
    amount: column.text,
    currency: column.text,
    on_day: column.day,
    number: column.maybe(column.text),
    payment_order: column.maybe(column.text),
    reference: column.maybe(column.text),
    reason: column.maybe(column.text),
    because: column.maybe(column.text),
  },
  key: ["entry"],
});

/** What became of a movement: paid, failed, charge, or aside; by which way, and who said so. Once. */
export const bankPlacing = record({
  table: "bank_placing",
  room,
  shape: "event",
  columns: {
    entry: column.uuid,
    placed_as: column.text,
    way: column.text,
    note: column.maybe(column.text),
    by_agent: column.uuid,
    on_day: column.day,
  },
  key: ["entry"],
});

/** Which of our payments a movement is: several, where a bank books a batch as one sum. `payment`: by which it was booked. */
export const bankMatch = record({
  table: "bank_match",
  room,
  shape: "event",
  columns: { entry: column.uuid, number: column.text, payment: column.maybe(column.uuid) },
  key: ["entry", "number"],
});

/** Every record of banks and cash. */
export const bankRecords = [denominationList, bankFile, bankEntry, bankPlacing, bankMatch];
