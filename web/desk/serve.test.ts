/** A form of the office, tried as a browser sends it: kept once, refused with its field, and never for another site. */
import { Hono } from "hono";
import { h } from "preact";
import { afterAll, beforeAll, expect, test } from "vitest";
import { done } from "../../kernel/refusal.ts";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import type { Page } from "../render.ts";
import { RequestRefused } from "../server/problem.ts";
import { type Served, served } from "../testing/served.ts";
import type { BookForm, BookPage, FormAt, PageAt } from "./page.ts";
import { serveBook } from "./serve.ts";

const drawn = (at: PageAt, says: string): Page => ({
  title: "try",
  style: [],
  bandOf: null,
  bandLies: "up",
  ownStyle: "",
  body: h("p", {}, `${at.frame("members").told ?? ""}|${says}`),
});
const page: BookPage = {
  path: "/o/:book/try/:name",
  place: "members",
  open: async (at) => done(drawn(at, `${at.parameter("name")}|${[...at.powers].length > 5}|${at.roles.join()}`)),
};
const plots: BookForm = {
  path: "/o/:book/try",
  post: async (at: FormAt) => {
    const area = at.form.readFigure("area");
    if (area === null) return done(drawn(at, at.form.wrong.map((one) => `${one.field}: ${one.code}`).join()));
    const spoken = await at.speak("seat.end", { seat: at.form.text("seat"), until: "2026-01-01", reason: "x" });
    if (spoken.outcome === "refused")
      return done(drawn(at, spoken.refusals.map((one) => `${one.field}: ${one.code}`).join()));
    return done({ goTo: at.address("try/there"), told: "kept" });
  },
};

const keyOf = (name: string) => `${idOf(name)}.${"5a".repeat(16)}`;

let server: Served;
const app = new Hono();
beforeAll(async () => {
  server = await served();
  app.onError((error) => {
    if (error instanceof RequestRefused) return new Response(error.refusal.code, { status: error.status });
    throw error;
  });
  serveBook(app, server.services, [page], [plots]);
});
afterAll(() => server.close());

const own = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
const post = (typed: Record<string, string>, headers: Record<string, string> = own) =>
  app.request(`/o/${testBook}/try`, {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: { Cookie: `ayni_session=${server.marta}`, ...headers },
  });

test("a page knows its address, its reader's roles and powers, and what was just done", async () => {
  const answer = await app.request(`/o/${testBook}/try/somewhere?told=kept`, {
    headers: { Cookie: `ayni_session=${server.marta}` },
  });
  expect(await answer.text()).toContain("Guardado.|somewhere|true|manager");
});

test("words of the address that are no sentence of ours are not repeated", async () => {
  const answer = await app.request(`/o/${testBook}/try/x?told=<b>pay-here`, {
    headers: { Cookie: `ayni_session=${server.marta}` },
  });
  expect(await answer.text()).not.toContain("pay-here");
});

test("a form sent twice is done once, and both times leads on", async () => {
  const typed = { act: keyOf("a form"), area: "1,5", seat: idOf("Efraín's seat") };
  for (const _ of [1, 2]) {
    const answer = await post(typed);
    expect(answer.status, await answer.clone().text()).toBe(303);
    expect(answer.headers.get("Location")).toBe(`/o/${testBook}/try/there?told=kept`);
  }
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select count(*)::int as said from ayni.act where act_id = $1", [idOf("a form")]);
  expect(rows[0].said).toBe(1);
});

test("a form sent several times at the same moment is done once, and every answer leads on", async () => {
  const typed = { act: keyOf("a double click"), area: "1,5", seat: idOf("Efraín's seat") };
  const { writers } = server.services.installation;
  // Each sending takes its own moment to reach the writer, as over a network.
  const slowly = {
    ...writers,
    take: async (...all: Parameters<typeof writers.take>) => {
      await new Promise((later) => setTimeout(later, 150));
      return writers.take(...all);
    },
  };
  const installation = { ...server.services.installation, writers: slowly };
  const slow = new Hono();
  serveBook(slow, { ...server.services, installation }, [], [plots]);
  const send = async (wait: number) => {
    await new Promise((later) => setTimeout(later, wait));
    const body = new URLSearchParams(typed).toString();
    const headers = { Cookie: `ayni_session=${server.marta}`, ...own };
    return slow.request(`/o/${testBook}/try`, { method: "POST", body, headers });
  };
  const answers = await Promise.all([0, 20, 40, 60].map(send));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select count(*)::int as unread from ayni.intake where book_id = $1", [testBook]);
  expect(rows[0].unread).toBe(0);
});

test("sent again with other words after it was done, the first stands and the reader is told", async () => {
  const typed = { act: keyOf("a form"), area: "1,5", seat: idOf("somebody else's seat") };
  expect(await (await post(typed)).text()).toContain("form.sent-before");
});

test("what is wrong is told with its field: by the form, by the act's declaration, by the book", async () => {
  const typed = { act: keyOf("another form"), area: "1.5", seat: idOf("nobody's seat") };
  expect(await (await post({ ...typed, area: "doce" })).text()).toContain("area: form.figure-unreadable");
  expect(await (await post({ ...typed, seat: "that one" })).text()).toContain("seat: act.field-unreadable");
  expect(await (await post(typed)).text()).toContain("seat: seat.unknown");
});

test("another site's form, a form without a session, another book's and what is no form are refused", async () => {
  expect((await post({}, { ...own, "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect((await post({}, { ...own, Cookie: "" })).status).toBe(401);
  expect((await post({}, { ...own, "Content-Type": "application/json" })).status).toBe(415);
  const other = await app.request(`/o/${idOf("another book")}/try`, {
    method: "POST",
    headers: { Cookie: `ayni_session=${server.marta}`, ...own },
  });
  expect(other.status).toBe(404);
});
