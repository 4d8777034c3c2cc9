/** For specifications: the small parts of random plans. */
import fc from "fast-check";

/** Decimal text between two whole numbers of its last place. */
export const decimal = (min: number, max: number, places: number) =>
  fc.integer({ min, max }).map((digits) => {
    const text = String(Math.abs(digits)).padStart(places + 1, "0");
    const cut = text.length - places;
    return `${digits < 0 ? "-" : ""}${text.slice(0, cut)}${places === 0 ? "" : `.${text.slice(cut)}`}`;
  });
const mode = fc.constantFrom("half-up", "half-even", "truncate");
/** A rounding to one of some grains. */
export const rounding = (...grains: string[]) => fc.record({ mode, grain: fc.constantFrom(...grains) });
/** A rounding to one of some grains, or none. */
export const maybe = (...grains: string[]) => fc.option(rounding(...grains), { nil: undefined });
/** From 0 to 99.99. */
export const percent = decimal(0, 9_999, 2);
