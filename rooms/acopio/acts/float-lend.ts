/** The office lends a point cash, and takes back what it lent. */
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { write } from "../../../kernel/act/record.ts";
import { grainIn, positiveAmount } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { moved, moveRow } from "../cash.ts";
import { holdOf } from "../needs/cash.ts";
import { pointOn } from "../needs/points.ts";
import { cashMove, hold, holdEnd } from "../records.ts";
import { onTheWayTo } from "../rules/cash.ts";
import { endHoldSaid, lendFloatSaid } from "../said/cash.ts";

/**
 * The office lends a point cash, which the point alone may spend until a day. A decision of whoever pays. The cash leaves the office's
 * box at once and is on its way until the point says that it has arrived (`float.top-up`). The hold has the act's own id.
 * Codes: `point.unknown`, `point.pays-no-cash`, `hold.day-past`, `float.currency-unknown`, `float.amount-unreadable`, `float.same-box`.
 */
export const lendFloat: ActDeclaration = decision({
  kind: "float.lend",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "pay",
  says: lendFloatSaid,
  needs: (said, { today }) => ({ point: pointOn(said.place, today) }),
  weighs: ({ amount, currency }) => ({ amounts: [{ amount, currency, field: "amount" }] }),
  follows: (said, { point }, context): PartsOfFollows | Refused => {
    const { act, by, today, settings } = context;
    const { place, currency, until } = said;
    const wrong: Refusal[] = [];
    if (point === null) wrong.push(refused("point.unknown", { place }, "place").refusal);
    if (point?.sheet.paysCash === false) wrong.push(refused("point.pays-no-cash", { place }, "place").refusal);
    if (until < today) wrong.push(refused("hold.day-past", { until, today }, "until").refusal);
    if (said.from === place) wrong.push(refused("float.same-box", { place }, "from").refusal);
    const grain = grainIn(settings, currency);
    const amount = grain === null ? null : positiveAmount(said.amount, grain);
    if (grain === null) wrong.push(refused("float.currency-unknown", { currency }, "currency").refusal);
    else if (amount === null)
      wrong.push(refused("float.amount-unreadable", { amount: said.amount, currency }, "amount").refusal);
    if (wrong.length > 0 || grain === null || amount === null) return refuse(...wrong);
    const office = said.from ?? null;
    const lent = { hold: act, kind: "cash", place, debt: null, agent: null, currency, amount };
    return {
      records: [
        write(hold, { ...lent, since: today, until, by_agent: by }),
        write(cashMove, moveRow("lent", { ...said, office, hold: act, on: today }, amount, context)),
      ],
      entries: [moved("float.lent", onTheWayTo(place), { box: office }, amount, grain, { act, on: today })],
    };
  },
});

/**
 * Ends a hold before its day: from now on the office may spend and collect what was lent. A decision. What the point did on its
 * days until today stands. Codes: `hold.unknown`, `hold.ended-already`.
 */
export const endHold: ActDeclaration = decision({
  kind: "hold.end",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "pay",
  says: endHoldSaid,
  needs: (said) => ({ found: holdOf(said.hold) }),
  follows: (said, { found }, { by, today }): PartsOfFollows | Refused => {
    if (found === null) return refuse(refused("hold.unknown", { hold: said.hold }, "hold").refusal);
    if (found.ended !== null) return refuse(refused("hold.ended-already", { hold: said.hold }, "hold").refusal);
    return { records: [write(holdEnd, { hold: said.hold, reason: said.reason, by_agent: by, on_day: today })] };
  },
});
