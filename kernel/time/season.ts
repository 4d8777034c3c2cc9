/** Periods of days, both ends included. */
import type { Day } from "./day.ts";

/** A harvest or buying season, such as "2026-main"; it may cross the new year. Both days belong to it. */
export type Season = { readonly code: string; readonly from: Day; readonly until: Day };

/** Since when, and until when if that is known, something holds. Both days belong to it. */
export type Validity = { readonly from: Day; readonly until: Day | null };

/** Whether something holds on a day. */
export const inForce = (validity: Validity, on: Day): boolean =>
  validity.from <= on && (validity.until === null || on <= validity.until);

/** Whether a day lies in a season. */
export const inSeason = (season: Season, on: Day): boolean => season.from <= on && on <= season.until;
