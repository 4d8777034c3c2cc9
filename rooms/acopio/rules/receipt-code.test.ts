/** The code of a receipt: what it says, how long it is, and that nothing in it is anything but what the paper has. */
import { generateKeyPairSync, sign, verify as verifyNow } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeText, type Sign, squareOf, type Verify } from "../../../kernel/cose/index.ts";
import type { ReceiptContent } from "../content.ts";
import { LONGEST_RECEIPT, receiptPayload } from "./receipt-code.ts";
import { type ReceiptRead, readReceipt } from "./receipt-read.ts";
import { readReceiptCode, sealedReceipt, sealHolds, sealReceipt } from "./receipt-seal.ts";
import { anyContent, cocoa, coffee, contentOf, crowded, milk } from "./testing/receipts.ts";

const host = "t3q.example";
const noSeal = new Uint8Array(64);
const noKey = new Uint8Array(32);
const bytesOf = (content: ReceiptContent): Uint8Array => sealedReceipt(content, noKey, noSeal);
const readOf = (content: ReceiptContent): ReceiptRead => {
  const read = readReceipt(receiptPayload(content));
  if (read === null) throw new Error("what we write, we read");
  return read;
};
const sideOf = (content: ReceiptContent): number => squareOf(codeText(bytesOf(content), host)).side;

describe("usual receipts [receipt.size]", () => {
  for (const [name, content] of Object.entries({ coffee, cocoa, milk, crowded }))
    test(`${name}: ${bytesOf(content).length} bytes, ${sideOf(content)} modules`, () => {
      expect(bytesOf(content).length).toBeLessThanOrEqual(LONGEST_RECEIPT);
      expect(sideOf(content)).toBeLessThanOrEqual(61);
    });

  test("seven sacks of coffee keep all that the producer compares with the paper", () => {
    expect(readOf(coffee)).toMatchObject({
      number: "QD2A-004417",
      happened: "2026-09-16",
      clock: "07:42",
      who: "0131",
      product: "coffee-parchment",
      bags: 7,
      gross: "412500",
      tare: "4900",
      net: "407600",
      paid: "404820",
      currency: "COP",
      price: "16043.64",
      value: "6494786",
      cash: "2940800",
      readings: coffee.measurements.map(({ measure, unit, value }) => ({ measure, unit, value })),
    });
  });

  test("wet cocoa and milk keep all of theirs, and their place", () => {
    expect(readOf(cocoa)).toMatchObject({
      product: "cocoa-wet",
      price: "3.10",
      value: "206.15",
      cash: "203.50",
      container: "bucket",
      place: "point-3",
      left: "203.51",
    });
    const read = readOf(milk);
    expect(read).toMatchObject({ who: "L-0457", place: "tank-1", container: "can", value: null, cash: null });
    expect(read.readings).toHaveLength(4);
    const withoutReadings = readOf(contentOf({ ...cocoa, measurements: [] }));
    expect(withoutReadings.plan).toEqual({ code: "cocoa-first", version: 1 });
  });

  test("of a hand-over with too much, readings go before money, and money never goes before names", () => {
    const read = readOf(crowded);
    expect(read).toMatchObject({ agreed: "with-objection", value: "6494786", cash: "2940800", who: "0131" });
    expect(read.readings.map((one) => one.measure)).toEqual(["moisture", "sample-grams", "sound-grams"]);
    expect(read).toMatchObject({ place: null, plan: null, claim: null, scale: null });
  });
});

describe("every possible content [receipt.code]", () => {
  test("gives at most 200 bytes, and a square of at most 61 modules", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(bytesOf(content).length).toBeLessThanOrEqual(LONGEST_RECEIPT);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(sideOf(content)).toBeLessThanOrEqual(61);
      }),
      { numRuns: 40 },
    );
  });

  test("what is in it is exact, and which hand-over it is, when, and its weight are always in it", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const read = readOf(content);
        const tail = (id: string, bytes: number): string => id.replace(/-/g, "").slice(-2 * bytes);
        expect(read).toMatchObject({
          delivery: content.delivery,
          bookTail: tail(content.book, 4),
          memberTail: tail(content.agent, 6),
          clerkTail: tail(content.by, 3),
          happened: content.happened,
          clock: content.clock,
          bags: content.bags,
          gross: content.gross,
          tare: content.tare,
          net: content.net,
        });
        const { shown } = content;
        const sameOrLeftOut: readonly [unknown, unknown][] = [
          [read.number, content.number],
          [read.product, content.product],
          [read.who, shown?.who],
          [read.paid, shown?.paid_g],
          [read.agreed, shown?.agreed],
          [read.currency, shown?.currency],
          [read.value, shown?.value],
          [read.price, shown?.unitPrice],
          [read.cash, shown?.cash],
          [read.left, shown?.net],
          [read.place, content.place],
          [read.claim, content.claim],
          [read.scale, content.scale],
        ];
        for (const [said, kept] of sameOrLeftOut) if (said !== null) expect(said).toBe(kept);
        if (read.plan !== null) expect(read.plan).toEqual({ code: shown?.plan?.code, version: shown?.plan?.version });
        if (read.container !== null)
          expect(content.weighings.every((one) => one.container === read.container)).toBe(true);
        // Readings stand in their order; some may be left out.
        let from = 0;
        for (const one of read.readings) {
          const rest = content.measurements.slice(from);
          const found = rest.findIndex(
            (m) => m.measure === one.measure && m.unit === one.unit && m.value === one.value,
          );
          expect(found).toBeGreaterThanOrEqual(0);
          from += found + 1;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("is a function of the content alone: names, words and single bags change nothing", () => {
    const bags = [
      { container: "sack", count: 3, gross: "181500", tare: "2100" },
      { container: "sack", count: 4, gross: "231000", tare: "2800" },
    ];
    const other = contentOf({ ...coffee, organisation: "Otro nombre", season: null, weighings: bags });
    expect(receiptPayload(other)).toEqual(receiptPayload(coffee));
  });

  test("one figure changed is another code", () => {
    for (const change of [{ bags: 6 }, { gross: "412501" }, { clock: "07:43" }, { agent: milk.delivery }])
      expect(receiptPayload(contentOf({ ...coffee, ...change }))).not.toEqual(receiptPayload(coffee));
  });

  test("bytes that are no receipt are not read, and nothing throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (some) => {
        expect(readReceipt(some)).toBeNull();
      }),
    );
    const payload = receiptPayload(coffee);
    for (let at = 0; at < payload.length; at += 1)
      for (const change of [1, 0x20, 0x80]) {
        const changed = Uint8Array.from(payload);
        changed[at] = (changed[at] as number) ^ change;
        readReceipt(changed); // It may say something else; the signature tells. It never throws.
      }
  });
});

describe("its seal [receipt.seal]", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  const signing: Sign = async (message) => new Uint8Array(sign(null, message, privateKey));
  const verify: Verify = (key, message, signature) =>
    verifyNow(
      null,
      message,
      { key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]), format: "der", type: "spki" },
      signature,
    );

  test("holds for the content it was made of, after any number of reprints", async () => {
    const seal = await sealReceipt(coffee, raw, signing);
    expect(await sealHolds(coffee, seal, raw, verify)).toBe(true);
    expect(await sealHolds(structuredClone(coffee), seal, raw, verify)).toBe(true);
    const printed = codeText(sealedReceipt(coffee, raw, seal), host);
    expect(codeText(sealedReceipt(structuredClone(coffee), raw, seal), host)).toBe(printed);
  });

  test("does not hold for another content, another key, or what is no seal", async () => {
    const seal = await sealReceipt(coffee, raw, signing);
    expect(await sealHolds(contentOf({ ...coffee, gross: "412501" }), seal, raw, verify)).toBe(false);
    expect(await sealHolds(coffee, seal, noKey, verify)).toBe(false);
    expect(await sealHolds(coffee, seal.slice(1), raw, verify)).toBe(false);
    expect(await sealHolds(coffee, noSeal, raw, verify)).toBe(false);
  });

  test("read back from its bytes, it says what the paper says", async () => {
    const code = readReceiptCode(sealedReceipt(cocoa, raw, await sealReceipt(cocoa, raw, signing)));
    expect(code?.read).toEqual(readOf(cocoa));
    expect(readReceiptCode(new Uint8Array(90))).toBeNull();
  });
});
