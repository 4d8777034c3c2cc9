import type { FileBytes } from "./sheet.ts";

/** What a byte that is no text in the encoding becomes when it is decoded (Unicode's replacement character). */
export const LOST_CHARACTER = "\uFFFD";

/** Spreadsheet programs write UTF-16 with a byte order mark when asked for "Unicode text"; all else is read as UTF-8. */
const encodingOf = (first: Uint8Array): "utf-8" | "utf-16le" =>
  first[0] === 0xff && first[1] === 0xfe ? "utf-16le" : "utf-8";

/**
 * The text of a file, piece by piece, without its byte order mark. Bytes that are no text become `LOST_CHARACTER`;
 * nothing is thrown, so the rows around them can still be read.
 */
export async function* textOf(bytes: FileBytes): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    decoder ??= new TextDecoder(encodingOf(piece));
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}
