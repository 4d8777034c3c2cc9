/** `/o/BOOK/prices/seasons/…`: on which terms is a product received between two days? And `/prices/series/new`. */
import { isUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import type { SeasonPolicy } from "../../rooms/agreements/rules/season-policy.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import { productName } from "../language/names.ts";
import type { Page } from "../render.ts";
import { buildingOf } from "./deductions/building.ts";
import { builtIn, paidIn, pressed } from "./deductions/pressed.ts";
import { typedDeductions } from "./deductions/typed.ts";
import { seasonPage as drawSeason, seriesPage as drawSeries, type SeasonProps } from "./season-page.tsx";
import { type SeasonRow, seasonsAt } from "./settling.ts";

/** Opening a season, and changing or closing one. */
export const newSeasonPage: BookPage = { path: "/o/:book/prices/seasons/new", open: openSeason };
export const newSeasonForm: BookForm = { path: "/o/:book/prices/seasons/new", post: postSeason };
export const seasonPage: BookPage = { path: "/o/:book/prices/seasons/:season", open: openSeason };
export const seasonForm: BookForm = { path: "/o/:book/prices/seasons/:season", post: postSeason };
/** Opening a series of prices. */
export const newSeriesPage: BookPage = { path: "/o/:book/prices/series/new", open: (at) => drawNewSeries(at, null) };
export const newSeriesForm: BookForm = { path: "/o/:book/prices/series/new", post: postSeries };

type Plan = Readonly<Record<"plan" | "code" | "product", string>> & { readonly version: number };

/** The price plans that there are. */
async function plansAt({ ask }: PageAt): Promise<readonly Plan[]> {
  const plans = await ask("plans.list", { limit: 500 });
  return (plans.ok ? plans.value.rows : []) as readonly Plan[];
}

type Filled = SeasonProps["filled"];
type Drawing = { readonly save?: Filled; readonly close?: Filled };

/** The season of the address; null for a new one. */
async function keptAt(at: PageAt, seasons: readonly SeasonRow[]): Promise<Result<SeasonRow | null>> {
  const id = at.parameter("season");
  if (id === "") return done(null);
  const found = seasons.find((one) => one.agreement === id);
  return found === undefined || !isUuid(id) ? refused("season.unknown", {}) : done(found);
}

async function openSeason(at: PageAt): Promise<Result<Page>> {
  const seasons = await seasonsAt(at);
  const kept = await keptAt(at, seasons);
  return kept.ok ? draw(at, kept.value, seasons, {}) : kept;
}

/** The terms as they stand, as the form has them. */
function typedOf(season: SeasonRow | null, { today, say }: PageAt): URLSearchParams {
  if (season === null) {
    const year = today.slice(0, 4);
    const first = { season: year, first: today, until: `${year}-12-31`, title: "on-delivery" };
    return new URLSearchParams({ ...first, objection: "15", payment: "2" });
  }
  const policy = season.policy as SeasonPolicy;
  const terms = {
    first: policy.from,
    until: policy.until,
    title: policy.title,
    pricePlan: policy.pricePlan,
    scheme: policy.gradingScheme ?? "",
    objection: String(policy.objectionDays),
    payment: String(policy.paymentDays),
    from: today,
  };
  return new URLSearchParams([...Object.entries(terms), ...typedDeductions(policy.deductions, say.notation)]);
}

async function draw(at: PageAt, kept: SeasonRow | null, seasons: readonly SeasonRow[], { save, close }: Drawing) {
  const listed = await plansAt(at);
  const filled = save ?? { typed: typedOf(kept, at), wrong: [] };
  const paid = await paidIn(at, listed, filled.typed?.get("pricePlan") ?? "");
  const others = seasons
    .filter((one) => (one.policy as SeasonPolicy).deductions !== null)
    .map((one) => ({
      value: one.agreement,
      says: at.say("season.deductions-of", { season: one.season, product: productName(one.product, at.say) }),
    }));
  const building = buildingOf(at, filled, paid, others);
  const props: SeasonProps = {
    frame: at.frame("prices"),
    book: at.book,
    of: kept === null ? null : { code: kept.season, product: kept.product },
    action: new URL(at.request.url).pathname,
    back: at.address("prices"),
    act: at.newAct(),
    filled: building.filled,
    plans: listed
      .filter((one) => kept === null || one.product === kept.product)
      .map((one) => ({
        value: one.plan,
        says: at.say("plan.of-product", { code: one.code, product: productName(one.product, at.say) }),
      })),
    schemes: [],
    building,
    close:
      kept === null
        ? null
        : { act: at.newAct(), filled: close ?? { typed: new URLSearchParams({ last: at.today }), wrong: [] } },
  };
  return done(drawSeason(props, at.say));
}

/** The terms that the form says, of the product that its price plan is for; null when something is missing, which the form has noted. */
async function policyIn(
  at: FormAt,
  kept: SeasonRow | null,
  seasons: readonly SeasonRow[],
): Promise<SeasonPolicy | null> {
  const { form } = at;
  const [first, until, pricePlan] = [form.readDay("first"), form.readDay("until"), form.readId("pricePlan")];
  const season = kept?.season ?? form.readText("season");
  const [objection, payment] = [form.readFigure("objection"), form.readFigure("payment")];
  if (form.wrong.length > 0) return null;
  const product = kept?.product ?? (await plansAt(at)).find((one) => one.plan === pricePlan)?.product ?? "";
  const before = kept?.policy as SeasonPolicy | undefined;
  const taken = seasons.find((one) => one.agreement === form.text("deductions"))?.policy as SeasonPolicy | undefined;
  const built = builtIn(at, await paidIn(at, await plansAt(at), pricePlan ?? ""));
  if (form.wrong.length > 0) return null;
  return {
    season,
    product,
    from: first,
    until,
    title: form.text("title") === "on-settlement" ? "on-settlement" : "on-delivery",
    pricePlan,
    gradingScheme: before?.gradingScheme ?? null,
    // Lines in the form are what holds; a list that was only chosen is taken over as it stands.
    deductions: built ?? taken?.deductions ?? null,
    ...(before?.shrinkBorneBy === undefined ? {} : { shrinkBorneBy: before.shrinkBorneBy }),
    objectionDays: Number.parseInt(objection ?? "", 10),
    paymentDays: Number.parseInt(payment ?? "", 10),
    containers: before?.containers ?? [],
  } as unknown as SeasonPolicy;
}

async function postSeason(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const seasons = await seasonsAt(at);
  const kept = await keptAt(at, seasons);
  if (!kept.ok) return kept;
  if (form.text("do") === "close" && kept.value !== null) return postClose(at, kept.value, seasons);
  if (form.text("build") !== "")
    return draw(at, kept.value, seasons, { save: await pressed(at, await plansAt(at), seasons) });
  const policy = await policyIn(at, kept.value, seasons);
  const from = kept.value === null ? undefined : form.readDay("from");
  const again = (wrong: readonly Refusal[]) => draw(at, kept.value, seasons, { save: { typed: form.typed, wrong } });
  if (policy === null || from === null) return again(form.wrong);
  const reason = form.maybe("reason");
  const spoken =
    kept.value === null
      ? await at.speak("season.open", { agreement: at.idOf("season"), policy })
      : await at.speak("season.change", {
          agreement: kept.value.agreement,
          policy,
          from,
          ...(reason === undefined ? {} : { reason }),
        });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address("prices"), told: kept.value === null ? "season-opened" : "season-changed" });
}

async function postClose(at: FormAt, kept: SeasonRow, seasons: readonly SeasonRow[]): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const last = form.readDay("last");
  const again = (wrong: readonly Refusal[]) => draw(at, kept, seasons, { close: { typed: form.typed, wrong } });
  if (last === null) return again(form.wrong);
  const reason = form.maybe("why");
  const spoken = await at.speak("season.close", {
    agreement: kept.agreement,
    last,
    ...(reason === undefined ? {} : { reason }),
  });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address("prices"), told: "season-closed" });
}

async function drawNewSeries(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  return done(
    drawSeries(
      {
        frame: at.frame("prices"),
        book: at.book,
        action: at.address("prices/series/new"),
        back: at.address("prices"),
        act: at.newAct(),
        filled: filled ?? { typed: new URLSearchParams({ period: "day" }), wrong: [] },
        currencies: at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency })),
      },
      at.say,
    ),
  );
}

async function postSeries(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const said = Object.fromEntries(
    ["series", "title", "currency", "per", "period", "source"].map((name) => [name, form.readText(name)]),
  );
  const again = (wrong: readonly Refusal[]) => drawNewSeries(at, { typed: form.typed, wrong });
  if (form.wrong.length > 0) return again(form.wrong);
  const licence = form.maybe("licence");
  const spoken = await at.speak("price-series.open", { ...said, ...(licence === undefined ? {} : { licence }) });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address("prices"), told: "series-opened" });
}
