/** Pages in a real browser: nothing for axe to find, no sideways scroll, everything in reach of the keyboard and the thumb. */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { membersFixture } from "../../rooms/people/pages/members.fixture.ts";
import { membersPage } from "../../rooms/people/pages/members.tsx";
import { inDollars, statementsFixture } from "../../rooms/settlement/pages/list.fixture.ts";
import { statementPage } from "../../rooms/settlement/pages/statement.tsx";
import { coffee, propsOf, snowPea } from "../../rooms/settlement/pages/statements.fixture.ts";
import { statementsPage } from "../../rooms/settlement/pages/statements.tsx";
import { readCatalogues } from "../language/catalogues.ts";
import { type Say, speaker } from "../language/say.ts";
import { render } from "../render.ts";
import type { Theme } from "../styles/dyes.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import { examplesPage } from "./examples-page.tsx";
import { problemPage } from "./problem.tsx";

const catalogues = readCatalogues();
const say = (language: string): Say =>
  speaker(catalogues, { language, country: "CO", currency: "COP", currencyPlaces: 0 });
const { book } = membersFixture;
const { tongues } = membersFixture.frame;
const { content } = coffee;
const [delivery] = content.deliveries;
const three = { ...content, deliveries: [delivery, delivery, delivery].filter((one) => one !== undefined) };
const fixture = { ...propsOf(coffee), printHref: "?open=all", tongues };
const list = { href: "/office/statements", everybody: true };

const { answer: closed } = statementsFixture;
const person = { name: "María Elvira Chocué", erasedOn: null };
const both = [
  { exact: "2940786", currency: "COP" },
  { exact: "1068515.55", currency: "USD" },
];
const { answer: known } = membersFixture;
const rows = known.rows.map((row) => (row.number === "0021" ? { ...row, owed: both } : row));
const twoCurrencies = { ...membersFixture, answer: { ...known, owedInAll: both, rows } };

const pages = {
  statement: (to: Say) => statementPage(fixture, to),
  "statement, all open": (to: Say) => statementPage({ ...fixture, list, openAll: true }, to),
  "statement of three": (to: Say) => statementPage({ ...fixture, content: three, openAll: true }, to),
  "statement in pounds": (to: Say) => statementPage({ ...propsOf(snowPea), tongues }, to),
  members: (to: Say) => membersPage(membersFixture, to),
  "members, nobody found": (to: Say) =>
    membersPage({ ...membersFixture, q: "Xx", answer: { ...membersFixture.answer, rows: [] } }, to),
  "members owed in two currencies": (to: Say) => membersPage(twoCurrencies, to),
  statements: (to: Say) => statementsPage(statementsFixture, to),
  "statements in two currencies": (to: Say) =>
    statementsPage({ ...statementsFixture, answer: { ...closed, rows: [inDollars, ...closed.rows] } }, to),
  "statements of one person": (to: Say) => statementsPage({ ...statementsFixture, whose: "one", person }, to),
  "statements, none closed": (to: Say) =>
    statementsPage({ ...statementsFixture, answer: { ...closed, closed: "0", found: "0", rows: [] } }, to),
  examples: (to: Say) => examplesPage(book, to),
  problem: (to: Say) => problemPage({ status: "404", reference: "q7f2", back: "/" }, to),
};
const html = (name: keyof typeof pages, language: string, theme: Theme | null = null) =>
  render(pages[name](say(language)), say(language), theme).html;

let browser: Browser;
let tab: Tab;
beforeAll(async () => {
  browser = await startBrowser();
  tab = await browser.newPage();
});
afterAll(() => browser?.close());

const shown = async (page: string, width: number) => {
  await tab.setViewportSize({ width, height: 800 });
  await tab.setContent(page);
};

describe("axe finds nothing [web.axe]", () => {
  for (const name of Object.keys(pages) as (keyof typeof pages)[])
    for (const language of ["es", "en", "pt"])
      it(`${name}, ${language}, light and dark, 360 and 1280`, async () => {
        const findings: string[] = [];
        for (const colorScheme of ["light", "dark"] as const)
          for (const width of [360, 1280]) {
            await tab.emulateMedia({ colorScheme });
            await shown(html(name, language), width);
            findings.push(...(await axeFindings(tab)).map((one) => `${colorScheme} ${width} ${one}`));
          }
        await tab.emulateMedia({ colorScheme: "light" });
        expect(findings).toEqual([]);
      });

  it("in sunlight either", async () => {
    await shown(html("statement, all open", "es", "sunlight"), 360);
    expect(await axeFindings(tab)).toEqual([]);
  });

  it("and it does find what is broken", async () => {
    await shown('<!doctype html><html lang="es"><title>x</title><main><h1>x</h1><img src="data:,"></main>', 360);
    expect((await axeFindings(tab)).join()).toContain("image-alt");
  });
});

describe("on the smallest telephone [web.small-telephone]", () => {
  for (const name of Object.keys(pages) as (keyof typeof pages)[])
    it(`${name} does not scroll sideways at 320 px, nor with text at 200 %`, async () => {
      for (const percent of [100, 200]) {
        await shown(html(name, "pt").replace("<style>", `<style>html{font-size:${percent}%}`), 320);
        const over = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${percent} %`).toBeLessThanOrEqual(0);
      }
    });

  it("what is touched is at least 48 by 48 px", async () => {
    for (const name of ["statement, all open", "members", "statements", "statements of one person"] as const) {
      await shown(html(name, "es"), 360);
      const small = await tab.evaluate(() =>
        [...document.querySelectorAll("a:not(.skip),button,summary,input")]
          .map((one) => ({ says: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 48 || box.width < 48)
          .map(({ says, box }) => `${says} ${box.width}×${box.height}`),
      );
      expect(small).toEqual([]);
    }
  });
});

describe("by keyboard alone", () => {
  it("the first stop is the way past the head, then every line in reading order, and Enter opens it", async () => {
    await shown(html("statement", "es"), 1280);
    await tab.keyboard.press("Tab");
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe("skip");
    const lines = await tab.locator("details").count();
    expect(lines).toBeGreaterThan(10);
    for (let line = 0; line < lines; line += 1) {
      await tab.keyboard.press("Tab");
      expect(
        await tab.evaluate(() =>
          [...document.querySelectorAll("summary")].indexOf(document.activeElement as HTMLElement),
        ),
      ).toBe(line);
      await tab.keyboard.press("Enter");
    }
    expect(await tab.locator("details[open]").count()).toBe(lines);
  });

  it("focus is seen: a ring of three pixels", async () => {
    await shown(html("members", "es"), 1280);
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    const ring = await tab.evaluate(() => getComputedStyle(document.activeElement as Element).outlineWidth);
    expect(ring).toBe("3px");
  });
});

describe("on paper [web.paper]", () => {
  it("every line prints open, black on white, and acts stay off the sheet", async () => {
    await shown(html("statement, all open", "es").replaceAll("<details open", "<details"), 1000);
    await tab.emulateMedia({ media: "print" });
    const closed = await tab.evaluate(
      () => [...document.querySelectorAll(".why")].filter((one) => one.getBoundingClientRect().height === 0).length,
    );
    const ink = await tab.evaluate(() => getComputedStyle(document.body).color);
    const acts = await tab.evaluate(
      () =>
        [...document.querySelectorAll(".quiet,.tongues")].filter((one) => one.getBoundingClientRect().height > 0)
          .length,
    );
    await tab.emulateMedia({ media: "screen" });
    expect({ closed, ink, acts }).toEqual({ closed: 0, ink: "rgb(0, 0, 0)", acts: 0 });
  });

  const sheets = async (page: string) => {
    await shown(page, 1000);
    const pdf = (await tab.pdf({ format: "A4" })).toString("latin1");
    return pdf.match(/\/Type\s*\/Page[^s]/g)?.length;
  };

  it("a statement of one delivery fits three sheets of A4, and one of forty four with its deliveries folded", async () => {
    const forty = {
      ...content,
      deliveries: Array.from({ length: 40 }, () => three.deliveries)
        .flat()
        .slice(0, 40),
    };
    const to = say("es");
    expect(await sheets(html("statement", "es"))).toBeLessThanOrEqual(3);
    expect(await sheets(render(statementPage({ ...fixture, content: forty }, to), to).html)).toBeLessThanOrEqual(4);
  });
});
