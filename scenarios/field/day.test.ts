/**
 * A clerk's whole day without a network, on the real app over the real server: from the manager's square to the closed day, through a
 * dead battery; then the signal is back, everything goes up by itself, and the office's own views say the same.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coffeeSpotDeductions } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { coffeeScheme } from "../../rooms/agreements/testing.ts";
import { idOf, testBook, testSettings } from "../../rooms/book/testing.ts";
import { decided } from "../../web/field/testing/point.ts";
import { startBrowser } from "../../web/testing/browser.ts";
import { seven } from "../stories/seven-sacks.ts";
import { named } from "../stories/teller.ts";
import { type Battery, batteryTelephone } from "./battery.ts";
import { agrees, comes, goHome, look, opensDay, receiptOn, touch, weighs } from "./clerk.ts";
import { looks, type Manager, managerAt, opensPoint, squareIn } from "./manager.ts";
import { inBook, type Office, openOffice, problemsOf } from "./office.ts";
import { enrol, main, type Telephone, telephoneOf, timeout, unlock } from "./telephone.ts";

const receipts = new Map<string, string>();
let office: Office;
let browser: Browser;
let manager: Manager;
let battery: Battery;
let telephone: Telephone;
let square = "";

/** A grading table with the sample's readings, the usual weight of sacks, and a second member: what the story needs besides. */
async function prepared(): Promise<void> {
  const { served } = office;
  const [from, reason] = ["2026-09-16", "Consejo, acta 219"];
  await decided(served, "grading-scheme.publish", { ...coffeeScheme, from, reason });
  const containers = [{ container: "fique-sack", from_g: "45000", to_g: "75000", tare_g: "700" }];
  await decided(served, "season.change", {
    ...{ agreement: seven.season, from, reason },
    policy: {
      ...{ season: "2026", product: "coffee-parchment", from: "2026-01-02", until: "2026-12-31", title: "on-delivery" },
      ...{ pricePlan: seven.plan, gradingScheme: coffeeScheme.scheme, deductions: coffeeSpotDeductions, containers },
      ...{ shrinkBorneBy: "organisation", objectionDays: 15, paymentDays: 2 },
    },
  });
  const [agent, name] = [idOf("member 0132"), named("Benito Chocué")]; // A made-up name.
  await decided(served, "person.register", { agent, name: name.sealed }, [name.beside]);
  const tie = { tie: idOf("tie 0132"), from: agent, to: testSettings.organisation, kind: "membership" };
  await decided(served, "tie.begin", { ...tie, number: "0132", since: "2024-03-01" });
}

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(), startBrowser()]);
  await prepared();
  manager = await managerAt(browser, office);
  battery = batteryTelephone(office);
}, 120_000);
afterAll(async () => {
  await battery?.end();
  await browser?.close();
  await office?.close();
}, timeout);

/** Asks a view of the office over HTTP, as its pages do. */
async function view(
  name: string,
  about: Readonly<Record<string, string>> = {},
): Promise<readonly Record<string, unknown>[]> {
  const address = `${office.line.address}/api/views/${name}?${new URLSearchParams(about)}`;
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${office.served.marta}` } });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { rows: Record<string, unknown>[] }).rows;
}

/** The acts that lie in the telephone's own storage, as it keeps them. */
const keptHere = (): Promise<readonly { act: string; kind: string; sequence: number; state: string }[]> =>
  telephone.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("ayni-field");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const asked = opening.result.transaction("outbox").objectStore("outbox").getAll();
          asked.onsuccess = () => resolve(asked.result);
        };
      }),
  );

const kinds = [
  ...["float.top-up", "point.open-day", "delivery.receive", "settlement.on-the-spot", "delivery.receive"],
  ...[
    "delivery.object",
    "delivery.receive",
    "delivery.receive",
    "delivery.void",
    "delivery.receive",
    "point.close-day",
  ],
];

describe("a clerk's whole day", { timeout: 300_000 }, () => {
  test("the manager opens a point, lends it cash and shows a square; the telephone that reads it is the point's [field.whole-day-enrolled]", async () => {
    square = await opensPoint(manager);
    expect(square).toMatch(/^http:\/\/localhost:\d+\/field#e\./);
    telephone = await battery.on();
    await enrol(telephone, square);
    await look(telephone);
    expect(await telephone.page.locator("html").getAttribute("lang")).toBe("es");
    const worker = () => telephone.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await expect.poll(worker, { timeout }).toBe("activated");
  });

  test("without network and server: the day, four people, an objection, a void, cash from the float, a dead battery, the close [field.whole-day]", async () => {
    await telephone.context.setOffline(true);
    await office.stop();
    await opensDay(telephone, 100);

    await comes(telephone, { number: "0131" });
    await weighs(telephone, ["58,5", "60", "59", "57,5", "60,5", "58", "59"], ["12,6", "250", "188,2", "9,4"]);
    const first = await agrees(telephone);
    expect(first.number).toBe("LMA-000001");
    receipts.set(first.number, first.code);
    await touch(telephone.page, "Pagar ahora");
    await telephone.page.getByText("6.348.800").first().waitFor();
    await look(telephone);
    await main(telephone.page);
    await telephone.page.getByText("Pagado el recibo").waitFor();

    await comes(telephone, { number: "0132" });
    await weighs(telephone, ["61,5"]);
    await battery.dies(); // In the middle of his second sack.
    telephone = await battery.on();
    await telephone.context.setOffline(true);
    await telephone.page.goto(`${office.line.address}/field`);
    await unlock(telephone.page);
    await touch(telephone.page, "Siga donde quedó");
    await weighs(telephone, ["60"]);
    expect(await telephone.page.locator(".bag").count()).toBeGreaterThanOrEqual(2);
    await main(telephone.page);
    await touch(telephone.page, "Recibido con reclamo");
    await touch(telephone.page, "El peso");
    await main(telephone.page);
    const second = await receiptOn(telephone);
    receipts.set(second.number, second.code);

    await comes(telephone, { name: "Don Aurelio, de La Laguna" });
    await weighs(telephone, ["55"]);
    const third = await agrees(telephone);
    receipts.set(third.number, third.code);

    await comes(telephone, { number: "0132" });
    await weighs(telephone, ["75"]);
    const wrong = await agrees(telephone);
    receipts.set(wrong.number, wrong.code);
    await touch(telephone.page, "Anular este recibo");
    await touch(telephone.page, "Peso mal puesto");
    await look(telephone);
    await main(telephone.page);
    await telephone.page.locator(".bag").first().click();
    await touch(telephone.page, "Anular costal de fique");
    await weighs(telephone, ["57"]);
    const right = await agrees(telephone);
    receipts.set(right.number, right.code);
    expect([...receipts.keys()]).toEqual([1, 2, 3, 4, 5].map((at) => `LMA-00000${at}`));

    await goHome(telephone.page);
    await touch(telephone.page, "Cerrar el día");
    for (const [at, count] of [
      [0, 36],
      [1, 1],
      [6, 1],
      [8, 1],
    ] as const)
      await telephone.page.locator(".counts input").nth(at).fill(`${count}`);
    await telephone.page.getByText("Es lo que debe haber.").waitFor();
    await look(telephone);
    await main(telephone.page);
    await telephone.page.getByText("Día cerrado").first().waitFor();
    await look(telephone);
    expect((await keptHere()).map(({ kind }) => kind)).toEqual(kinds);
    expect(telephone.errors).toEqual([]);
  });

  test("the signal is back: everything goes up by itself, once, and every view of the office says the same [field.whole-day-reconciled]", async () => {
    await office.goOn();
    await telephone.context.setOffline(false);
    await telephone.page.getByText("Todo enviado").first().waitFor();
    const said = await keptHere();
    expect(said.filter(({ state }) => state === "waiting" || state === "refused" || state === "kept")).toEqual([]);
    const [device = ""] = (await view("devices.list"))
      .filter(({ series }) => series === "LMA")
      .map((one) => `${one.device}`);
    expect((await inBook(office, device)).map(({ act, where }) => [act, where])).toEqual(
      said.map(({ act }) => [act, "book"]),
    );
    const [seen] = (await view("devices.list")).filter((one) => one.device === device);
    expect(seen).toMatchObject({
      missing: [],
      reused: [],
      quarantined: 0,
      unsent: 0,
      last_sequence: `${kinds.length}`,
    });

    const deliveries = (await view("deliveries.list")).filter(({ place }) => place === "la-montana");
    expect(new Set(deliveries.map((one) => one.receipt))).toEqual(new Set(receipts.keys()));
    const box = await view("points.box", { place: "la-montana" });
    expect(box[0]).toMatchObject({ entry: "closing", amount: "3651200", computed: "3651200" });
    expect(await view("points.days", { place: "la-montana" })).toMatchObject([
      {
        series: "LMA",
        serial_from: 1,
        serial_to: 5,
        hand_overs: 5,
        voids: 1,
        cash: [{ counted: "3651200", computed: "3651200" }],
      },
    ]);
    const [days] = await view("points.days", { place: "la-montana" });
    const stock = (await view("today.stock")).filter(({ place }) => place === "la-montana");
    expect(stock).toMatchObject([{ product: "coffee-parchment" }]);
    expect(days?.kilos).toEqual([{ product: "coffee-parchment", net_g: "638300" }]);
    expect(Object.values(stock[0] ?? {}).map(String)).toContain("638300");
    const asked = (await view("questions.open")).map(({ code }) => code).sort();
    expect(asked).toEqual(["act.without-power", "delivery.member-unknown", "delivery.objection"]);
  });

  test("printed again at the office, each receipt has the same square; foreign code verifies it [field.whole-day-receipts]", async () => {
    const keys = join(mkdtempSync(join(tmpdir(), "ayni-day-")), "keys.json");
    writeFileSync(keys, await (await fetch(`${office.line.address}/verify/${testBook}/keys`)).text());
    for (const [number, code] of receipts) {
      await manager.page.goto(`${manager.book}/receipts/${number}`);
      expect(await squareIn(manager.page.locator(".paper-square svg"))).toBe(code);
      const words = [join(import.meta.dirname, "../../docs/receipt-verify.py"), keys];
      const judged = spawnSync(process.env.PYTHON ?? "/usr/bin/python3", words, { input: code, encoding: "utf8" });
      expect(judged.stderr).toBe("");
      expect(JSON.parse(judged.stdout)).toMatchObject({ organisation: testSettings.name, number });
    }
    await looks(manager);
    expect(manager.faults).toEqual([]);
    expect(await problemsOf(office)).toEqual([]);
  });

  test.each(["pt-BR", "en-US"])(
    "a short day in %s: enrolled, one sack without network, sent when it is back [field.whole-day-languages]",
    async (locale) => {
      office.line.cut = false;
      telephone = await telephoneOf(browser, office, locale);
      await enrol(telephone, await office.square());
      expect(await telephone.page.locator("html").getAttribute("lang")).toBe(locale.slice(0, 2));
      office.line.cut = true;
      await telephone.context.setOffline(true);
      await comes(telephone, { number: "0131" });
      await weighs(telephone, [locale === "pt-BR" ? "58,5" : "58.5"]);
      const { number } = await agrees(telephone);
      await goHome(telephone.page);
      await look(telephone);
      office.line.cut = false;
      await telephone.context.setOffline(false);
      await expect
        .poll(async () => (await view("deliveries.list")).filter(({ receipt }) => receipt === number).length, {
          timeout,
        })
        .toBe(1);
      expect(telephone.errors).toEqual([]);
      await telephone.context.close();
    },
  );
});
