/** In which letters a file is written, found from its bytes. */
import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

/** What a file turned out to be: an encoding of the WHATWG list, or no text at all. */
export type Letters = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "none";

/** Bytes looked at to tell text from anything else. */
const beginningLength = 64 * 1024;

/**
 * The encoding of a file: by its byte order mark; UTF-16 without one by where its zero bytes stand; else UTF-8 if all of it is
 * (or nearly: a few lost bytes among many whole letters), else Windows-1252, which spreadsheet programs of Latin America save
 * by default. A file with other zero bytes is no text.
 */
export async function lettersOf(file: string): Promise<Letters> {
  let kept: Uint8Array = new Uint8Array(0);
  let first = true;
  const seen = { whole: 0, lost: 0 };
  for await (const piece of createReadStream(file, { highWaterMark: beginningLength }) as AsyncIterable<Buffer>) {
    if (first) {
      const told = marked(piece) ?? zeros(piece);
      if (told !== null) return told;
      first = false;
    }
    const bytes = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
    const end = lastLetterEnd(bytes);
    count(bytes.subarray(0, end), seen);
    kept = bytes.subarray(end);
  }
  if (kept.length > 0) seen.lost += 1;
  return seen.lost > 0 && seen.whole < 2 * seen.lost ? "windows-1252" : "utf-8";
}

function marked(bytes: Uint8Array): Letters | null {
  const [one, two, three] = bytes;
  if (one === 0xff && two === 0xfe) return "utf-16le";
  if (one === 0xfe && two === 0xff) return "utf-16be";
  return one === 0xef && two === 0xbb && three === 0xbf ? "utf-8" : null;
}

/** Latin text in UTF-16 has a zero in every second byte; no other text has any. */
function zeros(bytes: Uint8Array): Letters | null {
  const found = [0, 0];
  for (const [place, byte] of bytes.entries()) if (byte === 0) found[place % 2] = (found[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = found;
  if (even + odd === 0) return null;
  const many = bytes.length / 4;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : "none";
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
/** How many bytes a letter has that begins so; 0: none begins so. Source: RFC 3629. */
const letterLength = (byte: number): number =>
  byte < 0x80
    ? 1
    : byte >= 0xc2 && byte <= 0xdf
      ? 2
      : (byte & 0xf0) === 0xe0
        ? 3
        : byte >= 0xf0 && byte <= 0xf4
          ? 4
          : 0;

/** Where the last whole letter ends, so that none is cut in two by the pieces of a stream. */
function lastLetterEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (isContinuation(byte)) continue;
    return letterLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function count(bytes: Uint8Array, seen: { whole: number; lost: number }): void {
  if (isUtf8(bytes)) {
    if (!isAscii(bytes)) seen.whole += 1;
    return;
  }
  for (let at = 0; at < bytes.length; ) {
    const length = letterLength(bytes[at] as number);
    const isWhole = length > 0 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length;
    if (!isWhole) seen.lost += 1;
    else if (length > 1) seen.whole += 1;
    at += isWhole ? length : 1;
  }
}
