import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../../../../testing/browser.ts";
import { faultsInLights } from "../../../testing/on-screen.ts";
import { press, rosaComes, type Scale, said, scaleServed, words } from "../../../testing/weighing.ts";

let scale: Scale;
beforeAll(async () => {
  scale = await scaleServed();
}, 120_000);
afterAll(() => scale?.close());

/** Lets what stays at the bottom flow: what it covers can be scrolled free, and is judged as it is then. */
const uncovered = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>(".bar, .net-state")) one.style.position = "static";
  });

describe("for every hand and eye", { timeout: 180_000 }, () => {
  const steps: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ["at the beginning", rosaComes],
    ["with the pad", async (page) => page.click(".bar .do-main")],
    [
      "with what stands on the scale",
      async (page) => {
        await page.click(".stands");
        await page.waitForSelector(".what-stands");
      },
    ],
    [
      "weighed",
      async (page) => {
        await page.click(".stands");
        for (const sack of ["60", "61", "62"]) {
          await press(page, sack);
          await page.click(".pad .do-main");
        }
        await page.click(".bag-more");
      },
    ],
    [
      "measured",
      async (page) => {
        await page.click(".grade li:first-child button");
        for (const reading of ["13", "250", "189", "9"]) {
          await press(page, reading);
          await page.click(".pad .do-main");
        }
      },
    ],
    ["shown", async (page) => page.click(".bar .do-main")],
    ["objecting", async (page) => page.click(".bar .do:not(.do-main)")],
    [
      "given",
      async (page) => {
        await page.click(".against label:first-of-type");
        await page.click(".bar .do-main");
        await page.waitForSelector(".receipt");
        await page.click(".opens summary");
      },
    ],
    [
      "voiding",
      async (page) => {
        await page.click(".receipt > .quiet");
        await page.waitForSelector(".choice");
      },
    ],
    [
      "paying",
      async (page) => {
        await page.goBack();
        await page.click(".receipt .acts .do:first-child");
        await page.waitForSelector(".account");
      },
    ],
    [
      "paid",
      async (page) => {
        await page.click(".bar .do-main");
        await page.waitForSelector(".acts");
      },
    ],
  ];

  it.each(["es", "en", "pt"])(
    "in %s, light and in the sun: no finding of axe on any step, and nothing wider than the screen [field.hand-over-access]",
    (language) =>
      scale.onTelephone({ language, theme: "light" }, async (page) => {
        const found: string[] = [];
        for (const [step, take] of steps) {
          await take(page);
          await uncovered(page);
          for (const finding of await axeFindings(page)) found.push(`${step}: ${finding}`);
          for (const finding of await faultsInLights(page, ["sunlight"])) found.push(`${step}: ${finding}`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) found.push(`${step}: ${over} px too wide`);
        }
        expect(found).toEqual([]);
      }),
  );

  it("every touch is at least 48 px high on the way to a receipt [field.hand-over-access]", () =>
    scale.onTelephone({}, async (page) => {
      const small: string[] = [];
      for (const [step, take] of steps) {
        await take(page);
        const found = await page.evaluate(() =>
          [
            ...document.querySelectorAll(
              "button, a, label.key-label, summary, input:not([type=radio]):not([type=checkbox]):not(.away)",
            ),
          ]
            .filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 47.5)
            .map((one) => `${one.className} ${one.textContent}`),
        );
        for (const one of found) small.push(`${step}: ${one}`);
      }
      expect(small).toEqual([]);
    }));

  it("is weighed and given with a keyboard alone [field.hand-over-access]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await page.focus(".bar .do-main");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".pad");
      for (const sack of ["61,5", "58,0"]) {
        await page.keyboard.type(sack);
        await page.keyboard.press("Enter");
      }
      expect(await words(page, ".net .soft")).toBe("119,5 kg brutos − 1,4 kg de tara");
      await page.focus(".bag-more");
      await page.keyboard.press("Enter");
      for (const _ of [1, 2]) {
        await page.focus(".bar .do-main");
        await page.keyboard.press("Enter");
      }
      await page.waitForSelector(".receipt");
      expect((await said(page)).map(({ kind }) => kind)).toEqual(["delivery.receive"]);
    }));
});
