/** Pads of pre-printed receipts, and what became of each of their serials. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "acopio";

/** A pad that a point was given. */
export const pad = record({
  table: "pad",
  room,
  shape: "event",
  columns: {
    pad: column.uuid,
    series: column.text,
    serial_from: column.int,
    serial_to: column.int,
    place: column.text,
    by_agent: column.uuid,
    on_day: column.day,
  },
  key: ["pad"],
  finds: { byPlace: ["place"], bySeries: ["series"] },
});

/**
 * What one serial became: `used`, with the hand-over that was keyed in, who wrote it and the day it was keyed in; `spoiled`; `blank`.
 * The first that is told of a serial stands.
 */
export const padSerial = record({
  table: "pad_serial",
  room,
  shape: "event",
  columns: {
    pad: column.uuid,
    serial: column.int,
    state: column.text,
    delivery: column.maybe(column.uuid),
    writer: column.maybe(column.uuid),
    happened: column.day,
    told: column.day,
  },
  key: ["pad", "serial"],
  finds: { byPad: ["pad"] },
});

/** A telling of what became of a pad's serials; `whole`: the pad is over. */
export const padAccount = record({
  table: "pad_account",
  room,
  shape: "event",
  columns: {
    act: column.uuid,
    pad: column.uuid,
    /** `{from, to, state}[]`, as said. */
    serials: column.json,
    whole: column.boolean,
    note: column.maybe(column.text),
    by_agent: column.uuid,
    on_day: column.day,
  },
  key: ["act"],
  finds: { byPad: ["pad"] },
});
