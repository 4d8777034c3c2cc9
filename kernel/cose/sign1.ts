/**
 * COSE_Sign1 with Ed25519: a payload, who signed it, and the signature. Keys and the arithmetic of curves stay outside: signing and
 * checking are given, and may be asynchronous. Source: RFC 9052, sections 4.2 and 4.4; RFC 9864 for the algorithm's number.
 */
import { sha256 } from "../hash.ts";
import { assert } from "../refusal.ts";
import { type Cbor, decodeCbor, encodeCbor } from "./cbor.ts";

/** Numbers of header parameters and of the one algorithm (IANA, "COSE Header Parameters" and "COSE Algorithms"). */
const ALGORITHM = 1;
const KEY_ID = 4;
const ED25519 = -19;

const KEY_ID_LENGTH = 8;
const SIGNATURE_LENGTH = 64;

/** A signed statement as its parts. `kid` says which key signed: see `keyId`. */
export type Signed = {
  readonly kid: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
};

/** Signs bytes: 64 bytes of Ed25519. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
/** Whether a signature over bytes is by a raw public key of 32 bytes. */
export type Verify = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/** The short name of a key: the first 8 bytes of SHA-256 of the raw public key. */
export const keyId = (publicKey: Uint8Array): Uint8Array => sha256(publicKey).slice(0, KEY_ID_LENGTH);

const protectedHeader = (kid: Uint8Array): Uint8Array =>
  encodeCbor(
    new Map<number, Cbor>([
      [ALGORITHM, ED25519],
      [KEY_ID, kid],
    ]),
  );

/** The bytes that are signed: RFC 9052's Sig_structure, without further data from outside. */
export const toBeSigned = (kid: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(["Signature1", protectedHeader(kid), new Uint8Array(), payload]);

/** The statement as bytes: an untagged COSE_Sign1. */
export function encodeSigned({ kid, payload, signature }: Signed): Uint8Array {
  assert(kid.length === KEY_ID_LENGTH, "a key is named by 8 bytes");
  assert(signature.length === SIGNATURE_LENGTH, "a signature is 64 bytes");
  return encodeCbor([protectedHeader(kid), new Map(), payload, signature]);
}

/** How many bytes a statement takes beside a payload of 24 to 255 bytes. */
export const SIGNED_OVERHEAD = 84;

/** Signs a payload by the key that `kid` names, and gives the statement as bytes. */
export async function signReceipt(payload: Uint8Array, kid: Uint8Array, sign: Sign): Promise<Uint8Array> {
  return encodeSigned({ kid, payload, signature: await sign(toBeSigned(kid, payload)) });
}

/** Reads a statement, without judging its signature; null when it is no COSE_Sign1 of ours in its one spelling. */
export function readSigned(bytes: Uint8Array): Signed | null {
  const parts = decodeCbor(bytes);
  if (!Array.isArray(parts) || parts.length !== 4) return null;
  const [header, unprotected, payload, signature] = parts as readonly Cbor[];
  const areBytes = header instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array;
  if (!areBytes || signature.length !== SIGNATURE_LENGTH) return null;
  if (!(unprotected instanceof Map) || unprotected.size > 0) return null;
  const kid = kidIn(header);
  return kid === null ? null : { kid, payload, signature };
}

/** The key's name in a protected header that says Ed25519 and this name, and nothing else. */
function kidIn(header: Uint8Array): Uint8Array | null {
  const said = decodeCbor(header);
  if (!(said instanceof Map) || said.size !== 2 || said.get(ALGORITHM) !== ED25519) return null;
  const kid = said.get(KEY_ID);
  return kid instanceof Uint8Array && kid.length === KEY_ID_LENGTH ? kid : null;
}

/** Whether a statement was signed by this key: its name is the key's, and its signature holds. */
export async function signedBy(publicKey: Uint8Array, signed: Signed, verify: Verify): Promise<boolean> {
  const names = keyId(publicKey).every((byte, at) => byte === signed.kid[at]);
  return names && (await verify(publicKey, toBeSigned(signed.kid, signed.payload), signed.signature));
}
