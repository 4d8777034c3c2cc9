import { afterAll, beforeAll, expect, test } from "vitest";
import { efrain, idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { type Served, said, served, signed } from "../testing/served.ts";
import { largestBody } from "./body.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(() => server.close());

const asMarta = () => ({ Authorization: `Bearer ${server.marta}` });
const seatFor = (name: string) => ({
  seat: idOf(`${name}'s seat`),
  agent: idOf(name),
  roles: ["clerk"],
  from: "2026-01-01",
});
const problemOf = async (response: Response) => {
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  return { status: response.status, ...((await response.json()) as { code: string; detail: string; intake?: string }) };
};

test("Marta gives three people seats: one answer each, in order, with their places in the book [web.acts]", async () => {
  const answers = await server.send(["Ana", "Berta", "Ciro"].map((name) => said("seat.give", seatFor(name))));
  expect(answers.map((one) => one.outcome)).toEqual(["done", "done", "done"]);
  const places = answers.map((one) => ("position" in one ? BigInt(one.position) : 0n));
  expect(places[2]).toBe((places[0] as bigint) + 2n);
});

test("a decision that the book refuses is answered with its code and field; the rest of the batch is done", async () => {
  const answers = await server.send([
    said("seat.give", { ...seatFor("Delia"), roles: ["pilot"] }),
    said("seat.give", seatFor("Delia")),
  ]);
  expect(answers[0]).toMatchObject({ outcome: "refused", refusals: [{ code: "seat.role-unknown", field: "roles" }] });
  expect(answers[1]).toMatchObject({ outcome: "done" });
});

test("the same act sent twice is known already; the same id with other content is kept, and the first stays", async () => {
  const id = idOf("one id");
  const act = said("seat.give", seatFor("Elsa"), { id });
  const [first] = await server.send([act]);
  expect(first?.outcome).toBe("done");
  expect((await server.send([act, act])).map((one) => one.outcome)).toEqual(["known already", "known already"]);
  const [other] = await server.send([said("seat.give", seatFor("Fabio"), { id })]);
  expect(other).toMatchObject({ outcome: "kept, not yet understood", because: { code: "act.id-used" } });
});

test("an unknown kind and a newer version are kept with a number, to be tried again after an upgrade", async () => {
  const answers = await server.send([said("bees.swarm", {}), said("seat.give", seatFor("Gil"), { version: 9 })]);
  expect(answers).toMatchObject([
    {
      outcome: "kept, not yet understood",
      because: { code: "act.kind-unknown" },
      intake: expect.stringMatching(/^\d+$/),
    },
    { outcome: "kept, not yet understood", because: { code: "act.version-newer", facts: { newest: 1 } } },
  ]);
});

test("an act of another book is kept and changes nothing", async () => {
  const [answer] = await server.send([said("seat.give", seatFor("Hugo"), { book: idOf("another book") })]);
  expect(answer).toMatchObject({ outcome: "kept, not yet understood", because: { code: "act.other-book" } });
});

test("a session cannot speak for another seat, another agent, or as a letter: such acts are kept, and stay kept", async () => {
  const through = { way: "seat", seat: marta.seat, at: "2026-11-15T15:00:00Z" };
  const letter = { way: "letter", letter: idOf("letter"), at: "2026-11-15T15:00:00Z" };
  const acts = [
    said("seat.give", seatFor("Ines"), { through, by: marta.agent }),
    said("seat.give", seatFor("Ines"), { through: { ...through, seat: efrain.seat }, by: marta.agent }),
    said("seat.give", seatFor("Ines"), { through: letter, by: marta.agent }),
  ];
  const answers = await server.send(acts, server.efrain);
  for (const [at, answer] of answers.entries())
    expect(answer).toMatchObject({
      act: JSON.parse(acts[at]?.body ?? "").id,
      outcome: "kept, not yet understood",
      because: { code: "act.not-yours" },
    });
});

test("Efraín's telephone sends without a session: its signature is enough, and his lack of power is told [web.devices]", async () => {
  const [answer] = await server.send([signed(server.telephone, "seat.give", seatFor("Julia"))], null);
  expect(answer).toMatchObject({ outcome: "refused", refusals: [{ code: "power.missing" }] });
});

test("a forged signature opens no door; beside a true one its act is kept, and named", async () => {
  const forged = { ...signed(server.telephone, "seat.give", seatFor("Luz")), signature: "A".repeat(86) };
  const alone = await server.post(JSON.stringify({ book: testBook, acts: [forged] }));
  expect(await problemOf(alone)).toMatchObject({ status: 401, code: "session.none" });
  const answers = await server.send([forged, signed(server.telephone, "seat.give", seatFor("Mario"))], null);
  expect(answers).toMatchObject([
    { outcome: "kept, not yet understood", because: { code: "act.signature-broken" } },
    { outcome: "refused" },
  ]);
});

test("without session and signature nothing is taken; a token that does not hold is not overlooked", async () => {
  const body = JSON.stringify({ book: testBook, acts: [said("seat.give", seatFor("Nora"))] });
  expect(await problemOf(await server.post(body))).toMatchObject({ status: 401, code: "session.none" });
  const wrong = { Authorization: `Bearer ${"x".repeat(43)}` };
  expect(await problemOf(await server.post(body, wrong))).toMatchObject({ status: 401, code: "session.unknown" });
});

test("nobody opens a book through the API, and whether a book exists is not told", async () => {
  const opening = { settings: testSettings, founder: marta };
  const book = idOf("a new book");
  const body = JSON.stringify({ book, acts: [said("book.open", opening, { book })] });
  expect(await problemOf(await server.post(body, asMarta()))).toMatchObject({ status: 404, code: "book.unknown" });
});

test("invalid UTF-8 and bytes that are no JSON are kept as they came, and the problem names their number [web.kept]", async () => {
  const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
  const unreadable = await problemOf(await server.post(bytes, asMarta()));
  expect(unreadable).toMatchObject({ status: 400, code: "request.not-utf8", intake: expect.stringMatching(/^\d+$/) });
  expect(await problemOf(await server.post('{"book":', asMarta()))).toMatchObject({ code: "request.not-json" });
  const kept = await server.services.installation.store
    .connect("keeper")
    .query("select bytes from ayni.intake where book_id = $1 and number = $2", [testBook, unreadable.intake]);
  expect(new Uint8Array(kept.rows[0].bytes)).toEqual(bytes);
  expect(await problemOf(await server.post(bytes))).not.toHaveProperty("intake");
});

test("a body of 10 MB is refused before it is read to the end, and nothing of it is kept", async () => {
  const told = await server.post("x", { ...asMarta(), "Content-Length": `${10 * 1024 * 1024}` });
  expect(await problemOf(told)).toMatchObject({ status: 413, code: "request.too-large" });
  const untold = await server.post(new Uint8Array(largestBody + 1), asMarta());
  expect(await problemOf(untold)).toMatchObject({ status: 413 });
});

test("JSON a million levels deep brings nothing down and holds nobody up: around the acts it is refused, within one it is kept", async () => {
  const deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);
  const around = await server.post(`{"book":"${testBook}","acts":${deep}}`, asMarta());
  expect(await problemOf(around)).toMatchObject({ status: 400, code: "act.too-deep" });
  const body = `{"id":"${idOf("deep")}","book":"${testBook}","kind":"seat.give","version":1,"by":"${marta.agent}","through":{"way":"seat","seat":"${marta.seat}","at":"2026-11-15T15:00:00Z"},"says":${deep}}`;
  const [within] = await server.send([{ body }]);
  expect(within).toMatchObject({ outcome: "kept, not yet understood", because: { code: "act.too-deep" } });
});

test("half characters and zero characters are kept as they came", async () => {
  const answers = await server.send([
    { body: said("seat.give", seatFor("Olga")).body.replace("clerk", "cl\ud800rk") },
    { body: said("seat.give", seatFor("Olga")).body.replace("clerk", "cl\\u0000rk") },
  ]);
  expect(answers.map((one) => ("because" in one ? one.because.code : one.outcome))).toEqual([
    "act.half-character",
    "act.zero-character",
  ]);
});

test("another type of content is refused, and so are a cookie from another site and another method", async () => {
  const text = await server.post("{}", { ...asMarta(), "Content-Type": "text/plain" });
  expect(await problemOf(text)).toMatchObject({ status: 415, code: "request.not-json-type" });
  const body = JSON.stringify({ book: testBook, acts: [] });
  const cookie = { Cookie: `ayni_session=${server.marta}` };
  const other = await server.post(body, {
    ...cookie,
    Origin: "https://elsewhere.example",
    "Sec-Fetch-Site": "cross-site",
  });
  expect(await problemOf(other)).toMatchObject({ status: 403, code: "request.other-origin" });
  expect((await server.post(body, cookie)).status).toBe(403);
  expect((await server.post(body, { ...cookie, "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
  const get = await server.app.request("/api/acts", { method: "PUT" });
  expect(await problemOf(get)).toMatchObject({ status: 405 });
});

test("a problem is said in the reader's language", async () => {
  const said = async (language: string) =>
    (await problemOf(await server.post("{}", { "Accept-Language": language }))).detail;
  const sentences = [await said("pt-BR,pt;q=0.9"), await said("en"), await said("qu")];
  expect(new Set(sentences).size).toBe(3);
  expect(sentences[1]).toMatch(/list of acts/);
});

test("no fault of ours was met on the way", () => {
  expect(server.faults).toEqual([]);
});
