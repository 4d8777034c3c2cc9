import { compare, decimal, exactly, isZero, multiply, type Ratio, ratio, roundTo } from "../../kernel/exact/index.ts";
import { remark } from "../outcome.ts";
import type { BagsDraft } from "./draft.ts";
import { ask, type Reading, read } from "./reading.ts";

/** Grams in one unit of the file. Source: the international avoirdupois pound, 0.45359237 kg exactly. */
const GRAMS: ReadonlyMap<string, Ratio> = new Map([
  ["kg", exactly("1000")],
  ["kgs", exactly("1000")],
  ["lb", exactly("453.59237")],
  ["lbs", exactly("453.59237")],
]);

/** Under 5 kg it is the sample sent to the graders; nobody bags green coffee so. Up to 15 kg it is taken, and said. */
const LIGHTEST_BAG = exactly("5000");
const LIGHTEST_USUAL_BAG = exactly("15000");
/** Over 100 kg nobody carries it: the weight of the whole lot or container was written for that of one bag. */
const HEAVIEST_BAG = exactly("100000");

/** The exact grams of one bag; asked for when the cell cannot be the weight of one bag. */
export function bagWeightIn(field: string, cell: string): Reading<Ratio> {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z,]*)$/i.exec(cell);
  const amount = decimal(match?.[1] ?? "");
  if (match === null || amount === null) return ask("import.bag-weight-unreadable", field, cell);
  const unit = (match[2] ?? "").toLowerCase();
  if (unit === "") return ask("import.bag-weight-without-unit", field, cell);
  if (unit.includes(",")) return ask("import.bag-weight-in-two-units", field, cell);
  const factor = GRAMS.get(unit);
  if (factor === undefined) return ask("import.bag-weight-unreadable", field, cell);
  return plausible(field, cell, multiply(amount, factor));
}

function plausible(field: string, cell: string, grams: Ratio): Reading<Ratio> {
  if (isZero(grams)) return ask("import.bag-weight-zero", field, cell);
  if (compare(grams, LIGHTEST_BAG) < 0) return ask("import.bag-weight-is-sample", field, cell);
  if (compare(grams, HEAVIEST_BAG) > 0) return ask("import.bag-weight-is-container", field, cell);
  if (compare(grams, LIGHTEST_USUAL_BAG) < 0) return read(grams, remark("import.bag-weight-unusual", field, cell));
  return read(grams);
}

/** How many bags; none at all is asked about, since a lot was graded. */
export function bagCountIn(field: string, cell: string): Reading<bigint> {
  if (!/^\d{1,6}$/.test(cell)) return ask("import.bags-unreadable", field, cell);
  const count = BigInt(cell);
  return count === 0n ? ask("import.bags-none", field, cell) : read(count);
}

/** All bags together: count × grams of one, rounded half up to the whole gram, with a note when that changed it. */
export function bagsOf(
  count: Reading<bigint>,
  gramsEach: Reading<Ratio>,
  field: string,
  cell: string,
): Reading<BagsDraft> {
  const notes = [...count.notes, ...gramsEach.notes];
  const asks = count.asks ?? gramsEach.asks;
  if (count.value === null || gramsEach.value === null) return { value: null, notes, asks };
  const net = multiply(ratio(count.value), gramsEach.value);
  const whole = roundTo(net, { mode: "half-up", grain: "1" });
  if (compare(net, whole) !== 0) notes.push(remark("import.weight-rounded-to-gram", field, cell));
  return { value: { count: count.value, gramsEach: gramsEach.value, netGrams: whole.numerator }, notes, asks };
}
