/**
 * What a catalogue message may do with a value. Values arrive as exact texts ("404.82", "-48578", "2026-09-16") and are only
 * written out here, never computed: money, kilograms, percentages, prices, counts, days.
 */
import type { MessageFunction, MessageValue } from "messageformat/functions";
import { cut, decimalsOf, isDecimal, type Notation, withPlaces, written } from "./notation.ts";

/** What the functions need to know about the page. */
export type Manner = {
  readonly language: string;
  readonly notation: Notation;
  /** ISO 4217 of the book, and the decimals of its line grain (COP 0, PEN 2). */
  readonly currency: string;
  readonly currencyPlaces: number;
  readonly has: (key: string) => boolean;
  /** Another message of the same language. */
  readonly word: (key: string, values?: Readonly<Record<string, string>>) => string;
};

/** A part of a formatted figure, so that a page can set number and unit apart. */
export type FigurePart = { readonly type: "figure" | "gap" | "unit"; readonly value: string };

type Kind = "money" | "kilograms" | "percent" | "price" | "figure" | "count" | "day";
type Options = Readonly<Record<string, unknown>>;
type Function = MessageFunction<Kind>;

const nonBreaking = "\u00a0";

/** A resolved value of one kind: its parts, their text, and the exact text it came from. */
function resolved(kind: Kind, exact: string, parts: readonly FigurePart[], manner: Manner): MessageValue<Kind> {
  const text = parts.map((part) => part.value).join("");
  return {
    type: kind,
    dir: "ltr",
    toString: () => text,
    valueOf: () => exact,
    toParts: () => [{ type: kind, value: exact, parts: [...parts] }],
    selectKey: (keys) => (keys.has(exact) ? exact : pluralKey(keys, exact, manner.language)),
  };
}

const keptRules = new Map<string, Intl.PluralRules>();

/** The rules of a language for numbers with so many decimals; making them is slow, so they are kept. */
function pluralRules(language: string, decimals: number): Intl.PluralRules {
  const key = `${language} ${decimals}`;
  const rules = keptRules.get(key) ?? new Intl.PluralRules(language, { minimumFractionDigits: decimals });
  keptRules.set(key, rules);
  return rules;
}

/** The plural category of an exact decimal in a language: "one", "many", "other". */
const pluralCategory = (exact: string, language: string): string =>
  // The category comes from the digits; the standard takes them as text, only its type does not say so yet.
  pluralRules(language, decimalsOf(exact)).select(exact.replace("-", "") as unknown as number);

/** The plural category of an exact decimal, if the message tells it apart. */
function pluralKey(keys: Set<string>, exact: string, language: string): string | null {
  if (!isDecimal(exact)) return null;
  const category = pluralCategory(exact, language);
  return keys.has(category) ? category : null;
}

const textOf = (operand: unknown): string => String(operand ?? "");
/** The digits of a figure with the book's marks; `places` are the fewest decimals written. */
function digits(lossless: string, places: number, manner: Manner, options: Options): FigurePart {
  const { exact, more } = cut(lossless);
  const sign = textOf(options.sign) === "always" ? "always" : "negative";
  const text = isDecimal(exact) ? written(withPlaces(exact, places), manner.notation, sign) : lossless;
  return { type: "figure", value: more ? `${text}…` : text };
}
const plainFigure = (value: string): FigurePart => ({ type: "figure", value });
const unit = (value: string): FigurePart => ({ type: "unit", value });
const gap: FigurePart = { type: "gap", value: nonBreaking };

/**
 * The currency's name in full, or the one said at home where it is the book's own ("pesos" in a Colombian book); on a line
 * of an account the shortest one, because the sentence above has named it in full. A currency without a name is its code.
 */
function currencyName(currency: string, exact: string, manner: Manner, form = "named"): string {
  const key = `currencies.${currency}${currency !== manner.currency ? "" : form === "line" ? ".line" : ".here"}`;
  if (!manner.has(key)) return currency;
  // A page says the same few names hundreds of times; they differ by plural category, and by the number itself only below ten.
  const names = keptNames.get(manner) ?? new Map<string, string>();
  keptNames.set(manner, names);
  const plural = `${key} ${/^\d$/.test(exact) ? exact : pluralCategory(exact, manner.language)}`;
  const name = names.get(plural) ?? manner.word(key, { count: exact });
  names.set(plural, name);
  return name;
}

const keptNames = new WeakMap<Manner, Map<string, string>>();

const placesOf = (options: Options): number =>
  textOf(options.places).length > 0 ? Number.parseInt(textOf(options.places), 10) : 0;

function money(manner: Manner): Function {
  return (_context, options, operand) => {
    const currency = textOf(options.currency ?? manner.currency);
    const least = Math.max(placesOf(options), currency === manner.currency ? manner.currencyPlaces : 0);
    const exact = withPlaces(textOf(operand), least);
    const number = digits(exact, least, manner, options);
    const form = textOf(options.form ?? "named");
    if (form === "figure") return resolved("money", exact, [number], manner);
    const name = form === "code" ? currency : currencyName(currency, exact, manner, form);
    return resolved("money", exact, [number, gap, unit(name)], manner);
  };
}

/** A price is always said with its unit, and with two decimals at least: 16.040,00 pesos por kg. */
function price(manner: Manner): Function {
  return (_context, options, operand) => {
    const currency = textOf(options.currency ?? manner.currency);
    const exact = withPlaces(textOf(operand), 2);
    const values = { currency: currencyName(currency, exact, manner), unit: textOf(options.unit ?? "kg") };
    return resolved(
      "price",
      exact,
      [digits(exact, 2, manner, options), gap, unit(manner.word("price.per", values))],
      manner,
    );
  };
}

function kilograms(manner: Manner): Function {
  return (_context, options, operand) => {
    const exact = textOf(operand);
    const name = options.form === "word" ? manner.word("kilograms.word", { count: exact }) : "kg";
    return resolved("kilograms", exact, [digits(exact, placesOf(options), manner, options), gap, unit(name)], manner);
  };
}

function percent(manner: Manner): Function {
  return (_context, options, operand) => {
    const exact = textOf(operand);
    const text = manner.word("percent", { figure: digits(exact, 0, manner, options).value });
    return resolved("percent", exact, [plainFigure(text)], manner);
  };
}

/** A bare number; a text that is none stands as it is. */
function plain(kind: "figure" | "count", manner: Manner): Function {
  return (_context, options, operand) => {
    const exact = textOf(operand);
    return resolved(kind, exact, [digits(exact, placesOf(options), manner, options)], manner);
  };
}

/** A day, "2026-09-16": 16 sep 2026; `form` long, weekday or month. What is not a day stands as it came. */
function day(manner: Manner): Function {
  return (_context, options, operand) => {
    const exact = textOf(operand);
    return resolved("day", exact, [plainFigure(dayText(exact, String(options.form ?? "short"), manner))], manner);
  };
}

/** Day of the week of a Gregorian date, Sunday 0. Source: Tomohiko Sakamoto's rule, 1993. */
function weekday(year: bigint, month: bigint, date: bigint): bigint {
  const counted = month < 3n ? year - 1n : year;
  const offset =
    [0n, 3n, 2n, 5n, 0n, 3n, 5n, 1n, 4n, 6n, 2n, 4n].find((_, index) => BigInt(index) === month - 1n) ?? 0n;
  return (counted + counted / 4n - counted / 100n + counted / 400n + offset + date) % 7n;
}

function dayText(exact: string, form: string, manner: Manner): string {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(exact) ?? [];
  if (year === "") return exact;
  const number = String(BigInt(month));
  if (date === "") return manner.word("calendar.month-year", { month: manner.word(`calendar.month.${number}`), year });
  const values = {
    date: String(BigInt(date)),
    month: manner.word(`calendar.${form === "short" ? "short" : "month"}.${number}`),
    year,
    weekday: manner.word(`calendar.weekday.${weekday(BigInt(year), BigInt(month), BigInt(date))}`),
  };
  return manner.word(`calendar.${form}`, values);
}

/** Every function a message may name. `number` and `integer` of the standard are ours too, so that no float is ever written. */
export function functionsOf(manner: Manner): Record<string, Function> {
  const count = plain("count", manner);
  return {
    money: money(manner),
    price: price(manner),
    kilograms: kilograms(manner),
    percent: percent(manner),
    figure: plain("figure", manner),
    count,
    number: count,
    integer: count,
    day: day(manner),
  };
}
