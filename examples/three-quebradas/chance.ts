/**
 * Chance from a seed: the same seed and the same name give the same draws on every machine. Each part of the example draws from a
 * stream of its own name, so that a change in one does not move the others.
 * Source: sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand), begun from the SHA-256 of seed and name.
 */
import { sha256 } from "../../kernel/hash.ts";

/** A stream of draws. */
export type Chance = {
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  /** One of these. */
  pick<T>(of: readonly T[]): T;
  /** Whether something happens that happens `of` times in a hundred. */
  happens(of: number): boolean;
  /** The same things in another order. */
  shuffled<T>(of: readonly T[]): T[];
  /** 16 bytes as 32 hex digits: a salt for a sealed value. */
  salt(): string;
};

/** The stream of a name. */
export function chanceOf(seed: string, name: string): Chance {
  const start = sha256(`${seed} ${name}`);
  const word = (at: number): number => new DataView(start.buffer, start.byteOffset).getUint32(at * 4);
  let [a, b, c, counter] = [word(0), word(1), word(2), 1];
  const next = (): number => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next(); // Until the first bits have spread.
  // The bias of a remainder of 32 bits over a few hundred is below one in ten million: nobody's draw is moved by it.
  const below = (count: number): number => next() % count;
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick,
    happens: (of) => below(100) < of,
    shuffled: (of) => {
      const left = [...of];
      return of.map(() => left.splice(below(left.length), 1)[0] as (typeof of)[number]);
    },
    salt: () => [0, 0, 0, 0].map(() => next().toString(16).padStart(8, "0")).join(""),
  };
}
