/** A telephone and its office for a file of scenarios: one office and one browser for all of them, a new telephone for each. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { startBrowser } from "../../web/testing/browser.ts";
import { type Office, openOffice } from "./office.ts";
import { deviceOf, enrolled, syncNow, type Telephone, timeout } from "./telephone.ts";

/** What a scenario holds. It stands once the file's hooks have run. */
export type SetUp = { office: Office; browser: Browser; telephone: Telephone; device: string };

const starting = 120_000;

/** Sets both up around every scenario of the file; after each the line is whole again. */
export function telephoneAndOffice(how: Omit<NonNullable<Parameters<typeof openOffice>[0]>, "app"> = {}): SetUp {
  const held = {} as SetUp;
  beforeAll(async () => {
    const app = "web/field/testing/app-page.ts";
    [held.office, held.browser] = await Promise.all([openOffice({ ...how, app }), startBrowser()]);
  }, starting);
  afterAll(async () => {
    await held.browser?.close();
    await held.office?.close();
  }, timeout);
  beforeEach(async () => {
    held.telephone = await enrolled(held.browser, held.office);
    held.device = await deviceOf(held.telephone);
    await syncNow(held.telephone);
  }, starting);
  afterEach(async () => {
    held.office.line.mishap = () => null;
    held.office.line.cut = false;
    await held.telephone.context.close();
  });
  return held;
}
