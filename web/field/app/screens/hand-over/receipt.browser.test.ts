import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { given, type Scale, scaleServed, weighedAndMeasured, words } from "../../../testing/weighing.ts";

let scale: Scale;
beforeAll(async () => {
  scale = await scaleServed();
}, 120_000);
const folder = mkdtempSync(join(tmpdir(), "ayni-receipt-"));
afterAll(async () => {
  await scale?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("how a receipt leaves the telephone", { timeout: 120_000 }, () => {
  it("its square is read from the screen by another's reader, and is the same when it is drawn again [field.receipt-screen]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      await given(page);
      const read = async (name: string): Promise<string> => {
        const path = join(folder, name);
        await (await page.waitForSelector(".receipt .square")).screenshot({ path });
        return execFileSync("zbarimg", ["--raw", "-q", path], { encoding: "utf8" }).trim();
      };
      const paper = async (): Promise<string> => {
        await page.click(".opens summary");
        return words(page, ".slip");
      };
      await page.evaluate(() => scrollTo(0, 60));
      const [code, slip] = [await read("first.png"), await paper()];
      expect(code).toMatch(/^\d{300,}$/);
      expect(slip).toContain("Neto 407,6 kg Se pagan 404,82 kg");
      expect(slip).toContain("Valor 6.494.786 COP");
      await page.reload();
      await page.waitForSelector(".receipt .square");
      await page.evaluate(() => scrollTo(0, 60));
      expect([await read("again.png"), await paper()]).toEqual([code, slip]);
    }));

  it("prints the slip alone, on a page as wide as the roll [field.print]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      await given(page);
      await page.evaluate(() => {
        window.print = () => {
          const room = document.querySelector(".print-room");
          const pages = document.adoptedStyleSheets.map((sheet) => sheet.cssRules[0]?.cssText ?? "").join();
          Object.assign(globalThis, {
            printed: { words: room?.textContent ?? "", width: room?.getBoundingClientRect().width ?? 0, pages },
          });
        };
      });
      await page.click('.do:has-text("Imprimir 58 mm")');
      await page.waitForFunction(() => "printed" in globalThis);
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(() => getComputedStyle(document.getElementById("app") as Element).display)).toBe(
        "none",
      );
      const printed = await page.evaluate(
        () => (globalThis as unknown as { printed: { words: string; width: number; pages: string } }).printed,
      );
      expect(printed.words).toContain("QD2A-000001");
      expect(printed.pages).toMatch(/@page \{ size: 58mm \d+mm/);
      expect(Math.round((printed.width * 25.4) / 96)).toBe(58);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.emulateMedia({ media: "screen" });
      await page.waitForFunction(() => document.querySelector(".print-room") === null);
    }));

  it("is shared as picture and words; where nothing can be shared the picture is saved [field.share]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      await given(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.click('.do:has-text("Compartir el recibo")'),
      ]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      expect(execFileSync("zbarimg", ["--raw", "-q", path], { encoding: "utf8" })).toMatch(/^\d{300,}\s*$/);
      await page.evaluate(() => {
        Object.assign(navigator, {
          canShare: () => true,
          share: async (what: ShareData) => Object.assign(globalThis, { what }),
        });
      });
      await page.click('.do:has-text("Compartir el recibo")');
      await page.waitForSelector('[role="status"]:has-text("Compartido.")');
      const shared = await page.evaluate(() => {
        const { what } = globalThis as unknown as { what: ShareData };
        return { text: what.text ?? "", files: (what.files ?? []).map(({ name, type }) => `${name} ${type}`) };
      });
      expect(shared.files).toEqual(["QD2A-000001.png image/png"]);
      expect(shared.text.replaceAll("\u00a0", " ")).toContain("Neto: 407,6 kg");
    }));
});
