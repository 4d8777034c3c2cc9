/** The sentences that travel to the telephone: the app's own, and those that the rules and words it shares with the office need. */
import type { Catalogue, Catalogues } from "../../language/catalogues.ts";

/** Beginnings of keys that the app may say; everything of its own begins with `field.`. */
const wanted = [
  ...["field.", "calendar.", "currencies.", "steps.", "price.per", "percent", "kilograms.", "value.", "language"],
  ...["container.", "measure-name.", "product.", "method.", "role.", "against.", "power."],
  // A weight said aloud, and the papers that the telephone gives by itself.
  ...["numbers.", "measure.", "unit.", "receipt.", "statement.holder", "statement.erased", "balance.", "deduction."],
  // What the book may ask or refuse of what a telephone says.
  ...[
    "field",
    "act",
    "clock",
    "power",
    "device",
    "intake",
    "delivery",
    "objection",
    "sample-result",
    "settlement",
    "valuation",
  ].map((room) => `refusals.${room}.`),
  ...["payment", "point", "scale", "float", "hold", "pad"].map((room) => `refusals.${room}.`),
];

/** The part of a catalogue that the telephone carries. */
export const fieldCatalogue = (catalogue: Catalogue): Readonly<Record<string, string>> =>
  Object.fromEntries([...catalogue].filter(([key]) => wanted.some((one) => key === one || key.startsWith(one))));

/** Languages that have sentences of the app, by tag: a community's own too, as soon as it has begun. */
export const fieldLanguages = (catalogues: Catalogues): readonly string[] =>
  [...catalogues]
    .filter(([, catalogue]) => [...catalogue.keys()].some((key) => key.startsWith("field.")))
    .map(([tag]) => tag)
    .sort();
