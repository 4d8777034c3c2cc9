/** A treasurer prepares the pay table: notes and coins for each person, the sheet to sign as page and PDF, the lists of the book. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedDenominations } from "../../../exchange/denominations/shipped.ts";
import { amountFromText } from "../../../kernel/money/index.ts";
import { testBook, testSettings } from "../../../rooms/book/testing.ts";
import { payerOf } from "../../../rooms/settlement/rules/cash/bundles.ts";
import { cherryBook, closed, handOver, julian, rosa } from "../../../rooms/settlement/testing.ts";
import { amountInWords } from "../../language/amount-words.ts";
import { bookSay } from "../../server/page.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOver } from "../../testing/desk.ts";
import { served } from "../../testing/served.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), "ayni-cash-"));

/** Seven settlements of Rosa and Julián: fourteen rows, so that the sheet has two pages. */
function cashBook() {
  const book = cherryBook();
  for (const [at, name] of ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"].entries()) {
    handOver(book, `${name} A`, at === 0 ? 100_300n : 371_000n);
    handOver(book, `${name} B`, 50_000n + BigInt(at) * 1_300n, julian.agent);
    closed(book, name, [rosa.agent, `${name} A`], [julian.agent, `${name} B`]);
  }
  return book;
}

beforeAll(async () => {
  const [started, server] = await Promise.all([startBrowser(), served({ book: "unopened" })]);
  [browser, desk] = [started, await deskOver(server)];
  tab = await browser.newPage();
  for (const { sent, received } of cashBook().said) {
    server.clock.now = Date.parse(received);
    const [answer] = await server.services.installation.writers.take(testBook, "test", [sent]);
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
});
afterAll(async () => {
  await Promise.all([desk?.close(), browser?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What is wrong with a screen, on a telephone and on a desk. */
async function findings(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  const opened = await desk.open(path);
  expect(opened.status, opened.text).toBe(200);
  for (const width of [360, 1280]) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.setContent(opened.html);
    found.push(...(await axeFindings(tab)).map((one) => `${width} ${one}`));
    const wider = await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    if (wider) found.push(`${width} is wider than its screen`);
    const pictures = process.env.AYNI_PICTURES;
    if (pictures)
      await tab.screenshot({ path: `${pictures}/${path.replace(/\W+/g, "-")}-${width}.png`, fullPage: true });
  }
  return found;
}

describe("paying in cash [cash.pages]", () => {
  test("the list says how many of each, person by person and together, and that all are paid exactly", async () => {
    const page = await desk.open("payments/cash");
    expect(page.text).toContain("Para pagar en efectivo a 14 personas.");
    expect(page.text).toContain("Las 14 personas reciben lo justo.");
    // Rosa's 799,850 of the first settlement.
    expect(page.text).toContain(
      "7 × 100.000 · 1 × 50.000 · 2 × 20.000 · 1 × 5.000 · 2 × 2.000 · 1 × 500 · 1 × 200 · 1 × 100 · 1 × 50",
    );
    expect(page.text).toContain("Sin comprobar.");
    expect(await findings("payments/cash")).toEqual([]);
  });

  test("without some values it counts again, and says who cannot be paid and by which rule", async () => {
    const without = ["100000", "20000", "1000"].map((value) => `with=COP:${value}`).join("&");
    const page = await desk.open(`payments/cash?${without}`);
    expect(page.text).toMatch(/A \d+ personas no se les puede pagar lo justo con estos valores/);
    expect(page.text).toContain("La regla del libro redondea el efectivo a 50 pesos");
    expect(page.text).toContain("7 × 100.000 · 4 × 20.000 · 19 × 1.000 · faltan 850 pesos");
  });

  test("the sheet to sign numbers its rows, writes each amount in words, and closes each page with its sum", async () => {
    const page = await desk.open("payments/sheet?way=cash");
    expect(page.text).toContain("1. ");
    expect(page.text).toContain("setecientos noventa y nueve mil ochocientos cincuenta pesos");
    expect(page.text.match(/Suma de esta hoja/g)).toHaveLength(2);
    expect(await findings("payments/sheet?way=cash")).toEqual([]);
  });

  test("as PDF it is tagged, sound, two A4 pages, and the same bytes whenever it is made [cash.sheet]", async () => {
    const take = async () => {
      const answer = await desk.server.get(`/o/${testBook}/payments/sheet?as=pdf`, desk.server.marta, {
        "Accept-Language": "es",
      });
      expect(answer.headers.get("Content-Type")).toBe("application/pdf");
      return Buffer.from(await answer.arrayBuffer());
    };
    const [bytes, again] = [await take(), await take()];
    expect(bytes.equals(again)).toBe(true);
    const file = join(folder, "sheet.pdf");
    writeFileSync(file, bytes);
    const pictures = process.env.AYNI_PICTURES;
    if (pictures) writeFileSync(join(pictures, "sheet.pdf"), bytes);
    const judge = (program: string, ...more: string[]) =>
      execFileSync(program, more, { encoding: "utf8", stdio: "pipe" });
    expect(judge("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    const info = judge("pdfinfo", file);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+2\n/);
    expect(info).toMatch(/595\.\d+ x 841\.\d+/);
    const text = judge("pdftotext", "-layout", file, "-").replace(/\u00a0/g, " ");
    for (const words of ["Rosa Quispe", "799.850 pesos", "Huella", "hoja 2 de 2", "Suma hasta aquí"])
      expect(text).toContain(words);
    expect(text.replace(/\s+/g, " ")).toContain("ochocientos cincuenta pesos");
  });

  test("a new list of the book is published with its day and source, and counts from then on", async () => {
    const begun = await desk.open("payments/denominations?currency=COP");
    expect(await findings("payments/denominations?currency=COP")).toEqual([]);
    const typed = {
      notes: "100.000 50.000 20.000 10.000 5.000 2.000",
      coins: "1.000 500 200 100 50",
      source: "Banco de la República, página del 3 de noviembre",
    };
    const wrong = await desk.send(begun, { currency: "COP" }, { ...typed, coins: "500 500" });
    expect(wrong.text).toContain("está dos veces");
    const page = await desk.send(wrong, {}, { ...typed, currency: "COP", verified: "yes" });
    expect(page.text).toContain("La lista está publicada.");
    const cash = await desk.open("payments/cash");
    expect(cash.text).toContain("Lista del libro, vigente desde el");
    expect(cash.text).toContain("Comprobada.");
  });
});

describe("the lists that are shipped [cash.shipped]", () => {
  const grains = { PEN: "0.01", COP: "1", USD: "0.01", BRL: "0.01", GTQ: "0.01", HNL: "0.01", BOB: "0.01" };
  test.each(Object.entries(grains))(
    "%s has notes, coins, a day and a source, and pays every sum of its smallest coin",
    (currency, line) => {
      const list = shippedDenominations.get(currency);
      expect(list?.source).toContain("[K]");
      const values = (list?.pieces ?? []).map(
        ({ value }) => amountFromText(value, { currency, line, cash: line }) ?? 0n,
      );
      const smallest = [...values].sort((one, other) => (one < other ? -1 : 1))[0] ?? 1n;
      const pay = payerOf(values);
      for (let sum = 0n; sum < 3_000n; sum += 7n) expect(pay(sum * smallest).left).toBe(0n);
    },
  );
});

describe("an amount in words [cash.words]", () => {
  const inWords = (language: string, exact: string, currency: string) => {
    const { catalogues } = desk.server.services;
    return amountInWords(exact, currency, bookSay(catalogues, language, testSettings));
  };
  test("is said with its currency, its millions and its cents", () => {
    expect(inWords("es", "2940800", "COP")).toBe("dos millones novecientos cuarenta mil ochocientos pesos");
    expect(inWords("es", "1000000", "COP")).toBe("un millón de pesos");
    expect(inWords("es", "120.50", "PEN")).toBe("ciento veinte con 50/100 soles");
    expect(inWords("en", "21001050", "COP")).toBe("twenty-one million one thousand and fifty pesos");
    expect(inWords("pt", "3000000", "BRL")).toBe("três milhões de reais");
    expect(inWords("es", "5", "XXX")).toBe(null);
  });
});
