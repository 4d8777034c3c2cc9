/** A clerk's telephone in a real browser: 360 × 640, worker on, its own clock, enrolled by the square of a manager. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { AppPage } from "../../web/field/testing/app-page.ts";
import { oneSack } from "../../web/field/testing/point.ts";
import { seven } from "../stories/seven-sacks.ts";
import { asked, inBook, type Office } from "./office.ts";

declare global {
  var ayni: AppPage;
}

/** Everything waits this long: machines that run these tests have other work. */
export const timeout = 60_000;
/** Efraín's PIN on this telephone. */
export const pin = "4071";

/** A telephone as a test holds it. */
export type Telephone = {
  readonly context: BrowserContext;
  page: Page;
  /** What the pages complained of. */
  readonly errors: string[];
};

/** Takes a telephone out of its box; its clock goes as the office's. */
export async function telephoneOf(browser: Browser, office: Office, locale = "es-CO"): Promise<Telephone> {
  const context = await browser.newContext({ locale, viewport: { width: 360, height: 640 }, hasTouch: true });
  context.setDefaultTimeout(timeout);
  await context.addInitScript(turnClock, office.ahead);
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(error.error().message));
  const telephone: Telephone = { context, page: await context.newPage(), errors };
  return telephone;
}

/** Runs in the page: its clock goes by so many milliseconds ahead, or by what was put into its settings since. */
export function turnClock(ahead: number): void {
  const Real = Date;
  const shift = (): number => Number(localStorage.getItem("test.clock") ?? ahead);
  globalThis.Date = class extends Real {
    constructor(...given: []) {
      if (given.length === 0) super(Real.now() + shift());
      else super(...given);
    }
    static override now(): number {
      return Real.now() + shift();
    }
  } as DateConstructor;
}

/** From now on its clock is so many milliseconds ahead of this machine's. */
export const clockGoes = ({ page }: Telephone, ahead: number): Promise<void> =>
  page.evaluate((shift) => localStorage.setItem("test.clock", `${shift}`), ahead);

/** Its owner's settings: gives that origin so many bytes of the storage, until told otherwise. */
export async function roomOf({ context, page }: Telephone, origin: string): Promise<(bytes: number) => Promise<void>> {
  const settings = await context.newCDPSession(await context.newPage());
  await page.bringToFront(); // A page behind another is drawn so seldom that each tap takes seconds.
  return async (bytes) => {
    await settings.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
  };
}

/** Presses the keys of the pad. */
export async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.locator(".keys button", { hasText: new RegExp(`^${key}$`) }).click();
}

/** The act of the bar. */
export const main = (page: Page): Promise<void> => page.locator(".do-main").last().click();

/** Follows the square, and becomes Efraín's with a PIN: up to the screen between two hand-overs. */
export async function enrol({ page }: Telephone, square: string): Promise<void> {
  await page.goto(square);
  await main(page); // It is a device: on to whose it is.
  await page.locator(".row, .rows button", { hasText: "Efraín Yanza" }).first().click();
  for (let twice = 0; twice < 2; twice += 1) {
    await press(page, pin);
    await main(page);
  }
  await page.locator(".rows").first().waitFor();
}

/** Opens the app again, as after a battery, and puts in the PIN. */
export async function reopen(telephone: Telephone, address: string): Promise<void> {
  await telephone.page.close().catch(() => undefined);
  telephone.page = await telephone.context.newPage();
  await telephone.page.bringToFront(); // A page behind another is drawn so seldom that each tap takes seconds.
  await telephone.page.goto(`${address}/field`);
  await unlock(telephone.page);
}

/** Puts in the PIN. */
export async function unlock(page: Page): Promise<void> {
  await page.locator(".rows button", { hasText: "Efraín Yanza" }).first().click();
  await press(page, pin);
  await main(page);
  await page.locator(".rows").first().waitFor();
}

/**
 * A new telephone of the point, enrolled by its square, with its core at hand. Efraín's PIN is set by the core: the keys for it are
 * pressed in the story of a day.
 */
export async function enrolled(browser: Browser, office: Office): Promise<Telephone> {
  const telephone = await telephoneOf(browser, office);
  const { page } = telephone;
  await page.goto(await office.square());
  await main(page); // It is a device: on to whose it is.
  await page.locator(".row, .rows button", { hasText: "Efraín Yanza" }).first().waitFor();
  await page.evaluate(async (ownPin) => {
    const efrain = ayni
      .core()
      .candidates()
      .find(({ name }) => name === "Efraín Yanza");
    await ayni.core().addClerk(efrain?.agent ?? "", ownPin);
    location.hash = "#/";
  }, pin);
  await page.getByRole("button", { name: "Recibir" }).waitFor();
  return telephone;
}

/** Says sacks of Amparo Quintero through the core; the acts that were kept. */
export const receive = ({ page }: Telephone, times: number, grams = 58_500n) =>
  page.evaluate(([says, count]) => ayni.receive(says, count), [oneSack(seven.member, "", grams), times] as const);

/** Tries to reach the office now; how it stands then. */
export const syncNow = ({ page }: Telephone) => page.evaluate(() => ayni.core().syncNow());

/** Its own acts, as it knows them. */
export const outboxOf = ({ page }: Telephone) => page.evaluate(() => ayni.outbox());

/** The device that it is. */
export const deviceOf = ({ page }: Telephone): Promise<string> => page.evaluate(() => ayni.core().device);

/**
 * Nothing lost, nothing doubled, nothing silent: every act said here stands in the book once, under its own sequence, counted from one
 * without a gap; the telephone has an answer to each; and the office sees nothing missing.
 */
export async function reconciled(
  telephone: Telephone,
  office: Office,
  device: string,
  missing: readonly number[] = [],
): Promise<void> {
  const said = await outboxOf(telephone);
  const book = await inBook(office, device);
  const here = said.map(({ act, sequence }) => ({ act, sequence }));
  expect(
    book.filter(({ sequence }) => !missing.includes(sequence)).map(({ act, sequence }) => ({ act, sequence })),
  ).toEqual(here);
  const all = [...here.map(({ sequence }) => sequence), ...missing].sort((one, other) => one - other);
  expect(all).toEqual(all.map((_, at) => at + 1));
  expect(said.filter(({ state, answer }) => state === "waiting" || answer === null)).toEqual([]);
  expect(await telephone.page.evaluate(() => ayni.core().sync())).toMatchObject({ unsent: 0 });
  const [seen] = (await asked(office, "devices.list")).filter((one) => one.device === device);
  expect(seen).toMatchObject({ last_sequence: `${all.length}`, reused: [] });
  expect(seen?.last_heard).not.toBeNull();
}
