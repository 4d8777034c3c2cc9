/** The season so far, month by month, beside the one before. */
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { addMonths, type Day, theDay } from "../../../kernel/time/index.ts";
import type { MonthBar } from "../../components/months-chart.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { Say } from "../../language/say.ts";
import { rowsOf, sumOf } from "../read.ts";

type Month = Readonly<Record<"month" | "net_g" | "by_then", string>>;
type Season = Readonly<Record<"season" | "product" | "first_day" | "last_day", string>>;

/** What came of a product in its season: whole kilograms of each month, exact kilograms of all, and what had come a year before. */
export type Harvest = {
  readonly product: string;
  readonly season: string;
  readonly kilos: string;
  /** Kilograms by the same day of the year before; null when nothing is known of it. */
  readonly before: string | null;
  readonly years: { readonly now: string; readonly before: string | null };
  readonly months: readonly MonthBar[];
};

/** The seasons that run today, or the last one that did: at most two, so that the page stays one. */
export async function harvestsOf(at: PageAt): Promise<readonly Harvest[]> {
  const seasons = (await rowsOf<Season>(at, "seasons.list", { limit: 50 })) ?? [];
  const begun = seasons.filter((one) => one.first_day <= at.today);
  const running = begun.filter((one) => one.last_day >= at.today);
  const shown = (running.length > 0 ? running : begun).slice(0, running.length > 0 ? 2 : 1);
  const found: Harvest[] = [];
  for (const season of shown) {
    const one = await harvestOf(season, at);
    if (one !== null) found.push(one);
  }
  return found;
}

/** Without the months before anything came in. */
const sinceFirst = (months: readonly MonthBar[]): readonly MonthBar[] =>
  months.slice(months.findIndex((one) => (one.now ?? "0") !== "0" || (one.before ?? "0") !== "0"));

const yearBefore = (day: string): Day => addMonths(theDay(day), -12);

async function harvestOf(season: Season, at: PageAt): Promise<Harvest | null> {
  const { product, first_day: from, last_day: last } = season;
  const [until = last] = [last, at.today].sort();
  const now = await rowsOf<Month>(at, "today.months", { product, from, until });
  const asOf = yearBefore(until);
  const asked = { product, from: yearBefore(from), until: yearBefore(last), asOf };
  // What lasts longer than a year would be compared with itself.
  const isComparable = addMonths(theDay(from), 12) > last;
  const before = isComparable ? await rowsOf<Month>(at, "today.months", asked) : [];
  if (now === null || before === null || now.length === 0) return null;
  const compared = before.length > 0;
  const years = { now: yearsOf(from, last), before: compared ? yearsOf(asked.from, asked.until) : null };
  return {
    product,
    season: season.season,
    kilos: kilogramsOf(sumOf(now.map((one) => one.net_g))),
    before: compared ? kilogramsOf(sumOf(before.map((one) => one.by_then))) : null,
    years,
    months: sinceFirst(
      monthsFrom(from, compared ? last : until).map((month) => barOf(month, { now, before, until, last }, at.say)),
    ),
  };
}

const yearsOf = (from: string, until: string): string =>
  from.slice(0, 4) === until.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${until.slice(2, 4)}`;

/** Every month between two days, at most two years of them. */
function monthsFrom(from: string, until: string): readonly string[] {
  const months: string[] = [];
  for (let day = theDay(`${from.slice(0, 7)}-01`); day <= until && months.length < 24; day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
}

type Known = {
  readonly now: readonly Month[];
  readonly before: readonly Month[];
  readonly until: string;
  readonly last: string;
};

function barOf(month: string, { now, before, until, last }: Known, say: Say): MonthBar {
  const number = `${Number.parseInt(month.slice(5), 10)}`;
  const wholeKilos = (rows: readonly Month[], of: string) => {
    const row = rows.find((one) => one.month === of);
    return row === undefined ? null : (BigInt(row.net_g) / 1000n).toString();
  };
  const isAhead = month > until.slice(0, 7);
  return {
    short: say(`calendar.short.${number}`),
    long: say("calendar.month-year", { month: say(`calendar.month.${number}`), year: month.slice(0, 4) }),
    now: isAhead ? null : (wholeKilos(now, month) ?? "0"),
    before: wholeKilos(before, yearBefore(`${month}-01`).slice(0, 7)),
    runs: month === until.slice(0, 7) && until < last,
  };
}
