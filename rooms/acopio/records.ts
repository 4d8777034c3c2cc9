/** What came in: hand-overs with their weighings and readings, later results, voids, objections, and what was noted of them. */
import { column, record } from "../../kernel/act/record.ts";

export { cashCount, cashMove, cashWays, hold, holdEnd } from "./records/cash.ts";
export { pad, padAccount, padSerial } from "./records/pads.ts";
export { point, pointClosing, pointOpening, scaleCheck } from "./records/points.ts";

const room = "acopio";

/**
 * `not-taken`: brought, weighed and sent back, in nobody's store. `bought`: ours from the scale on. `consigned`: in our store, and the producer's until it is settled. `settled-elsewhere`: of the
 * time before the book, in nobody's store.
 */
export const titles = ["bought", "consigned", "not-taken", "settled-elsewhere"] as const;

/** One hand-over at a collection point, as printed on its receipt. Weights in grams; net = gross − tare, and may be below zero. */
export const delivery = record({
  table: "delivery",
  room,
  shape: "event",
  columns: {
    delivery: column.uuid,
    /** As said, whether or not the book knows them. */
    member: column.uuid,
    member_known: column.boolean,
    product: column.text,
    season_agreement: column.maybe(column.uuid),
    season: column.maybe(column.text),
    place: column.text,
    scale: column.maybe(column.text),
    /** The day on which the scale was last checked with a known weight, as said. */
    scale_checked: column.maybe(column.day),
    happened: column.day,
    /** Local time as said, "07:42". */
    clock: column.maybe(column.text),
    receipt: column.maybe(column.text),
    bags: column.int,
    /** `Weighing[]` */
    bag_list: column.json,
    gross_g: column.bigint,
    tare_g: column.bigint,
    net_g: column.bigint,
    /** `Measurement[]` */
    measurements: column.json,
    plot: column.maybe(column.uuid),
    /** Certification claim of the goods as said at the scale. */
    claim: column.maybe(column.text),
    /** `Shown`: what the person was shown or given in print. */
    shown: column.maybe(column.json),
    mode: column.text,
    /** The way it was said: device, seat, file, message, letter, paper. */
    origin: column.text,
    /** Position of the act, by which its entry is found again. */
    act_position: column.bigint,
    /** Digests of photographs taken at the scale. */
    photos: column.maybe(column.json),
  },
  key: ["delivery"],
  finds: { byReceipt: ["receipt"] },
});

/** Readings that came after the hand-over: a laboratory's, a cupping. Where they name a measure again, the later one counts. */
export const sampleResult = record({
  table: "sample_result",
  room,
  shape: "event",
  columns: {
    sample_result: column.uuid,
    delivery: column.uuid,
    /** `Measurement[]` */
    measurements: column.json,
    on_day: column.day,
    laboratory: column.maybe(column.text),
  },
  key: ["sample_result"],
  finds: { byDelivery: ["delivery"] },
});

/** That a hand-over no longer counts. It stays visible; another may take its place. */
export const deliveryVoid = record({
  table: "delivery_void",
  room,
  shape: "event",
  columns: {
    delivery: column.uuid,
    reason: column.text,
    replaced_by: column.maybe(column.uuid),
    on_day: column.day,
    /** Whether goods were posted back: not when the void came before the hand-over itself. */
    reversed: column.boolean,
  },
  key: ["delivery"],
});

/** What the producer said against it at the scale or within the days of objection. */
export const objection = record({
  table: "objection",
  room,
  shape: "event",
  columns: {
    objection: column.uuid,
    delivery: column.uuid,
    against: column.text,
    words: column.maybe(column.text),
    on_day: column.day,
  },
  key: ["objection"],
  finds: { byDelivery: ["delivery"] },
});

/** What was said of a hand-over and changes nothing of it: told again, told otherwise, a void that came too late. */
export const deliveryNote = record({
  table: "delivery_note",
  room,
  shape: "event",
  columns: { act: column.uuid, delivery: column.uuid, kind: column.text, body: column.json, on_day: column.day },
  key: ["act"],
  finds: { byDelivery: ["delivery"] },
});

/**
 * That a closed statement has taken a hand-over, and for how many line grains. It is in at most one: its id is the key. Written by
 * the room `settlement` as it closes; kept here, because a void and a later result must know it.
 */
export const settledDelivery = record({
  table: "settled_delivery",
  room,
  shape: "event",
  columns: { delivery: column.uuid, statement: column.uuid, value: column.bigint },
  key: ["delivery"],
  finds: { byStatement: ["statement"] },
});

/** What was said of how a hand-over of the time before the book was settled: decimal texts, as in the old papers. */
export const pastDelivery = record({
  table: "past_delivery",
  room,
  shape: "event",
  columns: {
    delivery: column.uuid,
    price: column.maybe(column.text),
    per_unit: column.maybe(column.text),
    paid: column.maybe(column.text),
    currency: column.maybe(column.text),
    paid_on: column.maybe(column.day),
    paper: column.maybe(column.text),
  },
  key: ["delivery"],
  finds: { all: [] },
});
