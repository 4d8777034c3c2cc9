/**
 * When things happen in the example, counted from its first day: the day on which the installation is first looked at. The season
 * of a year ago is closed and paid; the running one is in its fourth month.
 */
import { addDays, type Day, theDay } from "../../kernel/time/index.ts";

/** Days between the opening of the book and the first day: a constant, so that the first day can be found again from the book. */
const opened = 486;
/** The two seasons begin 366 days apart, so that their years differ whatever the first day is. */
const [past, now] = [466, 100];

/** The days of the example. */
export type Calendar = {
  readonly firstDay: Day;
  /** The book is opened, and the register entered in the days after. */
  readonly opened: Day;
  readonly past: Season;
  readonly now: Season;
};
/** A season: its first and last day, and its code, which is the year it began in. */
export type Season = { readonly code: string; readonly from: Day; readonly until: Day };

const season = (from: Day, days: number): Season => ({ code: from.slice(0, 4), from, until: addDays(from, days) });

/** The calendar of a first day. */
export function calendarOf(first: string): Calendar {
  const firstDay = theDay(first);
  return {
    firstDay,
    opened: addDays(firstDay, -opened),
    past: season(addDays(firstDay, -past), 150),
    now: season(addDays(firstDay, -now), 180),
  };
}

/** The first day of an example whose book was opened on this day. */
export const firstDayOf = (openedOn: string): string => addDays(theDay(openedOn), opened);

/** A minute of a day in Colombia, which keeps UTC−5 all year, as an ISO instant; `seconds` orders what falls in one minute. */
export const instantAt = (day: string, clock: string, seconds = 0): string =>
  new Date(Date.parse(`${day}T${clock}:00-05:00`) + seconds * 1000).toISOString();

/** A clock as many minutes after midnight: 462 is "07:42". */
export const clockOf = (minutes: number): string =>
  `${Math.trunc(minutes / 60)
    .toString()
    .padStart(2, "0")}:${(minutes % 60).toString().padStart(2, "0")}`;
