/** Quantities: whole grams, millilitres and pieces, percentages, and the units in which people say them. */
export * from "./conversion.ts";
export * from "./local.ts";
export * from "./mass.ts";
export * from "./measure.ts";
export * from "./unit.ts";
