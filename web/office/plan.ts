/** `/o/BOOK/prices/plans/new` and `…/plans/ID/edit`: how is this product paid? Built from steps, tried on a hand-over, published. */
import { isUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import type { Day } from "../../kernel/time/index.ts";
import { checkPricePlan } from "../../rooms/agreements/rules/check-price-plan.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { stepKinds } from "../../rooms/agreements/rules/steps/kinds.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import { productName, productsNamed, wordOr } from "../language/names.ts";
import { written } from "../language/notation.ts";
import { readFigure } from "../language/reading.ts";
import type { Page } from "../render.ts";
import { besideTried } from "./plan-beside.ts";
import { planPage as drawPlan, type PlanPageProps } from "./plan-page.tsx";
import { type PlanBody, templateOf } from "./plan-templates.ts";
import { afterButton, bodyOf, typedOf } from "./plan-typed.ts";
import { wantedBy, workedOf } from "./plan-worked.ts";
import { comparedWith } from "./what-if.ts";
import { type WhatIfProps, whatIfPage } from "./what-if-page.tsx";

/** A new plan, from a template or from nothing. */
export const newPlanPage: BookPage = { path: "/o/:book/prices/plans/new", open: openPlan };
export const newPlanForm: BookForm = { path: "/o/:book/prices/plans/new", post: postPlan };
/** The next version of a plan. */
export const editPlanPage: BookPage = { path: "/o/:book/prices/plans/:plan/edit", open: openPlan };
export const editPlanForm: BookForm = { path: "/o/:book/prices/plans/:plan/edit", post: postPlan };

/** What the view `plans.list` answers. */
type Listed = { readonly plan: string; readonly code: string; readonly version: number };
/** What the view `prices.series-list` answers. */
type Series = { readonly series: string; readonly last_value: string | null };

/** The hand-over of worked example 1, and usual readings: somewhere to begin. */
const example: Readonly<Record<string, string>> = { bags: "7", gross: "412.5", tare: "4.9" };
const usual: Readonly<Record<string, string>> = {
  moisture: "12.6",
  "sample-grams": "250",
  "exportable-grams": "190",
  "second-share": "4",
  "partly-fermented": "16",
  "sound-grams": "188.2",
  "pasilla-grams": "9.4",
  "cup-score": "84",
  "export-share": "70",
  "local-share": "20",
  impurities: "1",
  protein: "3.15",
  fat: "3.72",
  bacteria: "88000",
  "rejected-litres": "0",
  "well-fermented": "78",
  "hot-carcass-kilograms": "231",
  "condemned-kilograms": "0",
  heads: "1",
};

/** The plan whose next version is made: its newest one; null for a new plan. */
async function planAt(at: PageAt): Promise<Result<(Listed & { readonly body: PricePlan }) | null>> {
  const plan = at.parameter("plan");
  if (plan === "") return done(null);
  const all = await at.ask("plans.list", { limit: 500 });
  if (!all.ok) return all;
  const listed = (all.value.rows as readonly Listed[]).find((one) => one.plan === plan);
  if (!isUuid(plan) || listed === undefined) return refused("plan.unknown", { plan });
  const whole = await at.ask("plan.version", { plan, version: listed.version });
  if (!whole.ok) return whole;
  return done({ ...listed, body: whole.value.rows[0]?.body as PricePlan });
}

async function openPlan(at: PageAt): Promise<Result<Page>> {
  const kept = await planAt(at);
  if (!kept.ok) return kept;
  const [first = { currency: "XXX", line: "1" }] = at.settings.currencies;
  const year = at.today.slice(0, 4);
  const body: PlanBody =
    kept.value?.body ?? templateOf(at.words.get("from") ?? "parchment", first.currency, first.line, year);
  const typed = typedOf(body, at.say.notation);
  typed.set("from", at.today);
  return draw(at, kept.value, { typed, wrong: [] });
}

type Kept = Listed | null;

async function draw(at: PageAt, kept: Kept, filled: PlanPageProps["filled"]): Promise<Result<Page>> {
  const typed = new URLSearchParams(filled.typed ?? []);
  const { notation } = at.say;
  const body = bodyOf(typed, notation);
  const listed = at.may("prices.series-list") ? await at.ask("prices.series-list") : null;
  const series = (listed?.ok ? listed.value.rows : []) as readonly Series[];
  const grain = at.settings.currencies.find((one) => one.currency === body.currency);
  const checked = checkPricePlan(body, grain?.line ?? "1");
  const plan = checked.ok ? checked.value : null;
  const wanted = plan === null ? nothingWanted : wantedBy(plan);
  const begin = (name: string, value: string | null | undefined): void => {
    if (!typed.has(name) && value != null) typed.set(name, /^[\d.]+$/.test(value) ? written(value, notation) : value);
  };
  for (const [name, value] of Object.entries(example)) begin(`x.${name}`, value);
  for (const measure of wanted.measures) begin(`x.m.${measure}`, usual[measure]);
  for (const code of wanted.series) begin(`x.p.${code}`, series.find((one) => one.series === code)?.last_value);
  for (const measure of wanted.labMeasures) begin(`x.l.${measure}`, usualResults);
  if (wanted.place !== undefined && !typed.has("x.place")) typed.set("x.place", wanted.place);
  const beside = plan === null ? {} : await besideTried(plan, typed, wanted, at);
  const worked =
    plan === null || grain === undefined ? null : workedOf(plan, grain, { ...triedIn(typed, wanted, at), beside });
  const wrong = [checked, ...(worked === null ? [] : [worked])].flatMap((one) => (one.ok ? [] : [one.refusal]));
  const props: PlanPageProps = {
    frame: at.frame("prices"),
    book: at.book,
    of: kept === null ? null : { code: kept.code, version: String(kept.version + 1) },
    action: new URL(at.request.url).pathname,
    back: at.address("prices"),
    act: at.newAct(),
    filled: { typed, wrong: filled.wrong },
    steps: body.steps.map((step) => ({
      id: String(step.id),
      kind: String(step.kind),
      counts: Object.hasOwn(stepKinds, String(step.kind))
        ? stepKinds[step.kind as keyof typeof stepKinds].result
        : null,
    })),
    series: series.map((one) => ({ value: one.series, says: wordOr("series", one.series, at.say) })),
    measures: [...Object.keys(usual), "somatic-cells", "dry-ratio"].map((value) => ({
      value,
      says: wordOr("measure", value, at.say),
    })),
    products: productsNamed.map((value) => ({ value, says: productName(value, at.say) })),
    currencies: at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency })),
    unit: body.unit.code,
    currency: body.currency,
    plan,
    worked: worked?.ok ? worked.value : null,
    wrong,
    wanted,
  };
  return done(drawPlan(props, at.say));
}

/** The example as it stands in the form. */
function triedIn(typed: URLSearchParams, wanted: ReturnType<typeof wantedBy>, { say, today }: PageAt) {
  const figure = (name: string): string =>
    readFigure((typed.get(name) ?? "").trim(), say.notation) ?? typed.get(name) ?? "";
  const all = (codes: readonly string[], prefix: string) =>
    Object.fromEntries(
      codes.flatMap((code) => (figure(`${prefix}.${code}`) === "" ? [] : [[code, figure(`${prefix}.${code}`)]])),
    );
  return {
    day: today as Day,
    bags: figure("x.bags"),
    gross: figure("x.gross"),
    tare: figure("x.tare"),
    readings: all(wanted.measures, "x.m"),
    prices: all(wanted.series, "x.p"),
  };
}

const nothingWanted: ReturnType<typeof wantedBy> = { measures: [], series: [], labMeasures: [], place: undefined };
/** Three counts of bacteria, to begin from. */
const usualResults = "180000 / 95000 / 410000";

async function postPlan(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form, say } = at;
  const kept = await planAt(at);
  if (!kept.ok) return kept;
  const button = form.text("do");
  const body = bodyOf(form.typed, say.notation);
  if (button === "what-if" && kept.value !== null) {
    const found = await tryWhatIf(at, kept.value, body);
    if (found !== null) return found;
  }
  if (button !== "")
    return draw(at, kept.value, { typed: again(afterButton(body, button, form.text("addKind")), at), wrong: [] });
  const from = form.readDay("from");
  const line = at.settings.currencies.find((one) => one.currency === body.currency)?.line ?? "1";
  const checked = checkPricePlan(body, line);
  const wrong: Refusal[] = [...form.wrong, ...(checked.ok ? [] : [checked.refusal])];
  if (from === null || wrong.length > 0) return draw(at, kept.value, { typed: form.typed, wrong: wrong.map(inForm) });
  const reason = form.maybe("reason");
  const plan = kept.value?.plan ?? at.idOf("plan");
  const spoken = await at.speak("price-plan.publish", {
    plan,
    body,
    from,
    ...(reason === undefined ? {} : { reason }),
  });
  if (spoken.outcome === "refused")
    return draw(at, kept.value, { typed: form.typed, wrong: spoken.refusals.map(inForm) });
  return done({ goTo: at.address("prices"), told: "plan-published" });
}

/** Who gains and who loses by this version; null while the plan is not whole, and the form says why. */
async function tryWhatIf(at: FormAt, kept: Listed, body: PlanBody): Promise<Result<Page> | null> {
  const grain = at.settings.currencies.find((one) => one.currency === body.currency);
  const checked = checkPricePlan(body, grain?.line ?? "1");
  if (!checked.ok || grain === undefined) return null;
  const props: WhatIfProps = {
    frame: at.frame("prices"),
    book: at.book,
    action: new URL(at.request.url).pathname,
    typed: at.form.typed,
    code: kept.code,
    currency: grain.currency,
    lineGrain: grain.line,
    outcome: await comparedWith(at, kept.plan, checked.value, grain.line),
  };
  return done(whatIfPage(props, at.say));
}

/** The form after a button: its steps anew, and everything beside them as it was typed. */
function again(body: PlanBody, { form, say }: FormAt): URLSearchParams {
  const typed = typedOf(body, say.notation);
  for (const [name, value] of form.typed)
    if (name.startsWith("x.") || ["from", "reason", "addKind"].includes(name)) typed.append(name, value);
  return typed;
}

/** The field of a body as the form calls it: "body.steps.3.base" is "s.3.base". */
const inForm = (refusal: Refusal): Refusal =>
  refusal.field === undefined
    ? refusal
    : {
        ...refusal,
        field: refusal.field
          .replace(/^body\.?/, "")
          .replace(/^steps\.(?=\d)/, "s.")
          .replace(/^unit\.code$/, "unit")
          .replace(/^unit\.grams$/, "grams"),
      };
