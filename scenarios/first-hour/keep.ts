/** Not alone, and not in one place only: a colleague with a PIN of their own, and a backup that was proved. */
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { founderOf, pin } from "./found.ts";
import { goTo, look, type Person, personAt, send } from "./person.ts";

/** Gives a seat, prints its invitation, and a colleague comes in with it on a telephone of their own. */
export async function invite(person: Person, browser: Browser): Promise<void> {
  const { tab, reading, address } = person;
  await goTo(person, "access");
  await tab.click('a[href$="/access/give"]');
  await look(person, "seat-whom");
  await tab.click('a[href$="new=1"]');
  await tab.fill("#name", "Ciro Antonio Pechené");
  await tab.check('input[value="clerk"]');
  await send(person);
  await tab.click('form[action$="/invite"] button');
  const code = (await tab.textContent(".code")) ?? "";
  await look(person, "invitation", "wide");
  const colleague = await personAt(browser, address, reading);
  await colleague.tab.goto(address);
  await colleague.tab.click('a[href="/invitation"]');
  await colleague.tab.fill("#code", code.toLowerCase());
  await colleague.tab.click("form.act button");
  await colleague.tab.fill("#new-signIn", `Ciro ${founderOf(person)}`);
  for (const field of ["#new-pin", "#new-again"]) await colleague.tab.fill(field, pin);
  await look(colleague, "invited");
  await colleague.tab.click('form:has(#new-pin) button[type="submit"]');
  await colleague.tab.waitForURL(/\/o\//);
  expect((await colleague.tab.textContent("body")) ?? "").toContain("Asociación El Rosal");
  colleague.book = person.book;
  await goTo(colleague, "deliveries");
  await look(colleague, "clerk-deliveries");
  expect((await colleague.tab.goto(`${person.book}/access`))?.status()).toBe(403);
  const wrong = colleague.faults.filter((one) => !one.includes("403"));
  person.faults.push(...wrong);
  await colleague.end();
}

/** Makes a backup now, sees it on the book's own page, and has its return rehearsed. */
export async function backUp(person: Person): Promise<void> {
  const { tab } = person;
  const now = tab.locator('form[action$="/backup/now"] button');
  const rehearse = tab.locator('form[action$="/backup/rehearsal"] button');
  await goTo(person, "backup");
  await now.click({ timeout: 60_000 });
  await now.waitFor({ timeout: 60_000 });
  await rehearse.click();
  await rehearse.waitFor({ timeout: 90_000 });
  await tab.locator("form[action$='/backup/now'] button").waitFor({ timeout: 60_000 });
  expect(await tab.locator("main .notice.good, main .notice.done, main .mark").count()).toBeGreaterThan(0);
  await look(person, "backup", "wide");
  await goTo(person, "our-book");
  await look(person, "our-book");
  await goTo(person, "today");
  await look(person, "today");
}

/** Leaves, and comes in again by name and PIN. */
export async function comeBack(person: Person): Promise<void> {
  const { tab, address } = person;
  await tab.goto(`${address}/account`);
  await look(person, "account");
  await tab.click('form[action="/leave"] button');
  await tab.goto(address);
  await tab.fill("#signIn", founderOf(person));
  await tab.fill("#pin", pin);
  await send(person, 'form[action="/sign-in"]');
  await tab.waitForURL(/\/o\//);
  expect((await tab.textContent("body")) ?? "").toContain("Asociación El Rosal");
}
