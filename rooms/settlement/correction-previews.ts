/**
 * What would come of a settlement or a correction before it is decided: which hand-overs cannot be settled now and why, and what a
 * correction would make of a closed statement. By the rules and needs of the acts; nothing here is kept.
 */
import * as z from "zod/mini";
import { map, type Need } from "../../kernel/act/need.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import { grainIn } from "../../kernel/money/index.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import type { Day } from "../../kernel/time/index.ts";
import { computedView, type ViewAt } from "../../kernel/view.ts";
import { aboutPrice } from "../market/needs.ts";
import { make } from "./acts/composing.ts";
import { type NamedStatement, namedIn, wholeOf } from "./acts/whole.ts";
import { correctionReasons } from "./content/correction.ts";
import { askedCorrection } from "./needs/correction.ts";
import { type Materials, materialsFor, priceKey } from "./needs.ts";
import { deductionsOf } from "./rules/compose.ts";
import { unfitCorrection } from "./rules/correction/prepared.ts";
import { tried } from "./rules/correction/trial.ts";
import { planOn, pricesRead } from "./rules/plans-of-season.ts";

/** A lasting code with the facts of its case. */
const reason = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const reasonOf = ({ code, facts }: { readonly code: string; readonly facts: unknown }) => ({
  ...{ code, facts: { ...(facts as Refusal["facts"]) } },
});

const ids = z.string().check(z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,1999}$/));

/**
 * Of named hand-overs, given as ids with commas between, those that could not be settled today, each with the first reason: no price for
 * its day, no plan, a reading that is missing, a question about a price it reads. Hand-overs that can be settled are not in it.
 */
export const settlementHeld = computedView({
  name: "settlement.held",
  room: "settlement",
  question: "Which of these hand-overs cannot be settled now, and why?",
  asks: z.object({ season: z.uuid(), deliveries: ids }),
  askers: ["draft-settlement", "review-settlement", "close-settlement", "audit"],
  computed: ({ season, deliveries }, { today }) => heldAmong(season, deliveries.split(","), today),
  answer: z.extend(reason, { delivery: z.string() }),
});

const heldAmong = (season: string, deliveries: readonly string[], today: string) =>
  // Whose debts do not matter here: a hand-over's own id is nobody's.
  map(materialsFor(season, [{ agent: deliveries[0] ?? "", deliveries }], today as Day), (materials) =>
    materials === null ? [] : deliveries.flatMap((id) => heldOne(materials, id, today)),
  );

/** Why one hand-over cannot be settled by itself; none when it can. */
function heldOne(
  materials: Materials,
  delivery: string,
  today: string,
  agent = materials.handOvers.get(delivery)?.received?.member ?? "",
) {
  const how = { paidIn: "transfer", place: null, payDay: null } as const;
  const made = make(materials, { agent, deliveries: [delivery] }, how, today as Day);
  if (!made.ok) return [{ ...reasonOf(made.refusal), delivery }];
  const doubt = doubtOf(materials, delivery);
  return doubt === undefined ? [] : [{ ...reasonOf(doubt), delivery }];
}

/** A question that waits about the hand-over, or about a price that it reads. */
function doubtOf({ questions, plans, handOvers }: Materials, delivery: string) {
  const day = handOvers.get(delivery)?.received?.happened ?? "";
  const read = planOn(plans, day) === null ? [] : pricesRead(plans, [day]);
  const about = new Set([
    delivery,
    ...read.flatMap(({ series, periods }) => periods.map((period) => aboutPrice(series, period))),
  ]);
  return questions.find((one) => one.about !== null && about.has(one.about));
}

/**
 * A correction before it is decided. `said` is what the statement that settles it would say of it, as canonical JSON; null where it cannot
 * be, and `wrong` says why. `number` is the statement corrected.
 */
export const correctionPreview = computedView({
  name: "correction.preview",
  room: "settlement",
  question: "What would this correction make of the closed statement?",
  asks: z.object({ delivery: z.uuid(), reason: z.enum(correctionReasons), replacedBy: z.optional(z.uuid()) }),
  askers: ["review-settlement", "close-settlement", "audit"],
  computed: (asked, at) => previewed({ ...asked, correction: asked.delivery }, at),
  answer: z.object({
    number: z.nullable(z.string()),
    currency: z.nullable(z.string()),
    line_grain: z.nullable(z.string()),
    said: z.nullable(z.string()),
    /** The list of deductions that the statement names: it calls each by its name. */
    deductions: z.unknown(),
    wrong: z.nullable(reason),
  }),
});

type Previewed = {
  readonly number: string | null;
  readonly currency: string | null;
  readonly line_grain: string | null;
  readonly said: string | null;
  readonly deductions: unknown;
  readonly wrong: z.infer<typeof reason> | null;
};

const previewed = (asked: Parameters<typeof askedCorrection>[0], { settings }: ViewAt): Need<readonly Previewed[]> =>
  map(askedCorrection(asked), ({ known, prices }) => {
    const paper = known.closed?.paper;
    const of = {
      number: paper?.number ?? null,
      currency: paper?.currency ?? null,
      line_grain: paper?.grain.line ?? null,
      deductions: known.closed?.deductions ?? null,
    };
    const grain = grainIn(settings, paper?.currency ?? "");
    if (paper === undefined || grain === null) {
      const none = refused("correction.not-settled", { delivery: asked.delivery }).refusal;
      return [{ ...of, said: null, wrong: reasonOf(none) }];
    }
    const pricesNow = (series: string, period: string) => prices.get(priceKey(series, period)) ?? null;
    const found = tried(known, pricesNow, grain, (plan) => deductionsOf(plan, grain.line));
    return [
      found.ok
        ? { ...of, said: canonicalJson(found.value), wrong: null }
        : { ...of, said: null, wrong: reasonOf(found.refusal) },
    ];
  });

/** What an open draft names that cannot be closed as it stands, each with its reason: it may be left out, and the others go on. */
export const settlementHolding = computedView({
  name: "settlement.holding",
  room: "settlement",
  question: "What of this draft cannot be settled now, and why?",
  asks: z.object({ settlement: z.uuid() }),
  askers: ["draft-settlement", "review-settlement", "close-settlement", "audit"],
  computed: ({ settlement }, { today }) =>
    map(wholeOf(settlement, today), ({ draft, materials }) =>
      materials === null ? [] : namedIn(draft).flatMap((one) => holdingOf(one, materials, today)),
    ),
  answer: z.extend(reason, {
    /** A hand-over or a correction, and what is printed of the hand-over. */
    document: z.string(),
    statement: z.string(),
    receipt: z.nullable(z.string()),
    day: z.nullable(z.string()),
  }),
});

function holdingOf(
  { statement, agent, deliveries, corrections = [] }: NamedStatement,
  materials: Materials,
  today: string,
) {
  const of = (id: string) => {
    const received = materials.handOvers.get(id)?.received ?? null;
    return { document: id, statement, receipt: received?.receipt ?? null, day: received?.happened ?? null };
  };
  const ofDeliveries = deliveries.flatMap((id) =>
    heldOne(materials, id, today, agent).map(({ code, facts }) => ({ code, facts, ...of(id) })),
  );
  const ofCorrections = corrections.flatMap((id) => {
    const known = materials.corrections.known.get(id);
    const received = known?.handOver?.received ?? null;
    const about = new Set([known?.decided?.delivery, known?.decided?.replaced_by]);
    const doubt = materials.corrections.questions.find((one) => about.has(one.about ?? ""));
    const why = known === undefined ? null : (unfitCorrection(known, agent, "") ?? doubt ?? null);
    if (why === null) return [];
    return [
      {
        ...reasonOf(why),
        document: id,
        statement,
        receipt: received?.receipt ?? null,
        day: received?.happened ?? null,
      },
    ];
  });
  return [...ofDeliveries, ...ofCorrections];
}
