/** A collection point: its sheet, its days as opened and closed, the checks of its scales. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "acopio";

/** A collection point under the code that hand-overs carry as `place`. `until`: the last day on which it is open. */
export const point = record({
  table: "point",
  room,
  shape: "sheet",
  columns: {
    place: column.text,
    name: column.text,
    prefix: column.text,
    pays_cash: column.boolean,
    until: column.maybe(column.day),
    /** `PointSheet` */
    sheet: column.json,
  },
  key: ["place"],
  finds: { byPrefix: ["prefix"], all: [] },
});

/** That a day of a point was opened, on one telephone. Its id is the act's. `device` is null when it was said in another way. */
export const pointOpening = record({
  table: "point_opening",
  room,
  shape: "event",
  columns: {
    opening: column.uuid,
    place: column.text,
    device: column.maybe(column.uuid),
    by_agent: column.uuid,
    on_day: column.day,
    clock: column.maybe(column.text),
  },
  key: ["opening"],
  finds: { byPlace: ["place"] },
});

/** What a telephone counted of its day as it closed. `serial_to` is the last receipt of its series that is accounted for. */
export const pointClosing = record({
  table: "point_closing",
  room,
  shape: "event",
  columns: {
    closing: column.uuid,
    opening: column.maybe(column.uuid),
    place: column.text,
    device: column.maybe(column.uuid),
    by_agent: column.uuid,
    on_day: column.day,
    clock: column.maybe(column.text),
    series: column.maybe(column.text),
    serial_from: column.maybe(column.int),
    serial_to: column.maybe(column.int),
    hand_overs: column.int,
    voids: column.int,
    /** Net grams by product: `{product, net_g}[]` */
    kilos: column.json,
  },
  key: ["closing"],
  finds: { byPlace: ["place"], bySeries: ["series"] },
});

/** What a scale showed under a known weight. `good`: within the tolerance of the sheet of that day; null where no sheet names the scale. */
export const scaleCheck = record({
  table: "scale_check",
  room,
  shape: "event",
  columns: {
    scale_check: column.uuid,
    place: column.text,
    scale: column.text,
    expected_g: column.bigint,
    shown_g: column.bigint,
    good: column.maybe(column.boolean),
    by_agent: column.uuid,
    on_day: column.day,
    clock: column.maybe(column.text),
  },
  key: ["scale_check"],
  finds: { byScale: ["place", "scale"] },
});
