/** A pad of pre-printed receipts goes to a point. */
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { devicesOfSeries } from "../../book/needs.ts";
import { padOf, padsOfSeries } from "../needs/pads.ts";
import { pointOn } from "../needs/points.ts";
import { pad } from "../records.ts";
import { longestPad } from "../rules/pads.ts";
import { issuePadSaid } from "../said/pad.ts";

/**
 * Gives a pad of pre-printed receipts to a point. A decision. No two pads of a series have a serial in common, and no telephone
 * counts in it. Codes: `pad.id-used`, `pad.range-turned`, `pad.too-long`, `pad.serials-used`, `pad.series-of-device`, `point.unknown`.
 */
export const issuePad: ActDeclaration = decision({
  kind: "pad.issue",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "manage-devices",
  says: issuePadSaid,
  needs: (said) => ({
    kept: padOf(said.pad),
    point: pointOn(said.place, said.on),
    same: padsOfSeries(said.series),
    devices: devicesOfSeries(said.series),
  }),
  follows: (said, { kept, point, same, devices }, { by }): PartsOfFollows | Refused => {
    const { series, from, to, place } = said;
    const wrong: Refusal[] = [];
    if (kept !== null) wrong.push(refused("pad.id-used", { pad: said.pad }, "pad").refusal);
    if (to < from) wrong.push(refused("pad.range-turned", { from, to }, "to").refusal);
    if (to - from >= longestPad) wrong.push(refused("pad.too-long", { from, to, most: longestPad }, "to").refusal);
    const other = same.find((one) => one.serial_from <= to && from <= one.serial_to);
    if (other !== undefined) {
      const facts = { series, from: other.serial_from, to: other.serial_to, place: other.place };
      wrong.push(refused("pad.serials-used", facts, "from").refusal);
    }
    if (devices.length > 0) wrong.push(refused("pad.series-of-device", { series }, "series").refusal);
    if (point === null) wrong.push(refused("point.unknown", { place }, "place").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row = { pad: said.pad, series, serial_from: from, serial_to: to, place, by_agent: by, on_day: said.on };
    return { records: [write(pad, row)] };
  },
});
