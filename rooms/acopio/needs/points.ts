/** What acts may ask of collection points: the sheet of a day, who has a prefix, how scales and days stand. */
import { map, type Need, rows } from "../../../kernel/act/need.ts";
import { inForce, type Row } from "../../../kernel/act/record.ts";
import { point, pointClosing, scaleCheck } from "../records.ts";
import type { PointSheet } from "../said/point.ts";

/** A collection point with the version of its sheet that is in force. */
export type PointInForce = { readonly place: string; readonly version: number; readonly sheet: PointSheet };

/** All versions of a point's sheet; none where nobody opened a point under this code. */
export const pointVersions = (place: string) => rows(point, "key", [place]);

/** All versions of all points of the book. */
export const allPoints = rows(point, "all", []);

/** All sheets that ever had a prefix. */
export const pointsOfPrefix = (prefix: string) => rows(point, "byPrefix", [prefix]);

/** The sheet of a version that is open on a day; null after its last day. */
function openOn(versions: readonly Row<typeof point>[], day: string): PointInForce | null {
  const found = inForce(versions, day);
  if (found === null || (found.until !== null && found.until < day)) return null;
  return { place: found.place, version: found.version, sheet: found.sheet as PointSheet };
}

/** The sheet of a point on the day of an event; null before it opened, after its last day, and where there is no such point. */
export const pointOn = (place: string, day: string): Need<PointInForce | null> =>
  map(pointVersions(place), (versions) => openOn(versions, day));

/** The points that are open on a day, in the order of their codes. */
export const pointsOn = (day: string): Need<readonly PointInForce[]> =>
  map(allPoints, (versions) =>
    [...new Set(versions.map((one) => one.place))]
      .sort()
      .map((place) =>
        openOn(
          versions.filter((one) => one.place === place),
          day,
        ),
      )
      .filter((one) => one !== null),
  );

/** The newest day on which a scale was found good; null when it never was. What a hand-over says as `scaleChecked`. */
export const scaleCheckedOn = (place: string, scale: string): Need<string | null> =>
  map(rows(scaleCheck, "byScale", [place, scale]), (checks) =>
    checks.reduce<string | null>(
      (newest, one) => (one.good === true && (newest === null || one.on_day > newest) ? one.on_day : newest),
      null,
    ),
  );

/** The highest serial of a series that a closing has accounted for; 0 before the first. */
export const closedSerial = (series: string): Need<number> =>
  map(rows(pointClosing, "bySeries", [series]), (closings) =>
    closings.reduce((highest, one) => Math.max(highest, one.serial_to ?? 0), 0),
  );
