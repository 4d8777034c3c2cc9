import { compare, decimal, decimalText, exactly, multiply, type Ratio } from "../../kernel/exact/index.ts";
import { type Remark, remark } from "../outcome.ts";
import type { AltitudeDraft } from "./draft.ts";
import { leaveOut, type Reading, read } from "./reading.ts";

/** Source: the international foot, 0.3048 m exactly. */
const METRES_PER_FOOT = exactly("0.3048");
/** Coffee grows from the sea's edge to about 2,800 m; what is beyond is a slip, another unit, or a lost point. */
const LOWEST = exactly("20");
const HIGHEST = exactly("2800");

const MISSING = /^(?:|-.*\(average\)|-|none|n\/a|na|unkown|unknown)$/i;
/** Feet in words and marks; "psnm" is "pies sobre el nivel del mar". */
const FEET = /\d\s*(?:f|ft|feet|')\.?$|\b(?:pies|ft|feet)\b|p\.?s\.?n\.?(?:m\.?)?$/i;
const METRES = /\bmet(?:er|re|ro)s?\b|\bmts\b|msnm/i;
const ABOUT = /^~|above(?! sea)|approx|average|\+/i;
/** "1,500", "1.600", "1'500": a mark of thousands between one or two digits and exactly three. */
const THOUSANDS = /(?<!\d)(\d{1,2})[.,'](\d{3})(?!\d)/g;
const FIGURE = String.raw`(\d+(?:\.\d+)?)`;
const ONE = new RegExp(String.raw`^[^\d-]*${FIGURE}(?:[^\do][^\d]*)?$`, "i");
const RANGE = new RegExp(String.raw`^\D*${FIGURE}\s*m?\s*(?:-|~|a|to|thru|and)\s*${FIGURE}(?:[^\do]\D*)?$`, "i");

/**
 * The height of the farm from free text: one figure or a range, metres unless the unit column or the words say feet. Heights
 * at which no coffee grows are left out with a note, never repaired. `unitColumn` is "m", "ft", or "" where the file has
 * no such column.
 */
export function altitudeIn(field: string, cell: string, unitColumn: string): Reading<AltitudeDraft> {
  if (MISSING.test(cell)) return leaveOut("import.altitude-missing", field, cell);
  const figures = figuresIn(cell);
  if (figures === null) return leaveOut("import.altitude-unreadable", field, cell);
  const inFeet = FEET.test(cell) || unitColumn === "ft";
  const [low, high] = figures.map((figure) => (inFeet ? multiply(figure, METRES_PER_FOOT) : figure));
  if (low === undefined || high === undefined || compare(low, high) > 0 || !grows(low) || !grows(high))
    return leaveOut("import.altitude-implausible", field, cell);
  const notes: Remark[] = [];
  if (inFeet) notes.push(remark("import.altitude-in-feet", field, cell));
  if (inFeet && METRES.test(cell) && !FEET.test(cell)) notes.push(remark("import.altitude-unit-disputed", field, cell));
  if (ABOUT.test(cell)) notes.push(remark("import.altitude-about", field, cell));
  return read({ lowMetres: decimalText(low), highMetres: decimalText(high) }, ...notes);
}

const grows = (metres: Ratio): boolean => compare(metres, LOWEST) >= 0 && compare(metres, HIGHEST) <= 0;

/** The lowest and the highest figure; null when there are none, or more than a range has. */
function figuresIn(cell: string): readonly [Ratio, Ratio] | null {
  const plain = cell.replace(/\(.*$/, "").replace(THOUSANDS, "$1$2");
  const match = RANGE.exec(plain) ?? ONE.exec(plain);
  const low = decimal(match?.[1] ?? "");
  const high = decimal(match?.[2] ?? match?.[1] ?? "");
  return low === null || high === null ? null : [low, high];
}
