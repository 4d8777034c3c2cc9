/** What came in: all hand-overs of two seasons, each with its day, place, sacks and readings. */
import { addDays, type Day, daysBetween } from "../../kernel/time/index.ts";
import { type Calendar, clockOf } from "./calendar.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { communities, type Family, type Register, toldOf } from "./families.ts";
import { cocoaReadings, coffeeReadings, type Reading, type Sack, sacksOf } from "./readings.ts";
import { type RealLot, realLots } from "./real-lots.ts";
import type { Crop } from "./real-prices.ts";

/** The collection points: who receives there, by which telephone and scale, and what their printed receipts begin with. */
export const points = {
  "Quebrada Dos": { role: "clerk", device: "telephone 2", scale: "B-03", prefix: "T3Q-2" },
  "Quebrada Uno": { role: "second-clerk", device: "telephone 1", scale: "B-01", prefix: "T3Q-1" },
} as const;
export type Point = keyof typeof points;

/** One hand-over. `by` names the person who brought it; `lot` is the real lot its readings are drawn from (coffee). */
export type HandOver = {
  readonly of: string;
  readonly by: string;
  readonly number: string | null;
  readonly crop: Crop;
  readonly season: "past" | "now";
  readonly day: Day;
  readonly clock: string;
  readonly place: Point;
  readonly plot: string | null;
  readonly sacks: readonly Sack[];
  readonly lot: RealLot | null;
  readonly readings: readonly Reading[];
};

/** Where a community brings its harvest. */
export const pointOf = (community: string): Point => (community === communities[0] ? "Quebrada Dos" : "Quebrada Uno");

/** How often a family comes in a season. */
const visits = { past: { coffee: [4, 6], cocoa: [3, 5] }, now: { coffee: [2, 4], cocoa: [2, 3] } } as const;

/** A hand-over of somebody on a day; `minutes` after midnight. */
export function handOver(
  chance: Chance,
  what: Pick<HandOver, "of" | "by" | "number" | "crop" | "season" | "day" | "place" | "plot"> & {
    minutes: number;
    sacks: number;
  },
): HandOver {
  const { minutes, sacks, ...rest } = what;
  const lot = what.crop === "coffee" ? chance.pick(realLots()) : null;
  const readings = lot === null ? cocoaReadings(chance) : coffeeReadings(lot);
  return { ...rest, clock: clockOf(minutes), sacks: sacksOf(chance, what.crop, sacks), lot, readings };
}

function ofFamily(chance: Chance, family: Family, season: "past" | "now", first: Day, last: Day): readonly HandOver[] {
  const span = daysBetween(first, last);
  return family.plots.flatMap(({ of: plot, crop }) => {
    const [least, most] = visits[season][crop];
    return Array.from({ length: chance.between(least, most) }, (_, at) => {
      const who = family.members[at % family.members.length] as Family["members"][number];
      return handOver(chance, {
        of: `${crop} ${season} ${who.number} ${at + 1}`,
        by: who.of,
        number: who.number,
        crop,
        season,
        day: addDays(first, chance.below(span + 1)),
        minutes: chance.between(400, 930),
        place: pointOf(family.community),
        plot,
        sacks: family.sacks,
      });
    });
  });
}

/**
 * The harvest without what a story tells apart. The past season ends two weeks before its last day; the running one goes to
 * yesterday, and some came this morning. Member 0131 brings the first coffee of the running season in the worked example.
 */
export function harvestOf(seed: string, calendar: Calendar, { families, left }: Register): readonly HandOver[] {
  const chance = chanceOf(seed, "harvest");
  const { past, now, firstDay } = calendar;
  const running = families.filter(({ members }) => members[0]?.number !== toldOf.sevenSacks);
  const withLand = families[1] as Family; // Who left grew coffee and cocoa in Quebrada Honda, too.
  return inOrder([
    ...families.flatMap((one) => ofFamily(chance, one, "past", addDays(past.from, 3), addDays(past.until, -14))),
    ...ofFamily(chance, { ...withLand, members: [left] }, "past", addDays(past.from, 10), addDays(past.until, -60)).map(
      (one) => ({
        ...one,
        plot: null,
      }),
    ),
    ...running.flatMap((one) => ofFamily(chance, one, "now", addDays(now.from, 3), addDays(firstDay, -2))),
    ...lately(chance, running, addDays(firstDay, -1), "yesterday", [420, 900]),
    ...lately(chance, running, firstDay, "this morning", [395, 560]),
  ]);
}

/** Five hand-overs of coffee on one day. */
function lately(
  chance: Chance,
  families: readonly Family[],
  day: Day,
  when: string,
  [from, to]: readonly [number, number],
): readonly HandOver[] {
  const growers = families.filter(({ plots }) => plots[0]?.crop === "coffee");
  return chance
    .shuffled(growers)
    .slice(0, 5)
    .map((family) => {
      const who = family.members[0] as Family["members"][number];
      const plot = family.plots[0]?.of ?? null;
      const place = pointOf(family.community);
      const of = `coffee now ${who.number} ${when}`;
      const minutes = chance.between(from, to);
      return handOver(chance, {
        of,
        by: who.of,
        number: who.number,
        crop: "coffee",
        season: "now",
        day,
        minutes,
        place,
        plot,
        sacks: family.sacks,
      });
    });
}

/** In the order in which they came. */
export const inOrder = (of: readonly HandOver[]): readonly HandOver[] =>
  [...of].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

const orderOf = ({ day, clock, of }: HandOver): string => `${day} ${clock} ${of}`;
