/**
 * The declaration of an act: what may be said, of what nature it is, which power it takes, what it needs to know, what
 * limits weigh of it, and what follows. From this one declaration come the API's schema, the matrix of powers, the checks of forms, the preview on the
 * phone (the same `follows`), the trail and the documentation.
 */
import type * as z from "zod/mini";
import type { Relied, Through } from "./envelope.ts";
import type { PartsOfFollows, Refused } from "./follows.ts";
import type { Weighed } from "./ground.ts";
import type { Known, Need } from "./need.ts";

/** A *fact* tells what happened before witnesses and is never refused; a *decision* may be refused, with a code. */
export type Nature = "fact" | "decision";

/** The settings of a book that rules read: one sheet version of the room `book`. */
export type BookSettings = {
  readonly name: string;
  readonly country: string;
  readonly zone: string;
  /** Grain of lines and of cash per currency, as decimal text. */
  readonly currencies: readonly { readonly currency: string; readonly line: string; readonly cash: string }[];
  /** The agent that is the organisation itself. */
  readonly organisation: string;
};

/** What every act knows besides its own needs. All of it is kept with the act, so that an outcome can be derived again. */
export type Context = {
  readonly book: string;
  readonly settings: BookSettings | null;
  readonly act: string;
  readonly position: bigint;
  readonly by: string;
  readonly through: Through | { readonly way: "cause"; readonly cause: string };
  /** Versions of sheets that the speaker had before them; unsaid by most. What an act causes relies on nothing of its own. */
  readonly relied?: Relied;
  /** When the book received it: instant, and the day it was in the book's time zone. */
  readonly received: string;
  readonly today: string;
  /** The last accounting day that is closed; null when none is. */
  readonly closedUntil: string | null;
};

/** A declared act, with its types forgotten: what the fold, the store and the documentation handle. */
export type ActDeclaration = {
  readonly kind: string;
  readonly version: number;
  /** Version of `follows`: an outcome that changes needs a new one. */
  readonly rules: number;
  readonly room: string;
  readonly nature: Nature;
  readonly power: string;
  readonly says: z.ZodMiniType;
  readonly needs: (said: never, context: Context) => Readonly<Record<string, Need<unknown>>>;
  readonly follows: (said: never, known: never, context: Context) => PartsOfFollows | Refused;
  /** What the limits of its power look at; without it they bind the act by who signs alone. */
  readonly weighs?: (said: never, known: never, context: Context) => Weighed;
  /** It signs what another decided: what it causes is judged by the signer's own powers. */
  readonly signsFor?: true;
  /** Rules it was booked under in releases before, so that what stands in old books can still be derived. */
  readonly earlier?: readonly EarlierRules[];
};

/** What an act needed, and what followed from it, under an older version of its rules. */
export type EarlierRules = Pick<ActDeclaration, "rules" | "needs" | "follows">;

/** A declaration under the rules of a number: its own, or ones of a release before; null when they are no longer here. */
export function underRules(declaration: ActDeclaration, rules: number): ActDeclaration | null {
  if (declaration.rules === rules) return declaration;
  const earlier = declaration.earlier?.find((one) => one.rules === rules);
  return earlier === undefined ? null : { ...declaration, ...earlier };
}

type Declared<Says extends z.ZodMiniType, Needs extends Readonly<Record<string, Need<unknown>>>, Outcome> = {
  readonly kind: string;
  readonly version: number;
  readonly rules: number;
  readonly room: string;
  readonly power: string;
  readonly says: Says;
  readonly needs: (said: z.infer<Says>, context: Context) => Needs;
  readonly follows: (said: z.infer<Says>, known: Known<Needs>, context: Context) => Outcome;
  readonly weighs?: (said: z.infer<Says>, known: Known<Needs>, context: Context) => Weighed;
  readonly signsFor?: true;
  readonly earlier?: readonly EarlierOf<Says, Needs, Outcome>[];
};

type EarlierOf<Says extends z.ZodMiniType, Needs extends Readonly<Record<string, Need<unknown>>>, Outcome> = Pick<
  Declared<Says, Needs, Outcome>,
  "rules" | "needs" | "follows"
>;

/** Declares a fact. Its `follows` cannot refuse: that does not compile. */
export const fact = <Says extends z.ZodMiniType, Needs extends Readonly<Record<string, Need<unknown>>>>(
  declared: Declared<Says, Needs, PartsOfFollows>,
): ActDeclaration => ({ ...declared, nature: "fact" }) as unknown as ActDeclaration;

/** Declares a decision. Its `follows` may refuse, with coded reasons. */
export const decision = <Says extends z.ZodMiniType, Needs extends Readonly<Record<string, Need<unknown>>>>(
  declared: Declared<Says, Needs, PartsOfFollows | Refused>,
): ActDeclaration => ({ ...declared, nature: "decision" }) as unknown as ActDeclaration;

/** Every act that may be said, by kind and version. */
export type Vocabulary = {
  readonly all: readonly ActDeclaration[];
  find(kind: string, version: number): ActDeclaration | null;
  /** The newest version known of a kind; null when the kind is unknown. */
  newest(kind: string): number | null;
};

/** Gathers declarations. The same kind and version twice is a mistake of ours. */
export function vocabulary(...declarations: readonly ActDeclaration[]): Vocabulary {
  const byKey = new Map<string, ActDeclaration>();
  const newest = new Map<string, number>();
  for (const one of declarations) {
    const key = `${one.kind}@${one.version}`;
    if (byKey.has(key)) throw new Error(`declared twice: ${key}`);
    byKey.set(key, one);
    newest.set(one.kind, Math.max(newest.get(one.kind) ?? 0, one.version));
  }
  return {
    all: declarations,
    find: (kind, version) => byKey.get(`${kind}@${version}`) ?? null,
    newest: (kind) => newest.get(kind) ?? null,
  };
}
