/** Paying worked example 1 by the bank: our account, Rosa's account, the order, its file twice, the bank's answer; without script. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, deskOfSevenSacks, type Opened } from "../../testing/desk.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([startBrowser(), deskOfSevenSacks()]);
  tab = await browser.newPage();
  const begun = await desk.open(`settlements/new?season=${seven.season}`);
  let page = await desk.send(begun, { until: "2026-09-17" }, { title: "Septiembre", paidIn: "transfer" });
  page = await desk.send(page, { do: "review" });
  page = await desk.send(await desk.open(page.at), { do: "close" });
  expect(page.text).toContain("L-2026-000001");
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** What is wrong with a screen, on a telephone and on a desk; in the language with the longest words unless others are asked. */
async function findings(path: string, languages: readonly string[] = ["es"]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of languages) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.setContent(opened.html);
      found.push(...(await axeFindings(tab)).map((one) => `${language} ${width} ${one}`));
      const isWider = await tab.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWider) found.push(`${language} ${width} is wider than its screen`);
    }
  }
  return found;
}

test("from no account to a confirmed payment, each screen sound for axe and no wider than itself [payments.orders]", async () => {
  let page: Opened = await desk.open("payments/orders");
  expect(page.text).toContain("Todavía no se ordenó nada al banco");
  expect(await findings("payments/orders")).toEqual([]);
  page = await desk.open("payments/orders/new");
  expect(page.text).toContain("Todavía no se sabe desde qué cuenta pagamos");

  page = await desk.open("payments/accounts");
  page = await desk.send(page, {}, { institution: "1007", number: "ES12 0000 0000 0000 0000 0000" });
  expect(page.text).toContain("sus dígitos de control no cuadran");
  page = await desk.send(page, {}, { institution: "1007", number: "555-00012345", town: "Pitalito" });
  expect(page.text).toContain("Cuenta guardada.");
  expect(await findings("payments/accounts")).toEqual([]);

  page = await desk.open("payments/orders/new");
  expect(page.text).toContain("1 liquidación todavía no puede ir");
  expect(page.text).toContain("Nadie nos dijo una cuenta para L-2026-000001");
  expect(await findings("payments/orders/new")).toEqual([]);
  const member = /members\/[0-9a-f-]{36}\/account/.exec(page.html)?.[0] ?? "";
  page = await desk.send(
    await desk.open(member),
    {},
    { institution: "1051", branch: "12", number: "24500031031", since: "2026-09-01" },
  );
  expect(page.text).toContain("24500031031");
  expect(await findings(member)).toEqual([]);

  page = await desk.open("payments/orders/new");
  expect(page.text).toContain("Cuenta nueva, desde el 1 sep 2026");
  expect(await findings("payments/orders/new?on=2026-09-18", ["es", "en", "pt"])).toEqual([]);
  page = await desk.send(page, {}, {});
  expect(page.text).toContain("La orden está hecha.");
  expect(page.text).toContain("Nadie lo ha bajado todavía.");
  const [order = ""] = page.at.split("?");
  expect((await desk.open("payments")).text).toContain("Ordenado al banco, P");
  const number = /P[0-9A-F]{4}-2026-000001/.exec(page.text)?.[0] ?? "";
  const file = await desk.open(`${order}/file`);
  expect(file.html).toContain(`<EndToEndId>${number}</EndToEndId>`);
  expect((await desk.open(`${order}/file`)).html).toBe(file.html);
  page = await desk.open(order);
  expect(page.text).toContain("Se bajó 2 veces.");
  expect(await findings(order)).toEqual([]);

  page = await desk.send(
    await desk.open(`payments/orders/new?replaces=${order.split("/").at(-1)}`),
    {},
    { reason: "" },
  );
  expect(page.text).toContain("Todavía no se hizo.");
  page = await desk.send(page, {}, { reason: "El banco pide otra fecha" });
  expect(page.text).toContain("-R2026-0001");
  expect(page.text).toContain("Reemplaza la orden O");
  expect((await desk.open(order)).text).toContain("Reemplazada el 17 sep 2026: su archivo ya no vale");
  expect((await desk.open(`${order}?file=payment-order.void&number=O-1`)).text).toContain("La orden O-1 ya no vale");

  page = await desk.send(page, { do: "answer" }, { number: "P0", became: "paid" });
  expect(page.text).toContain("El pago P0 no es de esta orden.");
  page = await desk.send(
    page,
    { do: "answer" },
    { number: numbered(number, 2), became: "account-unknown", on: "2026-09-19" },
  );
  expect(page.text).toContain("La cuenta no existe");
  page = await desk.send(await desk.open("payments/orders/new"), {}, {});
  expect(page.text).toContain(numbered(number, 3));
  page = await desk.send(page, { do: "cancel" }, { reason: "Se paga mañana" });
  expect(page.text).toContain("La orden está anulada.");
  page = await desk.send(await desk.open("payments/orders/new"), {}, { layout: "csv/1" });
  const [last = ""] = page.at.split("?");
  expect((await desk.open(`${last}/file`)).html).toContain(
    `,${numbered(number, 4)},2940786.00,COP,bank,1051,12,24500031031,`,
  );
  page = await desk.send(
    page,
    { do: "answer" },
    { number: numbered(number, 4), on: "2026-09-20", reference: "TRX 91-7" },
  );
  expect(page.text).toContain("TRX 91-7");
  expect(await findings(last, ["es", "en", "pt"])).toEqual([]);
  expect(await findings("payments/orders")).toEqual([]);
  expect((await desk.open("payments")).text).toContain("TRX 91-7");
  expect(desk.server.faults).toEqual([]);
});

/** Another payment number of the same book and year. */
const numbered = (number: string, serial: number): string => number.replace(/1$/, `${serial}`);
