/** Cash that came to a point, left it, or was counted there. Facts: it lies in the box, or it does not. */
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, type Need, together } from "../../../kernel/act/need.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { type Amount, amountText, type CurrencyGrain, grainIn, positiveAmount } from "../../../kernel/money/index.ts";
import { question } from "../../../kernel/refusal.ts";
import { cashRole, countedBox, moved, moveRow, overdrawn, unreadable } from "../cash.ts";
import { arrivalsOf, cashAt, type Hold, holdOf } from "../needs/cash.ts";
import { cashMove } from "../records.ts";
import { onTheWayTo } from "../rules/cash.ts";
import { countFloatSaid, returnFloatSaid, type TopUpSaid, topUpSaid } from "../said/cash.ts";

type Lent = { readonly hold: Hold | null; readonly arrived: readonly Row<typeof cashMove>[] };

const lentUnder = (id: string | undefined): Need<Lent> =>
  id === undefined ? always({ hold: null, arrived: [] }) : together({ hold: holdOf(id), arrived: arrivalsOf(id) });

/** Whether this is the first arrival of a float lent to this very point in this currency. */
const isArrival = ({ hold, arrived }: Lent, said: TopUpSaid): boolean =>
  hold !== null &&
  hold.hold.kind === "cash" &&
  hold.hold.place === said.place &&
  hold.hold.currency === said.currency &&
  arrived.length === 0;

/**
 * Cash arrived at a point. A fact. Of a float that the office lent (`lent`) it is the arrival: a sum other than was lent is asked
 * about, and the difference is open. Of any other the cash is taken to come from the office's box, and the treasurer is asked.
 * Questions: `float.lent-otherwise`, `float.not-lent`, `float.unreadable`.
 */
export const topUpFloat: ActDeclaration = fact({
  kind: "float.top-up",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: topUpSaid,
  needs: (said) => ({ lent: lentUnder(said.lent) }),
  follows: (said, { lent }, context) => {
    const { place, currency } = said;
    const grain = grainIn(context.settings, currency);
    const amount = grain === null ? null : positiveAmount(said.amount, grain);
    const arrives = isArrival(lent, said);
    const office = said.from ?? null;
    const told = { ...said, office, hold: arrives ? (said.lent as string) : null };
    const records = [write(cashMove, moveRow("topped-up", told, amount, context))];
    if (grain === null || amount === null) return { records, questions: [unreadable(context.act, currency, place)] };
    const how = { act: context.act, on: said.on };
    if (arrives) return { records, ...arrival(said, (lent.hold as Hold).hold.amount, amount, grain, context) };
    return {
      records,
      entries: [moved("float.topped-up", place, { box: office }, amount, grain, how)],
      questions: [question("float.not-lent", cashRole, context.act, { place, amount: said.amount, currency })],
    };
  },
});

/** What was on its way has arrived, all of it or not. */
function arrival(
  { place, currency, on }: TopUpSaid,
  lent: bigint,
  amount: bigint,
  grain: CurrencyGrain,
  { act }: Context,
): PartsOfFollows {
  const entries = [moved("float.arrived", place, { box: onTheWayTo(place) }, lent, grain, { act, on })];
  const difference = amount - lent;
  if (difference === 0n) return { entries };
  const text = (sum: bigint): string => amountText(sum as Amount, grain);
  const facts = { place, lent: text(lent), received: text(amount), currency };
  return {
    entries: [...entries, moved("float.differs", place, null, difference, grain, { act, on })],
    questions: [question("float.lent-otherwise", cashRole, act, facts)],
  };
}

/** Cash left a point for the office's box. A fact. Questions: `float.overdrawn` (the book finds less there), `float.unreadable`. */
export const returnFloat: ActDeclaration = fact({
  kind: "float.return",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: returnFloatSaid,
  needs: (said, { settings }) => ({ box: cashAt(said.place, said.currency, settings) }),
  follows: (said, { box }, context) => {
    const { place, currency, on } = said;
    const grain = grainIn(context.settings, currency);
    const amount = grain === null ? null : positiveAmount(said.amount, grain);
    const office = said.to ?? null;
    const records = [write(cashMove, moveRow("returned", { ...said, office, hold: null }, amount, context))];
    if (grain === null || amount === null) return { records, questions: [unreadable(context.act, currency, place)] };
    return {
      records,
      entries: [moved("float.returned", place, { box: office }, -amount, grain, { act: context.act, on })],
      questions: overdrawn(box - amount, place, grain, context.act),
    };
  },
});

/** The box of a point was counted, at any hour. A fact. Questions: `float.differs`, `float.unreadable`. */
export const countFloat: ActDeclaration = fact({
  kind: "float.count",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: countFloatSaid,
  needs: (said, { settings }) => ({ box: cashAt(said.place, said.cash.currency, settings) }),
  follows: ({ cash, place, on, clock }, { box }, context) =>
    countedBox(cash, { place, moment: "between", on, clock }, box, context),
});
