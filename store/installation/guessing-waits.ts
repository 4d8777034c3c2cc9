/** How long whoever guesses must wait: pure, so that a test can play years of guessing in a moment. Times in milliseconds. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is guessed at, or where guesses come from. */
export type GuessKind = "account" | "browser" | "source";

/** Guesses in a row: how many, when the last one was, and until when none is looked at. */
export type Guesses = { readonly failures: number; readonly last: number; readonly until: number | null };

/**
 * `free` guesses without waiting; then `first`, doubled each time, up to `longest`. What is `forgiven` of them: all after a quiet
 * time, or one in each such time.
 */
type Patience = {
  readonly free: number;
  readonly first: number;
  readonly longest: number;
  readonly forgiven: "all" | "one";
  readonly each: number;
};

/**
 * - An account: a person mistypes a few times; somebody who goes on for a year gets some 380 guesses, of ten thousand or more.
 * - A browser in which the account was signed in before: its own counter, so that guesses made elsewhere do not reach it; as
 *   strict, because whoever has the telephone may be who found it.
 * - A source address: an office of twenty shares one, and somebody there mistypes every hour.
 */
const patience: Readonly<Record<GuessKind, Patience>> = {
  account: { free: 3, first: 30 * SECOND, longest: DAY, forgiven: "all", each: 30 * DAY },
  browser: { free: 5, first: 30 * SECOND, longest: DAY, forgiven: "all", each: 30 * DAY },
  source: { free: 20, first: 30 * SECOND, longest: HOUR, forgiven: "one", each: 10 * MINUTE },
};

/** No subject is remembered longer than this after its last guess. */
export const longestMemory = 30 * DAY;

function stillCounted(kind: GuessKind, { failures, last }: Guesses, now: number): number {
  const { forgiven, each } = patience[kind];
  const quiet = Math.max(0, Math.floor((now - last) / each));
  if (forgiven === "all") return quiet > 0 ? 0 : failures;
  return Math.max(0, failures - quiet);
}

/** Until when a subject must wait; null when it may guess now. */
export const waitsUntil = (before: Guesses | null, now: number): number | null =>
  before?.until != null && before.until > now ? before.until : null;

/**
 * The guesses with one more, counted before it is known whether it is right: else a thousand at once would all come before the
 * first is counted.
 */
export function withOneMore(kind: GuessKind, before: Guesses | null, now: number): Guesses {
  const { free, first, longest } = patience[kind];
  const failures = (before === null ? 0 : stillCounted(kind, before, now)) + 1;
  if (failures < free) return { failures, last: now, until: null };
  const doublings = Math.min(failures - free, 30); // 2^30 waits are past the longest of any kind.
  return { failures, last: now, until: now + Math.min(longest, first * 2 ** doublings) };
}

/** After the right one: an account and a browser begin anew; a source is forgiven this guess alone, else one right would buy twenty wrong. */
export const afterRight = (kind: GuessKind, before: Guesses): Guesses =>
  kind === "source"
    ? { failures: Math.max(0, before.failures - 1), last: before.last, until: null }
    : { failures: 0, last: before.last, until: null };
