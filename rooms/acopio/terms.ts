/** The terms under which a hand-over is received: the season and the grading scheme of its day, and the units people said. */
import { always, andThen, each, map, type Need } from "../../kernel/act/need.ts";
import { schemeInForce, seasonFor, unitFor } from "../agreements/needs.ts";
import type { GradingScheme } from "../agreements/rules/grading.ts";
import type { Season } from "../agreements/rules/season-policy.ts";
import { isForeignUnit, type Reading } from "./rules/readings.ts";

/** `units`: those words of units, foreign to the scheme, that the organisation has defined. */
export type Terms = {
  readonly season: Season | null;
  readonly scheme: GradingScheme | null;
  readonly units: ReadonlySet<string>;
};

const noUnits: ReadonlySet<string> = new Set();
const noTerms: Need<Terms> = always({ season: null, scheme: null, units: noUnits });

/** The terms of a product on a day. `words` are units said besides those of the readings. */
export const termsOn = (
  product: string,
  day: string,
  readings: readonly Reading[],
  words: readonly string[] = [],
): Need<Terms> =>
  andThen(seasonFor(product, day), (season) => {
    if (season === null && words.length === 0) return noTerms;
    const scheme = season === null ? null : season.policy.gradingScheme;
    if (scheme === null) return withUnits(season, null, readings, words, product, day);
    return andThen(schemeInForce(scheme, day), (found) =>
      withUnits(season, found?.body ?? null, readings, words, product, day),
    );
  });

function withUnits(
  season: Season | null,
  scheme: GradingScheme | null,
  readings: readonly Reading[],
  words: readonly string[],
  product: string,
  day: string,
): Need<Terms> {
  const foreign = readings.filter((one) => isForeignUnit(one, scheme)).map((one) => one.unit);
  if (foreign.length === 0 && words.length === 0) return always({ season, scheme, units: noUnits });
  const asked = [...new Set([...foreign, ...words])];
  return map(each(asked.map((word) => unitFor(word, product, day))), (units) => ({
    season,
    scheme,
    units: new Set(asked.filter((_, at) => units[at] !== null)),
  }));
}
