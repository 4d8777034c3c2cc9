/** The network between a telephone and the office fails in every way it can: a real browser, the real server, a line that is disturbed. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../../web/testing/browser.ts";
import { inBook, type Office, openOffice, problemsOf } from "./office.ts";
import {
  deviceOf,
  enrolled,
  outboxOf,
  receive,
  reconciled,
  reopen,
  syncNow,
  type Telephone,
  timeout,
} from "./telephone.ts";

let office: Office;
let browser: Browser;
let telephone: Telephone;
let device: string;
beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice({ app: "web/field/testing/app-page.ts" }), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
}, timeout);
beforeEach(async () => {
  telephone = await enrolled(browser, office);
  device = await deviceOf(telephone);
  await syncNow(telephone);
}, 120_000);
afterEach(async () => {
  office.line.mishap = () => null;
  office.line.cut = false;
  await telephone.context.close();
});

const acts = "POST /field/acts";
/** A mishap of the next push alone. */
const once = (mishap: ReturnType<Office["line"]["mishap"]>): void => {
  office.line.mishap = (asked) => {
    if (asked !== acts) return null;
    office.line.mishap = () => null;
    return mishap;
  };
};
const states = async () => (await outboxOf(telephone)).map(({ state }) => state);

describe("the network fails", { timeout: 180_000 }, () => {
  test("one 500 in the middle: what was sent waits, in its order; the next try brings all of it, once [fault.server-error]", async () => {
    await receive(telephone, 3);
    once({ instead: { status: 500, type: "text/html", body: "<h1>Internal Server Error</h1>" } });
    expect(await syncNow(telephone)).toMatchObject({ trouble: "server", unsent: 3 });
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    expect(await inBook(office, device)).toEqual([]);
    await receive(telephone, 2);
    expect(await syncNow(telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(telephone, office, device);
  });

  test("the answer is lost after the commit: the telephone believes nothing, sends it again, and the book knows it already [fault.answer-lost]", async () => {
    await receive(telephone, 3);
    // Each time: a browser sends once more by itself when a line that stood open breaks without a word.
    office.line.mishap = (asked) => (asked === acts ? { answerCutAfter: 0 } : null);
    expect(await syncNow(telephone)).toMatchObject({ trouble: "no-answer", unsent: 3 });
    office.line.mishap = () => null;
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    expect(await inBook(office, device)).toHaveLength(3);
    expect(await syncNow(telephone)).toMatchObject({ trouble: null, unsent: 0 });
    expect((await outboxOf(telephone)).map(({ answer }) => answer?.outcome)).toEqual(Array(3).fill("known already"));
    await reconciled(telephone, office, device);
  });

  test("half an answer comes: nothing of it is believed; sent again, all are known [fault.half-answer]", async () => {
    await receive(telephone, 3);
    once({ answerCutAfter: 40 });
    const tried = await syncNow(telephone);
    expect(tried.unsent).toBe(3);
    expect(tried.trouble).not.toBeNull();
    expect(await syncNow(telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(telephone, office, device);
  });

  test("a captive portal answers everything with its page and 200: the telephone says so, changes nothing, and sends when it is gone [fault.captive-portal]", async () => {
    await receive(telephone, 2);
    const { heard } = office.line;
    const before = heard.length;
    const body = "<!doctype html><title>Wi-Fi</title><form>Acepte las condiciones</form>";
    office.line.mishap = () => ({ instead: { status: 200, type: "text/html", body } });
    expect(await syncNow(telephone)).toMatchObject({ trouble: "not-the-book", unsent: 2 });
    expect(heard).toHaveLength(before);
    await telephone.page.evaluate(() => {
      location.hash = "#/unsent";
    });
    await telephone.page.getByText("Contestó otra página").first().waitFor();
    office.line.mishap = () => null;
    expect(await syncNow(telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(telephone, office, device);
  });

  test("the tab is closed while its answer is on the way: opened again, it sends again, and nothing is doubled [fault.tab-closed]", async () => {
    await receive(telephone, 4);
    let arrive: (value: unknown) => void = () => undefined;
    once({ answerAfter: new Promise((came) => (arrive = came)) });
    await telephone.page.evaluate(() => void dispatchEvent(new Event("online")));
    await expect.poll(() => inBook(office, device), { timeout }).toHaveLength(4);
    await telephone.page.close();
    arrive(null);
    await reopen(telephone, office.line.address);
    await expect.poll(() => states(), { timeout }).toEqual(Array(4).fill("done"));
    await reconciled(telephone, office, device);
  });

  test("after all of it the book proves itself", async () => {
    expect(await problemsOf(office)).toEqual([]);
  });
});
