/**
 * The seven worked examples of the field, as their files under `examples/settle` have them, with the figures that are printed there: every
 * step of the plan, every deduction, what is left and what is handed over.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What must come out: figures by step, deductions by code, and the sums; decimal texts as printed. */
export type Printed = {
  readonly figures: Readonly<Record<string, string>>;
  readonly value: string;
  readonly deductions: Readonly<Record<string, string>>;
  readonly net: string;
  readonly paid: string;
};

/** One example: its folder, where it happens, and what is printed. `later` are readings that come when the first statement is closed. */
export type Example = {
  readonly name: string;
  readonly folder: string;
  readonly country: string;
  readonly zone: string;
  /** Of debts that are collected only in part: the instalment due. */
  readonly printed: Printed;
  readonly later?: {
    readonly readings: Readonly<Record<string, string>>;
    readonly on: string;
    readonly printed: Later;
  };
};

/** What a later result makes of it: the new figures, the value, what is deducted more, and what is paid. */
export type Later = Omit<Printed, "net"> & { readonly difference: string };

const at = (...name: readonly string[]): string => join(import.meta.dirname, "..", "..", "examples", "settle", ...name);

/** A file of an example. */
export const fileOf = ({ folder }: Example, name: string): unknown =>
  JSON.parse(readFileSync(at(...(folder === "" ? [] : [folder]), name), "utf8"));

export const examples: readonly Example[] = [
  {
    ...{ name: "1 coffee, spot to the co-op", folder: "", country: "CO", zone: "America/Bogota" },
    printed: {
      figures: {
        ...{ gross: "412.5", tare: "4.9", net: "407.6", "paid-weight": "404.82", "yield-factor": "92.99" },
        ...{ reference: "16040", "excelso-price": "21013.14", "unit-price": "16043.64", value: "6494786" },
      },
      value: "6494786",
      deductions: {
        ...{ collection: "48578", "share-capital": "64948", solidarity: "32474", advance: "1500000" },
        ...{ "input-credit-interest": "108000", "input-credit": "1800000" },
      },
      ...{ net: "2940786", paid: "2940800" },
    },
  },
  {
    ...{ name: "3 cocoa, wet beans", folder: "cocoa", country: "EC", zone: "America/Guayaquil" },
    printed: {
      figures: {
        ...{ net: "182.8", drained: "177.32", "on-board": "4.45", "dry-price": "3.649", "wet-price": "1.3866" },
        ...{ first: "1.1786", "first-value": "208.99", value: "" },
      },
      ...{ value: "208.99", deductions: { transport: "5.48" }, net: "203.51", paid: "203.51" },
    },
    later: {
      readings: { "dry-ratio": "0.375", moisture: "7.4", "well-fermented": "78" },
      on: "2026-06-30",
      printed: {
        figures: { dry: "66.5", "paid-weight": "66.21", "unit-price": "4.099", value: "271.39", "first-value": "" },
        ...{ value: "271.39", difference: "62.40", deductions: { levy: "2.71", savings: "5.43" }, paid: "54.26" },
      },
    },
  },
  {
    ...{ name: "4 milk of fifteen days", folder: "milk", country: "CO", zone: "America/Bogota" },
    printed: {
      figures: {
        ...{ litres: "1284.8", "paid-litres": "1246.8", "protein-grams": "32.48", "fat-grams": "38.35" },
        ...{ components: "1593.91", "with-transport": "1662.91", value: "2073316" },
      },
      value: "2073316",
      deductions: { levy: "15550", "share-capital": "15000", feed: "420000", savings: "37404" },
      ...{ net: "1585362", paid: "1585362" },
    },
  },
  {
    ...{ name: "5 snow pea for export", folder: "vegetables", country: "GT", zone: "America/Guatemala" },
    printed: {
      figures: {
        ...{ gross: "662.4", net: "592", "export-weight": "467.7", "local-weight": "65.1", reject: "59.2" },
        ...{ "export-value": "2455.43", "local-value": "117.18" },
      },
      value: "2572.61",
      deductions: { levy: "77.18", transport: "71.04", crates: "12.00", fund: "51.45", inputs: "480.00" },
      ...{ net: "1880.94", paid: "1880.94" },
    },
  },
  {
    ...{ name: "6 three steers by carcass", folder: "cattle", country: "EC", zone: "America/Guayaquil" },
    printed: {
      figures: { hot: "695.6", cold: "681.7", "paid-weight": "677.5", value: "2676.13", "by-product-value": "72" },
      value: "2748.13",
      deductions: { levy: "26.76", slaughter: "54.00", transport: "66.00", permit: "9.00", veterinary: "38.50" },
      ...{ net: "2553.87", paid: "2553.87" },
    },
  },
  {
    ...{ name: "7 quinoa by the quintal", folder: "quinoa", country: "BO", zone: "America/La_Paz" },
    printed: {
      figures: { net: "502", "paid-weight": "483.15", value: "6512.02" },
      ...{ value: "6512.02", deductions: {}, net: "6512.02", paid: "6512.02" },
    },
  },
];
