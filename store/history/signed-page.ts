/**
 * A page that its holder can keep and anybody can check: HTML with its data inside, and a last line that signs every byte before it.
 * The signature is Ed25519 by the installation's key over "ayni history|SHA-256 of those bytes, in hexadecimal".
 */
import { createHash, type KeyObject, sign, verify } from "node:crypto";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { keyIdOf, rawPublicKey } from "../writer/seal.ts";
import { publicKeyFrom } from "../writer/signatures.ts";

const signedText = (bytes: Uint8Array): Buffer =>
  Buffer.from(`ayni history|${createHash("sha256").update(bytes).digest("hex")}`, "utf8");

const lastLine = /\n<!-- ayni history ([A-Za-z0-9_-]{43}) ([A-Za-z0-9_-]{86}) -->\n$/;

/** Data as it stands in a page: nothing in it can end the element it stands in. */
export const dataElement = (data: unknown): string =>
  `<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;

/** Signs a page. */
export function signedPage(html: string, privateKey: KeyObject): Buffer {
  const bytes = Buffer.from(html, "utf8");
  const signature = sign(null, signedText(bytes), privateKey).toString("base64url");
  return Buffer.concat([
    bytes,
    Buffer.from(`\n<!-- ayni history ${rawPublicKey(privateKey)} ${signature} -->\n`, "utf8"),
  ]);
}

/** Who signed, and the data inside. `keyId` is what the installation itself tells of its key. */
export type CheckedPage = { readonly key: string; readonly keyId: string; readonly data: unknown };

/** Checks a page. Refuses `history.unreadable` (no such page) and `history.altered` (not what was signed). */
export function checkPage(file: string, bytes: Buffer): Result<CheckedPage> {
  const found = lastLine.exec(bytes.toString("latin1"));
  const [line = "", key = "", signature = ""] = found ?? [];
  if (found === null) return refused("history.unreadable", { file });
  const signed = bytes.subarray(0, bytes.length - line.length);
  if (!verify(null, signedText(signed), publicKeyFrom(key), Buffer.from(signature, "base64url")))
    return refused("history.altered", { file });
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(signed.toString("utf8"))?.[1];
  return data === undefined
    ? refused("history.unreadable", { file })
    : done({ key, keyId: keyIdOf(key), data: JSON.parse(data) });
}
