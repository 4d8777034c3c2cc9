import fc from "fast-check";
import { expect, test } from "vitest";
import { afterRight, type Guesses, type GuessKind, waitsUntil, withOneMore } from "./guessing-waits.ts";

const DAY = 24 * 60 * 60_000;
const kinds: readonly GuessKind[] = ["account", "browser", "source"];

/** Guesses as often as one is let, and says how many were let in that time. */
function guessesIn(kind: GuessKind, time: number): number {
  let guesses: Guesses | null = null;
  let count = 0;
  for (let now = 0; now < time; ) {
    const until = waitsUntil(guesses, now);
    if (until !== null) {
      now = until;
      continue;
    }
    guesses = withOneMore(kind, guesses, now);
    count += 1;
  }
  return count;
}

test("whoever guesses a whole year without rest gets 378 guesses at an account, of ten thousand [accounts.slowed]", () => {
  expect(guessesIn("account", 365 * DAY)).toBe(378);
  expect(guessesIn("account", DAY)).toBe(14);
});

test("who mistypes twice waits for nothing, and after the third time half a minute", () => {
  let guesses = withOneMore("account", null, 0);
  guesses = withOneMore("account", guesses, 1_000);
  expect(waitsUntil(guesses, 1_000)).toBeNull();
  guesses = withOneMore("account", guesses, 2_000);
  expect(waitsUntil(guesses, 2_000)).toBe(32_000);
  expect(waitsUntil(guesses, 32_000)).toBeNull();
});

test("the right PIN makes an account begin anew, and buys an address nothing", () => {
  const many = { failures: 15, last: 0, until: null };
  expect(afterRight("account", many).failures).toBe(0);
  expect(afterRight("source", many).failures).toBe(14);
});

test("each wait is at least as long as the one before, and none is longer than a day", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 60 }),
      (kind, pauses) => {
        let guesses: Guesses | null = null;
        let now = 0;
        let before = 0;
        for (const pause of pauses) {
          now = Math.max(now, waitsUntil(guesses, now) ?? 0) + (kind === "source" ? 0 : pause);
          guesses = withOneMore(kind, guesses, now);
          const wait = (guesses.until ?? now) - now;
          expect(wait).toBeLessThanOrEqual(DAY);
          if (kind !== "source") expect(wait).toBeGreaterThanOrEqual(before);
          before = wait;
        }
      },
    ),
  );
});
