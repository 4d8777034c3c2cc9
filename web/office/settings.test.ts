import { afterAll, beforeAll, expect, test } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import { readText } from "../testing/read.ts";
import { type Served, served } from "../testing/served.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(() => server.close());

const at = (path: string) => `/o/${testBook}/${path}`;
const post = (path: string, typed: Record<string, string>, token = server.marta) =>
  server.app.request(at(path), {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: {
      Cookie: `ayni_session=${token}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
/** What the form of the test's cooperative says when nothing is changed. */
const typed = {
  ...{ name: "Cooperativa La Esperanza", form: "cooperative", country: "CO", zone: "America/Bogota" },
  ...{ "currency-0": "COP", "line-0": "1", "cash-0": "50", "currency-1": "PEN", "line-1": "0,01", "cash-1": "0,10" },
};
const settingsNow = async () =>
  ((await (await server.get("/api/views/book.settings")).json()) as { rows: readonly Record<string, unknown>[] })
    .rows[0];

test("the settings stand in a form, figures as the country writes them, in three languages [book.settings-page]", async () => {
  const html = await (await server.get(at("settings"))).text();
  expect(html).toContain('value="0,01"');
  expect(html).toContain('value="Cooperativa La Esperanza"');
  expect(await readText(await server.get(at("settings")))).toContain("con estos ajustes desde el");
  expect(await readText(await server.get(`${at("settings")}?lang=en`))).toContain("with these settings since");
  expect(await readText(await server.get(`${at("settings")}?lang=pt`))).toContain("com estes ajustes desde");
});

test("they are changed by it, and what the form does not show stays [book.settings-page]", async () => {
  const more = { "currency-2": "usd", "line-2": "0,01", "cash-2": "0,05", taxHoldDays: "3650", name: "La Esperanza" };
  const before = await settingsNow();
  const answer = await post("settings", { ...typed, ...more });
  expect(answer.headers.get("Location")).toBe(`${at("settings")}?told=kept`);
  expect(await settingsNow()).toMatchObject({
    name: "La Esperanza",
    organisation: before?.organisation,
    tax_hold_days: 3650,
    currencies: [
      { currency: "COP", line: "1", cash: "50" },
      { currency: "PEN", line: "0.01", cash: "0.10" },
      { currency: "USD", line: "0.01", cash: "0.05" },
    ],
  });
});

test("half a day of the tax hold is told, and does not take the hold away", async () => {
  const before = await settingsNow();
  const answer = await post("settings", { ...typed, taxHoldDays: "5,5" });
  expect(answer.headers.get("Location")).toBeNull();
  expect((await settingsNow())?.tax_hold_days).toEqual(before?.tax_hold_days);
});

test("what is wrong is told beside its field, and what was typed stays", async () => {
  const text = await (await post("settings", { ...typed, "line-0": "0,5", name: "Otro nombre" })).text();
  expect(text).toContain("eso no se cambia");
  expect(text).toContain('value="Otro nombre"');
  expect(await readText(await post("settings", { ...typed, "cash-0": "mucho" }))).toContain("Todavía no se hizo.");
});

test("a unit of one's own is defined in kilograms and listed with who says so [book.settings-page]", async () => {
  const unit = { unit: "quintal", kilograms: "46", source: "Acta 12", from: "2099-01-01" };
  expect((await post("settings/unit", unit)).headers.get("Location")).toBe(`${at("settings")}?told=kept`);
  expect(await readText(await server.get(at("settings")))).toContain("quintal 46 kg todos 1 ene 2099 Acta 12");
  expect(await readText(await post("settings/unit", { ...unit, kilograms: "0" }))).toContain("Todavía no se hizo.");
});

test("whoever may not change them sees them without a form", async () => {
  const html = await (await server.get(at("settings"), server.efrain)).text();
  expect(html).not.toContain("<form");
  expect(html).toContain("America/Bogota");
});
