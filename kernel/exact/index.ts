/** Exact numbers: ratios, their decimal text, and rounding as a named step. */
export * from "./decimal.ts";
export * from "./ratio.ts";
export * from "./root.ts";
export * from "./rounding.ts";
