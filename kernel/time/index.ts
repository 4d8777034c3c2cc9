/** Days, months, seasons, accounting days, instants and doubted clocks. */
export * from "./calendar.ts";
export * from "./clock.ts";
export * from "./day.ts";
export * from "./instant.ts";
export * from "./season.ts";
