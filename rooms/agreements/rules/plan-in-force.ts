/** The version of a price plan that counts on a day. */
import type { PricePlan } from "./plan.ts";

/** A price plan and the version of it. */
export type PlanInForce = {
  readonly plan: string;
  readonly version: number;
  readonly code: string;
  readonly body: PricePlan;
};
