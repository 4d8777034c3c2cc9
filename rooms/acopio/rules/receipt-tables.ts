/**
 * Short numbers of the codes that receipts use most: a number takes one byte in the square where the code would take twenty. The
 * place in the list is the number, for ever: lists only grow at their end. What is not listed stands as its text.
 */

/** Products, from 0. */
export const products: readonly string[] = [
  "coffee-parchment",
  "coffee-green",
  "coffee-cherry",
  "cocoa",
  "cocoa-wet",
  "snow-pea",
  "milk",
  "quinoa",
  "coffee-green-arabica",
  "coffee-green-robusta",
  "coffee-parchment-wet",
];

/** Measures with the unit they are read in, from 0. Another unit of the same measure is another line, or text. */
export const measures: readonly (readonly [measure: string, unit: string])[] = [
  ["moisture", "percent"],
  ["sample-grams", "g"],
  ["sound-grams", "g"],
  ["pasilla-grams", "g"],
  ["export-share", "percent"],
  ["local-share", "percent"],
  ["cup-score", "point"],
  ["fermented", "percent"],
  ["clean-share", "percent"],
  ["category-one-defects", "defect"],
  ["category-two-defects", "defect"],
  ["moisture", "%"],
  ["export-share", "%"],
  ["local-share", "%"],
  ["protein", "percent"],
  ["fat", "percent"],
  ["density", "kg/l"],
  ["temperature", "celsius"],
  ["litres", "l"],
  ["water", "percent"],
  ["dockage", "percent"],
  ["fermented", "%"],
  ["protein", "%"],
  ["fat", "%"],
];

/** Containers, from 0. */
export const containers: readonly string[] = ["sack", "bag", "crate", "can", "bulk", "fique-sack", "bucket"];

/** Currencies by their number in ISO 4217. */
export const currencies: Readonly<Record<string, number>> = {
  ARS: 32,
  BOB: 68,
  BRL: 986,
  CLP: 152,
  COP: 170,
  CRC: 188,
  CUP: 192,
  DOP: 214,
  EUR: 978,
  GTQ: 320,
  HNL: 340,
  HTG: 332,
  MXN: 484,
  NIO: 558,
  PAB: 590,
  PEN: 604,
  PYG: 600,
  USD: 840,
  UYU: 858,
  VES: 928,
};
