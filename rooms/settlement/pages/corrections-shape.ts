/** What a corrected line says for people: what changed in it, from what to what, in the order in which a statement shows it. */

import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { CorrectedLine } from "../content/correction.ts";
import type { StatementContent, StatementDelivery } from "../content.ts";
import { moneyOf, worthOf } from "./statement-shape.ts";

/** The money of a statement. */
export type InMoney = Pick<StatementContent, "currency" | "grain">;

/** One thing that changed, in words; `after` is null where nothing stands there any more. */
export type Change = { readonly what: string; readonly before: string; readonly after: string };

/** Everything of a line that is not as it was. */
export function changesOf({ before, after }: CorrectedLine, content: InMoney, say: Say): readonly Change[] {
  const none = say("corrected.none");
  const all: Change[] = [
    {
      what: say("corrected.net-kilos"),
      before: say("value.figure", { value: kilogramsOf(before.net) }),
      after: after === null ? none : say("value.figure", { value: kilogramsOf(after.net) }),
    },
    ...readingChanges(before, after, say),
    ...priceChanges(before, after, say),
    ...unitPriceChanges(before, after, content, say),
    {
      what: say("corrected.value"),
      before: money(content, worthOf(before), say),
      after: after === null ? none : money(content, worthOf(after), say),
    },
  ];
  return all.filter((one) => one.before !== one.after);
}

/** What is left to be paid before coins: of the hand-overs, and what corrections give. */
export const payableOf = ({ subtotals, corrections }: StatementContent): bigint =>
  BigInt(subtotals.net) + BigInt(corrections?.paid ?? "0");

/** Money of the statement with its currency. */
export const money = (content: InMoney, grains: string | bigint, say: Say): string =>
  say("value.money-code", { value: moneyOf(content, grains), currency: content.currency });

function readingChanges(before: StatementDelivery, after: StatementDelivery | null, say: Say): readonly Change[] {
  if (after === null) return [];
  const then = new Map(before.measurements.map(({ measure, value }) => [measure, value]));
  const now = new Map(after.measurements.map(({ measure, value }) => [measure, value]));
  const shown = (value: string | undefined): string =>
    value === undefined ? say("corrected.none") : say("value.figure", { value });
  return [...new Set([...then.keys(), ...now.keys()])].map((measure) => ({
    what: wordOr("measure", measure, say),
    before: shown(then.get(measure)),
    after: shown(now.get(measure)),
  }));
}

function priceChanges(before: StatementDelivery, after: StatementDelivery | null, say: Say): readonly Change[] {
  const now = new Map((after?.prices ?? []).map((one) => [`${one.series}|${one.period}`, one.value]));
  return before.prices.flatMap(({ series, period, value }) => {
    const later = now.get(`${series}|${period}`);
    if (later === undefined) return [];
    return [
      {
        what: say("corrected.price-of", { series: wordOr("series", series, say), period }),
        before: say("value.figure", { value }),
        after: say("value.figure", { value: later }),
      },
    ];
  });
}

/** The price of a unit, of a hand-over that is paid by one line before and after. */
function unitPriceChanges(
  before: StatementDelivery,
  after: StatementDelivery | null,
  { currency }: InMoney,
  say: Say,
): readonly Change[] {
  const [then, now] = [before.lines[0], after?.lines[0]];
  if (then === undefined || now === undefined || before.lines.length + (after?.lines.length ?? 0) !== 2) return [];
  const shown = (value: string): string =>
    say("value.money-of", { value: value.includes("/") ? then.price : value, currency, places: "2" });
  if (then.price.includes("/") || now.price.includes("/")) return [];
  return [{ what: say("corrected.unit-price"), before: shown(then.price), after: shown(now.price) }];
}

/** How a corrected line is called: which line, of which day, under which receipt. */
export const lineName = ({ line, before }: CorrectedLine, say: Say): string =>
  say(before.receipt === "" ? "corrected.line-bare" : "corrected.line", {
    ...{ line: `${line}`, day: before.day, receipt: before.receipt },
  });

/** Why it is corrected, and what stands in its place. */
export function lineReasons({ reason, before, after }: CorrectedLine, say: Say): readonly string[] {
  const instead =
    after === null || after.id === before.id || after.receipt === ""
      ? []
      : [say("corrected.instead", { day: after.day, receipt: after.receipt })];
  return [say(`corrected.reason.${reason}`), ...instead];
}
