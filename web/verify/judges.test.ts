/**
 * Judged by programs that are not ours: zbarimg reads the square off a picture, and Python with Debian's cbor2 and PyNaCl reads the bytes,
 * the keys and both signatures (`docs/receipt-verify.py`). Without them these tests fail and say what to install.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeText, digitsOf, type Square, squareOf } from "../../kernel/cose/index.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { LONGEST_RECEIPT } from "../../rooms/acopio/rules/receipt-code.ts";
import { anyContent, cocoa, coffee, crowded, milk } from "../../rooms/acopio/rules/testing/receipts.ts";
import { testBook } from "../../rooms/book/testing.ts";
import { squarePng } from "../testing/png.ts";
import { handedOver, sealedBy } from "../testing/receipts.ts";
import { type Served, served } from "../testing/served.ts";

let server: Served;
let folder: string;
let keys: string;
const host = "t3q.example";
/** Debian's own, which has Debian's packages; or the one named by PYTHON. */
const python = process.env.PYTHON ?? "/usr/bin/python3";
const script = join(import.meta.dirname, "..", "..", "docs", "receipt-verify.py");

beforeAll(async () => {
  for (const [program, ...words] of [
    ["zbarimg", "--version"],
    [python, "-c", "import cbor2, nacl"],
  ])
    if (spawnSync(program as string, words).status !== 0)
      throw new Error(
        "install zbar-tools, python3-cbor2 and python3-nacl: a receipt that only we can read is not tested",
      );
  folder = mkdtempSync(join(tmpdir(), "ayni-judges-"));
  server = await served();
  keys = join(folder, "keys.json");
  writeFileSync(keys, await (await server.get(`/verify/${testBook}/keys`, null)).text());
});
afterAll(async () => {
  await server?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** What zbarimg reads in a picture of a square. */
function seen(square: Square, dots: number): string {
  const file = join(folder, "square.png");
  writeFileSync(file, squarePng(square, dots));
  const words = ["--raw", "-q", "--nodbus", "-Sdisable", "-Sqrcode.enable", file];
  return execFileSync("zbarimg", words, { encoding: "utf8" }).trim();
}

type Judged = Readonly<Record<string, unknown>> | null;
/** What Python finds in a text; null when it says that it does not hold. */
function judged(text: string): Judged {
  const { status, stdout, stderr } = spawnSync(python, [script, keys], { input: text, encoding: "utf8" });
  if (status === 0) return JSON.parse(stdout) as Judged;
  expect(stderr).toContain("does not hold");
  return null;
}

const saidOf = (content: ReceiptContent) => ({
  delivery: content.delivery.replace(/-/g, ""),
  member_tail: content.agent.replace(/-/g, "").slice(-12),
  happened: content.happened,
  clock: content.clock,
  containers: content.bags,
});

describe("foreign code from the picture to the figures [receipt.judges]", () => {
  test("a receipt that the book keeps: read by zbarimg at 5 dots, verified by Python, figure by figure", async () => {
    const content = await handedOver(server);
    const text = codeText(sealedBy(server, content), host);
    expect(squareOf(text).side).toBe(61);
    const read = seen(squareOf(text), 5);
    expect(read).toBe(text);
    expect(judged(read)).toEqual({
      organisation: "Cooperativa La Esperanza",
      from: expect.any(String),
      until: null,
      ...saidOf(content),
      number: "QD2A-000018",
      who: "0131",
      gross: 412500,
      tare: 4900,
      net: 407600,
      paid: 404820,
      value: "6494786",
      price: "16043.64",
      cash: "2940800",
      readings: ["12.6", "250", "188.2", "9.4"],
    });
  });

  for (const [name, content] of Object.entries({ coffee, cocoa, milk, crowded }))
    test(`${name}: behind an address and as digits alone, at 3, 4 and 5 dots`, () => {
      const bytes = sealedBy(server, content);
      expect(bytes.length).toBeLessThanOrEqual(LONGEST_RECEIPT);
      for (const at of [host, null])
        for (const dots of [3, 4, 5]) expect(seen(squareOf(codeText(bytes, at)), dots)).toBe(codeText(bytes, at));
      expect(judged(codeText(bytes, host))).toMatchObject(saidOf(content));
    });

  test("random receipts are read as they are, by the one and by the other", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const text = codeText(sealedBy(server, content), host);
        const read = seen(squareOf(text), 3);
        expect(read).toBe(text);
        const { happened, ...said } = saidOf(content);
        expect(judged(read)).toMatchObject({ ...said, happened });
      }),
      { numRuns: 15 },
    );
  });

  test("one digit changed, and Python says that it does not hold", () => {
    const digits = digitsOf(sealedBy(server, coffee));
    for (const at of [3, 100, 300, digits.length - 1]) {
      const other = `${(Number.parseInt(digits.charAt(at), 10) + 1) % 10}`;
      expect(judged(digits.slice(0, at) + other + digits.slice(at + 1)), `digit ${at}`).toBeNull();
    }
  });
});
