/** What the season's form builds of its deductions, from what stands in it: each line in words, and the example worked out. */
import type { Refusal } from "../../../kernel/refusal.ts";
import { day, theDay } from "../../../kernel/time/index.ts";
import { checkDeductionPlan } from "../../../rooms/agreements/rules/check-deduction-plan.ts";
import { deduction, deductionCap } from "../../../rooms/agreements/rules/deductions.ts";
import type { Choice, Filled } from "../../components/fields.tsx";
import type { PageAt } from "../../desk/page.ts";
import { written } from "../../language/notation.ts";
import { readFigure } from "../../language/reading.ts";
import type { Building } from "./build.tsx";
import type { TypedDeductions, Typing } from "./ready.ts";
import { capSays, inNames, lineName, lineSays } from "./says.ts";
import { deductionField, deductionsSaid } from "./typed.ts";
import { deductionsWorked, type TriedValue, triable, usualTry } from "./worked.ts";

/** In which currency and unit the season's price plan pays. */
export type PaidIn = { readonly currency: string; readonly unit: string };

/** Puts together what is drawn. Begins the example where the form has none yet. */
export function buildingOf(at: PageAt, filled: Filled, paid: PaidIn, seasons: readonly Choice[]): Building {
  const { say, settings } = at;
  const typed = filled.typed ?? new URLSearchParams();
  for (const [name, value] of Object.entries(usualTry))
    if (!typed.has(`x.${name}`)) typed.set(`x.${name}`, written(value, say.notation));
  const body = deductionsSaid(typed, say.notation, paid.currency);
  const { currency } = body;
  const grain = settings.currencies.find((one) => one.currency === currency);
  const line = grain?.line ?? "1";
  const whole = body.deductions.length === 0 ? null : checkDeductionPlan(body, line);
  const tried = checkDeductionPlan(triable(body), line);
  const today = day(at.today) ?? theDay("2026-01-01");
  const worked =
    grain === undefined || whole === null || !tried.ok
      ? null
      : deductionsWorked(tried.value, grain, unitOf(body, paid), exampleIn(typed, at), today);
  return {
    filled: { typed, wrong: filled.wrong.map((one) => inForm(inNames(one, body, say))) },
    currency,
    unit: unitOf(body, paid),
    list: body.code,
    lines: body.deductions.map((one) => lineShown(one, at, currency)),
    caps: body.caps.map((cap) => ({ kind: String(cap.kind), says: capShown(cap, body, at, currency) })),
    seasons,
    plan: tried.ok ? tried.value : null,
    worked: worked?.ok ? worked.value : null,
    wrong: [whole, worked].flatMap((one) => (one === null || one.ok ? [] : [inNames(one.refusal, body, say)])),
  };
}

/** A refusal's field as the form calls it. */
const inForm = (refusal: Refusal): Refusal =>
  refusal.field === undefined ? refusal : { ...refusal, field: deductionField(refusal.field) };

/** The unit that the lines say, so that the example can be weighed in it; else the price plan's. */
const unitOf = (body: TypedDeductions, paid: PaidIn): string => {
  const said = body.deductions.map((one) => (one.basis as { readonly unit?: string }).unit);
  return said.find((unit) => unit !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(unit)) ?? paid.unit;
};

/** The example as it stands in the form. */
function exampleIn(typed: URLSearchParams, { say }: PageAt): TriedValue {
  const figure = (name: string): string => {
    const text = (typed.get(`x.${name}`) ?? "").trim();
    return readFigure(text, say.notation) ?? text;
  };
  return Object.fromEntries(Object.keys(usualTry).map((name) => [name, figure(name)])) as TriedValue;
}

/** A line by its kind, its name for the caps to choose from, and its sentence; who decided it may still be missing. */
function lineShown(line: Typing, { say }: PageAt, currency: string): Building["lines"][number] {
  const [filled] = triable({ code: "", currency, deductions: [line], caps: [] }).deductions;
  const whole = deduction.safeParse(filled);
  return {
    kind: String((line.basis as { readonly kind: string }).kind),
    name: lineName(line, say),
    says: whole.success ? lineSays(whole.data, currency, say) : null,
  };
}

function capShown(cap: Typing, body: TypedDeductions, { say }: PageAt, currency: string): string | null {
  const whole = deductionCap.safeParse(cap);
  if (!whole.success) return null;
  const names = body.deductions
    .filter((one) => whole.data.limits.includes(String(one.code)))
    .map((one) => lineName(one, say));
  return capSays(whole.data, names, currency, say);
}
