/** The first minutes: the example cooperative, seen by four of its people. */
import { expect } from "vitest";
import { look, type Person } from "./person.ts";

const as = async ({ tab, address }: Person, role: string): Promise<void> => {
  await tab.goto(`${address}/${tab.url().includes("/o/") ? "look" : ""}`);
  await tab.click(`form[action="/look"] button[value="${role}"]`);
  await tab.waitForURL(/\/o\//);
};

/** From the door: as manager, clerk, treasurer and member; then out again. */
export async function lookAround(person: Person): Promise<void> {
  const { tab, address } = person;
  await tab.goto(address);
  await look(person, "door", "wide");
  await as(person, "manager");
  expect(new URL(tab.url()).pathname).toMatch(/\/today$/);
  expect(await tab.locator(".todo li").count()).toBeGreaterThan(3);
  await look(person, "example-today", "wide");
  await tab.click('nav a[href$="/questions"]');
  await look(person, "example-questions");
  await tab.click('nav a[href$="/members"]');
  await look(person, "example-members");
  await as(person, "clerk");
  await tab.click('nav a[href$="/deliveries"]');
  await look(person, "example-deliveries");
  await as(person, "treasurer");
  await tab.click('nav a[href$="/payments"]');
  await look(person, "example-payments");
  await as(person, "member");
  expect(new URL(tab.url()).pathname).toMatch(/\/me$/);
  await look(person, "example-mine", "narrow");
  await tab.click('nav a[href$="/me/statements"]');
  await look(person, "example-my-statements");
  await tab.locator('main a[href*="/statements/"]').first().click();
  expect(((await tab.textContent("body")) ?? "").length).toBeGreaterThan(500);
  await look(person, "example-statement");
  await tab.goto(`${address}/look`);
  await look(person, "example-look");
  await tab.click('form[action="/leave"] button');
  await tab.goto(address);
  expect(await tab.locator('form[action="/sign-in"]').count()).toBe(1);
}
