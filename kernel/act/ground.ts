/**
 * The ground an act stands on, whatever it says: the book's settings and closed days, and whether the one who speaks may.
 * The room `book` answers it; the fold only asks.
 */
import type { Question, Refusal } from "../refusal.ts";
import type { BookSettings, Nature } from "./declaration.ts";
import type { Body } from "./envelope.ts";
import type { Need } from "./need.ts";

/** What stands when an act arrives. */
export type Standing = {
  readonly settings: BookSettings | null;
  readonly closedUntil: string | null;
  /** Why the speaker may not use a power on a day; null when they may. */
  readonly lacks: (power: string, day: string) => Refusal | null;
  /**
   * Why this voice cannot be heard at all (a device never enrolled, a seat that was never given): the act is kept, not yet
   * understood, and tried again. Null when it can.
   */
  readonly unheard: Refusal | null;
  /** What is doubted about the voice itself: a revoked device, a clock of 1970. */
  readonly doubts: (received: string) => readonly Question[];
};

/** Asks for the standing of one act. */
export type Ground = (body: Body, nature: Nature) => Need<Standing>;
