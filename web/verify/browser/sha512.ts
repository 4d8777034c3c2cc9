/**
 * SHA-512 in plain JavaScript, for checking one signature where the browser offers no digest: over plain HTTP, and in a file that a
 * telephone opens from its own folder. Short rather than fast: a receipt takes three blocks. Source: FIPS 180-4, sections 4.1.3, 5.3.5
 * and 6.4.
 */

const WORD = (1n << 64n) - 1n;
const BLOCK = 128;

/** The first primes: the standard's constants are the beginnings of their roots. */
const primes: readonly bigint[] = Array.from({ length: 410 }, (_, at) => BigInt(at))
  .filter(
    (one) =>
      one > 1n && !Array.from({ length: 19 }, (_, of) => BigInt(of + 2)).some((of) => of < one && one % of === 0n),
  )
  .slice(0, 80);

/** The whole part of a root: of degree 2 or 3. */
function root(of: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= of) low = middle;
    else high = middle;
  }
  return low;
}

/** The first 64 bits of the fraction of a root. */
const fraction = (prime: bigint, degree: bigint): bigint => root(prime << (64n * degree), degree) & WORD;

let kept: { readonly start: readonly bigint[]; readonly rounds: readonly bigint[] } | null = null;
function constants() {
  kept ??= {
    start: primes.slice(0, 8).map((prime) => fraction(prime, 2n)),
    rounds: primes.map((prime) => fraction(prime, 3n)),
  };
  return kept;
}

const turned = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & WORD;

/** The 80 words of a block. */
function schedule(view: DataView, from: number): bigint[] {
  const words = Array.from({ length: 16 }, (_, at) => view.getBigUint64(from + 8 * at));
  for (let at = 16; at < 80; at += 1) {
    const [early, late] = [words[at - 15] as bigint, words[at - 2] as bigint];
    const first = turned(early, 1n) ^ turned(early, 8n) ^ (early >> 7n);
    const second = turned(late, 19n) ^ turned(late, 61n) ^ (late >> 6n);
    words.push(((words[at - 16] as bigint) + first + (words[at - 7] as bigint) + second) & WORD);
  }
  return words;
}

/** SHA-512 of bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 17) / BLOCK) * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const { start, rounds } = constants();
  let state = [...start];
  for (let from = 0; from < padded.length; from += BLOCK) {
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (const [at, word] of schedule(view, from).entries()) {
      const upper = turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n);
      const lower = turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n);
      const first = h + upper + ((e & f) ^ (~e & g & WORD)) + (rounds[at] as bigint) + word;
      const second = lower + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & WORD, c, b, a, (first + second) & WORD];
    }
    state = state.map((one, at) => (one + ([a, b, c, d, e, f, g, h][at] as bigint)) & WORD);
  }
  const digest = new DataView(new ArrayBuffer(64));
  for (const [at, word] of state.entries()) digest.setBigUint64(8 * at, word);
  return new Uint8Array(digest.buffer);
}
