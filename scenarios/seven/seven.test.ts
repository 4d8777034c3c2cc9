/**
 * The worked examples of the field, one story each: told to the rules alone, to a server over PostgreSQL by its door, and read on the page
 * of the statement in a real browser. Every figure is the one printed in the field's own account, to the last grain.
 */
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { poolOf } from "../../rooms/settlement/needs/pool.ts";
import { thePool } from "../../rooms/settlement/pool-testing.ts";
import { known } from "../../rooms/settlement/testing.ts";
import { startBrowser } from "../../web/testing/browser.ts";
import { memoryTeller } from "../stories/teller.ts";
import { examples } from "./examples.ts";
import { containerOnServerAndPage, containerTold, laterBy, onServerAndPage, printedBy } from "./places.ts";
import { toldLater, toldUntilClosed } from "./telling.ts";

const paperOf = async (read: Promise<string | null>): Promise<StatementContent> => JSON.parse((await read) ?? "null");

describe("the worked examples on the rules alone [settlement.seven]", () => {
  test.each(examples)("$name", async (example) => {
    const teller = memoryTeller();
    await toldUntilClosed(teller, example);
    expect(printedBy(await paperOf(teller.paper("statement", "L-2026-000001")), example)).toEqual(example.printed);
    if (example.later === undefined) return;
    await toldLater(teller, example);
    const later = await paperOf(teller.paper("statement", "L-2026-000002"));
    expect(laterBy(later, example)).toEqual(example.later.printed);
  });

  test("2 coffee, pool: from the export invoice back to the second payment", () => {
    const { totals } = known(containerTold(), poolOf(thePool)).stages.find((one) => one.stage === "decided") ?? {};
    expect(totals).toMatchObject({ first: "36451981", surplus: "2792747", rate: "0.8948" });
  });
});

describe("the worked examples by the server's door and in the browser [settlement.seven-pages]", () => {
  let browser: Browser;
  let tab: Tab;
  beforeAll(async () => {
    browser = await startBrowser();
    tab = await browser.newPage();
  });
  afterAll(() => browser?.close());

  test.each(examples)("$name: every printed figure is on the paper and on the page", (example) =>
    onServerAndPage(example, tab),
  );
  test("2 coffee, pool: every figure is on the pool's page, and the member's on the second payment's", () =>
    containerOnServerAndPage(tab));
});
