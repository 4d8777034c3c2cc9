/** The pages of governing in a real browser: nothing for axe to find, no sideways scroll, everything by keyboard. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { efrain, idOf, testBook } from "../../rooms/book/testing.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { type Served, said, served } from "../testing/served.ts";

let server: Served;
let browser: Browser;
let tab: Tab;

const byEfrain = { by: efrain.agent, through: { way: "seat", seat: efrain.seat, at: new Date().toISOString() } };

/** A question, a proposal that waits, one that was declined, no waiver: so that every part of the pages is drawn. */
beforeAll(async () => {
  [server, browser] = await Promise.all([served(), startBrowser()]);
  tab = await browser.newPage();
  const credit = (name: string) => ({
    ...{ credit: idOf(name), agent: efrain.agent, principal: "1800000", currency: "COP", ratePerMonth: "1.5" },
    ...{ method: "simple-monthly", start: "2026-05-16", due: "2026-12-31", purpose: "Abono" },
  });
  await server.send([
    said("person.register", { agent: efrain.agent }),
    said("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["treasurer"], from: "2026-01-01" }),
    said("powers.end-waiver", { reason: "Somos más." }),
    said("advance.give", {
      advance: idOf("a"),
      agent: efrain.agent,
      amount: "5",
      currency: "COP",
      day: "2026-01-15",
      mode: "mule",
    }),
    said("unit.define", { unit: "quintal", kind: "mass", factor: "46000", source: "Acta 12", from: "2099-01-01" }),
  ]);
  const grants = ["one", "two"].map((name) =>
    said("input-credit.grant", credit(name), { ...byEfrain, id: idOf(`grant ${name}`) }),
  );
  await server.send(grants, server.efrain);
  await server.send([said("proposal.decline", { proposal: idOf("grant two"), reason: "Muy caro." })]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server.close();
});

const pages = ["questions", "powers", "powers/change", "proposals", "settings"];
const html = async (page: string, language: string): Promise<string> => {
  const answer = await server.get(`/o/${testBook}/${page}?lang=${language}`);
  expect(answer.status).toBe(200);
  // Whatever opens is opened, so that all of it is looked at.
  return (await answer.text()).replaceAll("<details", "<details open");
};

describe.each(pages)("%s [web.governing-axe]", (page) => {
  it.each(["es", "en", "pt"])(
    "in %s, on a telephone; in Spanish on a wide screen too",
    async (language) => {
      const text = await html(page, language);
      for (const width of language === "es" ? [360, 1280] : [360]) {
        await tab.setViewportSize({ width, height: 900 });
        await tab.setContent(text);
        expect(await axeFindings(tab), `${page} ${language} ${width}`).toEqual([]);
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${page} ${language} ${width}`).toBeLessThanOrEqual(width);
      }
    },
    60_000,
  );
});

it("every tick, field and button of the form of powers is reached by the keyboard, in the order of the page", async () => {
  await tab.setContent(await html("powers/change", "es"));
  const order = await tab.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "main input:not([type=hidden]), main select, main button, main summary",
      ),
    ].map((one) => one.tabIndex),
  );
  expect(order.length).toBeGreaterThan(100);
  expect(new Set(order)).toEqual(new Set([0]));
});
