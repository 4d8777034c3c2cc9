/** The sheet of a point between form and act: how it first fills the fields, and how it is read from what was typed. */
import { decimalText, divide, exactly, multiply, ratio } from "../../../kernel/exact/index.ts";
import { refused } from "../../../kernel/refusal.ts";
import type { PointSheet } from "../../../rooms/acopio/said/point.ts";
import type { FormAt, PageAt } from "../../desk/page.ts";
import { readFigure } from "../../language/reading.ts";

const THOUSAND = ratio(1000n);
/** Most scales that a form has room for; the act takes as many. */
const mostScales = 20;

/** The fields of one scale, by its place in the form. */
export const scaleFields = ["scale", "division", "known", "tolerance"] as const;
export const fieldOf = (field: (typeof scaleFields)[number], place: number): string => `${field}-${place}`;

const figure = (exact: string, { say }: PageAt): string => say("value.figure", { value: exact });
const kilos = (grams: string): string => decimalText(divide(exactly(grams), THOUSAND));

/** How the fields begin for a sheet. */
export function firstOf(sheet: PointSheet, at: PageAt): URLSearchParams {
  const first = new URLSearchParams({
    name: sheet.name,
    prefix: sheet.prefix,
    from: at.today,
    until: sheet.until ?? "",
  });
  for (const product of sheet.products) first.append("products", product);
  if (sheet.paysCash) first.set("paysCash", "yes");
  for (const [place, one] of sheet.scales.entries()) {
    first.set(fieldOf("scale", place), one.scale);
    first.set(fieldOf("division", place), figure(kilos(one.division_g), at));
    first.set(fieldOf("known", place), figure(kilos(one.knownWeight_g), at));
    first.set(fieldOf("tolerance", place), figure(kilos(one.tolerance_g), at));
  }
  for (const { currency, values } of sheet.denominations)
    first.set(`notes-${currency}`, values.map((value) => figure(value, at)).join("  "));
  return first;
}

/** The sheet as typed; what cannot be read is noted with its field. */
export function sheetIn(at: FormAt): unknown {
  const { form } = at;
  const until = form.maybeDay("until");
  return {
    name: form.readText("name"),
    products: form.all("products"),
    prefix: (form.readText("prefix") ?? "").toUpperCase(),
    paysCash: form.ticked("paysCash"),
    scales: scalesIn(at),
    denominations: denominationsIn(at),
    ...(until === undefined ? {} : { until }),
  };
}

/** The scales as typed; a row without a name is left out. */
function scalesIn({ form }: FormAt): readonly object[] {
  const grams = (field: string): string | null => {
    const typed = form.readFigure(field);
    return typed === null ? null : decimalText(multiply(exactly(typed), THOUSAND));
  };
  return Array.from({ length: mostScales }, (_, place) => place)
    .filter((place) => form.text(fieldOf("scale", place)) !== "")
    .map((place) => ({
      scale: form.text(fieldOf("scale", place)),
      division_g: grams(fieldOf("division", place)),
      knownWeight_g: grams(fieldOf("known", place)),
      tolerance_g: grams(fieldOf("tolerance", place)),
    }));
}

/** The notes and coins of each currency of the book, as typed with blanks between them. */
function denominationsIn({ form, settings, say }: FormAt): readonly object[] {
  return settings.currencies.flatMap(({ currency }) => {
    const field = `notes-${currency}`;
    const words = form
      .text(field)
      .split(/[\s;]+/)
      .filter((word) => word !== "");
    const values = words.map((word) => readFigure(word, say.notation));
    const wrong = words.find((_, place) => values[place] === null);
    if (wrong !== undefined)
      form.wrong.push(refused("form.figure-unreadable", { typed: wrong.slice(0, 80) }, field).refusal);
    return words.length === 0 || wrong !== undefined ? [] : [{ currency, values }];
  });
}
