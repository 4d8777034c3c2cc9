/** What the builder's buttons do to the season's form: its lines anew, and everything beside them as it was typed. */
import { refused } from "../../../kernel/refusal.ts";
import { checkDeductionPlan } from "../../../rooms/agreements/rules/check-deduction-plan.ts";
import type { PricePlan } from "../../../rooms/agreements/rules/plan.ts";
import type { SeasonPolicy } from "../../../rooms/agreements/rules/season-policy.ts";
import type { Filled } from "../../components/fields.tsx";
import type { FormAt, PageAt } from "../../desk/page.ts";
import type { SeasonRow } from "../settling.ts";
import type { PaidIn } from "./building.ts";
import { askedOf } from "./kinds.ts";
import type { TypedDeductions } from "./ready.ts";
import { afterPress, deductionsSaid, typedDeductions } from "./typed.ts";

/** A price plan as it is listed. */
type Listed = { readonly plan: string; readonly version: number };

/** In what the chosen price plan pays; before one is chosen, the book's first currency, by the kilogram. */
export async function paidIn(at: PageAt, plans: readonly Listed[], chosen: string): Promise<PaidIn> {
  const found = plans.find((one) => one.plan === chosen);
  const whole = found === undefined ? null : await at.ask("plan.version", { plan: found.plan, version: found.version });
  const body = (whole?.ok ? whole.value.rows[0]?.body : undefined) as PricePlan | undefined;
  const [first] = at.settings.currencies;
  return { currency: body?.currency ?? first?.currency ?? "XXX", unit: body?.unit.code ?? "kg" };
}

/** The form after a button of the builder. */
export async function pressed(at: FormAt, plans: readonly Listed[], seasons: readonly SeasonRow[]): Promise<Filled> {
  const { form, say, settings } = at;
  const paid = await paidIn(at, plans, form.text("pricePlan"));
  const body = deductionsSaid(form.typed, say.notation, paid.currency);
  const button = form.text("build");
  const other = seasons.find((one) => one.agreement === form.text("deductions"))?.policy as SeasonPolicy | undefined;
  const source = button === "take" ? (other?.deductions ?? null) : null;
  if (source !== null && source.currency !== paid.currency) {
    const facts = { deductions: source.currency, plan: paid.currency };
    return { typed: form.typed, wrong: [refused("season.currencies-differ", facts, "deductions").refusal] };
  }
  const first = form.text("first");
  const beginning = {
    grain: settings.currencies.find((one) => one.currency === body.currency)?.line ?? "1",
    unit: paid.unit,
    from: /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : at.today,
  };
  const chosen = { line: form.text("addLine"), cap: form.text("addCap") };
  const next = source ?? afterPress(body, button, chosen, beginning);
  const beside = [...form.typed].filter(([name]) => !/^[dc]\./.test(name) && name !== "build" && name !== "do");
  return { typed: new URLSearchParams([...beside, ...typedDeductions(next, say.notation)]), wrong: [] };
}

/**
 * The list that the form has built; null when it has no lines. What is empty or cannot be published is noted in the form, beside its
 * field, before the book is asked.
 */
export function builtIn({ form, say, settings }: FormAt, paid: PaidIn): TypedDeductions | null {
  const body = deductionsSaid(form.typed, say.notation, paid.currency);
  if (body.deductions.length === 0) return null;
  for (const [at, { basis, name, reason }] of body.deductions.entries()) {
    for (const figure of askedOf((basis as { readonly kind: string }).kind).fields) form.readText(`d.${at}.${figure}`);
    if (Object.keys(name as object).length === 0) form.readText(`d.${at}.name`);
    if (Object.keys(reason as object).length === 0) form.readText(`d.${at}.reason`);
    for (const said of ["rule.id", "rule.decidedBy", "rule.from", "code"]) form.readText(`d.${at}.${said}`);
  }
  for (const [at, { kind }] of body.caps.entries())
    form.readText(`c.${at}.${kind === "yearly" ? "amount" : "percent"}`);
  const line = settings.currencies.find((one) => one.currency === body.currency)?.line ?? "1";
  const checked = form.wrong.length > 0 ? null : checkDeductionPlan(body, line);
  if (checked !== null && !checked.ok) form.wrong.push(checked.refusal);
  return body;
}
