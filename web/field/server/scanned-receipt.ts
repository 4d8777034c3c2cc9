/** A receipt in a producer's hand, scanned at the office: judged, and made into what `delivery.receive` says again. */

import { verify } from "node:crypto";
import type pg from "pg";
import { signedBy, type Verify } from "../../../kernel/cose/index.ts";
import { hexText } from "../../../kernel/hash.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { saysOfReceipt } from "../../../rooms/acopio/rules/from-paper.ts";
import { readReceiptCode } from "../../../rooms/acopio/rules/receipt-seal.ts";
import { agentsEndingIn, planOfCode, sealingDevice } from "../../../store/field/scanned.ts";
import type { PaperSeal } from "../../../store/field/seals.ts";
import { publicKeyFrom } from "../../../store/writer/signatures.ts";

/** What is to be said (way `paper`, under the receipt's number), and the seal to be kept once it was taken. */
export type ScannedReceipt = {
  readonly says: unknown;
  readonly number: string;
  readonly device: string;
  readonly seal: PaperSeal;
};

const isBy: Verify = (publicKey, bytes, signature) =>
  verify(null, bytes, publicKeyFrom(Buffer.from(publicKey).toString("base64url")), signature);

/**
 * Reads the signed bytes of a scanned receipt for a book. Refused, to whoever scans: `receipt-code.unreadable`, `.other-book`,
 * `.device-unknown`, `.seal-broken`, `.somebody-unknown` (the register has not who it names), `.incomplete` (a field that a hand-over needs did not fit).
 */
export async function scannedReceipt(pool: pg.Pool, book: string, signed: Uint8Array): Promise<Result<ScannedReceipt>> {
  const code = readReceiptCode(signed);
  if (code === null) return refused("receipt-code.unreadable");
  const { read } = code;
  if (!book.replaceAll("-", "").endsWith(read.bookTail)) return refused("receipt-code.other-book");
  const sealing = await sealingDevice(pool, book, hexText(code.signed.kid));
  if (sealing === null) return refused("receipt-code.device-unknown");
  const key = Uint8Array.from(Buffer.from(sealing.publicKey, "base64url"));
  if (!(await signedBy(key, code.signed, isBy))) return refused("receipt-code.seal-broken", { device: sealing.device });
  const [[member, ...twins], [by, ...others]] = await Promise.all([
    agentsEndingIn(pool, book, read.memberTail),
    agentsEndingIn(pool, book, read.clerkTail),
  ]);
  if (member === undefined || by === undefined || twins.length + others.length > 0)
    return refused("receipt-code.somebody-unknown", { who: read.who });
  const { number, product } = read;
  const place = read.place ?? sealing.place;
  if (number === null || product === null || place === null) return refused("receipt-code.incomplete", { number });
  const plan = read.plan === null ? null : await planOfCode(pool, book, read.plan.code, read.plan.version);
  const { device } = sealing;
  const says = saysOfReceipt(read, { member, by, device, place, product, number, plan }, base64Of(signed));
  const seal = { delivery: read.delivery, signature: base64Of(code.signed.signature) };
  return done({ says, number, device, seal });
}

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
