/** The body of a telephone's request: the bytes as sent, which its signature binds, and what they hold when they are unpacked. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { refused } from "../../../kernel/refusal.ts";
import { bodyBytes, largestBody } from "../../api/body.ts";
import { RequestRefused } from "../../server/problem.ts";

const unzipped = promisify(gunzip);

/** Most bytes of a request as sent. A push of 200 hand-overs, compressed, is a fiftieth of it. */
export const largestSent = 2 * 1024 * 1024;

/** A body: as sent, and opened. The same where it came as it is. */
export type OpenedBody = { readonly sent: Uint8Array; readonly opened: Uint8Array };

const tooLarge = (largest: number): RequestRefused =>
  new RequestRefused(413, refused("request.too-large", { largestBody: largest }).refusal);

/** Reads a body, and unpacks it if it says that it is packed; no more is unpacked than any request may hold. */
export async function openedBody(request: Request): Promise<OpenedBody> {
  const coding = (request.headers.get("Content-Encoding") ?? "identity").trim().toLowerCase();
  if (coding !== "identity" && coding !== "gzip")
    throw new RequestRefused(415, refused("request.coding-unknown", { coding: coding.slice(0, 40) }).refusal);
  const sent = await bodyBytes(request, largestSent);
  if (sent === null) throw tooLarge(largestSent);
  if (coding === "identity") return { sent, opened: sent };
  try {
    return { sent, opened: await unzipped(sent, { maxOutputLength: largestBody }) };
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(largestBody);
    throw new RequestRefused(400, refused("request.not-gzip").refusal);
  }
}
