import { afterAll, beforeAll, expect, test } from "vitest";
import { efrain, idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { type Served, said, served } from "../testing/served.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(() => server.close());

const problemOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { code: string; field?: string }),
});

test("Marta asks for the settings of her book and gets its one row, no float in it [web.views]", async () => {
  const response = await server.get("/api/views/book.settings");
  expect(response.status).toBe(200);
  const { rows } = (await response.json()) as { rows: unknown[] };
  expect(rows).toMatchObject([
    { name: "Cooperativa La Esperanza", currencies: [{ currency: "COP", line: "1", cash: "50" }, {}] },
  ]);
});

test("Efraín, who is clerk, may not see the seats; nobody may without a session", async () => {
  expect(await problemOf(await server.get("/api/views/seats.list", server.efrain))).toMatchObject({
    status: 403,
    code: "view.not-yours",
  });
  expect(await problemOf(await server.get("/api/views/seats.list", null))).toMatchObject({
    status: 401,
    code: "session.none",
  });
});

test("a person may see what is about herself without any power, and not about another", async () => {
  const nobody = { agent: idOf("Rosa"), seat: idOf("Rosa's seat") };
  await server.send([said("seat.give", { ...nobody, roles: ["member"], from: "2026-01-01" })]);
  const token = await server.services.installation.sessions.make({ book: testBook, ...nobody });
  const of = (agent: string) => server.get(`/api/views/member.one?agent=${agent}`, token);
  expect((await of(nobody.agent)).status).toBe(200);
  expect(await problemOf(await of(marta.agent))).toMatchObject({ status: 403, code: "view.not-yours" });
});

test("a question asked wrongly is refused by field: a misspelt filter never answers everything", async () => {
  const asked = async (query: string) => problemOf(await server.get(`/api/views/questions.open?${query}`));
  expect(await asked("limit=501")).toMatchObject({ status: 400, code: "view.asked-wrongly", field: "limit" });
  expect(await asked("limit=many")).toMatchObject({ status: 400, field: "limit" });
  expect(await asked("rol=manager")).toMatchObject({ status: 400, field: "rol" });
  expect(await asked("__proto__=1")).toMatchObject({ status: 400, field: "__proto__" });
  expect(await problemOf(await server.get("/api/views/bees.list"))).toMatchObject({
    status: 404,
    code: "view.unknown",
  });
});

test("pages follow each other until the last: every question is met once", async () => {
  const clerkFacts = [1, 2, 3].map((at) =>
    said(
      "device.enrol",
      { device: idOf(`late ${at}`), publicKey: "A".repeat(43) },
      {
        through: { way: "seat", seat: marta.seat, at: "1970-01-01T00:00:00Z" },
      },
    ),
  );
  await server.send(clerkFacts); // Said by a clock of 1970: each asks a question.
  const met: string[] = [];
  let query = "limit=2";
  for (let page = 0; page < 5; page += 1) {
    const response = await server.get(`/api/views/questions.open?${query}`);
    const { rows, next } = (await response.json()) as {
      rows: { position: string; code: string }[];
      next?: { after: string };
    };
    met.push(...rows.map((row) => row.position));
    if (next === undefined) break;
    query = `limit=2&after=${next.after}`;
  }
  expect(met).toHaveLength(3);
  expect(new Set(met).size).toBe(3);
});

test("a seat that has ended opens nothing, though its session lives", async () => {
  const sara = { agent: idOf("Sara"), seat: idOf("Sara's seat") };
  await server.send([said("seat.give", { ...sara, roles: ["auditor"], from: "2026-01-01" })]);
  const token = await server.services.installation.sessions.make({ book: testBook, ...sara });
  expect((await server.get("/api/views/seats.list", token)).status).toBe(200);
  await server.send([said("seat.end", { seat: sara.seat, until: "2026-01-31", reason: "moved away" })]);
  expect(await problemOf(await server.get("/api/views/seats.list", token))).toMatchObject({
    status: 403,
    code: "session.seat-ended",
  });
});

test("the wall: a session of another book sees nothing of this one", async () => {
  const token = await server.services.installation.sessions.make({
    book: idOf("another"),
    seat: marta.seat,
    agent: marta.agent,
  });
  expect(await problemOf(await server.get("/api/views/seats.list", token))).toMatchObject({
    code: "session.seat-ended",
  });
});

test("an entry link opens once; going out ends the session at once [web.entry]", async () => {
  const { sessions } = server.services.installation;
  const entry = await sessions.makeEntry({ book: testBook, seat: efrain.seat, agent: efrain.agent });
  expect(await problemOf(await server.get("/api/views/book.settings", entry))).toMatchObject({
    code: "session.unknown",
  });
  const entered = await server.get(`/enter/${entry}`, null);
  expect(entered.status).toBe(303);
  const cookie = entered.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/^ayni_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
  const own = { Cookie: cookie.split(";")[0] ?? "" };
  expect((await server.get("/api/views/book.settings", null, own)).status).toBe(200);
  expect((await server.get(`/enter/${entry}`, null)).status).toBe(403);
  await server.app.request("/leave", { method: "POST", headers: { ...own, "Sec-Fetch-Site": "same-origin" } });
  expect((await server.get("/api/views/book.settings", null, own)).status).toBe(401);
});

test("every answer forbids frames, scripts, sniffing and keeping", async () => {
  for (const path of ["/api/views/book.settings", "/api/views/none", "/nowhere", "/api/openapi.json"]) {
    const { headers } = await server.get(path);
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBe("no-store");
  }
});
