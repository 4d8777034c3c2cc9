/** A hand-over as a settlement takes it: what came in, what the laboratory added, and whether it may be settled at all. */
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import type { Beside } from "../../agreements/rules/beside.ts";
import type { PlanInForce } from "../../agreements/rules/plan-in-force.ts";
import type { Season } from "../../agreements/rules/season-policy.ts";
import type { ValuedDelivery } from "../../agreements/rules/steps/kind.ts";
import type { CompiledPlan } from "../../agreements/rules/valuation.ts";
import { compilePlan } from "../../agreements/rules/valuation.ts";
import type { StatementDelivery, StatementMeasurement } from "../content.ts";

/** One measurement of a hand-over or of its sample. */
export type Measured = {
  readonly measure: string;
  readonly value: string;
  readonly method?: string | null;
  readonly instrument?: string | null;
};

/** What the book knows of a named hand-over. `received` is null when nobody handed over anything under that id. */
export type HandOver = {
  readonly id: string;
  readonly received: {
    readonly member: string;
    readonly product: string;
    /** The season that covered its day when it came in; null where none did. */
    readonly season_agreement: string | null;
    readonly place: string;
    readonly happened: string;
    readonly receipt: string | null;
    readonly bags: number;
    readonly gross_g: bigint;
    readonly tare_g: bigint;
    readonly net_g: bigint;
    readonly mode: string;
    readonly measurements: unknown;
  } | null;
  /** Results of the sample, oldest first: a later one stands before what was read at the scale. */
  readonly samples: readonly { readonly measurements: unknown }[];
  readonly voided: boolean;
  /** The closed statement that has taken it already. */
  readonly settledBy: string | null;
  /** What its plan reads beside; unsaid where it reads nothing, or it is not known here. */
  readonly beside?: Beside | undefined;
};

/** Why a hand-over cannot be named in a statement of a producer; null when it can. `field` says where it was named. */
export function unfitFor(handOver: HandOver, agent: string, season: Season, field: string): Refusal | null {
  const { product } = season.policy;
  const { id, received, voided, settledBy } = handOver;
  const facts = { delivery: id, receipt: received?.receipt ?? null };
  if (received === null) return refused("settlement.delivery-unknown", facts, field).refusal;
  if (received.member !== agent) return refused("settlement.delivery-of-another", facts, field).refusal;
  if (received.product !== product)
    return refused("settlement.delivery-other-product", { ...facts, product: received.product }, field).refusal;
  if (received.season_agreement !== null && received.season_agreement !== season.agreement)
    return refused("settlement.delivery-other-season", facts, field).refusal;
  if (voided) return refused("settlement.delivery-voided", facts, field).refusal;
  if (received.mode === "not-taken") return refused("settlement.delivery-not-taken", facts, field).refusal;
  if (settledBy !== null)
    return refused("settlement.delivery-settled", { ...facts, statement: settledBy }, field).refusal;
  return null;
}

/** All readings that count, one for each measure: the newest result of a sample before the scale's own. */
export function readingsOf(handOver: HandOver): readonly StatementMeasurement[] {
  const found = new Map<string, StatementMeasurement>();
  const lists = [handOver.received?.measurements ?? [], ...handOver.samples.map((one) => one.measurements)];
  for (const list of lists as readonly (readonly Measured[])[])
    for (const { measure, value, method, instrument } of list)
      found.set(measure, { measure, value, method: method ?? null, instrument: instrument ?? null });
  return [...found.values()];
}

/** The hand-over as a price plan sees it. */
export function valuedDelivery(handOver: HandOver, readings: readonly StatementMeasurement[]): ValuedDelivery {
  const { received } = handOver;
  const measurements: Record<string, string> = {};
  for (const one of readings) measurements[one.measure] = one.value;
  return {
    id: handOver.id,
    day: received?.happened ?? "",
    bags: received?.bags ?? 0,
    grossGrams: received?.gross_g ?? 0n,
    tareGrams: received?.tare_g ?? 0n,
    measurements,
    ...(handOver.beside === undefined ? {} : { beside: handOver.beside }),
  };
}

/** What the paper says of the hand-over beside its figures. */
export const headingOf = (
  handOver: HandOver,
  readings: readonly StatementMeasurement[],
  plan: PlanInForce,
): Pick<StatementDelivery, "receipt" | "product" | "measurements" | "plan"> => ({
  receipt: handOver.received?.receipt ?? "",
  product: handOver.received?.product ?? "",
  measurements: readings,
  plan: { id: plan.plan, version: plan.version, code: plan.code },
});

const compiled = new WeakMap<object, Map<string, CompiledPlan>>();

/** A plan made ready for a grain, once for each version that is on the page. */
export function readyPlan(plan: PlanInForce, lineGrain: string): CompiledPlan {
  const byGrain = compiled.get(plan.body) ?? new Map<string, CompiledPlan>();
  compiled.set(plan.body, byGrain);
  const ready = byGrain.get(lineGrain) ?? compilePlan(plan.body, lineGrain);
  byGrain.set(lineGrain, ready);
  return ready;
}
