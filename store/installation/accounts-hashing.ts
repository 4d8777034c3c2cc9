/**
 * Hashing of PINs and codes by Argon2id (RFC 9106), so slow and so hungry that a stolen database gives few of them away. Only a few
 * are computed at once: each takes 19 MiB, and a crowd that guesses must not eat the memory of those who work.
 */
import { createHash } from "node:crypto";
import { hash, hashRaw, parseOptions, verify } from "@node-rs/argon2";

/** The one place of the parameters. OWASP's Password Storage Cheat Sheet asks for at least 19 MiB, two passes, one lane. */
export const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Computed at once, and how many more may wait. */
const atOnce = 2;
const mostWaiting = 64;

/** Hashes and compares, a few at a time. Each answers null when too many wait already. */
export type Hashing = {
  hash(secret: string): Promise<string | null>;
  /** Whether a secret is what was hashed; without a hash (`null`) it takes the same time and is not. */
  isRight(kept: string | null, secret: string): Promise<boolean | null>;
  /** The same for the same code each time, so that a code can be looked up. `purpose` keeps codes of two kinds apart. */
  codeHash(purpose: string, code: string): Promise<Buffer | null>;
  /** How many were computed since the beginning, and the most at the same time: for tests of what guessing costs. */
  readonly computed: () => number;
  readonly most: () => number;
};

/** Longest secret that is looked at; no PIN or code is longer. */
const longest = 100;

/** Whether a hash was made with other parameters than those of today: it is renewed at the next good sign-in. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept);
  return memoryCost < argon2id.memoryCost || timeCost < argon2id.timeCost || parallelism !== argon2id.parallelism;
}

/** Opens the queue. The hash that stands for unknown accounts is of a text that nobody can type as a PIN. */
export function openHashing(): Hashing {
  const waiting: (() => void)[] = [];
  let running = 0;
  let most = 0;
  let computed = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return null;
      await new Promise<void>((turn) => waiting.push(turn)); // Whoever ends hands the place on, so `running` stays.
    } else running += 1;
    most = Math.max(most, running);
    computed += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
  let nobody: Promise<string> | null = null;
  const nobodys = (): Promise<string> => {
    nobody ??= hash("nobody's PIN", argon2id);
    return nobody;
  };
  void nobodys(); // Made at the beginning, so that the first unknown name takes no longer than the next.
  return {
    hash: (secret) => inTurn(() => hash(secret.slice(0, longest), argon2id)),
    isRight: (kept, secret) =>
      inTurn(async () => (await verify(kept ?? (await nobodys()), secret.slice(0, longest))) && kept !== null),
    codeHash: (purpose, code) => {
      const salt = createHash("sha256").update(`ayni ${purpose}`).digest().subarray(0, 16);
      return inTurn(() => hashRaw(code.slice(0, longest), { ...argon2id, salt }));
    },
    computed: () => computed,
    most: () => most,
  };
}
