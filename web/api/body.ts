/** Reads the body of a request: whole, within a size, as UTF-8 and JSON, each failure told apart. */
import { isUtf8 } from "node:buffer";
import { deepestNesting, isTooDeep } from "../../kernel/act/heard.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";

/** Most bytes of one request. A batch of 200 hand-overs takes about a twentieth of it. */
export const largestBody = 8 * 1024 * 1024;

/** The bytes of a body; null when there are more than `largest`, of which no more is read. */
export async function bodyBytes(request: Request, largest: number = largestBody): Promise<Uint8Array | null> {
  const length = request.headers.get("Content-Length");
  if (length !== null && (!/^\d{1,15}$/.test(length) || Number.parseInt(length, 10) > largest)) return null;
  if (request.body === null) return new Uint8Array(0);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces, size);
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
}

/** Whether a request says that its body is JSON. */
export const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get("Content-Type") ?? "");

/** The text of UTF-8 bytes, without a mark of their order before it. Four times as fast as a strict TextDecoder, measured. */
function utf8Text(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** The value of JSON bytes, or why they cannot be read: `request.not-utf8`, `act.too-deep`, `request.not-json`. */
export function jsonOf(bytes: Uint8Array): { readonly value: unknown } | { readonly unreadable: Refusal } {
  if (!isUtf8(bytes)) return { unreadable: refused("request.not-utf8").refusal };
  const text = utf8Text(bytes);
  // A request has four levels; parsing a million would stop everybody else for a second.
  if (isTooDeep(text)) return { unreadable: refused("act.too-deep", { deepest: deepestNesting }).refusal };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { unreadable: refused("request.not-json").refusal };
  }
}
