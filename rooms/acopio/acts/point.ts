/** Opening a collection point, and changing its sheet. */
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { backdated } from "../../agreements/acts/sheets.ts";
import { pointsOfPrefix, pointVersions } from "../needs/points.ts";
import { point } from "../records.ts";
import { type PointSaid, pointSaid } from "../said/point.ts";

/** A prefix belongs to one point for ever: receipts of a point that was given up are still in people's hands. */
const prefixTaken = (
  { place, sheet }: PointSaid,
  holders: readonly { readonly place: string }[],
): readonly Refusal[] =>
  holders.some((one) => one.place !== place)
    ? [refused("point.prefix-used", { prefix: sheet.prefix }, "sheet.prefix").refusal]
    : [];

/** A scale has one name at a point: two of one name could not be told apart on a receipt. */
function scaleTwice({ sheet }: PointSaid): readonly Refusal[] {
  const seen = new Set<string>();
  return sheet.scales.flatMap(({ scale }, at) => {
    const again = seen.has(scale);
    seen.add(scale);
    return again ? [refused("point.scale-twice", { scale }, `sheet.scales.${at}.scale`).refusal] : [];
  });
}

const rowOf = ({ place, sheet, from }: PointSaid, version: number): Row<typeof point> => ({
  place,
  name: sheet.name,
  prefix: sheet.prefix,
  pays_cash: sheet.paysCash,
  until: sheet.until ?? null,
  sheet,
  version,
  from_day: from,
});

function kept(
  said: PointSaid,
  versions: readonly Row<typeof point>[],
  samePrefix: readonly { readonly place: string }[],
  today: string,
  missing: readonly Refusal[],
): PartsOfFollows | Refused {
  const wrong = [
    ...missing,
    ...prefixTaken(said, samePrefix),
    ...scaleTwice(said),
    ...backdated("point", said.from, today, said.reason),
  ];
  return wrong.length > 0 ? refuse(...wrong) : { records: [write(point, rowOf(said, nextVersion(versions)))] };
}

/**
 * Opens a collection point under the code that its hand-overs carry. A decision of whoever manages devices, since a point and its
 * telephones are given out together. Codes: `point.place-taken`, `.prefix-used`, `.scale-twice`, `.from-the-past`.
 */
export const openPoint: ActDeclaration = decision({
  kind: "point.open",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "manage-devices",
  says: pointSaid,
  needs: (said) => ({ versions: pointVersions(said.place), samePrefix: pointsOfPrefix(said.sheet.prefix) }),
  follows: (said, { versions, samePrefix }, { today }) => {
    const taken = versions.length > 0 ? [refused("point.place-taken", { place: said.place }, "place").refusal] : [];
    return kept(said, versions, samePrefix, today, taken);
  },
});

/**
 * Changes the sheet of a point: the whole of it anew, in force from a day; `until` is its last day. A decision. Codes:
 * `point.unknown` and those of `point.open`.
 */
export const changePoint: ActDeclaration = decision({
  kind: "point.change",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "manage-devices",
  says: pointSaid,
  needs: (said) => ({ versions: pointVersions(said.place), samePrefix: pointsOfPrefix(said.sheet.prefix) }),
  follows: (said, { versions, samePrefix }, { today }) => {
    const none = versions.length === 0 ? [refused("point.unknown", { place: said.place }, "place").refusal] : [];
    return kept(said, versions, samePrefix, today, none);
  },
});
