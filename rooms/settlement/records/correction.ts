/** What corrections of closed statements leave in the book: what was decided, what came of it, and what a draft names or left out. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "settlement";

/** That a hand-over of a closed statement is not as that statement says, and why. It waits for the next settlement of its person. */
export const correction = record({
  table: "correction",
  room,
  shape: "event",
  columns: {
    correction: column.uuid,
    /** The closed statement whose line it is: the first that took the hand-over, or the one it stands in for. */
    statement: column.uuid,
    delivery: column.uuid,
    agent: column.uuid,
    reason: column.text,
    replaced_by: column.maybe(column.uuid),
    /** In the words of whoever decided it. */
    words: column.text,
    by_agent: column.uuid,
    on_day: column.day,
  },
  key: ["correction"],
  finds: { byDelivery: ["delivery"] },
});

/** That a correction was taken back before any settlement took it. */
export const correctionEnd = record({
  table: "correction_end",
  room,
  shape: "event",
  columns: { correction: column.uuid, by_agent: column.uuid, on_day: column.day },
  key: ["correction"],
});

/** That a closed statement has taken a correction. It is in at most one: its id is the key. `corrects` is the statement corrected. */
export const correctionSettled = record({
  table: "correction_settled",
  room,
  shape: "event",
  columns: {
    correction: column.uuid,
    statement: column.uuid,
    corrects: column.uuid,
    delivery: column.uuid,
    /** What the line is worth more or less, in whole line grains. */
    difference: column.bigint,
  },
  key: ["correction"],
  finds: { byDelivery: ["delivery"] },
});

/** What a closed statement says of another that it corrects: `StatementCorrection`, as its paper keeps it. */
export const statementCorrection = record({
  table: "statement_correction",
  room,
  shape: "event",
  columns: { statement: column.uuid, corrects: column.uuid, said: column.json },
  key: ["statement", "corrects"],
  finds: { byCorrects: ["corrects"] },
});

/** That a drafted statement names a correction. */
export const draftedCorrection = record({
  table: "drafted_correction",
  room,
  shape: "event",
  columns: { statement: column.uuid, settlement: column.uuid, correction: column.uuid },
  key: ["statement", "correction"],
  finds: { bySettlement: ["settlement"] },
});

/** That a draft goes on without a hand-over or a correction that it named: it waits for another settlement. */
export const leftOut = record({
  table: "left_out",
  room,
  shape: "event",
  columns: { settlement: column.uuid, document: column.uuid, by_agent: column.uuid, on_day: column.day },
  key: ["settlement", "document"],
  finds: { bySettlement: ["settlement"] },
});

/** All records of corrections. */
export const correctionRecords = [
  ...[correction, correctionEnd, correctionSettled],
  ...[statementCorrection, draftedCorrection, leftOut],
];
