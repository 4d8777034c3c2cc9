/** What is weighed and read at the scale: coffee by real lots, cocoa within made-up ranges. Whole numbers all the way. */
import type { Chance } from "./chance.ts";
import type { RealLot } from "./real-lots.ts";
import type { Crop } from "./real-prices.ts";

/** A reading as an act says it. */
export type Reading = {
  readonly measure: string;
  readonly value: string;
  readonly unit: string;
  readonly instrument?: string;
};
/** One sack on the scale, in grams as text. */
export type Sack = {
  readonly gross_g: string;
  readonly tare_g: string;
  readonly container: string;
  readonly count: number;
};

/** Tenths as decimal text: 94 is "9.4". */
const tenths = (count: number): string => `${Math.trunc(count / 10)}.${count % 10}`;

/** Sacks as they come: full ones of 52 to 62 kg on a scale of half kilos, the last one less; each empty sack 0.7 kg. */
export function sacksOf(chance: Chance, crop: Crop, most: number): readonly Sack[] {
  const count =
    crop === "coffee" ? chance.between(Math.max(1, most - 2), most) : chance.between(1, Math.max(1, most - 3));
  return Array.from({ length: count }, (_, at) => {
    const halves = at === count - 1 ? chance.between(30, 124) : chance.between(104, 124);
    return { gross_g: `${halves * 500}`, tare_g: "700", container: "fique-sack", count: 1 };
  });
}

/**
 * The sample of 250 g of parchment that a real lot's readings would give. The lots are graded as green coffee and have no yield
 * factor, so it is derived by a rule of our own: 52 g are husk and dust; 4 g and another 1.2 g for each defect of category one,
 * 0.8 g for each of category two and 0.6 g for each quaker are pasilla (40 g at most); the rest is sound.
 */
export function coffeeReadings({ moisture, categoryOne, categoryTwo, quakers }: RealLot): readonly Reading[] {
  const pasilla = Math.min(400, 40 + 12 * categoryOne + 8 * categoryTwo + 6 * quakers);
  return [
    { measure: "moisture", value: `${moisture}`, unit: "percent", instrument: "H-2" },
    { measure: "sample-grams", value: "250", unit: "g" },
    { measure: "sound-grams", value: tenths(2500 - 520 - pasilla), unit: "g" },
    { measure: "pasilla-grams", value: tenths(pasilla), unit: "g" },
  ];
}

/** What the laboratory says of the same lot some days later. */
export const laboratoryReadings = ({ cupScore, categoryOne, categoryTwo }: RealLot): readonly Reading[] => [
  { measure: "cup-score", value: cupScore, unit: "point" },
  { measure: "category-one-defects", value: `${categoryOne}`, unit: "defect" },
  { measure: "category-two-defects", value: `${categoryTwo}`, unit: "defect" },
];

/** Cocoa: moisture 6.2 to 8.6 %, 58 to 88 of 100 beans well fermented, 96.5 to 99.8 % kept by the sieve. Made up. */
export const cocoaReadings = (chance: Chance): readonly Reading[] => [
  { measure: "moisture", value: tenths(chance.between(62, 86)), unit: "percent", instrument: "H-2" },
  { measure: "fermented", value: `${chance.between(58, 88)}`, unit: "percent" },
  { measure: "clean-share", value: tenths(chance.between(965, 998)), unit: "percent" },
];
