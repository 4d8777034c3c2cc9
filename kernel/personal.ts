/**
 * Personal data stands beside the act. A personal value (name, identity number, telephone, coordinates) is not in the body
 * that is signed and chained: the body holds the SHA-256 of 16 random bytes and the value. Value and salt travel beside it
 * and live in a table of their own, so that they can be erased while the proof, the chain and every sum stay.
 */
import * as z from "zod/mini";
import { sha256Hex } from "./hash.ts";

/** What the body says in place of a personal value: what kind it is, and its digest. */
export type Sealed = { readonly kind: PersonalKind; readonly digest: string };

/** The kinds of personal value; each has its own retention and its own log of who looked. */
export const personalKinds = [
  "name",
  "identity-number",
  "telephone",
  "birth-date",
  "photo",
  "voice",
  "coordinates",
  "account-number",
  "address",
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A personal value as it travels and is kept beside the act. `salt` is 16 random bytes as 32 hex digits. */
export type PersonalValue = { readonly digest: string; readonly salt: string; readonly value: string };

/** Schema of a personal field of the given kind in an act. */
export const personal = (kind: PersonalKind) =>
  z.object({ kind: z.literal(kind), digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

/** The digest that binds a value and its salt. */
export const sealDigest = (salt: string, value: string): string => sha256Hex(`${salt}:${value}`);

/** Seals a value with a salt (32 hex digits of 16 random bytes, made at the edge). */
export function seal(
  kind: PersonalKind,
  value: string,
  salt: string,
): { readonly sealed: Sealed; readonly beside: PersonalValue } {
  const digest = sealDigest(salt, value);
  return { sealed: { kind, digest }, beside: { digest, salt, value } };
}

/** Whether a value and salt are what the digest promised. */
export const isSealed = (beside: PersonalValue): boolean => sealDigest(beside.salt, beside.value) === beside.digest;
