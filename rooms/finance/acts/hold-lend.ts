/** The office lends a point the collecting of debts. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { each, map, type Need, together } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { derivedUuid, idSchema } from "../../../kernel/ids.ts";
import { type Amount, amountText, grainIn, positiveAmount } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { daySchema, notNegativeSchema } from "../../../kernel/schema.ts";
import { holdsOfDebt } from "../../acopio/needs/cash.ts";
import { pointOn } from "../../acopio/needs/points.ts";
import { hold } from "../../acopio/records.ts";
import { isStillHeld } from "../../acopio/rules/holds.ts";
import { place } from "../../acopio/said.ts";
import { collecting } from "../needs.ts";

/** `upTo`: the most that the point may collect, decimal text; unsaid: all that is owed on the day of the lending. */
const says = z.strictObject({
  place,
  until: daySchema,
  debts: z
    .array(z.strictObject({ debt: idSchema<"Debt">(), upTo: z.optional(notNegativeSchema) }))
    .check(z.minLength(1), z.maxLength(500)),
});
type Said = z.infer<typeof says>;

/** What is known of a debt that is to be lent. `heldAt`: the point that holds it already. */
type Lendable = {
  readonly owner: { readonly agent: string; readonly currency: string } | null;
  readonly owed: bigint;
  readonly heldAt: string | null;
};

const lendable = (debt: string, today: string): Need<Lendable> =>
  map(
    together({ ...collecting(debt), holds: holdsOfDebt(debt) }),
    ({ advance, advanceOwed, credit, state, holds }): Lendable => ({
      owner: credit ?? advance,
      owed: credit === null ? advanceOwed : state.principal + state.interestOwed,
      heldAt: holds.find((one) => isStillHeld(one.hold, one.ended, today))?.hold.place ?? null,
    }),
  );

/** The name of the hold of one debt in an act. */
const holdIn = (act: string, debt: string): string => derivedUuid(`${act}:${debt}`);

/**
 * Lends a point the collecting of debts, each up to an amount, until a day: from now on the point alone collects them so far, also
 * without a signal, and the office's own statements leave that much alone. A decision of whoever pays. All of them or none.
 * Codes: `point.unknown`, `hold.day-past`, `hold.debt-unknown`, `hold.debt-twice`, `hold.debt-held` (another hold still runs),
 * `hold.amount-unreadable`, `hold.more-than-owed`.
 */
export const lendHold: ActDeclaration = decision({
  kind: "hold.lend",
  version: 1,
  rules: 1,
  room: "finance",
  power: "pay",
  says,
  needs: (said, { today }) => ({
    point: pointOn(said.place, today),
    debts: each(said.debts.map(({ debt }) => lendable(debt, today))),
  }),
  follows: (said, { point, debts }, { act, by, today, settings }): PartsOfFollows | Refused => {
    const wrong: Refusal[] = [];
    const { place: at, until } = said;
    if (point === null) wrong.push(refused("point.unknown", { place: at }, "place").refusal);
    if (until < today) wrong.push(refused("hold.day-past", { until, today }, "until").refusal);
    const lent = said.debts.map((one, order) => {
      const known = debts[order] as Lendable;
      const amount = amountLent(one, known, settings);
      const isTwice = said.debts.findIndex((other) => other.debt === one.debt) !== order;
      const fault = isTwice
        ? refused("hold.debt-twice", { debt: one.debt }).refusal
        : faultOf(one, known, amount, settings);
      if (fault !== null) wrong.push({ ...fault, field: `debts.${order}` });
      return { id: holdIn(act, one.debt), debt: one.debt, owner: known.owner, amount: amount ?? 0n };
    });
    if (wrong.length > 0) return refuse(...wrong);
    return {
      records: lent.map(({ id, debt, owner, amount }) =>
        write(hold, {
          hold: id,
          kind: "debt",
          place: at,
          debt,
          agent: owner?.agent ?? null,
          currency: owner?.currency ?? "",
          amount,
          since: today,
          until,
          by_agent: by,
        }),
      ),
      tallies: lent.map(({ id, amount }) => ({ kind: "hold-left", key: id, change: amount })),
    };
  },
});

type Settings = Parameters<typeof grainIn>[0];

function amountLent({ upTo }: Said["debts"][number], { owner, owed }: Lendable, settings: Settings): bigint | null {
  if (upTo === undefined) return owed;
  const grain = owner === null ? null : grainIn(settings, owner.currency);
  return grain === null ? null : positiveAmount(upTo, grain);
}

function faultOf(
  { debt, upTo }: Said["debts"][number],
  { owner, owed, heldAt }: Lendable,
  amount: bigint | null,
  settings: Settings,
): Refusal | null {
  if (owner === null) return refused("hold.debt-unknown", { debt }).refusal;
  if (heldAt !== null) return refused("hold.debt-held", { debt, place: heldAt }).refusal;
  if (amount === null)
    return refused("hold.amount-unreadable", { amount: upTo ?? null, currency: owner.currency }).refusal;
  const grain = grainIn(settings, owner.currency);
  const text = (sum: bigint): string => (grain === null ? `${sum}` : amountText(sum as Amount, grain));
  if (amount === 0n || amount > owed)
    return refused("hold.more-than-owed", { debt, amount: text(amount), owed: text(owed) }).refusal;
  return null;
}
