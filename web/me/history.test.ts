/** Amparo takes along what the book holds about her: readable, whole, signed, and nothing of anybody else. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkHistory } from "../../cli/check-history.ts";
import type { Desk } from "../../cli/command.ts";
import { actText } from "../../kernel/act/history.ts";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import type { OwnHistory } from "../../store/history/own-history.ts";
import { checkPage } from "../../store/history/signed-page.ts";
import { sha256 } from "../../store/writer/history-rows.ts";
import { readCatalogues } from "../language/catalogues.ts";
import { plainSay } from "../server/language.ts";
import { axeFindings, startBrowser } from "../testing/browser.ts";
import type { Served } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
let amparo: string;
let ciro: string;
const at = (path: string) => `/o/${testBook}/me/${path}`;
const folder = mkdtempSync(join(tmpdir(), "ayni-history-"));
beforeAll(async () => {
  server = await settledSacks();
  const { sessions } = server.services.installation;
  amparo = await sessions.make({ book: testBook, seat: idOf("Amparo's seat"), agent: seven.member });
  ciro = await sessions.make({ book: testBook, seat: idOf("Ciro's seat"), agent: idOf("Ciro") });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const taken = async (token: string): Promise<{ bytes: Buffer; history: OwnHistory }> => {
  const response = await server.get(at("history/file"), token);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const checked = checkPage("history.html", bytes);
  if (!checked.ok) throw new Error(checked.refusal.code);
  return { bytes, history: checked.value.data as OwnHistory };
};

test("[me.history] her name, papers, lines and acts are in it, and each act's text gives its digest", async () => {
  const { bytes, history } = await taken(amparo);
  expect(history.personal.map(({ value }) => value)).toContain("Amparo Quintero");
  expect(history.papers.map(({ kind }) => kind)).toContain("statement");
  expect(history.papers.map(({ kind }) => kind)).toContain("receipt");
  expect(history.acts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["person.register", "tie.begin", "delivery.receive", "advance.give", "input-credit.grant"]),
  );
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select position::text, signature, received, cause, rules from ayni.act where book_id = $1", [testBook]);
  expect(history.acts.filter(({ body }) => body === null).map(({ kind }) => kind)).not.toContain("delivery.receive");
  for (const act of history.acts.filter(({ body }) => body !== null)) {
    const row = rows.find(({ position }) => position === act.position);
    expect(sha256(actText(act.body ?? "", row.signature, row.received, row.cause, row.rules))).toBe(act.actDigest);
  }
  const owed = history.lines.filter(({ account }) => account === "owed-to-producers");
  expect(owed.length).toBeGreaterThan(0);
  const html = bytes.toString("utf8");
  expect(html).toContain("Amparo Quintero");
  expect(html).toContain("L-2026-000001");
  expect(html.replace(/<script type="application\/json".*?<\/script>/s, "")).not.toContain("<script");
});

test("nothing of another person is in it: no name, no id, no paper", async () => {
  const { bytes } = await taken(ciro);
  const html = bytes.toString("utf8");
  for (const hers of ["Amparo", seven.member, seven.delivery, seven.statement, "L-2026-000001"])
    expect(html).not.toContain(hers);
  const { history } = await taken(amparo);
  expect(JSON.stringify(history)).not.toContain(idOf("Ciro"));
});

test("an act that names others too stands in it by its digest alone", async () => {
  const { history } = await taken(amparo);
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select position::text, body from ayni.act where book_id = $1", [testBook]);
  for (const { position, body } of history.acts)
    if (body === null) expect(rows.find((row) => row.position === position).body).toMatch(/[0-9a-f-]{36}/);
    else expect(body).not.toContain(idOf("Ciro"));
});

test("[cli.check-history] whoever holds the file can check it; one changed letter is told", async () => {
  const { bytes } = await taken(amparo);
  const file = join(folder, "mine.html");
  const said: string[] = [];
  const hear = (text: string) => void said.push(text);
  const desk: Desk = { environment: {}, out: hear, tell: hear, say: plainSay(readCatalogues(), "en") };
  writeFileSync(file, bytes);
  expect(await checkHistory([file], desk)).toBe(0);
  expect(said[0]).toContain("The history is the one that was signed");
  expect(said[1]).toContain(testBook);
  const changed = bytes.toString("utf8").replace("Amparo", "Amparu");
  writeFileSync(file, changed);
  expect(await checkHistory([file], desk)).toBe(1);
  expect(said.at(-1)).toContain("[history.altered]");
  writeFileSync(file, bytes.subarray(0, bytes.length - 40));
  expect(await checkHistory([file], desk)).toBe(1);
  expect(said.at(-1)).toContain("[history.unreadable]");
});

test("page and file: nothing for axe to find, no sideways scroll, in three languages", async () => {
  const browser = await startBrowser();
  try {
    const tab = await browser.newPage();
    for (const path of ["history", "history/file"])
      for (const language of ["es", "en", "pt"])
        for (const width of [360, 1280]) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.setContent(await (await server.get(at(`${path}?lang=${language}`), amparo)).text());
          expect(await axeFindings(tab), `${path} ${language} ${width}`).toEqual([]);
          const over = await tab.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${path} ${language} ${width}`).toBeLessThanOrEqual(0);
          if (process.env.SHOTS)
            await tab.screenshot({
              path: join(process.env.SHOTS, `${path.replace("/", "-")}-${language}-${width}.png`),
              fullPage: true,
            });
        }
  } finally {
    await browser.close();
  }
}, 60_000);
