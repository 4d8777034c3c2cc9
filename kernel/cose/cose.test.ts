/** Signed statements: their one spelling, whose signature they carry, and that nothing else is read as one. */
import { generateKeyPairSync, type KeyObject, sign as signNow, verify as verifyNow } from "node:crypto";
import { decode, encode, rfc8949EncodeOptions } from "cborg";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Cbor,
  decodeCbor,
  encodeCbor,
  encodeSigned,
  keyId,
  readSigned,
  SIGNED_OVERHEAD,
  signedBy,
  signReceipt,
  toBeSigned,
  type Verify,
} from "./index.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replace(/\s/g, ""), "hex"));

/** A key pair as raw bytes, with Node's own Ed25519. */
function pair(): { readonly publicKey: Uint8Array; readonly key: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32)),
    key: privateKey,
  };
}
const spki = Buffer.from("302a300506032b6570032100", "hex");
const verify: Verify = (publicKey, message, signature) =>
  verifyNow(null, message, { key: Buffer.concat([spki, publicKey]), format: "der", type: "spki" }, signature);

describe("one spelling [receipt.cose]", () => {
  test("maps are written in the order of their keys, whole numbers as short as they go", () => {
    const map = new Map<number, Cbor>([
      [24, true],
      [1, 412_500],
      [-19, "a"],
      [3, [0, -1, 23, 24, 256, 65_536]],
    ]);
    // RFC 8949, section 4.2.1: keys by their bytes, so that 1, 3, 24 stand before -19.
    expect(encodeCbor(map)).toEqual(bytes("a4 01 1a00064b54 03 86 00 20 17 1818 190100 1a00010000 1818 f5 32 6161"));
  });

  for (const [what, spelled] of Object.entries({
    "a number longer than it needs": "1801",
    "keys out of order": "a2 03 01 01 01",
    "a key said twice": "a2 01 01 01 02",
    "a text as a key": "a1 61 61 01",
    "open length": "9f 01 ff",
    "a fraction": "f9 3e00",
    "a whole number as a fraction": "f9 3c00",
    undefined: "f7",
    "a tag": "c2 41 01",
    "half a value": "83 01 02",
    "a text that is no Unicode": "61 ff",
    "a list longer than there are bytes": "9b 00000000ffffffff",
    "lists in lists without end": "81".repeat(60),
    "a value and a byte more": "01 00",
    nothing: "",
  }))
    test(`${what} is not read`, () => expect(decodeCbor(bytes(spelled))).toBeNull());

  const values: fc.Arbitrary<Cbor> = fc.letrec<{ value: Cbor }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.maxSafeInteger(),
      fc.integer({ min: -300, max: 70_000 }),
      fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n - 1n }),
      fc.string({ unit: "binary" }),
      fc.uint8Array({ maxLength: 300 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 5 }),
      fc
        .uniqueArray(fc.tuple(fc.integer({ min: -1_000, max: 1_000 }), tie("value")), { selector: ([key]) => key })
        .map((entries) => new Map(entries)),
    ),
  })).value;

  test("another implementation writes the same bytes, and reads ours as we do", () => {
    fc.assert(
      fc.property(values, (value) => {
        const ours = encodeCbor(value);
        expect(hex(ours)).toBe(hex(encode(value, rfc8949EncodeOptions)));
        expect(decodeCbor(ours)).toEqual(decode(ours, { useMaps: true }));
      }),
      { numRuns: 1_000 },
    );
  });

  test("what it reads of any bytes, another implementation reads too, and as the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 12 }), values.map(encodeCbor)), fc.nat(), (some, at) => {
        const changed = Uint8Array.from(some);
        if (changed.length > 0) changed[at % changed.length] = (at >> 8) & 255;
        const read = decodeCbor(changed);
        if (read !== null) expect(read).toEqual(decode(changed, { useMaps: true, strict: true }));
      }),
      { numRuns: 2_000 },
    );
  });

  test("whatever is read is written back byte by byte, and reading never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
        const value = decodeCbor(some);
        if (value !== null) expect(hex(encodeCbor(value))).toBe(hex(some));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("signed statements [receipt.cose]", () => {
  const { publicKey, key } = pair();
  const sign = (message: Uint8Array): Uint8Array => new Uint8Array(signNow(null, message, key));
  const payload = bytes("a1 01 18 2a");

  test("header, Sig_structure and statement are those of RFC 9052, byte for byte", async () => {
    const kid = keyId(publicKey);
    const header = `a2 01 32 04 48 ${hex(kid)}`;
    const text = hex(new TextEncoder().encode("Signature1"));
    expect(toBeSigned(kid, payload)).toEqual(bytes(`84 6a ${text} 4d ${header} 40 44 a101182a`));
    const signed = await signReceipt(payload, kid, async (message) => sign(message));
    const signature = hex(sign(toBeSigned(kid, payload)));
    expect(signed).toEqual(bytes(`84 4d ${header} a0 44 a101182a 5840 ${signature}`));
  });

  test("beside a payload of usual length it takes 84 bytes", async () => {
    const long = encodeCbor("x".repeat(100));
    expect((await signReceipt(long, keyId(publicKey), sign)).length - long.length).toBe(SIGNED_OVERHEAD);
  });

  test("read back, it is by this key and by no other", async () => {
    const signed = readSigned(await signReceipt(payload, keyId(publicKey), sign));
    expect(signed?.payload).toEqual(payload);
    if (signed === null) return;
    expect(await signedBy(publicKey, signed, verify)).toBe(true);
    expect(await signedBy(pair().publicKey, signed, verify)).toBe(false);
    // Under the right name, but by another key.
    const { key: other } = pair();
    const forged = { ...signed, signature: new Uint8Array(signNow(null, toBeSigned(signed.kid, payload), other)) };
    expect(await signedBy(publicKey, forged, verify)).toBe(false);
  });

  test("one bit changed anywhere, and it is not read or not valid", async () => {
    const whole = await signReceipt(payload, keyId(publicKey), sign);
    for (let at = 0; at < whole.length * 8; at += 1) {
      const changed = Uint8Array.from(whole);
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7));
      const signed = readSigned(changed);
      if (signed !== null) expect(await signedBy(publicKey, signed, verify), `bit ${at}`).toBe(false);
    }
  });

  test("another algorithm, a second header, an unprotected header or a short name of a key are not read", () => {
    const kid = keyId(publicKey);
    const signature = new Uint8Array(64);
    const header = (entries: [number, Cbor][]): Uint8Array => encodeCbor(new Map(entries));
    const whole = (head: Uint8Array, open: Cbor = new Map()): Uint8Array =>
      encodeCbor([head, open, payload, signature]);
    const [algorithm, named]: [number, Cbor][] = [
      [1, -19],
      [4, kid],
    ];
    if (algorithm === undefined || named === undefined) return;
    expect(readSigned(whole(header([algorithm, named])))).not.toBeNull();
    for (const entries of [
      [[1, -8], named],
      [algorithm],
      [algorithm, [4, kid.slice(1)]],
      [algorithm, named, [3, 0]],
    ] as [number, Cbor][][])
      expect(readSigned(whole(header(entries)))).toBeNull();
    expect(readSigned(whole(header([algorithm, named]), new Map([[4, kid]])))).toBeNull();
    expect(readSigned(encodeSigned({ kid, payload, signature }).slice(0, -1))).toBeNull();
  });
});
