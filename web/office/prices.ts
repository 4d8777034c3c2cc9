/** `/o/BOOK/prices`: what do we pay today, and by which rule? */
import { done, type Refusal, type Result } from "../../kernel/refusal.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import type { SeasonPolicy } from "../../rooms/agreements/rules/season-policy.ts";
import { wordsIn } from "../../rooms/settlement/pages/statement-words.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { planSentence } from "./plan-says.ts";
import { pricesPage as drawPrices, type PricesProps, type SeasonShown } from "./prices-page.tsx";
import { type SeasonRow, seasonsAt } from "./settling.ts";

/** What the view `plans.list` answers, and `plan.on` for the version of a day. */
type Listed = Readonly<Record<"plan" | "code" | "product" | "since", string>> & {
  readonly version: number;
  readonly reason: string | null;
};
/** What the view `prices.series-list` answers. */
type Series = Readonly<Record<"series" | "title" | "currency" | "per_unit" | "source" | "period", string>> &
  Readonly<Record<"last_period" | "last_value", string | null>>;

/** The page of prices and seasons. */
export const pricesPage: BookPage = { path: "/o/:book/prices", place: "prices", open: (at) => draw(at, null) };
/** Records a price of a series. */
export const recordPriceForm: BookForm = { path: "/o/:book/prices", post: postPrice };

async function draw(at: PageAt, filled: NonNullable<PricesProps["record"]>["filled"] | null): Promise<Result<Page>> {
  const plans = await at.ask("plans.list", { limit: 500 });
  const listed = (plans.ok ? plans.value.rows : []) as readonly Listed[];
  const seasons = await seasonsAt(at);
  const found = at.may("prices.series-list") ? await at.ask("prices.series-list") : null;
  const series = (found?.ok ? found.value.rows : []) as readonly Series[];
  const mayPlan = at.powers.has("publish-price");
  const maySeason = at.powers.has("open-season");
  const [first] = series;
  const typed = new URLSearchParams({
    series: first?.series ?? "",
    period: first?.period === "month" ? at.today.slice(0, 7) : at.today,
  });
  const shown: SeasonShown[] = [];
  for (const season of seasons) shown.push(await seasonShown(at, season, mayPlan, maySeason));
  const props: PricesProps = {
    frame: at.frame("prices"),
    book: at.book,
    seasons: shown,
    plans: listed.map((one) => ({
      ...one,
      version: String(one.version),
      href: mayPlan ? at.address(`prices/plans/${one.plan}/edit`) : null,
    })),
    series: series.map((one) => ({
      code: one.series,
      title: one.title,
      per: one.per_unit,
      source: one.source,
      currency: one.currency,
      last: one.last_period === null ? null : { period: one.last_period, value: one.last_value ?? "" },
      csv: at.address("export/prices.series.csv", { series: one.series }),
    })),
    record: at.powers.has("record-price")
      ? {
          act: at.newAct(),
          action: at.address("prices"),
          filled: filled ?? { typed, wrong: [] },
          choices: series.map((one) => ({ value: one.series, says: one.title })),
        }
      : null,
    newPlan: mayPlan ? (template) => at.address("prices/plans/new", { from: template }) : null,
    newSeason: maySeason && listed.length > 0 ? at.address("prices/seasons/new") : null,
    newSeries: mayPlan ? at.address("prices/series/new") : null,
    terms: ["schemes", "laboratory", "fixings", "consents"].map((name) => ({
      name,
      href: at.address(`prices/${name}`),
    })),
  };
  return done(drawPrices(props, at.say));
}

async function seasonShown(at: PageAt, season: SeasonRow, mayPlan: boolean, maySeason: boolean): Promise<SeasonShown> {
  const now = season.first_day <= at.today && at.today <= season.last_day;
  const policy = season.policy as SeasonPolicy;
  const plan = now ? await planToday(at, season.price_plan) : null;
  return {
    code: season.season,
    product: season.product,
    from: season.first_day,
    until: season.last_day,
    now,
    plan,
    deductions: (policy.deductions?.deductions ?? []).map((one) => wordsIn(one.name, at.say).text),
    href: maySeason ? at.address(`prices/seasons/${season.agreement}`) : null,
    planHref: mayPlan && plan !== null ? at.address(`prices/plans/${season.price_plan}/edit`) : null,
  };
}

/** The version of a plan that holds today, in words; null when none does yet. */
async function planToday(at: PageAt, plan: string): Promise<SeasonShown["plan"]> {
  const found = await at.ask("plan.on", { plan, on: at.today });
  const row = found.ok ? (found.value.rows[0] as (Listed & { readonly body: unknown }) | undefined) : undefined;
  if (row === undefined) return null;
  return {
    code: row.code,
    version: String(row.version),
    since: row.since,
    says: planSentence(row.body as PricePlan, at.say),
  };
}

async function postPrice(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [series, value] = [form.readText("series"), form.readFigure("value")];
  const period = periodIn(form.readText("period") ?? "");
  const again = (wrong: readonly Refusal[]) => draw(at, { typed: form.typed, wrong });
  if (series === null || value === null || form.wrong.length > 0) return again(form.wrong);
  const spoken = await at.speak("prices.record", { series, points: [{ period, value }] });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({
    goTo: at.address("prices"),
    told: spoken.questions.length > 0 ? "kept-with-questions" : "price-recorded",
  });
}

/** A period as people type it: "16/09/2026" is a day, "09/2026" a month; what else it is, the book asks about. */
function periodIn(text: string): string {
  const found = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (found === null) return text;
  const parts = [found[3], found[2]?.padStart(2, "0"), found[1]?.padStart(2, "0")];
  return parts.filter((part) => part !== undefined).join("-");
}
