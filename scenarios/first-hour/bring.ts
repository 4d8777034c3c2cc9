/** One's own sheets, messy as they are: tried first, then let in; what did not go in is mended and sent again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { fetched, goTo, linkTo, look, type Person, send } from "./person.ts";

const sheets = join(import.meta.dirname, "..", "..", "examples", "starts");
const waits = 60_000;

type Sheet = { readonly name: string; readonly buffer: Buffer };

/** Brings a sheet and tries it, so that its page says what would go in. */
async function tried(person: Person, sheet: Sheet, picture?: string, fill?: () => Promise<void>): Promise<void> {
  const { tab } = person;
  await goTo(person, "imports");
  await tab.setInputFiles('input[type="file"]', { ...sheet, mimeType: "text/csv" });
  await tab.click("button.main");
  const columns = tab.locator('form[action$="/columns"]');
  await tab.locator('form[action$="/columns"], form[action$="/go"]').first().waitFor({ timeout: waits });
  if ((await columns.count()) > 0) {
    await fill?.();
    if (picture !== undefined) await look(person, `${picture}-columns`);
    await send(person, 'form[action$="/columns"]');
  }
  await tab.locator('form[action$="/go"] button').waitFor({ timeout: waits });
  if (picture !== undefined) await look(person, `${picture}-tried`, picture === "import" ? "wide" : undefined);
}

/** Lets it in, and waits until all of it is. */
async function letIn({ tab }: Person): Promise<void> {
  await tab.click('form[action$="/go"] button.main');
  await tab.locator('form[action$="/go"]').waitFor({ state: "detached", timeout: waits });
  await tab.waitForFunction(() => document.querySelector("main table") !== null, undefined, { timeout: waits });
}

/** The number of each row of the page's first table, by their order: what went in, what asks, what waits, all. */
const counts = async ({ tab }: Person): Promise<readonly string[]> =>
  (await tab.locator("main table").first().locator("tbody td").allTextContents()).map((one) => one.trim());

/** The member roll: 58 of 61 rows go in; of the three that wait one is mended, and goes in too. */
export async function bringMembers(person: Person): Promise<void> {
  await tried(person, { name: "padron.csv", buffer: readFileSync(join(sheets, "padron.csv")) }, "import");
  expect(await counts(person)).toEqual(["58", "2", "1", "61"]);
  await letIn(person);
  expect(await counts(person)).toEqual(["58", "2", "1", "61"]);
  await look(person, "import-done");
  const waiting = (await fetched(person, await linkTo(person, "waiting.csv"))).toString("utf8");
  const lines = waiting.split(/\r?\n/);
  const nameless = lines.find((line) => line.startsWith("0162")) ?? "";
  const mended = nameless.replace(/^0162(.)\1/, "0162$1Yaneth Ñuscué Ipia$1");
  expect(mended).not.toBe(nameless);
  const buffer = Buffer.from([lines[0], mended, ""].join("\r\n"), "utf8");
  await tried(person, { name: "padron corregido.csv", buffer });
  await letIn(person);
  expect((await counts(person))[0]).toBe("1");
  await goTo(person, "members?q=0162");
  expect((await person.tab.textContent("main")) ?? "").toContain("Yaneth Ñuscué Ipia");
}

/** What everybody owed and was owed on the last day of the old notebook. */
export async function bringBalances(person: Person): Promise<void> {
  const { tab } = person;
  await tried(person, { name: "saldos.csv", buffer: readFileSync(join(sheets, "saldos.csv")) }, "balances", () =>
    tab.fill("#on", "2024-12-31"),
  );
  expect(await counts(person)).toEqual(["62", "2", "64"]);
  await letIn(person);
  expect((await counts(person))[0]).toBe("62");
  await look(person, "balances-done");
  await goTo(person, "openings");
  await look(person, "openings");
}
