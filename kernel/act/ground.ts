/**
 * The ground an act stands on, whatever it says: the book's settings and closed days, and whether the one who speaks may.
 * The room `book` answers it; the fold only asks.
 */
import type { Question, Refusal } from "../refusal.ts";
import type { BookSettings, Nature } from "./declaration.ts";
import type { Body } from "./envelope.ts";
import type { Need } from "./need.ts";

/** The power of acts that anybody who sits in the book may say: the act itself looks closer. */
export const seated = "seated";

/** An amount that an act moves, as decimal text of units of the currency; `field` is where it was said. */
export type MovedAmount = { readonly currency: string; readonly amount: string; readonly field?: string };

/** What the limits of a power look at: amounts moved, the product, and the agents who took the steps before on the same document. */
export type Weighed = {
  readonly amounts?: readonly MovedAmount[];
  readonly product?: string;
  readonly hands?: readonly string[];
};

/** How far somebody who holds a power may go: alone; only with another's signature; or not at all, as a decision or as a fact. */
export type Judgement = "alone" | "with a second" | { readonly not: Refusal; readonly doubt: Question };

/** What stands when an act arrives. */
export type Standing = {
  readonly settings: BookSettings | null;
  readonly closedUntil: string | null;
  /** Why the speaker may not use the power of the act on a day; null when they may. */
  readonly lacks: (day: string) => Refusal | null;
  /** How far the limits of that power let the speaker go on a day. */
  readonly judge: (day: string, weighed: Weighed) => Judgement;
  /**
   * Why this voice cannot be heard at all (a device never enrolled, or said after it was lost; a seat that was never given): the act is kept, not yet
   * understood, and tried again. Null when it can. `received`: the book's clock, an ISO instant.
   */
  readonly unheard: (received: string) => Refusal | null;
  /** What is doubted about the voice itself: a revoked device, a clock of 1970. */
  readonly doubts: (received: string) => readonly Question[];
};

/** Asks for the standing of one act. `power` is the one it takes; null for an act that another causes, which takes none. */
export type Ground = (body: Body, nature: Nature, power: string | null) => Need<Standing>;
