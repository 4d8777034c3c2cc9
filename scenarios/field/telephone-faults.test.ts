/** What befalls the telephone itself, while it speaks to the real server: two tabs, no room, another hour, its key gone, an act gone. */
import { describe, expect, test } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import type { AppPage } from "../../web/field/testing/app-page.ts";
import { asked, inBook, problemsOf } from "./office.ts";
import { telephoneAndOffice } from "./set-up.ts";
import {
  clockGoes,
  deviceOf,
  enrol,
  outboxOf,
  receive,
  reconciled,
  reopen,
  roomOf,
  syncNow,
  type Telephone,
  telephoneOf,
  timeout,
  unlock,
} from "./telephone.ts";

declare const ayni: AppPage;

const at = telephoneAndOffice();

const ofDevice = async () => (await asked(at.office, "devices.list")).find((one) => one.device === at.device);

describe("something befalls the telephone", { timeout: 180_000 }, () => {
  test("two tabs receive and send at once: one count without a gap, every act in the book once, known in both [fault.two-tabs]", async () => {
    const other = { ...at.telephone, page: await at.telephone.context.newPage() };
    await other.page.goto(`${at.office.line.address}/field`);
    await unlock(other.page);
    const busy = async (tab: Telephone) => {
      for (let time = 0; time < 4; time += 1) {
        await receive(tab, 3);
        await syncNow(tab);
      }
    };
    await Promise.all([busy(at.telephone), busy(other)]);
    for (const tab of [at.telephone, other]) {
      await expect.poll(async () => (await outboxOf(tab)).length, { timeout }).toBe(24);
      await expect.poll(() => tab.page.evaluate(() => ayni.core().sync().unsent), { timeout }).toBe(0);
      await reconciled(tab, at.office, at.device);
    }
  });

  test("the storage is full: it is said before the receipt is given, what was kept goes up, and with room again the count goes on [fault.storage-full]", async () => {
    // A telephone that has little room from its first day: what the browser once counted as free it goes on giving out for half a minute.
    await at.telephone.context.close();
    at.telephone = await telephoneOf(at.browser, at.office);
    const room = await roomOf(at.telephone, at.office.line.address);
    await room(6_000_000);
    await enrol(at.telephone, await at.office.square());
    at.device = await deviceOf(at.telephone);
    await receive(at.telephone, 2);
    await at.telephone.page.evaluate(() => ayni.fill());
    const told = await receive(at.telephone, 1_000);
    expect(told.notSaid).toBe("storage-full");
    const kept = 2 + told.acts.length;
    expect(await outboxOf(at.telephone)).toHaveLength(kept);
    await at.telephone.page.getByText("Este teléfono está lleno").first().waitFor();
    await syncNow(at.telephone); // The book takes them; whether the answer finds room here is the browser's to say.
    expect(await inBook(at.office, at.device)).toHaveLength(kept);
    await room(100_000_000);
    await reopen(at.telephone, at.office.line.address);
    expect((await receive(at.telephone, 1)).notSaid).toBeNull();
    // By itself.
    await expect.poll(() => at.telephone.page.evaluate(() => ayni.core().sync().unsent), { timeout }).toBe(0);
    expect(await outboxOf(at.telephone)).toHaveLength(kept + 1);
    await reconciled(at.telephone, at.office, at.device);
  });

  test("the clock jumps back to 1970 in mid-day: the order stays, all is booked, and the office sees the clock and the questions [fault.clock-back]", async () => {
    await receive(at.telephone, 2);
    await syncNow(at.telephone);
    await clockGoes(at.telephone, 86_400_000 - Date.now()); // The day after the first of all days.
    expect(await at.telephone.page.evaluate(() => ayni.core().now())).toMatch(/^1970-01-/);
    await receive(at.telephone, 2);
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(at.telephone, at.office, at.device);
    expect((await outboxOf(at.telephone)).map(({ state }) => state)).toEqual(["done", "done", "asked", "asked"]);
    const seen = await ofDevice();
    expect(Number(seen?.clock_error_ms)).toBeLessThan(-50 * 365 * 86_400_000);
    expect(seen?.questions).toBe(2);
  });

  test("the key is gone with a part of the storage: it says so and takes nothing more; what was signed goes up without it [fault.key-missing]", async () => {
    at.office.line.cut = true;
    await receive(at.telephone, 3);
    await at.telephone.page.evaluate(() => ayni.loses([{ store: "meta", key: "key", gone: true }]));
    at.office.line.cut = false;
    await reopen(at.telephone, at.office.line.address);
    await at.telephone.page.getByText("Falta la llave de este teléfono").first().waitFor();
    expect(await receive(at.telephone, 1)).toEqual({ acts: [], notSaid: "key-missing" });
    await syncNow(at.telephone);
    await reconciled(at.telephone, at.office, at.device);
  });

  test("an act is gone from the middle: the office sees the gap, and the file that was saved before fills it, once [fault.gap]", async () => {
    at.office.line.cut = true;
    await receive(at.telephone, 4);
    const file = await at.telephone.page.evaluate(() =>
      ayni
        .core()
        .exportUnsent()
        .then((file) => file.text()),
    );
    await at.telephone.page.evaluate(() => ayni.loses([{ store: "outbox", key: 2, gone: true }]));
    at.office.line.cut = false;
    await reopen(at.telephone, at.office.line.address);
    expect(await syncNow(at.telephone)).toMatchObject({ trouble: null, unsent: 0 });
    await reconciled(at.telephone, at.office, at.device, [2]);
    expect(await ofDevice()).toMatchObject({ missing: [{ from: "2", until: "2" }] });
    const form = new FormData();
    form.set("file", new Blob([file]), "ayni-unsent.jsonl");
    const answer = await fetch(`${at.office.line.address}/o/${testBook}/points/unsent`, {
      ...{ method: "POST", body: form },
      headers: { Cookie: `ayni_session=${at.office.served.marta}`, "Sec-Fetch-Site": "same-origin" },
    });
    expect(answer.status).toBe(200);
    expect(await ofDevice()).toMatchObject({ missing: [], reused: [] });
    expect((await inBook(at.office, at.device)).map(({ sequence, where }) => [sequence, where])).toEqual(
      [1, 2, 3, 4].map((sequence) => [sequence, "book"]),
    );
  });

  test("after all of it the book proves itself", async () => {
    expect(await problemsOf(at.office)).toEqual([]);
  });
});
