/** The stories of the example that do not follow from the harvest by themselves. README.md of this folder says where each is seen. */
import { addDays } from "../../kernel/time/index.ts";
import { registerPerson } from "./begin.ts";
import type { Calendar } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { type Member, type Register, toldOf } from "./families.ts";
import { type HandOver, handOver, pointOf } from "./harvest.ts";
import type { Reading } from "./readings.ts";
import { receiving } from "./receive.ts";
import type { Telling } from "./telling.ts";
import { tellsAgreements, tellsTies } from "./ties.ts";

const clerk = { role: "clerk" } as const;
const manager = { role: "manager" } as const;

/** Who brings, by number, with the family's plot of the crop. */
function bringer({ families }: Register, number: string, crop: HandOver["crop"]) {
  const family = families.find(({ members }) => members.some((one) => one.number === number));
  const member = family?.members.find((one) => one.number === number) as Member;
  const plot = family?.plots.find((one) => one.crop === crop)?.of ?? null;
  return { by: member.of, number, crop, place: pointOf(family?.community ?? ""), plot, sacks: family?.sacks ?? 2 };
}

const oneSack = (gross_g: string) => [{ gross_g, tare_g: "700", container: "fique-sack", count: 1 }];

/** Seven sacks of member 0131 in the worked example, to the gram, on the first day. */
function sevenSacks(calendar: Calendar, register: Register): HandOver {
  const kilograms = ["58.5", "60.0", "59.0", "57.5", "60.5", "58.0", "59.0"];
  const reading = (measure: string, value: string, unit: string): Reading => ({ measure, value, unit });
  const { sacks: _, ...who } = bringer(register, toldOf.sevenSacks, "coffee");
  return {
    ...who,
    of: "coffee now 0131 seven sacks",
    season: "now",
    day: calendar.firstDay,
    clock: "07:42",
    sacks: kilograms.flatMap((text) => oneSack(`${text.replace(".", "")}00`)),
    lot: null,
    readings: [
      reading("moisture", "12.6", "percent"),
      reading("sample-grams", "250", "g"),
      reading("sound-grams", "188.2", "g"),
      reading("pasilla-grams", "9.4", "g"),
    ],
  };
}

/** Hand-overs of which a story is told, besides those of the harvest. */
export function storyHandOvers(
  seed: string,
  calendar: Calendar,
  register: Register,
): Readonly<Record<StoryOf, HandOver>> {
  const chance = chanceOf(seed, "stories");
  const { firstDay, past } = calendar;
  const now = { season: "now", minutes: 600 } as const;
  const disputed = {
    ...bringer(register, toldOf.disputed, "coffee"),
    ...now,
    of: "coffee now 0112 disputed",
    day: addDays(firstDay, -9),
  };
  const heavy = {
    ...bringer(register, toldOf.heavySack, "coffee"),
    ...now,
    of: "coffee now 0138 heavy",
    day: addDays(firstDay, -4),
  };
  const wrong = {
    ...bringer(register, toldOf.voided, "cocoa"),
    ...now,
    of: "cocoa now 0110 wrong",
    day: addDays(firstDay, -12),
  };
  const right = { ...wrong, of: "cocoa now 0110 right", minutes: 612 };
  const full = {
    ...bringer(register, toldOf.heavySackAnswered, "coffee"),
    season: "past",
    minutes: 600,
    of: "coffee past 0106 full",
    day: addDays(past.from, 12),
  } as const;
  const neighbour = {
    by: register.neighbour.of,
    number: null,
    crop: "cocoa",
    ...now,
    minutes: 700,
    of: "cocoa now neighbour",
    day: addDays(firstDay, -6),
    place: "Quebrada Uno",
    plot: null,
    sacks: 4,
  } as const;
  const late = {
    ...bringer(register, toldOf.late, "coffee"),
    season: "past",
    minutes: 650,
    of: "coffee past 0145 late",
    day: addDays(past.until, -10),
  } as const;
  const uncollected = {
    ...bringer(register, toldOf.uncollected, "coffee"),
    ...now,
    of: "coffee now 0135 uncollected",
    day: addDays(calendar.now.from, 30),
  };
  const seen = handOver(chance, right);
  return {
    sevenSacks: sevenSacks(calendar, register),
    disputed: handOver(chance, disputed),
    heavy: { ...handOver(chance, heavy), sacks: oneSack("581000") },
    wrong: { ...handOver(chance, wrong), sacks: oneSack("64700"), readings: seen.readings },
    right: { ...seen, sacks: oneSack("46700") },
    full: { ...handOver(chance, full), sacks: [...oneSack("58000"), ...oneSack("79500")] },
    neighbour: handOver(chance, neighbour),
    late: handOver(chance, late),
    uncollected: handOver(chance, uncollected),
  };
}
export type StoryOf =
  | "sevenSacks"
  | "disputed"
  | "heavy"
  | "wrong"
  | "right"
  | "full"
  | "neighbour"
  | "late"
  | "uncollected";

/** Hand-overs that no settlement of the example takes: they wait for an answer, do not count, or were told too late. */
export const heldStories: readonly StoryOf[] = ["sevenSacks", "disputed", "heavy", "wrong", "neighbour", "late"];

/** Says what the stories need besides their hand-overs. */
export function tellsStories(
  telling: Telling,
  seed: string,
  calendar: Calendar,
  register: Register,
  of: Readonly<Record<StoryOf, HandOver>>,
): void {
  const chance = chanceOf(seed, "story acts");
  const { firstDay } = calendar;
  const delivery = (story: StoryOf): string => telling.id(`delivery ${of[story].of}`);
  const objection = {
    objection: telling.id("objection 0112"),
    delivery: delivery("disputed"),
    against: "grade",
    on: addDays(of.disputed.day, 1),
  };
  const words = "El almendrón que apartaron era de otro costal. Pido que se repita la muestra.";
  telling.say(clerk, { day: addDays(of.disputed.day, 1), clock: "08:10" }, "delivery.object", { ...objection, words });
  const voided = { delivery: delivery("wrong"), replacedBy: delivery("right"), on: of.wrong.day };
  telling.say({ role: "second-clerk" }, { day: of.wrong.day, clock: "19:00" }, "delivery.void", {
    ...voided,
    reason: "Se digitaron 64 kg; eran 46 kg.",
  });
  telling.say(manager, { day: addDays(of.full.day, 1), clock: "08:00" }, "question.answer", (positionOf) => ({
    position: positionOf(`receive ${of.full.of}`),
    ordinal: 0,
    answer: "stands",
    note: "Se volvió a pesar delante de la familia: era un costal grande.",
  }));
  const told = addDays(firstDay, -60);
  const paper = { role: "clerk", paper: "Talonario 12, recibo 0345" } as const;
  telling.say(paper, { day: told, clock: "15:00" }, "delivery.receive", lateReceiving(telling, of.late));
  registerPerson(
    telling,
    chance,
    { ...register.neighbour, community: "Quebrada Honda" },
    addDays(of.neighbour.day, -1),
  );
  tellsTies(telling, calendar);
  tellsAgreements(telling, calendar);
  sevenSacksSettled(telling, calendar, delivery("sevenSacks"));
}

/** Keyed in from the pad: without what only a telephone prints. */
const lateReceiving = (telling: Telling, late: HandOver): object => receiving(telling, late, undefined);

/** The statement of the worked example: drafted, reviewed and closed on the first morning; it is paid two days later. */
function sevenSacksSettled(telling: Telling, { firstDay }: Calendar, delivery: string): void {
  const settlement = telling.id("settlement 0131");
  telling.say(clerk, { day: firstDay, clock: "08:05" }, "settlement.draft", {
    settlement,
    season: telling.id("season coffee now"),
    title: "Pergamino",
    paidIn: "cash",
    place: "Quebrada Dos",
    payDay: addDays(firstDay, 2),
    statements: [{ statement: telling.id("statement 0131"), agent: telling.id("member 0131"), deliveries: [delivery] }],
  });
  telling.say({ role: "treasurer" }, { day: firstDay, clock: "08:20" }, "settlement.review", { settlement });
  telling.say(manager, { day: firstDay, clock: "08:40" }, "settlement.close", { settlement });
}

/** The treasurer closes the accounts after the past season, and again when a month is over. */
export function tellsAccounts(telling: Telling, { past, firstDay }: Calendar): void {
  const close = (until: ReturnType<typeof addDays>, day: ReturnType<typeof addDays>): void =>
    telling.say({ role: "treasurer" }, { day, clock: "17:30" }, "accounting-day.close", { until });
  close(addDays(past.until, 20), addDays(past.until, 24));
  close(addDays(firstDay, -46), addDays(firstDay, -44));
}
