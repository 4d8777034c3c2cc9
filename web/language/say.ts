/** Speaking: one function that turns a key and exact values into a sentence of the reader's language. */
import { MessageFormat } from "messageformat";
import type { Catalogues } from "./catalogues.ts";
import { type FigurePart, functionsOf, type Manner } from "./functions.ts";
import { type Notation, notationOf } from "./notation.ts";

/** Values of a message: exact texts, whole counts, never floats. */
export type Values = Readonly<Record<string, string | bigint>>;

/** A run of a sentence: text, a figure with its parts, or the beginning or end of what a message marks: {#strong}…{/strong}. */
export type Run =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "figure"; readonly exact: string; readonly parts: readonly FigurePart[] }
  | { readonly type: "open" | "close"; readonly name: string };

/** How a page speaks: `say(key, values)` is a sentence, `say.runs` the same in pieces for markup. */
export interface Say {
  (key: string, values?: Values): string;
  runs(key: string, values?: Values): readonly Run[];
  /** Whether the reader's language, or one it falls back to, has the key. */
  has(key: string): boolean;
  readonly language: string;
  readonly notation: Notation;
  readonly currency: string;
  readonly currencyPlaces: number;
}

/** Whose page, in which language: `language` of the reader, `country` and money of the book. */
export type Speaking = {
  readonly language: string;
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of the book's line grain in that currency: COP 0, PEN 2. */
  readonly currencyPlaces: number;
};

/** Where a language turns for a sentence it has not got: first Spanish, which most readers here share, then English. */
const fallbacks = ["es", "en"];

type Formats = (key: string) => MessageFormat<string> | null;

function formatsOf(catalogues: Catalogues, manner: Manner): Formats {
  // A sentence of a language it falls back to also counts ("1 socio") as that language does.
  const functions = new Map(
    [manner.language, ...fallbacks].map((one) => [one, functionsOf({ ...manner, language: one })]),
  );
  const kept = new Map<string, MessageFormat<string> | null>();
  const languages = [manner.language, ...fallbacks];
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const language = languages.find((one) => catalogues.get(one)?.has(key));
    const source = language === undefined ? undefined : catalogues.get(language)?.get(key);
    const options = { functions: functions.get(language ?? "") ?? {}, bidiIsolation: "none", dir: "ltr" } as const;
    const format = source === undefined ? null : new MessageFormat<string>(language, source, options);
    kept.set(key, format);
    return format;
  };
}

/** A mistake in a catalogue or a call is ours and shows at once; a page never prints a half sentence. */
const broken = (key: string) => (error: unknown) => {
  throw new Error(`message "${key}": ${error instanceof Error ? error.message : String(error)}`);
};

/** Makes the `say` of one language and book. Messages are compiled once; keep it between requests. */
export function speaker(catalogues: Catalogues, speaking: Speaking): Say {
  const notation = notationOf(speaking.language, speaking.country);
  const manner: Manner = {
    ...speaking,
    notation,
    word: (key, values) => say(key, values),
    has: (key) => formats(key) !== null,
  };
  const formats = formatsOf(catalogues, manner);
  const formatOf = (key: string): MessageFormat<string> =>
    formats(key) ?? broken(key)(new Error(`no such message in ${speaking.language}, ${fallbacks.join(", ")}`));
  const constant = new Map<string, string>();
  /** A sentence without values is the same each time; a statement of forty deliveries says it hundreds of times. */
  const alone = (key: string): string => {
    const known = constant.get(key) ?? formatOf(key).format({}, broken(key));
    constant.set(key, known);
    return known;
  };
  const say = (key: string, values?: Values): string =>
    values === undefined ? alone(key) : formatOf(key).format({ ...values }, broken(key));
  const runs = (key: string, values: Values = {}): readonly Run[] =>
    formatOf(key)
      .formatToParts({ ...values }, broken(key))
      .map((part): Run => {
        if (part.type === "markup" && "kind" in part)
          return { type: part.kind === "close" ? "close" : "open", name: part.name };
        if ("parts" in part && part.parts)
          return { type: "figure", exact: String(part.value), parts: part.parts as readonly FigurePart[] };
        return { type: "text", value: "value" in part ? String(part.value) : "" };
      });
  return Object.assign(say, { runs, has: (key: string) => formats(key) !== null, ...speaking, notation });
}
