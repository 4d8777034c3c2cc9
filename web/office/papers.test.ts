/** Papers of worked example 1 as they leave the house: judged by poppler and qpdf, and looked at in a browser. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { readExplained } from "../../rooms/settlement/rules/explained-file.ts";
import { recompute } from "../../rooms/settlement/rules/recompute.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import type { Served } from "../testing/served.ts";
import { laterReceipt, settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
let folder: string;
let browser: Browser;
let number: string;
const receipt = laterReceipt;
const at = (path: string) => `/o/${testBook}/${path}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ayni-papers-"));
  [server, browser] = await Promise.all([settledSacks(), startBrowser()]);
  const list = await (await server.get(at("statements"))).text();
  number = /statements\/([^"?]+)"/.exec(list)?.[1] ?? "";
});
afterAll(async () => {
  await Promise.all([server?.close(), browser?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const pdfAt = async (path: string): Promise<{ readonly bytes: Buffer; readonly file: string }> => {
  const answer = await server.get(path);
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  const bytes = Buffer.from(await answer.arrayBuffer());
  const file = join(folder, `${Date.now()}-${bytes.length}.pdf`);
  writeFileSync(file, bytes);
  return { bytes, file };
};
const judge = (program: string, ...words: string[]): string => execFileSync(program, words, { encoding: "utf8" });
const textOf = (file: string): string => judge("pdftotext", "-layout", file, "-").replace(/\u00a0/g, " ");

test("the file of a statement holds what works it out again [settlement.auditor-file]", async () => {
  const answer = await server.get(at(`statements/${number}?as=json`));
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[A-Za-z0-9.-]+\.json"$/);
  const read = readExplained(await answer.json());
  if ("field" in read) throw new Error(read.field);
  expect(read.file.statement.number).toBe(number);
  expect(recompute(read.file)).toMatchObject({ ok: true, value: { differences: [] } });
});

describe("PDF of a statement [papers.pdf]", () => {
  test("poppler calls it tagged, qpdf finds nothing wrong, and each figure of the example is in it", async () => {
    const { file } = await pdfAt(at(`statements/${number}?as=pdf`));
    expect(judge("pdfinfo", file)).toMatch(/Tagged:\s+yes/);
    expect(judge("pdfinfo", file)).toContain(`Liquidación ${number}`);
    expect(judge("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    const text = textOf(file);
    for (const figure of ["412,5", "407,6", "404,82", "92,99", "16.043,64", "6.494.786", "2.940.786", "2.940.800"])
      expect(text, figure).toContain(figure);
    for (const deduction of ["−48.578", "−64.948", "−32.474", "−1.500.000", "−108.000", "−1.800.000"])
      expect(text, deduction).toContain(deduction);
    expect(judge("pdfinfo", "-struct-text", file)).toMatch(/H1[\s\S]*Table[\s\S]*TR[\s\S]*TH/);
  });

  test("printed again it is the same file, on A4 and on letter", async () => {
    for (const paper of ["a4", "letter"]) {
      const [first, second] = [
        await pdfAt(at(`statements/${number}?as=pdf&paper=${paper}`)),
        await pdfAt(at(`statements/${number}?as=pdf&paper=${paper}`)),
      ];
      expect(first.bytes.equals(second.bytes)).toBe(true);
      expect(judge("pdfinfo", first.file)).toMatch(paper === "a4" ? /595\.\d+ x 841\.\d+/ : /612 x 792/);
    }
  });

  test("two languages stand side by side, figures once", async () => {
    const { file } = await pdfAt(at(`statements/${number}?as=pdf&with=en`));
    const text = textOf(file);
    expect(text).toContain("Valor de la entrega · ");
    expect(text.split("2.940.786").length).toBe(2);
    expect(text).not.toContain("2,940,786");
  });
});

describe("the receipt [papers.receipt]", () => {
  test("a slip of 58 mm has its kilos, and is as long as what is on it", async () => {
    const { file } = await pdfAt(at(`receipts/${receipt}?as=pdf&paper=58`));
    const text = textOf(file);
    for (const words of [
      receipt,
      "61,5",
      "119,75",
      "−1,4",
      "118,35",
      "humedad",
      "11,8",
      "1.898.334",
      "−14.202",
      "1.884.150",
    ])
      expect(text, words).toContain(words);
    expect(judge("pdfinfo", file)).toMatch(/Pages:\s+1\n/);
    expect(judge("pdfinfo", file)).toMatch(/Page size:\s+164\.\d+ x \d+/);
    expect(judge("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
  });

  test("its owner reads it, another member does not", async () => {
    const { sessions } = server.services.installation;
    const own = await sessions.make({ book: testBook, seat: idOf("Amparo's seat"), agent: seven.member });
    const other = await sessions.make({ book: testBook, seat: idOf("Ciro's seat"), agent: idOf("Ciro") });
    expect((await server.get(at(`receipts/${receipt}`), own)).status).toBe(200);
    expect((await server.get(at(`receipts/${receipt}`), other)).status).toBe(404);
    expect((await server.get(at(`statements/${number}?as=pdf`), other)).status).toBe(404);
  });

  for (const lang of ["es", "en", "pt"])
    for (const paper of ["58", "80", "a4"])
      test(`on ${paper} in ${lang}: nothing for axe, nothing wider than the screen`, async () => {
        const html = await (await server.get(at(`receipts/${receipt}?lang=${lang}&paper=${paper}`))).text();
        expect(html).toContain(receipt);
        const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
        await page.setContent(html);
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        await page.close();
      });
});

test("a picture of each paper can be looked at", async () => {
  const keep = process.env.AYNI_PICTURES;
  if (keep === undefined) return;
  for (const [name, path] of [
    ["statement-a4", `statements/${number}?as=pdf`],
    ["statement-two", `statements/${number}?as=pdf&with=pt`],
    ["receipt-58", `receipts/${receipt}?as=pdf&paper=58`],
    ["receipt-a4", `receipts/${receipt}?as=pdf&paper=a4`],
  ]) {
    const { file } = await pdfAt(at(path as string));
    judge("pdftoppm", "-png", "-r", "80", file, join(keep, name as string));
  }
  for (const paper of ["58", "80", "a4"]) {
    const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
    await page.setContent(await (await server.get(at(`receipts/${receipt}?paper=${paper}`))).text());
    await page.screenshot({ path: join(keep, `receipt-html-${paper}.png`), fullPage: true });
    await page.close();
  }
  expect(readFileSync(join(keep, "receipt-html-58.png")).length).toBeGreaterThan(1000);
});
