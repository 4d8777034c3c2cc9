/** What `ayni settle` reads: a plan with its prices and balances, and hand-overs. All figures are decimal text, never floats. */
import * as z from "zod/mini";
import { decimal } from "../kernel/exact/index.ts";
import { type Amount, amountFromText, type CurrencyGrain, currencyGrainSchema } from "../kernel/money/index.ts";
import { done, type Result, refused } from "../kernel/refusal.ts";
import { daySchema, decimalSchema, notNegativeSchema, wholeSchema } from "../kernel/schema.ts";
import type { Day } from "../kernel/time/index.ts";
import { type Beside, fixing, labResult, schemeTerm } from "../rooms/agreements/rules/beside.ts";
import { checkDeductionPlan } from "../rooms/agreements/rules/check-deduction-plan.ts";
import { checkPricePlan } from "../rooms/agreements/rules/check-price-plan.ts";
import type { Prices } from "../rooms/agreements/rules/steps/kind.ts";
import { type CompiledPlan, compilePlan } from "../rooms/agreements/rules/valuation.ts";
import type { Balances } from "../rooms/settlement/rules/balances.ts";
import { type ReadyDeductions, readyDeductions } from "../rooms/settlement/rules/ready-deductions.ts";

const name = z.string().check(z.minLength(1), z.maxLength(200));

const balancesSaid = z.strictObject({
  advances: z._default(z.array(z.strictObject({ id: name, owed: notNegativeSchema, since: daySchema })), []),
  credits: z._default(
    z.array(
      z.strictObject({
        id: name,
        standing: z._default(z.enum(["overdue", "current"]), "current"),
        principal: notNegativeSchema,
        interestOwed: z._default(notNegativeSchema, "0"),
        ratePerMonth: notNegativeSchema,
        method: z._default(z.literal("simple-monthly"), "simple-monthly"),
        since: daySchema,
        monthsSettled: z._default(z.int().check(z.nonnegative(), z.maximum(1200)), 0),
        instalmentDue: z._default(z.nullable(notNegativeSchema), null),
      }),
    ),
    [],
  ),
});

/** PLAN.json. `prices` by series and period; `balances` by producer, amounts in the currency. */
export const planFile = z.strictObject({
  pricePlan: z.unknown(),
  deductions: z._default(z.unknown(), null),
  grain: currencyGrainSchema,
  prices: z._default(z.record(name, z.record(name, decimalSchema)), {}),
  /** What plans read beside the hand-overs: results by producer, schemes' sheets, fixings; and who consents to which deduction. */
  labResults: z._default(z.record(name, z.array(labResult)), {}),
  terms: z._default(z.array(schemeTerm), []),
  fixings: z._default(z.array(fixing), []),
  consents: z._default(z.record(name, z.array(name)), {}),
  balances: z._default(z.record(name, balancesSaid), {}),
  on: daySchema,
  paidIn: z._default(z.enum(["cash", "transfer"]), "cash"),
});

/** One hand-over of the deliveries' file: an array of these as JSON. Weights are whole grams. */
export const deliveryLine = z.strictObject({
  id: name,
  agent: name,
  day: daySchema,
  bags: z._default(z.int().check(z.nonnegative(), z.maximum(100_000)), 0),
  gross_g: wholeSchema,
  tare_g: z._default(wholeSchema, "0"),
  measurements: z._default(z.record(name, decimalSchema), {}),
  place: z.optional(name),
});
export type DeliveryLine = z.infer<typeof deliveryLine>;

/** A plan file made ready: checked as it would be before it is published. */
export type ReadyPlanFile = {
  readonly plan: CompiledPlan;
  readonly deductions: ReadyDeductions | null;
  readonly prices: Prices;
  readonly balancesOf: (agent: string) => Balances;
  readonly besideOf: (delivery: DeliveryLine) => Beside;
  readonly consentsOf: (agent: string) => readonly string[];
  readonly grain: CurrencyGrain;
  readonly on: Day;
  readonly paidIn: "cash" | "transfer";
};

/** Checks a plan file as a book would before publishing it. Refusals: those of the two checks, and `settle.unreadable`. */
export function readyPlanFile(value: unknown): Result<ReadyPlanFile> {
  const read = planFile.safeParse(value);
  if (!read.success) return unreadable(read.error);
  const { grain, prices, balances, on, paidIn, labResults, terms, fixings, consents } = read.data;
  const plan = checkPricePlan(read.data.pricePlan, grain.line);
  if (!plan.ok) return plan;
  const deductions = read.data.deductions === null ? null : checkDeductionPlan(read.data.deductions, grain.line);
  if (deductions?.ok === false) return deductions;
  const fault = Object.entries(balances).find(
    ([, of]) => !amountsOf(of).every((text) => amountFromText(text, grain) !== null),
  );
  if (fault !== undefined)
    return refused("settle.not-whole-grains", { agent: fault[0], grain: grain.line }, `balances.${fault[0]}`);
  return done({
    plan: compilePlan(plan.value, grain.line),
    deductions: deductions === null ? null : readyDeductions(deductions.value, grain.line),
    prices: (series, period) => (Object.hasOwn(prices, series) ? (prices[series]?.[period] ?? null) : null),
    besideOf: ({ agent, place }) => ({
      ...(place === undefined ? {} : { place }),
      labResults: Object.hasOwn(labResults, agent) ? (labResults[agent] ?? []) : [],
      ...{ terms, fixings },
    }),
    consentsOf: (agent) => (Object.hasOwn(consents, agent) ? (consents[agent] ?? []) : []),
    balancesOf: (agent) => balancesIn(Object.hasOwn(balances, agent) ? balances[agent] : undefined, grain),
    grain,
    on: on as Day,
    paidIn,
  });
}

type BalancesSaid = z.infer<typeof balancesSaid>;

const amountsOf = ({ advances, credits }: BalancesSaid): readonly string[] => [
  ...advances.map((one) => one.owed),
  ...credits.flatMap((one) => [one.principal, one.interestOwed, one.instalmentDue ?? "0"]),
];

function balancesIn(said: BalancesSaid | undefined, grain: CurrencyGrain): Balances {
  const grains = (text: string): Amount => amountFromText(text, grain) as Amount;
  return {
    advances: (said?.advances ?? []).map(({ id, owed, since }) => ({ id, owed: grains(owed), since: since as Day })),
    credits: (said?.credits ?? []).map((one) => ({
      ...one,
      since: one.since as Day,
      principal: grains(one.principal),
      interestOwed: grains(one.interestOwed),
      instalmentDue: one.instalmentDue === null ? null : grains(one.instalmentDue),
    })),
  };
}

/** Reads the hand-overs: each line by the schema, readings as decimals that the plan's steps may read. */
export function deliveriesIn(value: unknown): Result<readonly DeliveryLine[]> {
  const read = z.array(deliveryLine).safeParse(value);
  if (!read.success) return unreadable(read.error);
  const turned = read.data.findIndex((one) => BigInt(one.tare_g) > BigInt(one.gross_g));
  if (turned >= 0)
    return refused("settle.tare-beyond-gross", { delivery: read.data[turned]?.id ?? "" }, `${turned}.tare_g`);
  const unread = read.data.findIndex((one) => Object.values(one.measurements).some((text) => decimal(text) === null));
  return unread < 0
    ? done(read.data)
    : refused("settle.unreadable", { field: `${unread}.measurements`, problem: "decimal" });
}

function unreadable(error: z.core.$ZodError): ReturnType<typeof refused> {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join(".") ?? "";
  return refused("settle.unreadable", { field, problem: issue?.code ?? "" }, field);
}
