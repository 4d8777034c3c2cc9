/** Everything a screen of the hand-over shows, computed from its draft and from what is known here. */
import { standardUnit, type Unit } from "../../../../../kernel/quantity/index.ts";
import type { Day } from "../../../../../kernel/time/index.ts";
import { pointOn, scaleCheckedOn } from "../../../../../rooms/acopio/needs/points.ts";
import type { Weights } from "../../../../../rooms/acopio/rules/weights.ts";
import type { PointSheet, ScaleOfPoint } from "../../../../../rooms/acopio/said/point.ts";
import type { Measurement } from "../../../../../rooms/acopio/said.ts";
import { unitFor } from "../../../../../rooms/agreements/needs.ts";
import type { SeasonPolicy } from "../../../../../rooms/agreements/rules/season-policy.ts";
import { productsNamed } from "../../../../language/names.ts";
import type { Notation } from "../../../../language/notation.ts";
import type { FieldCore, Person } from "../../ports.ts";
import type { HandOverDraft } from "./rules/draft.ts";
import { type FirstPayment, firstPayment } from "./rules/first-payment.ts";
import { type GradedReading, gradedReadings, measurementsOf, type Verdict, verdictOf } from "./rules/grade.ts";
import { type HandOverTerms, handOverTerms } from "./rules/terms.ts";
import { type Tares, weightsIn } from "./rules/weigh.ts";

/** The point as it is known here, and the scale that is used. */
export type AtPoint = {
  readonly sheet: PointSheet | null;
  readonly products: readonly string[];
  readonly scale: ScaleOfPoint | null;
  readonly scaleChecked: string | null;
};

/** What a hand-over comes to so far. */
export type Facts = AtPoint & {
  readonly day: string;
  readonly person: Person;
  readonly terms: HandOverTerms;
  /** Kinds of containers of the season, with what they usually weigh. */
  readonly containers: SeasonPolicy["containers"];
  readonly tares: Tares;
  readonly unitOf: (code: string) => Unit;
  readonly weights: Weights;
  readonly readings: readonly GradedReading[];
  readonly measurements: readonly Measurement[];
  readonly verdict: Verdict;
  readonly payment: FirstPayment;
};

/** The point's sheet and scale. Of several scales the first that was checked today, else the first. */
export function atPoint(core: FieldCore, day: string): AtPoint {
  const sheet = core.ask(pointOn(core.place, day))?.sheet ?? null;
  const scales = (sheet?.scales ?? []).map((scale) => ({
    scale,
    on: core.ask(scaleCheckedOn(core.place, scale.scale)),
  }));
  const used = scales.find(({ on }) => on === day) ?? scales[0];
  return {
    sheet,
    products: sheet?.products ?? productsNamed,
    scale: used?.scale ?? null,
    scaleChecked: used?.on ?? null,
  };
}

/** Who stands there, as far as this telephone knows. */
export const personOf = (core: FieldCore, { agent, unknown }: HandOverDraft["who"]): Person =>
  core.person(agent) ?? { agent, name: unknown || null, number: null, community: null, standing: "not-a-member" };

const kilogram = standardUnit("kg") as Unit;

/** All facts of a draft. */
export function factsOf(core: FieldCore, draft: HandOverDraft, notation: Notation): Facts {
  const day = draft.paper?.day ?? core.today();
  const product = draft.product ?? "";
  const terms = core.ask(handOverTerms(product, day, draft.who.agent));
  const body = terms.plan?.body ?? null;
  const readings = gradedReadings(draft, terms.scheme?.body ?? null, body, notation);
  const measurements = measurementsOf(readings);
  const weights = weightsIn(draft);
  const containers = terms.season?.policy.containers ?? [];
  const byTable = new Map(containers.map((one) => [one.container, one.tare_g]));
  return {
    ...atPoint(core, day),
    day,
    person: personOf(core, draft.who),
    terms,
    containers,
    tares: (container) => {
      const grams = byTable.get(container);
      return grams === undefined ? null : BigInt(grams);
    },
    unitOf: (code) => standardUnit(code) ?? core.ask(unitFor(code, product, day as Day)) ?? kilogram,
    weights,
    readings,
    measurements,
    verdict: verdictOf(readings),
    payment: firstPayment(terms, { delivery: draft.delivery, day, weights, measurements, place: core.place }),
  };
}
