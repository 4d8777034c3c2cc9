/** The office's page of backups, as a browser meets it: back up, rehearse, leave with the book. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { marta, testBook } from "../../rooms/book/testing.ts";
import { readBackup } from "../../store/backup/read.ts";
import { axeFindings, startBrowser } from "../../web/testing/browser.ts";
import { type Served, served } from "../../web/testing/served.ts";
import { ownFolder } from "./kept.ts";

let server: Served;
const folder = ownFolder();
beforeAll(async () => {
  server = await served();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = `/o/${testBook}/backup`;
const page = async (language = "en") => (await server.get(`${address}?lang=${language}`)).text();
const words = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const send = async (form: string, html: string) => {
  const act =
    new RegExp(`action="[^"]*${form}"[^>]*>\\s*<input type="hidden" name="act" value="([^"]+)"`).exec(html)?.[1] ?? "";
  return server.app.request(`${address}/${form}`, {
    method: "POST",
    body: new URLSearchParams({ act }).toString(),
    headers: {
      Cookie: `ayni_session=${server.marta}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
};
/** Looks again as the page itself does, until nothing is under way. */
const settled = async () => {
  for (let looks = 0; looks < 100; looks += 1) {
    const answer = await server.get(`${address}?lang=en`);
    if (answer.headers.get("Refresh") === null) return answer.text();
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error("it does not end");
};

test("[backup.page] from nothing to a backup that was rehearsed, in a few clicks", async () => {
  expect(words(await page())).toContain("There is no backup of this book yet.");
  expect((await send("now", await page())).status).toBe(303);
  const made = words(await settled());
  expect(made).toContain("The last good backup is of");
  expect(made).toMatch(/Of your book it holds everything up to act 3: \d+ rows\./);
  expect(made).toContain("Not rehearsed yet.");
  expect((await send("rehearsal", await page())).status).toBe(303);
  const played = words(await settled());
  expect(played).toContain("Yes, all of it comes back");
  expect(played).toContain("3 acts counted again");
  const { root } = server.services.installation.home;
  const [file = ""] = readdirSync(join(root, "backups"));
  expect(await readBackup(join(root, "backups", file), null)).toMatchObject({ ok: true });
  expect(server.faults).toEqual([]);
}, 60_000);

test("[backup.page-axe] the page with a rehearsal on it: nothing for axe to find, no sideways scroll, in three languages", async () => {
  const browser = await startBrowser();
  try {
    const tab = await browser.newPage();
    for (const language of ["es", "en", "pt"])
      for (const width of [360, 1280]) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.setContent((await page(language)).replace("<details>", "<details open>"));
        expect(await axeFindings(tab), `${language} ${width}`).toEqual([]);
        const over = await tab.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${language} ${width}`).toBeLessThanOrEqual(0);
        if (process.env.SHOTS)
          await tab.screenshot({ path: join(process.env.SHOTS, `backup-${language}-${width}.png`), fullPage: true });
      }
  } finally {
    await browser.close();
  }
}, 60_000);

test("the book leaves by a download that is whole, and that somebody took it is written down", async () => {
  const answer = await server.get(`${address}/book`);
  const looked = await server.services.installation.store
    .connect("keeper")
    .query("select agent, view, about from ayni.personal_access where book_id = $1", [testBook]);
  expect(looked.rows).toEqual([{ agent: marta.agent, view: "backup.book", about: null }]);
  expect(answer.headers.get("Content-Disposition")).toContain(testBook);
  const file = join(folder, "book.book");
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  expect(await readBackup(file, null)).toMatchObject({
    ok: true,
    value: { header: { content: "book" }, manifest: { books: [{ book: testBook, position: "3" }] } },
  });
});

test("who lacks the power is told so, at each of the four doors", async () => {
  for (const path of [address, `${address}/book`]) expect((await server.get(path, server.efrain)).status).toBe(403);
  for (const form of ["now", "rehearsal"]) {
    const answer = await server.app.request(`${address}/${form}`, {
      method: "POST",
      body: "act=",
      headers: {
        Cookie: `ayni_session=${server.efrain}`,
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/x-www-form-urlencoded",
      },
    });
    expect(answer.status).toBe(403);
  }
});
