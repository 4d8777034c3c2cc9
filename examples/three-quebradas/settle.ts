/** Settlements of the example: drafted by a clerk, reviewed by the treasurer, closed by the manager, paid in cash and by transfer. */
import { addDays, type Day } from "../../kernel/time/index.ts";
import type { Calendar } from "./calendar.ts";
import { toldOf } from "./families.ts";
import type { HandOver } from "./harvest.ts";
import type { Crop } from "./real-prices.ts";
import type { Telling } from "./telling.ts";

/** One settlement: which hand-overs it takes, when it is closed and when paid; `uncollected` names who has not come for the money. */
type Period = {
  readonly of: string;
  readonly title: string;
  readonly crop: Crop;
  readonly season: "past" | "now";
  readonly from: Day;
  readonly until: Day;
  readonly closed: Day;
  /** One in three is paid in cash at the point, the others to their account; or all by transfer. */
  readonly paid: "cash" | "transfer";
  readonly uncollected?: string;
};

const clerk = { role: "clerk" } as const;
const treasurer = { role: "treasurer" } as const;
const manager = { role: "manager" } as const;

const periodsOf = ({ past, now }: Calendar): readonly Period[] => {
  const middle = addDays(past.from, 72);
  const later = addDays(now.from, 55);
  const coffee = { crop: "coffee", paid: "cash" } as const;
  const cocoa = { crop: "cocoa", paid: "transfer" } as const;
  return [
    {
      ...coffee,
      of: "coffee past 1",
      title: `Café ${past.code}, primer corte`,
      season: "past",
      from: past.from,
      until: middle,
      closed: addDays(middle, 8),
    },
    {
      ...coffee,
      of: "coffee past 2",
      title: `Café ${past.code}, segundo corte`,
      season: "past",
      from: addDays(middle, 1),
      until: past.until,
      closed: addDays(past.until, 8),
    },
    {
      ...cocoa,
      of: "cocoa past",
      title: `Cacao ${past.code}`,
      season: "past",
      from: past.from,
      until: past.until,
      closed: addDays(past.until, 10),
    },
    {
      ...coffee,
      of: "coffee now 1",
      title: `Café ${now.code}, primer corte`,
      season: "now",
      from: now.from,
      until: later,
      closed: addDays(later, 7),
      uncollected: toldOf.uncollected,
    },
    {
      ...cocoa,
      of: "cocoa now 1",
      title: `Cacao ${now.code}, primer corte`,
      season: "now",
      from: now.from,
      until: later,
      closed: addDays(later, 11),
    },
  ];
};

/** The statements of a settlement: one for each person, with the hand-overs in their order. */
const statementsOf = (telling: Telling, of: string, taken: readonly HandOver[]) =>
  [...Map.groupBy(taken, ({ by }) => by)].map(([by, own]) => ({
    statement: telling.id(`statement ${of} ${by}`),
    agent: telling.id(by),
    deliveries: own.map((one) => telling.id(`delivery ${one.of}`)),
  }));

/** Drafts a settlement of these hand-overs. */
function drafts(
  telling: Telling,
  what: Pick<Period, "of" | "title" | "crop" | "season" | "paid">,
  taken: readonly HandOver[],
  day: Day,
  payDay: Day,
): void {
  const says = {
    settlement: telling.id(`settlement ${what.of}`),
    season: telling.id(`season ${what.crop} ${what.season}`),
    title: what.title,
    paidIn: what.paid,
    ...(what.paid === "cash" ? { place: "Quebrada Dos" } : {}),
    payDay,
    statements: statementsOf(telling, what.of, taken),
  };
  telling.say(clerk, { day, clock: "16:00" }, "settlement.draft", says);
}

function pays(telling: Telling, { of, closed, paid, uncollected }: Period, members: readonly string[]): void {
  const settlement = telling.id(`settlement ${of}`);
  const day = addDays(closed, 3);
  const statement = (by: string): string => telling.id(`statement ${of} ${by}`);
  const absent = uncollected === undefined ? [] : [statement(`member ${uncollected}`)];
  const byAccount = members.filter((_, at) => at % 3 !== 2).map(statement);
  const say = (paidIn: string, clock: string, except: readonly string[]): void =>
    telling.say(treasurer, { day, clock }, "settlement.pay", {
      settlement,
      paidIn,
      on: day,
      except,
      ...(paidIn === "cash" ? { place: "Quebrada Dos" } : {}),
    });
  if (paid === "cash") say("cash", "10:00", [...byAccount.filter((one) => !absent.includes(one)), ...absent]);
  say("transfer", "15:00", absent);
}

/** Settles the closed periods, then drafts the one that waits for its review. `held` names hand-overs that wait for an answer. */
export function tellsSettlements(
  telling: Telling,
  calendar: Calendar,
  handOvers: readonly HandOver[],
  held: ReadonlySet<string>,
): void {
  const fit = handOvers.filter(({ of }) => !held.has(of));
  const takenBy = ({ crop, season, from, until }: Pick<Period, "crop" | "season" | "from" | "until">) =>
    fit.filter((one) => one.crop === crop && one.season === season && from <= one.day && one.day <= until);
  for (const period of periodsOf(calendar)) {
    const { of, closed } = period;
    const taken = takenBy(period);
    drafts(telling, period, taken, addDays(closed, -1), addDays(closed, 3));
    const settlement = telling.id(`settlement ${of}`);
    telling.say(treasurer, { day: closed, clock: "09:30" }, "settlement.review", { settlement });
    telling.say(manager, { day: closed, clock: "11:00" }, "settlement.close", { settlement });
    pays(telling, period, [...new Set(taken.map(({ by }) => by))]);
  }
  const { now, firstDay } = calendar;
  const waiting = { crop: "coffee", season: "now", from: addDays(now.from, 56), until: addDays(firstDay, -6) } as const;
  const draft = { ...waiting, of: "coffee now 2", title: `Café ${now.code}, segundo corte`, paid: "cash" } as const;
  drafts(telling, draft, takenBy(waiting), addDays(firstDay, -1), addDays(firstDay, 4));
}
