/**
 * Answers that a telephone believes: the exact text of a value, signed by the installation's key. Whatever stands between (a captive
 * portal, a proxy's error page) cannot make one, so nothing else changes what the telephone thinks it has delivered.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { sealWith } from "../../../store/writer/seal.ts";
import type { SignedAnswer } from "../wire.ts";
import type { FieldAt } from "./at.ts";

const [brotli, zipped] = [promisify(brotliCompress), promisify(gzip)];

/** Shorter than this, compressing costs more than it saves. */
const worthPacking = 600;
/** Half way: on 2G each byte counts, and a small server answers many telephones. */
const brotliQuality = 6;

/** Signs a value and answers with it, packed as the telephone can read. */
export async function signedAnswer(value: unknown, { request, services }: FieldAt): Promise<Response> {
  const answer = JSON.stringify(value);
  const { signature, keyId } = sealWith(services.installation.privateKey)(answer);
  const body = new TextEncoder().encode(JSON.stringify({ answer, key: keyId, signature } satisfies SignedAnswer));
  const headers = new Headers({ "Content-Type": "application/json; charset=utf-8", Vary: "Accept-Encoding" });
  const accepted = (request.headers.get("Accept-Encoding") ?? "").split(",").map((one) => one.trim().split(";")[0]);
  const coding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
  if (coding === null || body.byteLength < worthPacking) return new Response(body, { headers });
  headers.set("Content-Encoding", coding);
  const packed =
    coding === "br"
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
      : await zipped(body);
  return new Response(Uint8Array.from(packed), { headers });
}
