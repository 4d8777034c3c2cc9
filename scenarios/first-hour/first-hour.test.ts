/** The first hour of a cooperative, played in a real browser on a real server: three languages, with and without script. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { startBrowser } from "../../web/testing/browser.ts";
import { bringBalances, bringMembers } from "./bring.ts";
import { firstDelivery, firstMember, firstPrice, found } from "./found.ts";
import { backUp, comeBack, invite } from "./keep.ts";
import { lookAround } from "./look-around.ts";
import { pay, settle } from "./pay.ts";
import { personAt, type Reading } from "./person.ts";
import { type Started, startAnew } from "./server.ts";

/** `AYNI_FIRST_HOUR=pictures` writes those of the document anew. */
const pictures = process.env.AYNI_FIRST_HOUR === "pictures" ? join(import.meta.dirname, "../../docs/first-hour") : null;

let server: Started;
let browser: Browser;
/** Backups are of the whole installation, one at a time: each waits for the one before. */
let backups: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  [server, browser] = await Promise.all([startAnew(), startBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.end();
}, 60_000);

const inTurn = (work: () => Promise<void>): Promise<void> => {
  const next = backups.then(work, work);
  backups = next.catch(() => undefined);
  return next;
};

describe.concurrent("from the door to a backup that was proved [first-hour.played]", () => {
  for (const language of ["es", "pt", "en"] as const)
    for (const script of [true, false])
      it(`${language}, ${script ? "with" : "without"} script`, async ({ expect }) => {
        const reading: Reading = { language, script, pictures: language === "es" && !script ? pictures : null };
        const person = await personAt(browser, server.address, reading);
        try {
          await lookAround(person);
          await found(person);
          await firstMember(person);
          await firstPrice(person);
          await firstDelivery(person);
          await bringMembers(person);
          await bringBalances(person);
          await settle(person);
          await pay(person);
          await invite(person, browser);
          await inTurn(() => backUp(person));
          await comeBack(person);
        } finally {
          await person.end();
          expect.soft(person.faults).toEqual([]);
        }
      }, 600_000); // Six at once, on a machine that may have other work.
});
