/** Every page of the books in a real browser: nothing for axe, nothing wider than a telephone; and the way from no chart to a closed month. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, testBook } from "../../../rooms/book/testing.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Desk, tellerOver } from "../../testing/desk.ts";
import { deskOfSettledSacks } from "../../testing/paid-sacks.ts";

let browser: Browser;
let tab: Tab;
let desk: Desk;
const pictures = process.env.AYNI_PICTURES;

beforeAll(async () => {
  [browser, desk] = await Promise.all([startBrowser(), deskOfSettledSacks(false)]);
  tab = await browser.newPage();
  await desk.send(await desk.open("ledger/chart"), { do: "template" }, { template: "small-cooperative" });
  const opened = await desk.send(await desk.open("ledger/periods"), { do: "open" }, { opened: "2026-08" });
  await desk.send(opened, { do: "close" }, { period: "2026-08" });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function findings(path: string): Promise<string[]> {
  const found: string[] = [];
  for (const [language, widths] of [
    ["es", [360, 1280]],
    ["en", [360]],
    ["pt", [360]],
  ] as const) {
    const opened = await desk.open(path, language);
    expect(opened.status, opened.text).toBe(200);
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.setContent(opened.html.replaceAll("<details>", "<details open>"));
      if (pictures !== undefined && language === "es")
        await tab.screenshot({
          path: `${pictures}/${path.replace(/[^a-z0-9]+/g, "-").slice(0, 40)}-${width}.png`,
          fullPage: true,
        });
      if (language === "es") found.push(...(await axeFindings(tab)).map((one) => `${width} ${one}`));
      const over = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) found.push(`${language} ${width} is ${over} px wider than its screen`);
    }
  }
  return found;
}

describe("the pages of the books hold up [books.axe]", { timeout: 120_000 }, () => {
  it.each([
    "ledger/trial",
    `ledger/entries?statement=${seven.statement}`,
    "ledger/stock",
    "ledger/periods",
    "ledger/periods/2026-08",
    "ledger/chart",
    `ledger/member/${seven.member}`,
    "me/ledger",
  ])("%s", async (path) => {
    expect(await findings(path)).toEqual([]);
    expect(desk.server.faults).toEqual([]);
  });
});

describe("the producer hears the statement [spoken.page]", { timeout: 120_000 }, () => {
  const address = `http://ayni.test/o/${testBook}/statements/L-2026-000001`;
  let token = "";
  beforeAll(async () => {
    const seat = idOf("seat of 0131");
    const teller = tellerOver(desk.server);
    await teller.say("seat.give", { seat, agent: seven.member, roles: ["member"], from: "2026-09-17" });
    token = await desk.server.services.installation.sessions.make({ book: testBook, seat, agent: seven.member });
    // The browser asks the server itself, so that the page's own policy holds.
    await tab.route("http://ayni.test/**", async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const { range } = route.request().headers();
      const headers = {
        ...{ Cookie: `ayni_session=${token}`, "Accept-Language": "es" },
        ...(range === undefined ? {} : { Range: range }),
      };
      const answer = await desk.server.app.request(`${pathname}${search}`, { headers });
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
  });

  it("on the first screen of a telephone: whose, how much, when, and the sound; no line of accounting", async () => {
    await tab.setViewportSize({ width: 360, height: 640 });
    await tab.goto(address);
    const lowest = await tab.$eval(".listen audio", (one) => one.getBoundingClientRect().bottom);
    expect(lowest).toBeLessThan(640);
    expect(await tab.$eval(".answer", (one) => one.textContent)).toContain("2.940.800");
    expect(await tab.$(".accounting")).toBeNull();
    if (pictures !== undefined) await tab.screenshot({ path: `${pictures}/own-statement.png` });
    expect(await axeFindings(tab)).toEqual([]);
  });

  it("plays without any script of ours, as long as it says, and the same stands in writing", async () => {
    const length = await tab.$eval(".listen audio", async (one) => {
      const audio = one as HTMLAudioElement;
      audio.muted = true;
      await audio.play();
      return audio.duration;
    });
    expect(length).toBeGreaterThan(60);
    expect(length).toBeLessThan(100);
    const written = await tab.$eval(".listen details", (one) => one.textContent);
    expect(written).toContain("Usted trajo cuatrocientos doce coma cinco kilos de café pergamino.");
    expect(written).toContain("Limpios son cuatrocientos siete coma seis kilos.");
    expect(written).toContain("Para pagar su adelanto, un millón quinientos mil pesos.");
    expect(written).toContain("Se le entregan dos millones novecientos cuarenta mil ochocientos pesos en efectivo.");
    expect(await tab.$eval(".listen", (one) => one.textContent)).not.toContain("Sin grabación");
  });

  it("every moment of it is heard: no word is silence", async () => {
    const loud = await tab.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
        const samples = sound.getChannelData(0);
        // A second of speech has some sound in it: pauses between words and sentences are shorter.
        const seconds = Math.floor(samples.length / 48_000);
        return Array.from({ length: seconds }, (_, at) =>
          samples.slice(at * 48_000, (at + 1) * 48_000).reduce((most, one) => Math.max(most, Math.abs(one)), 0),
        );
      },
      await soundOf(token),
    );
    expect(loud.length).toBeGreaterThan(60);
    expect(loud.filter((one) => one < 0.02)).toEqual([]);
  });
});

/** The sound of the statement, in Base64. */
async function soundOf(token: string): Promise<string> {
  const path = `/o/${testBook}/statements/L-2026-000001?as=spoken`;
  const answer = await desk.server.app.request(path, {
    headers: { Cookie: `ayni_session=${token}`, "Accept-Language": "es" },
  });
  expect(answer.headers.get("Content-Type")).toBe("audio/ogg");
  return Buffer.from(await answer.arrayBuffer()).toString("base64");
}
