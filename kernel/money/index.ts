/** Money: a book's grains, amounts in whole grains, and the coins that pay them. */
export * from "./amount.ts";
export * from "./grain.ts";
export * from "./said.ts";
