import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { seven, untilTheScale } from "../../scenarios/stories/seven-sacks.ts";
import type { Teller } from "../../scenarios/stories/teller.ts";
import { type Served, said, served } from "../testing/served.ts";

let server: Served;
const { settlement, season, statement, member, delivery, payment } = seven;

/** Tells the story to the served book; its clock is the one of the story. */
function tellerOf(to: Served): Teller {
  return {
    name: "web",
    day: (day) => {
      to.clock.now = Date.parse(`${day}T15:00:00.000Z`);
    },
    say: async (kind, says, beside = []) => {
      const through = { way: "seat", seat: marta.seat, at: new Date(to.clock.now).toISOString() };
      const [answer] = await to.services.installation.writers.take(testBook, "story", [
        { ...said(kind, says, { through }), beside: [...beside] },
      ]);
      if (answer === undefined || !("outcome" in answer)) throw new Error("not answered");
      return { outcome: answer.outcome, codes: "refusals" in answer ? answer.refusals.map((one) => one.code) : [] };
    },
    paper: async () => null,
    balance: async () => 0n,
    end: async () => undefined,
  };
}

beforeAll(async () => {
  server = await served({ book: "unopened" });
  const teller = tellerOf(server);
  teller.day("2026-01-02");
  await untilTheScale(teller);
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  const drafted = {
    settlement,
    season,
    title: "16 de septiembre",
    paidIn: "cash",
    place: "Quebrada Dos",
    payDay: "2026-09-18",
    statements,
  };
  const told = async (kind: string, says: unknown) =>
    expect(await teller.say(kind, says), kind).toEqual({ outcome: "done", codes: [] });
  await told("settlement.draft", drafted);
  await told("settlement.review", { settlement, seen: { net: "2940786" } });
  await told("settlement.close", { settlement });
  await told("seat.give", { seat: idOf("Amparo's seat"), agent: member, roles: ["member"], from: "2026-01-02" });
  await told("seat.give", { seat: idOf("Ciro's seat"), agent: idOf("Ciro"), roles: ["member"], from: "2026-01-02" });
});
afterAll(() => server.close());

const at = (path: string) => `/o/${testBook}${path}`;
const read = async (response: Response) =>
  (await response.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u2007\u2008\u00a0]+/g, " ");
const tokenOf = (name: string, agent: string) =>
  server.services.installation.sessions.make({ book: testBook, seat: idOf(`${name}'s seat`), agent });

test("Marta opens the statement and reads why it is this amount, in three languages [web.statement]", async () => {
  const spanish = await server.get(at("/statements/L-2026-000001"));
  expect(spanish.status).toBe(200);
  const text = await read(spanish);
  expect(text).toContain("2.940.800 pesos");
  expect(text).toContain("Amparo Quintero");
  expect(text).toContain("16.043,64");
  expect(await read(await server.get(at("/statements/L-2026-000001?lang=en")))).toContain("You receive 2,940,800");
  expect(
    await read(await server.get(at("/statements/L-2026-000001"), undefined, { "Accept-Language": "pt-BR" })),
  ).toContain("Recebe 2.940.800 pesos");
});

test("the members' list answers who is owed, and finds by number [web.members]", async () => {
  const text = await read(await server.get(at("/members")));
  expect(text).toContain("Amparo Quintero");
  expect(text).toContain("407,6");
  expect(text).toContain("2.940.786");
  expect(await read(await server.get(at("/members?q=0131")))).toContain("Amparo Quintero");
  const nobody = await server.get(at("/members?q=%3Cscript%3E"));
  expect(await nobody.text()).not.toContain("<script>");
  expect((await server.get(at("/members?skip=99999999"))).status).toBe(200);
});

test("Amparo reads her own paper without any power; Ciro does not; neither sees the members", async () => {
  const hers = await tokenOf("Amparo", member);
  const his = await tokenOf("Ciro", idOf("Ciro"));
  expect(await read(await server.get(at("/statements/L-2026-000001"), hers))).toContain("2.940.800 pesos");
  expect((await server.get(at("/statements/L-2026-000001"), his)).status).toBe(404);
  expect((await server.get(at("/members"), hers)).status).toBe(403);
});

test("the list of statements answers what is still owed, and leads to each paper [settlement.statements-page]", async () => {
  const page = await server.get(at("/statements"));
  expect(page.status).toBe(200);
  const html = await page.clone().text();
  expect(html).toContain(`href="${at("/statements/L-2026-000001")}"`);
  const text = await read(page);
  expect(text).toContain("1 liquidación cerrada. Falta pagar 2.940.786 pesos.");
  expect(text).toContain("L-2026-000001 Amparo Quintero 0131");
  expect(await read(await server.get(at("/statements?q=000001&lang=en")))).toContain("We still owe 2,940,786");
  expect(await read(await server.get(at("/statements?q=quintero")))).toContain("L-2026-000001");
  const missed = await read(await server.get(at("/statements?q=nobody")));
  expect(missed).toContain("1 liquidación cerrada.");
  expect(missed).toContain("Ninguna con «nobody»");
  expect(await read(await server.get(at("/statements?skip=50")))).toContain("L-2026-000001");
});

test("from a member's row to their statements, to the paper, and back [settlement.statements-page]", async () => {
  const members = await (await server.get(at("/members"))).text();
  expect(members).toContain(`href="${at(`/members/${member}`)}"`);
  const of = at(`/statements?agent=${member}`);
  expect(await (await server.get(at(`/members/${member}`))).text()).toContain(`href="${of}"`);
  const hers = await server.get(of);
  expect(await hers.clone().text()).toContain(`href="${at("/statements/L-2026-000001")}"`);
  expect(await read(hers)).toContain("Amparo Quintero: 1 liquidación cerrada. Falta pagarle 2.940.786 pesos.");
  expect(await read(await server.get(at(`/statements?agent=${idOf("Ciro")}`)))).toContain("Todavía no se");
  expect((await server.get(at("/statements?agent=everybody"))).status).toBe(404);
  const paper = await (await server.get(at("/statements/L-2026-000001"))).text();
  expect(paper).toContain(`href="${at("/statements")}"`);
  expect(paper).toContain("Ver todas las liquidaciones");
});

test("a member's own seat sees their own statements and nobody else's [settlement.statements-page]", async () => {
  const hers = await tokenOf("Amparo", member);
  const his = await tokenOf("Ciro", idOf("Ciro"));
  const mine = await read(await server.get(at("/statements"), hers));
  expect(mine).toContain("Tiene 1 liquidación. Falta pagarle 2.940.786 pesos.");
  expect(mine).not.toContain("Socios");
  expect(await read(await server.get(at("/statements/L-2026-000001"), hers))).toContain("Ver mis liquidaciones");
  const none = await read(await server.get(at("/statements"), his));
  expect(none).toContain("Todavía no tiene ninguna liquidación.");
  expect(none).not.toContain("L-2026-000001");
  expect((await server.get(at(`/statements?agent=${member}`), his)).status).toBe(403);
  expect((await server.get("/", hers)).headers.get("Location")).toBe(at("/me"));
  expect((await server.get("/")).headers.get("Location")).toBe(at("/today"));
});

test("another book's statements are not there [settlement.statements-page]", async () => {
  const other = `/o/${idOf("another")}`;
  expect((await server.get(`${other}/statements`)).status).toBe(404);
  expect((await server.get(`${other}/statements/L-2026-000001`)).status).toBe(404);
  expect((await server.get(at("/statements"), null)).status).toBe(401);
});

test("a search that finds nobody still says how many members there are", async () => {
  const text = await read(await server.get(at("/members?q=nobody")));
  expect(text).toContain("1 socio. Se le deben 2.940.786 pesos.");
  expect(text).toContain("Nadie con «nobody»");
});

test("without an entry there is a door, in the reader's language; a strange address is a page too", async () => {
  const door = await server.get(at("/members"), null, { "Accept-Language": "en" });
  expect(door.status).toBe(401);
  expect(await read(door)).toContain("You need to sign in first.");
  expect((await server.get(at("/statements/L-0000-000000"))).status).toBe(404);
  expect((await server.get(`/o/${idOf("another")}/members`)).status).toBe(404);
  expect((await server.get("/o/nowhere/at/all")).status).toBe(404);
});

test("a page runs no script, is framed by nobody, and allows its one style by digest", async () => {
  const response = await server.get(at("/members"));
  expect(response.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/);
  expect(await response.text()).not.toMatch(/<script| on[a-z]+=| style=/);
});

test("a language chosen in the address is kept", async () => {
  const chosen = await server.get(at("/members?lang=pt"));
  expect(chosen.headers.get("Set-Cookie")).toContain("ayni_language=pt");
  const later = await server.get(at("/members"), undefined, { Cookie: "ayni_language=pt" });
  expect(await later.text()).toContain('<html lang="pt">');
  expect((await server.get(at("/members?lang=../../etc"))).status).toBe(200);
});

test("payment keeps the paper as it was issued; only by when it is to be paid is no longer said", async () => {
  const page = async () => (await server.get(at("/statements/L-2026-000001"))).text();
  const payBy = /<p>Se le debe pagar hasta el [^<]+<\/p>/;
  const before = await page();
  expect(before).toMatch(payBy);
  const paid = {
    payment,
    statement,
    amount: "2940800",
    currency: "COP",
    paidIn: "cash",
    place: "Quebrada Dos",
    on: "2026-09-16",
  };
  await server.send([said("payment.make", paid)]);
  expect(await page()).toBe(before.replace(payBy, ""));
  expect(server.faults).toEqual([]);
});
