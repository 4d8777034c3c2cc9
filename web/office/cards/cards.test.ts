/** Cards of members at the office: made for who has none, printed ten on a page, read by a camera, taken back. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf, testBook, testSettings } from "../../../rooms/book/testing.ts";
import { cardIn } from "../../../rooms/people/rules/cards.ts";
import { sealed } from "../../../rooms/people/testing.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { type Served, said, served } from "../../testing/served.ts";

let server: Served;
let browser: Browser;
let folder: string;
const at = (path: string) => `/o/${testBook}/members/cards${path}`;
const members = Array.from({ length: 12 }, (_, place) => idOf(`member ${place + 1}`));

beforeAll(async () => {
  [server, browser] = await Promise.all([served(), startBrowser()]);
  folder = mkdtempSync(join(tmpdir(), "ayni-cards-"));
  const organisation = { agent: testSettings.organisation, name: testSettings.name, form: testSettings.form };
  await server.send([said("organisation.register", organisation)]);
  for (const [place, agent] of members.entries()) {
    const name = sealed("name", `Persona ${place + 1}`);
    const tie = { tie: idOf(`tie ${place}`), from: agent, to: testSettings.organisation, kind: "membership" };
    const answers = await server.send([
      { ...said("person.register", { agent, name: name.sealed, community: "El Mirador" }), beside: [name.beside] },
      said("tie.begin", { ...tie, number: `${place + 1}`.padStart(4, "0"), since: "2020-01-01" }),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  }
});
afterAll(async () => {
  await Promise.all([server?.close(), browser?.close()]);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const words = async (path: string, lang = "es"): Promise<string> => {
  const answer = await server.get(`${at(path)}?lang=${lang}`);
  expect(answer.status).toBe(200);
  return (await answer.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
};
const send = async (path: string, typed: Record<string, string>): Promise<Response> => {
  const page = await (await server.get(at(path))).text();
  const act = /name="act" value="([^"]+)"/.exec(page)?.[1] ?? "";
  return server.app.request(at(path), {
    method: "POST",
    body: new URLSearchParams({ act, ...typed }).toString(),
    headers: {
      Cookie: `ayni_session=${server.marta}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
};

let sheets = 0;

/** What zbarimg reads on all pages of a sheet, and its words. */
async function printed(
  query: string,
): Promise<{ readonly codes: readonly string[]; readonly text: string; readonly pages: number }> {
  const answer = await server.get(`${at("/sheet")}${query}`);
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  sheets += 1;
  const file = join(folder, `sheet${sheets}`);
  writeFileSync(`${file}.pdf`, Buffer.from(await answer.arrayBuffer()));
  expect(execFileSync("qpdf", ["--check", `${file}.pdf`], { encoding: "utf8" })).toContain("No syntax or stream");
  execFileSync("pdftoppm", ["-png", "-r", "300", `${file}.pdf`, file]);
  const pictures = readdirSync(folder).filter(
    (name) => join(folder, name).startsWith(`${file}-`) && name.endsWith(".png"),
  );
  const options = ["--raw", "-q", "--nodbus", "-Sdisable", "-Sqrcode.enable"];
  const { stdout } = spawnSync("zbarimg", [...options, ...pictures.map((name) => join(folder, name))], {
    encoding: "utf8",
  });
  const text = execFileSync("pdftotext", ["-layout", `${file}.pdf`, "-"], { encoding: "utf8" });
  return { codes: stdout.trim().split("\n"), text, pages: pictures.length };
}

describe("members' cards [office.cards]", () => {
  test("the members' list leads to them, for whoever keeps the register", async () => {
    expect(await (await server.get(`/o/${testBook}/members`)).text()).toContain(at(""));
    const { sessions } = server.services.installation;
    await server.send([
      said("seat.give", { seat: idOf("a member's seat"), agent: members[0], roles: ["member"], from: "2026-01-01" }),
    ]);
    const member = await sessions.make({ book: testBook, seat: idOf("a member's seat"), agent: members[0] as string });
    for (const path of ["", "/sheet"]) expect((await server.get(at(path), member)).status).toBe(403);
  });

  test("one press makes a card for each who has none; pressed again there is nothing to make", async () => {
    expect(await words("")).toContain("0 personas llevan tarjeta; 12 no tienen.");
    expect((await send("", {})).status).toBe(303);
    expect(await words("")).toContain("12 personas llevan tarjeta; 0 no tienen.");
    expect(await words("")).not.toContain("Hacer");
  });

  test("printed, ten on a page: each square is one member's card and says nothing else; numbers stand, names only if wanted", async () => {
    const { codes, text, pages } = await printed("");
    expect(pages).toBe(2);
    expect(new Set(codes).size).toBe(12);
    for (const code of codes) expect(cardIn(code)).not.toBeNull();
    for (const agent of members) expect(codes.map(cardIn)).not.toContain(agent);
    expect(text).toContain("0012");
    expect(text).not.toContain("Persona");
    expect((await printed("?names=shown")).text).toContain("Persona 7");
  });

  test("a lost card is voided, and another can be made for who carried it", async () => {
    const [, card = ""] = /members\/cards\/([0-9a-f-]{36})"/.exec(await (await server.get(at(""))).text()) ?? [];
    expect(await words(`/${card}`)).toContain("¿Anular la tarjeta de 0001 · Persona 1?");
    expect((await printed(`?card=${card}`)).codes.map(cardIn)).toEqual([card]);
    expect(await (await send(`/${card}`, { reason: "" })).text()).toContain('aria-invalid="true"');
    expect((await send(`/${card}`, { reason: "se perdió" })).status).toBe(303);
    expect((await server.get(at(`/${card}`))).status).toBe(404);
    expect(await words("")).toContain("11 personas llevan tarjeta; 1 no tienen.");
    expect((await printed("")).codes.map(cardIn)).not.toContain(card);
    expect((await send("", {})).status).toBe(303);
    expect(await words("")).toContain("12 personas llevan tarjeta");
  });

  for (const lang of ["es", "en", "pt"])
    test(`in ${lang}: nothing for axe, nothing wider than a small screen`, async () => {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
      const list = await (await server.get(`${at("")}?lang=${lang}`)).text();
      const [, card = ""] = /members\/cards\/([0-9a-f-]{36})"/.exec(list) ?? [];
      for (const html of [list, await (await server.get(`${at(`/${card}`)}?lang=${lang}`)).text()]) {
        await page.setContent(html);
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      }
      await page.close();
    });
});
