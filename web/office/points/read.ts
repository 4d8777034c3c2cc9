/** What the pages of collection points read: points, telephones, and how each was heard. */

import { dayInZone } from "../../../kernel/time/index.ts";
import type { PointSheet } from "../../../rooms/acopio/said/point.ts";
import type { MarkName } from "../../components/mark.tsx";
import type { PageAt } from "../../desk/page.ts";
import { momentWords } from "../../language/moment.ts";
import { rowsOf } from "../read.ts";

/** A point as the view `points.list` tells it. */
export type PointShown = {
  readonly place: string;
  readonly name: string;
  readonly prefix: string;
  readonly pays_cash: boolean;
  readonly until: string | null;
  readonly version: number;
  readonly since: string;
  readonly sheet: PointSheet;
  readonly opened_on: string | null;
  readonly closed_on: string | null;
  readonly deliveries: number;
  readonly net_g: string;
  readonly boxes: readonly { readonly commodity: string; readonly amount: string }[];
  readonly held_until: string | null;
  readonly scales: readonly Readonly<
    Record<"scale" | "on" | "expected_g" | "shown_g", string> & { good: boolean | null }
  >[];
};

/** A telephone as the view `devices.list` tells it. */
export type TelephoneShown = {
  readonly device: string;
  readonly place: string | null;
  readonly series: string | null;
  readonly state: string;
  readonly since: string;
  readonly note: string | null;
  readonly lost_at: string | null;
  readonly last_heard: string | null;
  readonly unsent: number | null;
  readonly clock_error_ms: string | null;
  readonly app: string | null;
  readonly persisted: boolean | null;
  readonly last_sequence: string | null;
  readonly missing: readonly { readonly from: string; readonly until: string }[];
  readonly reused: readonly string[];
  readonly questions: number;
  readonly quarantined: number;
};

/** The points; one, where it is named. */
export const pointsAt = async (at: PageAt, place?: string): Promise<readonly PointShown[]> =>
  (await rowsOf<PointShown>(at, "points.list", { today: at.today, ...(place === undefined ? {} : { place }) })) ?? [];

/** The telephones of the book; null for whoever may not see them. */
export const telephonesAt = (at: PageAt): Promise<readonly TelephoneShown[] | null> =>
  rowsOf<TelephoneShown>(at, "devices.list");

/** Whether a telephone is in use: of one that was revoked nobody waits to hear. */
export const inUse = ({ state }: TelephoneShown): boolean => state === "enrolled";

/** Whether a telephone was heard today, by the book's own day. */
export const heardToday = ({ last_heard }: TelephoneShown, { settings, today }: PageAt): boolean =>
  last_heard !== null && dayInZone(Date.parse(last_heard), settings.zone) >= today;

/** When it was last heard, in words. */
export const heardWords = ({ last_heard }: Pick<TelephoneShown, "last_heard">, { say, settings }: PageAt): string =>
  last_heard === null ? say("points.never") : momentWords(last_heard, settings.zone, say);

/** Clocks that are off by less are as right as people's own. */
const clockPatience = 2 * 60_000;
const HOUR = 60 * 60_000;

/** How far its clock is off, in words; null when it never told. */
export function clockWords({ clock_error_ms }: TelephoneShown, { say }: PageAt): string | null {
  if (clock_error_ms === null) return null;
  const error = Number.parseInt(clock_error_ms, 10);
  const far = Math.abs(error);
  if (far < clockPatience) return say("points.clock-right");
  const way = error > 0 ? "ahead" : "behind";
  if (far < 2 * HOUR) return say(`points.clock-minutes-${way}`, { minutes: `${Math.round(far / 60_000)}` });
  if (far < 48 * HOUR) return say(`points.clock-hours-${way}`, { hours: `${Math.round(far / HOUR)}` });
  return say(`points.clock-days-${way}`, { days: `${Math.round(far / (24 * HOUR))}` });
}

/** How a telephone stands: a mark, and the word beside it. */
export function standingOf(one: TelephoneShown, at: PageAt): { readonly mark: MarkName; readonly says: string } {
  const { say } = at;
  if (!inUse(one)) return { mark: "void", says: say(one.lost_at === null ? "points.revoked" : "points.lost") };
  if (one.missing.length > 0 || one.reused.length > 0) return { mark: "broken", says: say("points.missing") };
  if (one.last_heard === null) return { mark: "none", says: say("points.never") };
  if (!heardToday(one, at)) return { mark: "waiting", says: say("points.silent") };
  return { mark: "kept", says: say("points.heard-today") };
}

/** How a point stands, by its telephones. */
export function markOf(telephones: readonly TelephoneShown[], at: PageAt): MarkName {
  const used = telephones.filter(inUse);
  if (used.length === 0) return "none";
  const marks = used.map((one) => standingOf(one, at).mark);
  return (["broken", "waiting", "none"] as const).find((mark) => marks.includes(mark)) ?? "kept";
}

/** The one heard last; null when none ever was. */
export const lastHeard = (telephones: readonly TelephoneShown[]): string | null =>
  telephones.reduce<string | null>(
    (last, { last_heard }) => (last_heard !== null && (last === null || last_heard > last) ? last_heard : last),
    null,
  );

/** How the day of a point stands. */
export function dayWords({ opened_on, closed_on, until }: PointShown, { say, today }: PageAt): string {
  if (until !== null && until < today) return say("points.ended", { until });
  if (closed_on === today) return say("points.closed-today");
  if (opened_on === today) return say("points.open-today");
  return opened_on === null ? say("points.never-opened") : say("points.last-opened", { day: opened_on });
}

/** The same in few words, for a cell. */
export function dayCell({ opened_on, closed_on, until }: PointShown, { say, today }: PageAt): string {
  if (until !== null && until < today) return say("points.ended", { until });
  if (closed_on === today) return say("points.cell-closed");
  if (opened_on === today) return say("points.cell-open");
  return opened_on === null ? say("points.cell-never") : say("points.cell-last", { day: opened_on });
}
