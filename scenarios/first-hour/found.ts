/** An organisation of one's own: founded at the door, with its first member, price and hand-over. */
import { expect } from "vitest";
import { fetched, goTo, linkTo, look, type Person, send } from "./person.ts";

/** The PIN of everybody in this play. */
export const pin = "730194";
/** Where each of the three founds: three currencies, of which one has no cents. */
const countries = { es: "CO", pt: "BR", en: "EC" } as const;
/** The same price as each writes it, and a weight. */
const figures = {
  es: { price: "2.400", gross: "70,5", tare: "1,2" },
  pt: { price: "2,40", gross: "70,5", tare: "1,2" },
  en: { price: "2.40", gross: "70.5", tare: "1.2" },
} as const;

/** What the founder is called: everybody on one server by another name. */
export const founderOf = ({ reading }: Person): string =>
  `Rosa Elvira ${reading.language} ${reading.script ? "con" : "sin"}`;

/** Country, name, sign-in and PIN; then the page that says what comes next. */
export async function found(person: Person): Promise<void> {
  const { tab, reading } = person;
  const name = founderOf(person);
  await tab.click('a[href="/new"]');
  await tab.selectOption("#country", countries[reading.language]);
  await tab.click("form.act button");
  await tab.fill("#name", "Asociación El Rosal");
  await tab.selectOption("#form", "association");
  await tab.fill("#person", "Rosa Elvira Tombé");
  await tab.fill("#signIn", name);
  for (const field of ["#pin", "#again"]) await tab.fill(field, pin);
  await look(person, "new", "wide");
  await send(person);
  await tab.waitForURL(/\/begin$/);
  person.book = tab.url().replace(/\/begin$/, "");
  await look(person, "begin");
  await goTo(person, "today");
  await look(person, "today-empty");
}

/** Types a member. */
export async function firstMember(person: Person): Promise<void> {
  const { tab } = person;
  await goTo(person, "members");
  await tab.click('a[href$="/members/new"]');
  await tab.fill("#name", "Rosalba Ñáñez Ordóñez");
  await tab.fill("#number", "0001");
  await look(person, "member-new");
  await send(person);
  expect((await tab.textContent("h1")) ?? "").toContain("Rosalba Ñáñez Ordóñez");
  await look(person, "member");
}

/** A price plan from a template, and the season that pays by it. */
export async function firstPrice(person: Person): Promise<void> {
  const { tab, reading } = person;
  await goTo(person, "prices");
  await look(person, "prices-empty");
  await tab.click("summary");
  await tab.click('a[href*="from=list-price"]');
  await tab.fill('[name="s.3.price"]', figures[reading.language].price);
  await tab.locator('button[value="try"]').last().click();
  await look(person, "plan", "wide");
  await send(person);
  await goTo(person, "prices/seasons/new");
  await tab.selectOption("#pricePlan", { index: 1 });
  await look(person, "season-new");
  await send(person);
  await tab.waitForURL(/\/prices(\?|$)/);
  expect(await tab.locator('a[href*="/prices/seasons/"]').count()).toBeGreaterThan(0);
  await look(person, "prices");
}

/** Types a hand-over: first wrongly, and nothing that was typed is lost; then the receipt, on the screen and as PDF. */
export async function firstDelivery(person: Person): Promise<void> {
  const { tab, reading } = person;
  const { gross, tare } = figures[reading.language];
  await goTo(person, "deliveries/new");
  await tab.fill('[name="q"]', "rosalba");
  await tab.click('form[method="get"] button');
  await tab.locator(".people a").first().click();
  await tab.fill("#place", "El Rosal");
  await tab.fill('[name="gross-0"]', "setenta");
  await tab.fill('[name="tare-0"]', tare);
  await send(person);
  expect((await tab.textContent("main")) ?? "").toContain("setenta");
  expect(await tab.inputValue("#place")).toBe("El Rosal");
  expect(await tab.inputValue('[name="tare-0"]')).toBe(tare);
  await look(person, "delivery-wrong", "wide");
  await tab.fill('[name="gross-0"]', gross);
  await send(person);
  await tab.waitForURL(/\/deliveries\/[0-9a-f-]{36}/);
  await look(person, "delivery");
  await tab.click('main a[href*="/receipts/"]');
  await look(person, "receipt", "narrow");
  const paper = await fetched(person, await linkTo(person, "as=pdf"));
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
}
