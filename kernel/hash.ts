/**
 * SHA-256 of our own, without waiting: rules run the same on a phone and a server, and the platforms' own digests either
 * must be awaited or exist on one side only. Source: FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
// biome-ignore format: eight words to a line, as in the standard
const roundConstants = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4 §5.3.3). */
// biome-ignore format: eight words to a line, as in the standard
const startingState = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
);

/** Words are signed 32-bit integers here: the same bits, which engines keep without a box. */
const BLOCK = 64;
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its closing bit, zeros and length, in whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

/** Fills the schedule of 64 words from one block. */
function schedule(words: Int32Array, view: DataView, from: number): void {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(from + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const early = words[i - 15] as number;
    const late = words[i - 2] as number;
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = (words[i - 16] as number) + first + (words[i - 7] as number) + second;
  }
}

/** Mixes one scheduled block into the state. The letters are those of the standard. */
function mix(state: Int32Array, words: Int32Array): void {
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const first = (h + upper + choice + (roundConstants[i] as number) + (words[i] as number)) | 0;
    const second = (lower + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i += 1) state[i] = (state[i] as number) + (mixed[i] as number);
}

/** SHA-256 of bytes, or of a text as UTF-8: 32 bytes. */
export function sha256(content: string | Uint8Array): Uint8Array {
  const message = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const view = padded(message);
  const state = Int32Array.from(startingState);
  const words = new Int32Array(64);
  for (let from = 0; from < view.byteLength; from += BLOCK) {
    schedule(words, view, from);
    mix(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i += 1) digest.setInt32(i * 4, state[i] as number);
  return new Uint8Array(digest.buffer);
}

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Bytes as lower-case hexadecimal text. */
export const hexText = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += pairs[byte];
  return text;
};

/** SHA-256 of bytes, or of a text as UTF-8, as 64 lower-case hexadecimal characters. */
export const sha256Hex = (content: string | Uint8Array): string => hexText(sha256(content));
