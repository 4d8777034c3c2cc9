/** What a settlement takes off a debt. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { write } from "../../../kernel/act/record.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { holdChange } from "../../people/needs.ts";
import { collecting } from "../needs.ts";
import { collection } from "../records.ts";

/** Whole line grains of the debt's currency, not negative. */
const grains = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,17})$/));
const says = z.strictObject({
  /** The id of an advance or of a credit. */
  debt: idSchema<"Debt">(),
  principal: grains,
  /** Interest collected, interest newly charged, and the months it was charged for: zero for an advance. */
  interest: grains,
  charged: grains,
  months: z.int().check(z.nonnegative(), z.maximum(1200)),
  day: daySchema,
});

/**
 * Collects from an advance or credit. Said by no person: only a settlement causes it, and its own entry makes the postings; this
 * changes what is still owed. Refused: `debt.only-by-settlement`, `debt.unknown`, `debt.more-than-owed` with what is owed.
 */
export const collectDebt: ActDeclaration = decision({
  kind: "debt.collect",
  version: 1,
  rules: 1,
  room: "finance",
  power: "close-settlement",
  says,
  needs: (said) => collecting(said.debt),
  follows: (said, known, { through, act }) => {
    if (through.way !== "cause") return refuse(refused("debt.only-by-settlement", { debt: said.debt }).refusal);
    const agent = known.credit?.agent ?? known.advance?.agent;
    if (agent === undefined) return refuse(refused("debt.unknown", { debt: said.debt }, "debt").refusal);
    const taken = {
      principal: BigInt(said.principal),
      interest: BigInt(said.interest),
      charged: BigInt(said.charged),
      months: said.months,
    };
    const owed =
      known.credit === null
        ? { principal: known.advanceOwed, interest: 0n }
        : { principal: known.state.principal, interest: known.state.interestOwed };
    const after = {
      principal: owed.principal - taken.principal,
      interest: owed.interest + taken.charged - taken.interest,
    };
    const tooMuch = excess(said.debt, owed, taken, after, known.credit !== null);
    if (tooMuch !== null) return refuse(tooMuch);
    const isOver = after.principal === 0n && after.interest === 0n;
    const wasOpen = owed.principal > 0n || owed.interest > 0n;
    return {
      records: [write(collection, { act, debt: said.debt, ...taken, on_day: said.day, cause: through.cause })],
      tallies: [
        ...(known.credit === null ? advanceChanges(said.debt, taken) : creditChanges(said.debt, taken)),
        ...(isOver && wasOpen ? [holdChange(agent, -1n)] : []),
      ],
    };
  },
});

type Sums = { readonly principal: bigint; readonly interest: bigint };
type Taken = Sums & { readonly charged: bigint; readonly months: number };

function excess(debt: string, owed: Sums, taken: Taken, after: Sums, bearsInterest: boolean): Refusal | null {
  const chargesAdvance = !bearsInterest && (taken.charged > 0n || taken.months > 0);
  if (after.principal >= 0n && after.interest >= 0n && !chargesAdvance) return null;
  const facts = {
    debt,
    principal: taken.principal.toString(),
    principalOwed: owed.principal.toString(),
    interest: taken.interest.toString(),
    interestOwed: (bearsInterest ? owed.interest + taken.charged : 0n).toString(),
  };
  return refused("debt.more-than-owed", facts).refusal;
}

const advanceChanges = (key: string, { principal }: Taken): readonly TallyChange[] => [
  { kind: "advance-owed", key, change: -principal },
];

const creditChanges = (key: string, taken: Taken): readonly TallyChange[] =>
  [
    { kind: "credit-principal-owed", key, change: -taken.principal },
    { kind: "credit-interest-owed", key, change: taken.charged - taken.interest },
    { kind: "credit-interest-paid", key, change: taken.interest },
    { kind: "credit-months-settled", key, change: BigInt(taken.months) },
  ].filter((one) => one.change !== 0n);
