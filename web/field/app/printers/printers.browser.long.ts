import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printed } from "../../../../channels/escpos/testing/reading.ts";
import { axeFindings } from "../../../testing/browser.ts";
import { given, type Scale, scaleServed, weighedAndMeasured, words } from "../../testing/weighing.ts";

let scale: Scale;
const folder = mkdtempSync(join(tmpdir(), "ayni-printers-"));
beforeAll(async () => {
  scale = await scaleServed();
}, 120_000);
afterAll(async () => {
  await scale?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the made-up printers noted: the bytes of each slip, how often the browser's list was shown, the pieces' lengths. */
type Noted = { readonly slips: number[][]; asked: number; readonly pieces: number[]; readonly fails: string | null };
declare global {
  var noted: Noted;
}

/** Puts a printer of each kind beside the telephone. `fails`: how asking for it or writing to it ends. */
const withPrinters = (page: Page, fails: string | null = null) =>
  page.addInitScript((fails) => {
    const noted: Noted = { slips: [], asked: 0, pieces: [], fails };
    Object.assign(globalThis, { noted });
    const fail = (when: string): void => {
      if (fails?.startsWith(`${when}:`)) throw new DOMException("made up", fails.slice(when.length + 1));
    };
    const write = async (bytes: Uint8Array): Promise<void> => {
      fail("write");
      noted.pieces.push(bytes.length);
      noted.slips[noted.slips.length - 1]?.push(...bytes);
    };
    const takes = fails !== "takes nothing";
    const characteristic = {
      properties: { write: false, writeWithoutResponse: takes },
      writeValueWithoutResponse: write,
      writeValueWithResponse: () => Promise.reject(new DOMException("not so", "NotSupportedError")),
    };
    const device = {
      name: "MTP-II",
      gatt: {
        connect: async () => {
          fail("connect");
          noted.slips.push([]);
          return { getPrimaryServices: async () => [{ getCharacteristics: async () => [characteristic] }] };
        },
        disconnect: () => undefined,
      },
    };
    const bluetooth = {
      requestDevice: async () => {
        noted.asked += 1;
        fail("ask");
        return device;
      },
    };
    const cable = {
      productName: "TM-T20",
      configuration: {
        interfaces: [
          {
            interfaceNumber: 0,
            alternate: {
              interfaceClass: 7,
              endpoints: [
                { endpointNumber: 2, direction: "in", type: "bulk" },
                { endpointNumber: 1, direction: "out", type: "bulk" },
              ],
            },
          },
        ],
      },
      open: async () => void noted.slips.push([]),
      close: async () => undefined,
      selectConfiguration: async () => undefined,
      claimInterface: async () => undefined,
      transferOut: async (endpoint: number, bytes: Uint8Array) => {
        if (endpoint !== 1) throw new DOMException("no such end", "NotFoundError");
        await write(bytes);
        return { status: "ok" };
      },
    };
    const usb = {
      requestDevice: async () => {
        noted.asked += 1;
        return cable;
      },
      getDevices: async () => [cable],
    };
    for (const [name, value] of Object.entries({ bluetooth, usb }))
      Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
  }, fails);

/** The receipt of Rosa's seven sacks, with what is beside the telephone. */
async function receiptBeside(page: Page, fails: string | null = null): Promise<void> {
  await withPrinters(page, fails);
  await page.reload();
  await page.waitForFunction(() => globalThis.field !== undefined);
  await weighedAndMeasured(page);
  await given(page);
}
const whatWasNoted = (page: Page): Promise<Noted> => page.evaluate(() => globalThis.noted);
const press = (page: Page, text: string) => page.click(`.acts button:has-text("${text}")`);
const told = (page: Page, sentence: string) => page.waitForSelector(`.acts [role=status]:has-text("${sentence}")`);
const linesOf = (bytes: readonly number[] | undefined): readonly string[] =>
  printed(Uint8Array.from(bytes ?? [])).paper.flatMap((one) => ("line" in one ? [one.line] : []));

/** What zbarimg reads off the dots of a printed slip. */
function squareOn(bytes: readonly number[] | undefined): string {
  const [picture] = printed(Uint8Array.from(bytes ?? [])).paper.flatMap((one) =>
    "picture" in one ? [one.picture] : [],
  );
  const path = join(folder, "square.pbm");
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`P4\n${picture?.width} ${picture?.height}\n`), picture?.bytes ?? Buffer.of()]),
  );
  return execFileSync("zbarimg", ["--raw", "-q", "--nodbus", path], { encoding: "utf8" }).trim();
}

describe("a printer beside the telephone", { timeout: 120_000 }, () => {
  it("by Bluetooth: chosen once, the slip comes in small pieces; the second is a copy, otherwise the same to the byte [field.printers]", () =>
    scale.onTelephone({}, async (page) => {
      await receiptBeside(page);
      await press(page, "Imprimir por Bluetooth");
      await told(page, "Impreso.");
      await press(page, "MTP-II");
      await page.waitForFunction(() => globalThis.noted.slips.length === 2 && globalThis.noted.slips[1]?.length !== 0);
      await told(page, "Impreso.");
      const { slips, asked, pieces } = await whatWasNoted(page);
      expect(asked).toBe(1);
      expect(Math.max(...pieces)).toBeLessThanOrEqual(120);
      const [first, second] = slips;
      expect(linesOf(first)).toContain("Original");
      const date = /^Copia del .*2026$/;
      expect(linesOf(second).map((line) => (date.test(line) ? "Original" : line))).toEqual(linesOf(first));
      expect(linesOf(second).some((line) => date.test(line))).toBe(true);
      expect(squareOn(first)).toMatch(/^\d{300,}$/);
      expect(squareOn(second)).toBe(squareOn(first));
      expect(linesOf(first).join("\n")).toMatch(/Neto +407,6 kg/);
      expect(await axeFindings(page)).toEqual([]);
    }));

  it("by cable, on paper of 80 mm, remembered for the next receipt [field.printers]", () =>
    scale.onTelephone({}, async (page) => {
      await receiptBeside(page);
      await press(page, "Cambiar a 80 mm");
      await press(page, "Imprimir por cable");
      await told(page, "Impreso.");
      await page.reload();
      await page.waitForSelector(".receipt");
      await press(page, "TM-T20");
      await told(page, "Impreso.");
      const { slips, asked } = await whatWasNoted(page);
      expect(asked).toBe(0);
      expect(slips).toHaveLength(1);
      expect(Math.max(...linesOf(slips[0]).map((line) => line.length))).toBe(48);
      await press(page, "Usar otra impresora que TM-T20");
      await page.waitForSelector('.acts button:has-text("Imprimir por cable")');
    }));

  it.each([
    ["ask:NotFoundError", "No se eligió ninguna impresora."],
    ["ask:SecurityError", "no deja usar esa impresora"],
    ["connect:NetworkError", "La impresora no contesta."],
    ["write:NetworkError", "La impresora no contesta."],
    ["takes nothing", "no es una impresora que este teléfono conozca"],
  ])("%s is told in words, and whoever is next comes on [field.printers]", (fails, sentence) =>
    scale.onTelephone({}, async (page) => {
      await receiptBeside(page, fails);
      await press(page, "Imprimir por Bluetooth");
      await told(page, sentence);
      await page.click(".bar .do-main");
      await page.waitForSelector(".receipt", { state: "detached" });
      expect(await words(page, "main")).not.toContain("Rosa");
    }),
  );

  it("where the browser knows no printers, none is offered: sharing and the browser's own printing stay [field.printers]", () =>
    scale.onTelephone({}, async (page) => {
      await page.addInitScript(() => {
        for (const name of ["bluetooth", "usb"]) Reflect.deleteProperty(Navigator.prototype, name);
      });
      await page.reload();
      await page.waitForFunction(() => globalThis.field !== undefined);
      await weighedAndMeasured(page);
      await given(page);
      expect(await words(page, ".acts")).not.toMatch(/Bluetooth|cable/);
      expect(await words(page, ".acts")).toMatch(/Compartir el recibo.*Imprimir 58 mm/);
    }));
});
