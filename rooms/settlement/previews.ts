/**
 * What a settlement would come to if it were closed now: by the same rules and from the same needs as the review and the closing,
 * so that what is seen before is what is decided. Nothing here is kept.
 */
import * as z from "zod/mini";
import { always, andThen, map, together } from "../../kernel/act/need.ts";
import { reached } from "../../kernel/act/record.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { Day } from "../../kernel/time/index.ts";
import { computedView, type ViewAt } from "../../kernel/view.ts";
import { contentOf, type Made, make, makeAll } from "./acts/composing.ts";
import { howOf, type NamedStatement, namedIn, wholeOf } from "./acts/whole.ts";
import { draftedIn, type Materials, materialsFor, settlementHeading } from "./needs.ts";
import { figuresOf, sumsOf, totalsOf, totalsText } from "./rules/compose.ts";

const askers = ["draft-settlement", "review-settlement", "close-settlement", "audit"];

/** Why something cannot be composed: a lasting code with the facts of its case. */
const reason = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const reasonOf = ({ code, facts }: Pick<Refusal, "code" | "facts">) => ({ code, facts: { ...facts } });

/** A deduction that was asked for and not taken whole, in whole line grains: by which cap, or because nothing was left. */
const heldLine = z.object({ code: z.string(), asked: z.string(), taken: z.string(), by: z.string() });

const heldIn = ({ composed }: Made) =>
  composed.statement.deductions.flatMap(({ code, asked, amount, heldBy }) =>
    heldBy === null ? [] : [{ code, asked: `${asked}`, taken: `${amount}`, by: heldBy }],
  );

/** Questions that wait about what a statement names, or about a price that it reads. */
const questionsIn = (materials: Materials) =>
  materials.questions.map((one) => ({ ...reasonOf(one as Pick<Refusal, "code" | "facts">), about: one.about ?? "" }));

/**
 * Drafted statements as they would come out today. `statements` are their ids with commas between, at most a hundred: a page of a
 * list. Amounts are whole line grains of the plan's currency as text; of one that cannot be composed only the reason is told.
 */
export const settlementPreview = computedView({
  name: "settlement.preview",
  room: "settlement",
  question: "What would these statements come to if the settlement were closed now?",
  asks: z.object({
    settlement: z.uuid(),
    statements: z.string().check(z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/)),
  }),
  askers,
  computed: ({ settlement, statements }, { today }) =>
    andThen(
      together({ heading: settlementHeading(settlement), drafted: draftedIn(settlement, statements.split(",")) }),
      ({ heading, drafted }) => {
        const named = namedIn(drafted);
        if (heading === null) return always([]);
        return map(materialsFor(heading.season, named, today as Day), (materials) =>
          materials === null ? [] : named.map((one) => previewOf(materials, one, howOf(heading), today)),
        );
      },
    ),
  answer: z.object({
    statement: z.string(),
    agent: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    value: z.string(),
    deducted: z.string(),
    net: z.string(),
    paid: z.string(),
    held: z.array(heldLine),
    wrong: z.nullable(reason),
    questions: z.array(reason),
  }),
});

function previewOf(materials: Materials, named: NamedStatement, how: ReturnType<typeof howOf>, today: string) {
  const result = make(materials, named, how, today as Day);
  const about = new Set(named.deliveries);
  const waiting = materials.questions.filter(({ about: one }) => one !== null && about.has(one));
  const common = {
    statement: named.statement,
    agent: named.agent,
    currency: materials.grain?.currency ?? "",
    line_grain: materials.grain?.line ?? "1",
    questions: waiting.map((one) => reasonOf(one as Pick<Refusal, "code" | "facts">)),
  };
  if (!result.ok)
    return { ...common, value: "0", deducted: "0", net: "0", paid: "0", held: [], wrong: reasonOf(result.refusal) };
  const { value, deducted, net, paid } = sumsOf(result.value.composed);
  const sums = { value: `${value}`, deducted: `${deducted}`, net: `${net}`, paid: `${paid}` };
  return { ...common, ...sums, held: heldIn(result.value), wrong: null };
}

/** What was deducted in all under one code: asked for, taken, and to which account it goes. */
const deducted = z.object({
  code: z.string(),
  to: z.string(),
  asked: z.string(),
  taken: z.string(),
  lines: z.string(),
});

/**
 * The whole settlement as it would come out today: totals to be seen before a review, what each deduction takes in all, everything
 * that stands in the way (up to fifty reasons of each kind), and whether a figure is another than at the review.
 */
export const settlementTotals = computedView({
  name: "settlement.totals",
  room: "settlement",
  question: "What would the whole settlement come to now, and what stands in the way of closing it?",
  asks: z.object({ settlement: z.uuid() }),
  askers,
  computed: ({ settlement }, at) =>
    map(wholeOf(settlement, at.today), ({ draft, materials }) =>
      draft.settlement === null || materials === null
        ? []
        : [totalsNow(materials, namedIn(draft), howOf(draft.settlement), reached(draft.stages)?.totals, at)],
    ),
  answer: z.object({
    currency: z.string(),
    line_grain: z.string(),
    totals: z.record(z.string(), z.string()),
    rounding: z.string(),
    deductions: z.array(deducted),
    held: z.string(),
    wrong: z.array(reason),
    questions: z.array(z.extend(reason, { about: z.string() })),
    changed: z.boolean(),
  }),
});

function totalsNow(
  materials: Materials,
  named: readonly NamedStatement[],
  how: ReturnType<typeof howOf>,
  reviewed: unknown,
  { today }: ViewAt,
) {
  const { made, wrong } = makeAll(materials, named, how, today as Day);
  const composed = made.map((one) => one.composed);
  const totals = totalsOf(composed);
  const figures = (reviewed as { readonly figures?: unknown } | null | undefined)?.figures;
  return {
    currency: materials.grain?.currency ?? "",
    line_grain: materials.grain?.line ?? "1",
    totals: totalsText(totals),
    rounding: `${totals.paid - totals.net}`,
    deductions: deductedIn(made),
    held: `${made.filter((one) => heldIn(one).length > 0).length}`,
    wrong: wrong.map(reasonOf),
    questions: questionsIn(materials).slice(0, 50),
    changed: figures !== undefined && figures !== figuresOf(composed),
  };
}

function deductedIn(made: readonly Made[]) {
  const sums = new Map<string, { code: string; to: string; asked: bigint; taken: bigint; lines: bigint }>();
  for (const { composed } of made)
    for (const { code, to, asked, amount } of composed.statement.deductions) {
      const sum = sums.get(code) ?? { code, to, asked: 0n, taken: 0n, lines: 0n };
      sums.set(code, {
        code,
        to,
        asked: sum.asked + asked,
        taken: sum.taken + amount,
        lines: sum.lines + 1n,
      });
    }
  return [...sums.values()].map(({ code, to, asked, taken, lines }) => ({
    code,
    to,
    asked: `${asked}`,
    taken: `${taken}`,
    lines: `${lines}`,
  }));
}

/** The whole content of one drafted statement as its paper would keep it; its number is given at the closing and is empty here. */
export const statementPreview = computedView({
  name: "statement.preview",
  room: "settlement",
  question: "What would this statement say if the settlement were closed now?",
  asks: z.object({ settlement: z.uuid(), statement: z.uuid() }),
  askers,
  computed: ({ settlement, statement }, at) =>
    andThen(
      together({ heading: settlementHeading(settlement), drafted: draftedIn(settlement, [statement]) }),
      ({ heading, drafted }) => {
        const named = namedIn(drafted);
        const [one] = named;
        if (heading === null || one === undefined) return always([]);
        return map(materialsFor(heading.season, named, at.today as Day), (materials) =>
          materials === null ? [] : [wholePreview(materials, one, howOf(heading), at)],
        );
      },
    ),
  answer: z.object({
    agent: z.string(),
    /** Canonical JSON, `StatementContent`; null when it cannot be composed, and `wrong` says why. */
    content: z.nullable(z.string()),
    plans: z.array(z.object({ plan: z.string(), version: z.int(), body: z.unknown() })),
    deductions: z.unknown(),
    wrong: z.nullable(reason),
    questions: z.array(z.extend(reason, { about: z.string() })),
  }),
});

function wholePreview(materials: Materials, named: NamedStatement, how: ReturnType<typeof howOf>, at: ViewAt) {
  const made = make(materials, named, how, at.today as Day);
  const plans = materials.plans.map(({ plan, version, body }) => ({ plan, version, body }));
  const { deductions } = materials.season.policy;
  const common = { agent: named.agent, plans, deductions, questions: questionsIn(materials) };
  if (!made.ok) return { ...common, content: null, wrong: reasonOf(made.refusal) };
  const content = contentOf(made.value, materials, how, "", { ...at, closedUntil: null });
  return { ...common, content: canonicalJson(content), wrong: null };
}
