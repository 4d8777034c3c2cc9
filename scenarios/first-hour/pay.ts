/** From what waits to what is paid: draft, review, close, statement and payment. */
import { expect } from "vitest";
import { fetched, goTo, look, type Person, send } from "./person.ts";

const does = async ({ tab }: Person, deed: string): Promise<void> => {
  await tab.click(`form.act:has(input[name="do"][value="${deed}"]) button.main`);
};

/** Settles the first hand-over. Alone in a young organisation, the founder reviews her own draft, as the recorded waiver says. */
export async function settle(person: Person): Promise<void> {
  const { tab } = person;
  await goTo(person, "settlements");
  await look(person, "settlements");
  await tab.click('main a[href*="/settlements/new"]');
  await tab.fill("#title", "Primera de noviembre");
  await look(person, "settlement-new");
  await send(person, 'form.act[method="post"]');
  await tab.waitForURL(/\/settlements\/[0-9a-f-]{36}/);
  await look(person, "settlement-draft", "wide");
  await does(person, "review");
  await does(person, "close");
  await look(person, "settlement-closed");
  await tab.click('main a[href*="/statements/"]');
  expect((await tab.textContent("body")) ?? "").toContain("Rosalba Ñáñez Ordóñez");
  await look(person, "statement");
  const number = new URL(tab.url()).pathname.split("/").at(-1) ?? "";
  const paper = await fetched(person, `${person.book}/statements/${number}?as=pdf`);
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
}

/** Pays it, and nothing is left to pay of it. */
export async function pay(person: Person): Promise<void> {
  const { tab } = person;
  await goTo(person, "settlements");
  await tab.locator('main a[href*="/settlements/"]:not([href*="/new"])').first().click();
  await tab.click('main a[href*="/payments?settlement="]');
  await look(person, "pay", "wide");
  await does(person, "all");
  await look(person, "paid");
  await goTo(person, "ledger");
  await look(person, "ledger");
}
