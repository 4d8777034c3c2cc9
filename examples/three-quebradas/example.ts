/**
 * The example organisation: a made-up coffee and cocoa cooperative of 58 families in two communities, through two seasons. From one
 * seed and one first day come the same acts, byte by byte.
 */
import { derivedUuid } from "../../kernel/ids.ts";
import { tellsBeginning } from "./begin.ts";
import { calendarOf } from "./calendar.ts";
import { chanceOf } from "./chance.ts";
import { registerOf } from "./families.ts";
import { harvestOf, inOrder } from "./harvest.ts";
import { tellsAdvances, tellsCredits, tellsOpening } from "./lending.ts";
import { tellsPriceOfTheDay, tellsPrices, tellsPublicPage, tellsTerms } from "./publish.ts";
import { tellsHarvest, tellsLaboratory } from "./receive.ts";
import { tellsSettlements } from "./settle.ts";
import { heldStories, storyHandOvers, tellsAccounts, tellsStories } from "./stories.ts";
import { type ExampleAct, Telling } from "./telling.ts";

/** The seed of the example that comes with Ayni. */
export const exampleSeed = "tres quebradas";

/** The example's book: another first day is another book. */
export const exampleBook = (firstDay: string, seed = exampleSeed): string =>
  derivedUuid(`example book ${seed} ${firstDay}`);

/** All acts of the example in the order in which its book hears them. `firstDay` ("2026-11-15") is the day it lives on. */
export function exampleActs(firstDay: string, seed = exampleSeed): readonly ExampleAct[] {
  const calendar = calendarOf(firstDay);
  const register = registerOf(seed);
  const telling = new Telling(exampleBook(firstDay, seed), seed);
  tellsBeginning(telling, seed, calendar, register);
  tellsPrices(telling, calendar);
  tellsTerms(telling, calendar);
  tellsPublicPage(telling, calendar);
  const stories = storyHandOvers(seed, calendar, register);
  const { late: _, ...printed } = stories;
  const handOvers = inOrder([...harvestOf(seed, calendar, register), ...Object.values(printed)]);
  const held = new Set(heldStories.map((one) => stories[one].of));
  tellsHarvest(telling, chanceOf(seed, "telephones"), handOvers, calendar.firstDay);
  tellsLaboratory(
    telling,
    chanceOf(seed, "laboratory"),
    handOvers.filter(({ of }) => !held.has(of)),
  );
  tellsOpening(telling, seed, calendar, register);
  tellsAdvances(telling, seed, calendar, register);
  tellsCredits(telling, seed, calendar, register);
  tellsSettlements(telling, calendar, handOvers, held);
  tellsPriceOfTheDay(telling, calendar);
  tellsStories(telling, seed, calendar, register, stories);
  tellsAccounts(telling, calendar);
  return telling.acts();
}
