/** What acts may ask of cash: what lies in a box, what is lent to a point and on its way there. */
import type { Context } from "../../../kernel/act/declaration.ts";
import { always, andThen, each, map, type Need, row, rows, tally, together } from "../../../kernel/act/need.ts";
import type { Row } from "../../../kernel/act/record.ts";
import { boxKey, boxTally } from "../../../kernel/ledger/balance.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type CurrencyGrain, grainIn } from "../../../kernel/money/index.ts";
import { cashMove, hold, holdEnd } from "../records.ts";
import { isStillHeld, wasHeldOn } from "../rules/holds.ts";

/** A hold with its end, if it has come before its day. */
export type Hold = { readonly hold: Row<typeof hold>; readonly ended: Row<typeof holdEnd> | null };

type Settings = { readonly currencies: readonly CurrencyGrain[] } | null;

/** What lies in the box of a place, in whole line grains; zero in a currency that the book does not keep. */
export function cashAt(place: string | null, currency: string, settings: Settings): Need<bigint> {
  const grain = grainIn(settings, currency);
  return grain === null ? always(0n) : tally(boxTally, boxKey(place, moneyOf(grain.currency, grain.line)));
}

const withEnd = (found: Row<typeof hold>): Need<Hold> =>
  map(row(holdEnd, found.hold), (ended) => ({ hold: found, ended }));

/** A hold by its id; null when nothing was lent under it. */
export const holdOf = (id: string): Need<Hold | null> =>
  andThen(row(hold, id), (found) => (found === null ? always(null) : withEnd(found)));

/** Everything that was ever lent to a point, in the order it was lent. */
export const holdsOf = (place: string): Need<readonly Hold[]> =>
  andThen(rows(hold, "byPlace", [place]), (found) => each(found.map(withEnd)));

/** Everything that was ever lent of a debt. */
export const holdsOfDebt = (debt: string): Need<readonly Hold[]> =>
  andThen(rows(hold, "byDebt", [debt]), (found) => each(found.map(withEnd)));

/** Key of the tally `hold-left`: what a point may still collect under a hold of a debt, in whole line grains. */
export const holdLeft = (id: string): Need<bigint> => tally("hold-left", id);

/** Whether a point held a float in a currency on the day of an event. */
export const cashHeldOn = (place: string, currency: string, day: string): Need<boolean> =>
  map(holdsOf(place), (holds) =>
    holds.some(({ hold: { kind, currency: of, ...days }, ended }) =>
      kind === "cash" && of === currency ? wasHeldOn(days, ended, day) : false,
    ),
  );

/** Until which day a point holds a float that the office must leave alone; null when it holds none. */
export const floatHeldUntil = (place: string, today: string): Need<string | null> =>
  map(holdsOf(place), (holds) => {
    const days = holds.flatMap(({ hold: one, ended }) =>
      one.kind === "cash" && isStillHeld(one, ended, today) ? [one.until] : [],
    );
    return days.sort().at(-1) ?? null;
  });

/** Until when a point holds the box that the office paid from; null when it holds none, or the point paid itself. */
export const boxHeldByPoint = (
  said: { readonly paidIn: string; readonly place?: string | undefined },
  { through, today }: Pick<Context, "through" | "today">,
): Need<string | null> =>
  said.paidIn === "cash" && said.place !== undefined && through.way !== "device"
    ? floatHeldUntil(said.place, today)
    : always(null);

/** The top-ups by which a point said that something lent has arrived: usually one, none while it is on its way. */
export const arrivalsOf = (id: string): Need<readonly Row<typeof cashMove>[]> =>
  map(rows(cashMove, "byHold", [id]), (moves) => moves.filter((one) => one.way === "topped-up"));

/** Floats lent to a point that it has not said to have received: what its screen asks for. */
export const floatsOnTheWay = (place: string): Need<readonly Hold[]> =>
  andThen(holdsOf(place), (holds) => {
    const lent = holds.filter(({ hold: one }) => one.kind === "cash");
    return map(each(lent.map((one) => together({ arrived: arrivalsOf(one.hold.hold) }))), (found) =>
      lent.filter((_, at) => found[at]?.arrived.length === 0),
    );
  });
