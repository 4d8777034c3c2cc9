/** What the book begins with, advances in cash, and inputs lent against the harvest, in both seasons. */
import { addDays, addMonths, type Day } from "../../kernel/time/index.ts";
import type { Calendar } from "./calendar.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Member, type Register, toldOf } from "./families.ts";
import type { Telling } from "./telling.ts";

const treasurer = { role: "treasurer" } as const;
/** The receipt of the worked example's advance; the others are numbered around it. */
const workedReceipt = 871;

type Advance = { readonly of: string; readonly member: string; readonly amount: string; readonly day: Day };

/** Members who grow coffee, in another order each time; without those whose figures a story fixes. */
const growers = (chance: Chance, { families }: Register): readonly Member[] => {
  const fixed: readonly string[] = [toldOf.sevenSacks, toldOf.overdue, toldOf.waiting];
  return chance
    .shuffled(families.filter(({ plots }) => plots[0]?.crop === "coffee"))
    .map(({ members }) => members[0] as Member)
    .filter(({ number }) => !fixed.includes(number));
};

function advances(chance: Chance, { past, now, firstDay }: Calendar, register: Register): readonly Advance[] {
  const some = (season: string, count: number, from: Day, days: number): readonly Advance[] =>
    growers(chance, register)
      .slice(0, count)
      .map(({ of, number }) => ({
        of: `advance ${season} ${number}`,
        member: of,
        amount: `${chance.between(4, 16) * 50_000}`,
        day: addDays(from, chance.below(days)),
      }));
  const worked = { of: "advance 0131", member: "member 0131", amount: "1500000", day: addDays(firstDay, -21) };
  return [
    ...some("past", 12, addDays(past.from, 10), 40),
    ...some("now", 9, addDays(now.from, 5), 20),
    ...some("lately", 4, addDays(firstDay, -24), 18),
    worked,
  ];
}

/** Gives advances, in the order of their days; each receipt has the next number. */
export function tellsAdvances(telling: Telling, seed: string, calendar: Calendar, register: Register): void {
  const given = [...advances(chanceOf(seed, "advances"), calendar, register)].sort((a, b) =>
    `${a.day}${a.of}` < `${b.day}${b.of}` ? -1 : 1,
  );
  const worked = given.findIndex(({ of }) => of === "advance 0131");
  for (const [at, { of, member, amount, day }] of given.entries()) {
    const receipt = `RC-${`${workedReceipt + at - worked}`.padStart(6, "0")}`;
    const says = {
      advance: telling.id(of),
      agent: telling.id(member),
      amount,
      currency: "COP",
      day,
      mode: "cash",
      place: "Quebrada Dos",
      receipt,
    };
    telling.say(treasurer, { day, clock: "14:00" }, "advance.give", says);
  }
}

/** Fertiliser as it is lent, and what it costs in the shop for cash, so that nothing hides in the price. Made up. */
const fertiliser = { input: "Abono 17-6-18-2", unit: "bulto de 50 kg", price: "146000", cashPrice: "143000" };

/** What is lent to whom, in sacks of fertiliser. */
const lent = (telling: Telling, of: string, member: string, sacks: number, start: Day, due: Day) => ({
  credit: telling.id(of),
  agent: telling.id(member),
  principal: `${sacks * 146_000}`,
  currency: "COP",
  ratePerMonth: "1.5",
  method: "simple-monthly",
  start,
  due,
  purpose: "Abono",
  items: [{ ...fertiliser, quantity: `${sacks}` }],
});

/** The treasurer proposes a credit, and the manager signs it half an hour later: two people, by the book's matrix of powers. */
function lends(telling: Telling, of: string, says: { readonly start: Day }): void {
  const as = `grant ${of}`;
  telling.say(treasurer, { day: says.start, clock: "15:00" }, "input-credit.grant", says, { as });
  telling.say({ role: "manager" }, { day: says.start, clock: "15:30" }, "proposal.sign", {
    proposal: telling.id(`act ${as}`),
  });
}

/**
 * Lends inputs before each season; interest is collected by its settlements. Member 0129 took more than a harvest repays, and the
 * credit of member 0107 was proposed yesterday and waits for the manager.
 */
export function tellsCredits(
  telling: Telling,
  seed: string,
  { past, now, firstDay }: Calendar,
  register: Register,
): void {
  const chance = chanceOf(seed, "credits");
  const before = addDays(past.from, -6);
  for (const { of, number } of growers(chance, register).slice(0, 8))
    lends(
      telling,
      `credit past ${number}`,
      lent(telling, `credit past ${number}`, of, chance.between(4, 9), before, addDays(past.until, 30)),
    );
  lends(
    telling,
    "credit overdue",
    lent(telling, "credit overdue", `member ${toldOf.overdue}`, 18, before, addDays(past.until, 30)),
  );
  for (const { of, number } of growers(chance, register).slice(0, 7))
    lends(
      telling,
      `credit now ${number}`,
      lent(telling, `credit now ${number}`, of, chance.between(4, 9), addDays(now.from, -8), addDays(firstDay, 120)),
    );
  const yesterday = addDays(firstDay, -1);
  const waits = lent(telling, "credit waiting", `member ${toldOf.waiting}`, 5, yesterday, addDays(firstDay, 150));
  telling.say(treasurer, { day: yesterday, clock: "15:00" }, "input-credit.grant", waits);
  const start = addMonths(firstDay, -4);
  const worked = {
    credit: telling.id("credit 0131"),
    agent: telling.id("member 0131"),
    principal: "1800000",
    currency: "COP",
    ratePerMonth: "1.5",
    method: "simple-monthly",
    start,
    due: addMonths(firstDay, 4),
    purpose: "Abono",
  };
  lends(telling, "credit 0131", worked);
}

/**
 * What there is when the book begins: money in the box and the bank, and each member's shares. The money stands for a harvest loan
 * and last year's sales, which a book cannot say yet.
 */
export function tellsOpening(telling: Telling, seed: string, { opened }: Calendar, { families, left }: Register): void {
  const chance = chanceOf(seed, "opening");
  const at = { day: addDays(opened, 9), clock: "11:00" };
  const money = { currency: "COP", on: opened };
  telling.say(treasurer, at, "opening.cash", { ...money, account: "cash", place: "Quebrada Dos", amount: "260000000" });
  telling.say(treasurer, at, "opening.cash", { ...money, account: "bank", amount: "520000000" });
  for (const { of } of [...families.flatMap(({ members }) => members), left])
    telling.say(treasurer, at, "opening.member", {
      ...money,
      agent: telling.id(of),
      shares: `${chance.between(6, 30) * 25_000}`,
    });
}
