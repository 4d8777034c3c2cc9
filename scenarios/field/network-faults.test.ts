/** The network between a telephone and the office fails in every way it can: a real browser, the real server, a line that is disturbed. */
import { describe, expect, test } from "vitest";
import { inBook, type Office, problemsOf } from "./office.ts";
import { telephoneAndOffice } from "./set-up.ts";
import { outboxOf, receive, reconciled, reopen, syncNow, timeout } from "./telephone.ts";

const at = telephoneAndOffice();

const acts = "POST /field/acts";
/** A mishap of the next push alone. */
const once = (mishap: ReturnType<Office["line"]["mishap"]>): void => {
  at.office.line.mishap = (asked) => {
    if (asked !== acts) return null;
    at.office.line.mishap = () => null;
    return mishap;
  };
};
const states = async () => (await outboxOf(at.telephone)).map(({ state }) => state);

describe("the network fails", { timeout: 180_000 }, () => {
  test("one 500 in the middle: what was sent waits, in its order; the next try brings all of it, once [fault.server-error]", async () => {
    await receive(at.telephone, 3);
    once({ instead: { status: 500, type: "text/html", body: "<h1>Internal Server Error</h1>" } });
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: "server", unsent: 3 });
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    expect(await inBook(at.office, at.device)).toEqual([]);
    await receive(at.telephone, 2);
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(at.telephone, at.office, at.device);
  });

  test("the answer is lost after the commit: the telephone believes nothing, sends it again, and the book knows it already [fault.answer-lost]", async () => {
    await receive(at.telephone, 3);
    // Each time: a browser sends once more by itself when a line that stood open breaks without a word.
    at.office.line.mishap = (asked) => (asked === acts ? { answerCutAfter: 0 } : null);
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: "no-answer", unsent: 3 });
    at.office.line.mishap = () => null;
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    expect(await inBook(at.office, at.device)).toHaveLength(3);
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: null, unsent: 0 });
    expect((await outboxOf(at.telephone)).map(({ answer }) => answer?.outcome)).toEqual(Array(3).fill("known already"));
    await reconciled(at.telephone, at.office, at.device);
  });

  test("half an answer comes: nothing of it is believed; sent again, all are known [fault.half-answer]", async () => {
    await receive(at.telephone, 3);
    once({ answerCutAfter: 40 });
    const tried = await syncNow(at.telephone);
    expect(tried.unsent).toBe(3);
    expect(tried.trouble).not.toBeNull();
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(at.telephone, at.office, at.device);
  });

  test("a captive portal answers everything with its page and 200: the telephone says so, changes nothing, and sends when it is gone [fault.captive-portal]", async () => {
    await receive(at.telephone, 2);
    const { heard } = at.office.line;
    const before = heard.length;
    const body = "<!doctype html><title>Wi-Fi</title><form>Acepte las condiciones</form>";
    at.office.line.mishap = () => ({ instead: { status: 200, type: "text/html", body } });
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: "not-the-book", unsent: 2 });
    expect(heard).toHaveLength(before);
    await at.telephone.page.evaluate(() => {
      location.hash = "#/unsent";
    });
    await at.telephone.page.getByText("Contestó otra página").first().waitFor();
    at.office.line.mishap = () => null;
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(at.telephone, at.office, at.device);
  });

  test("the tab is closed while its answer is on the way: opened again, it sends again, and nothing is doubled [fault.tab-closed]", async () => {
    await receive(at.telephone, 4);
    let arrive: (value: unknown) => void = () => undefined;
    once({ answerAfter: new Promise((came) => (arrive = came)) });
    await at.telephone.page.evaluate(() => void dispatchEvent(new Event("online")));
    await expect.poll(() => inBook(at.office, at.device), { timeout }).toHaveLength(4);
    await at.telephone.page.close();
    arrive(null);
    await reopen(at.telephone, at.office.line.address);
    await expect.poll(() => states(), { timeout }).toEqual(Array(4).fill("done"));
    await reconciled(at.telephone, at.office, at.device);
  });

  test("after all of it the book proves itself", async () => {
    expect(await problemsOf(at.office)).toEqual([]);
  });
});
