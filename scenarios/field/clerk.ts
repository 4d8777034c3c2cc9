/** What a clerk does on the screens of the telephone, as fingers do it. */
import type { Page } from "playwright-core";
import { faultsOf } from "../../web/field/testing/on-screen.ts";
import { measure, weigh } from "../../web/field/testing/weighing.ts";
import { squareIn } from "./manager.ts";
import { main, press, type Telephone } from "./telephone.ts";

/** A touch on what bears these words. */
export const touch = (page: Page, words: string): Promise<void> =>
  page.locator("button, label, summary", { hasText: words }).first().click();

/** Goes to a screen from home. */
export async function goHome(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await page.locator(".rows").first().waitFor();
}

/** What is wrong with the screen as it stands: to axe, at 320 px, and for a finger in a glove. */
export async function look({ page, errors }: Telephone): Promise<void> {
  const at = await page.evaluate(() => location.hash || "home");
  errors.push(...(await faultsOf(page)).map((one) => `${at}: ${one}`));
}

/** The float arrives, the scale is checked with 20 kg, the box is counted in notes of 100,000, and the day is open. */
export async function opensDay(telephone: Telephone, notes: number): Promise<void> {
  const { page } = telephone;
  await touch(page, "Caja");
  await touch(page, "Llegó completo");
  await page.getByText("Viene en camino").waitFor({ state: "detached" });
  await look(telephone);
  await goHome(page);
  await touch(page, "Abrir el día");
  await press(page, "20");
  await look(telephone);
  await main(page);
  await main(page);
  await page.locator(".counts input").first().fill(`${notes}`);
  await look(telephone);
  await main(page);
  await look(telephone);
  await main(page);
  await page.getByText("Día abierto").first().waitFor();
}

/** Finds somebody by number, or receives somebody whom the telephone does not know. */
export async function comes(
  telephone: Telephone,
  who: { readonly number: string } | { readonly name: string },
): Promise<void> {
  const { page } = telephone;
  await goHome(page);
  await main(page);
  if ("number" in who) {
    await press(page, who.number);
    await page.locator(".found .one").first().click();
    await look(telephone);
    await main(page);
  } else {
    await page.locator("main .quiet").last().click();
    await page.locator("input").first().fill(who.name);
    await look(telephone);
    await main(page);
  }
  await page.locator(".bags").waitFor();
}

/** Weighs and measures. */
export async function weighs(
  telephone: Telephone,
  sacks: readonly string[],
  readings: readonly string[] = [],
): Promise<void> {
  await weigh(telephone.page, sacks);
  if (readings.length > 0) await measure(telephone.page, readings);
  await look(telephone);
}

/** The producer looks, and agrees: the receipt's number, and what another's reader finds in its square. */
export async function agrees(telephone: Telephone): Promise<{ readonly number: string; readonly code: string }> {
  const { page } = telephone;
  await main(page);
  await page.locator(".look").waitFor();
  await look(telephone);
  await main(page);
  return receiptOn(telephone);
}

/** The receipt that is shown. */
export async function receiptOn(telephone: Telephone): Promise<{ readonly number: string; readonly code: string }> {
  const { page } = telephone;
  const number = page.locator(".receipt-number b");
  await number.waitFor();
  await look(telephone);
  return { number: (await number.textContent()) ?? "", code: await squareIn(page.locator(".receipt .square").first()) };
}
