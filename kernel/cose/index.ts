/** Signed statements that fit on a slip: their bytes, their signature, and how they travel in a square code. */
export { bytesInText, bytesOfDigits, codeHost, codeText, digitsOf, fitsCode } from "./carrier.ts";
export { type Cbor, decodeCbor, encodeCbor, sameBytes } from "./cbor.ts";
export { shortCode } from "./short.ts";
export {
  encodeSigned,
  keyId,
  readSigned,
  SIGNED_OVERHEAD,
  type Sign,
  type Signed,
  signedBy,
  signReceipt,
  toBeSigned,
  type Verify,
} from "./sign1.ts";
export { QUIET_ZONE, type Square, squareOf, squarePath } from "./square.ts";
