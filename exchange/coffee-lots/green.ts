import { compare, decimal, decimalText, exactly, isZero, multiply } from "../../kernel/exact/index.ts";
import { remark } from "../outcome.ts";
import { leaveOut, type Reading, read } from "./reading.ts";

const HUNDRED = exactly("100");
/** Outside these, in percent, a meter or a hand was probably wrong; the reading stands all the same. */
const DRIEST_USUAL = exactly("5");
const WETTEST_USUAL = exactly("20");

/**
 * Moisture in percent: "12 %" of the raw files or the fraction 0.12 of the cleaned ones. Zero means that nobody measured:
 * green coffee without water does not exist.
 */
export function moistureIn(field: string, cell: string): Reading<string> {
  if (cell === "" || cell === "NA") return leaveOut("import.moisture-not-measured", field, cell);
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(cell);
  const written = decimal(percent?.[1] ?? cell);
  if (written === null) return leaveOut("import.moisture-unreadable", field, cell);
  const value = percent === null ? multiply(written, HUNDRED) : written;
  if (isZero(value)) return leaveOut("import.moisture-not-measured", field, cell);
  if (value.numerator < 0n || compare(value, HUNDRED) >= 0) return leaveOut("import.moisture-unreadable", field, cell);
  const usual = compare(value, DRIEST_USUAL) >= 0 && compare(value, WETTEST_USUAL) <= 0;
  return usual ? read(decimalText(value)) : read(decimalText(value), remark("import.moisture-unusual", field, cell));
}

/** A count of defects or quakers: "0" or "0 full defects". */
export function countIn(field: string, cell: string): Reading<string> {
  if (cell === "" || cell === "NA") return leaveOut("import.count-missing", field, cell);
  const match = /^(\d{1,6})(?:\s+full defects)?$/.exec(cell);
  if (match?.[1] === undefined) return leaveOut("import.count-unreadable", field, cell);
  return read(BigInt(match[1]).toString());
}
