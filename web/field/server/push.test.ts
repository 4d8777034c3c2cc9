import { afterAll, beforeAll, expect, test } from "vitest";
import { fact, vocabulary } from "../../../kernel/act/declaration.ts";
import { allActs, tools } from "../../../rooms/all.ts";
import { idOf, testBook } from "../../../rooms/book/testing.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { listen } from "../../server/listen.ts";
import type { Served } from "../../testing/served.ts";
import { decided, enrolledTelephone, oneSack, pointServed, ticketFor } from "../testing/point.ts";
import { Telephone } from "../testing/telephone.ts";

/** The rules of today, but that hand-overs of exactly 66,600 grams break our own code. */
const faulty = allActs.map((one) =>
  one.kind !== "delivery.receive"
    ? one
    : fact({
        ...(one as never as Parameters<typeof fact>[0]),
        follows: (said, known, context) => {
          if ((said as { bags: { gross_g: string }[] }).bags[0]?.gross_g === "66600") throw new Error("our own fault");
          return one.follows(said as never, known as never, context) as never;
        },
      }),
);

let server: Served;
let telephone: Telephone;
beforeAll(async () => {
  server = await pointServed({ tools: { ...tools, vocabulary: vocabulary(...faulty) } });
  telephone = await enrolledTelephone(server);
});
afterAll(() => server.close());

const sack = (number: number, grams?: bigint) =>
  telephone.act("delivery.receive", {
    ...oneSack(seven.member, `QD2A-${String(number).padStart(6, "0")}`, grams),
    delivery: idOf(`${telephone.publicKey} sack ${number}`),
  });
const outcomes = (answers: readonly { outcome: string }[] | undefined) => answers?.map(({ outcome }) => outcome);
const count = async (what: string): Promise<number> => {
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query(`select count(*)::int as rows from ayni.${what} where book_id = $1`, [testBook]);
  return rows[0].rows;
};

test("three hand-overs of a day without signal go up packed, each answered by itself in its order, signed by the book [field.push]", async () => {
  const acts = [sack(1), sack(2), sack(3)];
  const { value, status } = await telephone.push(acts, { zipped: true });
  expect(status).toBe(200);
  expect(outcomes(value?.answers)).toEqual(["done", "done", "done"]);
  expect(value?.answers.map(({ act }) => act)).toEqual(acts.map(({ body }) => JSON.parse(body).id));
  expect(value).toMatchObject({ book: testBook, device: telephone.device, revoked: false });
});

test("the answer was lost: sent again all are known, with how they ended the first time, and nothing is doubled [field.push-again]", async () => {
  const acts = [
    sack(4),
    telephone.act("delivery.receive", {
      ...oneSack(idOf("nobody known"), "QD2A-000005"),
      delivery: idOf("sack of a stranger"),
    }),
  ];
  const first = await telephone.push(acts);
  expect(outcomes(first.value?.answers)).toEqual(["done", "done with a question"]);
  const before = await count("act");
  const again = await telephone.push(acts);
  expect(again.value?.answers).toMatchObject([
    { outcome: "known already", first: "done" },
    { outcome: "known already", first: "done with a question", questions: [{ code: "delivery.member-unknown" }] },
  ]);
  expect(await count("act")).toBe(before);
});

test("the server is killed between commit and answer: nothing is believed; sent again all are known [field.push-again]", async () => {
  const acts = [sack(6), sack(7)];
  const { writers } = server.services.installation;
  const take = writers.take;
  Object.assign(writers, {
    take: async (...all: Parameters<typeof take>) => {
      await take(...all);
      throw new Error("killed after the commit");
    },
  });
  expect(await telephone.push(acts)).toMatchObject({ status: 500, value: null });
  Object.assign(writers, { take });
  expect(outcomes((await telephone.push(acts)).value?.answers)).toEqual(["known already", "known already"]);
});

test("200 at once, of which one breaks our own code, one is of a kind nobody knows and one is no act at all: 197 are done, three are kept [field.one-fault]", async () => {
  const acts: unknown[] = Array.from({ length: 197 }, (_, at) => sack(100 + at));
  acts.splice(60, 0, sack(66, 66_600n));
  acts.splice(120, 0, telephone.act("bees.swarm", { hives: 3 }));
  acts.splice(180, 0, { nothing: "that is an act" });
  const { value } = await telephone.push(acts, { zipped: true });
  const told = value?.answers ?? [];
  expect(told).toHaveLength(200);
  expect(told[60]).toMatchObject({ outcome: "kept, not yet understood", because: { code: "act.our-fault" } });
  const swarm = JSON.parse((acts[120] as { body: string }).body).id;
  expect(told[120]).toMatchObject({
    act: swarm,
    outcome: "kept, not yet understood",
    because: { code: "act.kind-unknown" },
  });
  expect(told[180]).toMatchObject({
    act: null,
    outcome: "kept, not yet understood",
    because: { code: "act.unreadable" },
  });
  expect(told.filter(({ outcome }) => outcome === "done")).toHaveLength(197);
});

test("a telephone newer than the server: what it says in a newer version is kept, for after the upgrade [field.newer]", async () => {
  const newer = telephone.act("delivery.receive", { drone: true }, { version: 9 });
  const { value } = await telephone.push([newer], { more: { weather: "a field nobody knows yet" } });
  expect(value?.answers).toMatchObject([
    { outcome: "kept, not yet understood", because: { code: "act.version-newer" } },
  ]);
});

test("a neighbour's telephone has no signal: its acts are carried by this one, each on its own signature", async () => {
  const neighbour = await enrolledTelephone(server);
  const theirs = neighbour.act("delivery.receive", {
    ...oneSack(seven.member, "QD2B-000001"),
    delivery: idOf("carried sack"),
  });
  const forged = { ...theirs, body: theirs.body.replace("58500", "98500") };
  const { value } = await telephone.push([theirs, forged], { vouches: true });
  expect(outcomes(value?.answers)).toEqual(["done", "kept, not yet understood"]);
  expect(value?.answers[1]).toMatchObject({ because: { code: "act.signature-broken" } });
});

test("nobody is let in who signed nothing: not with another's acts alone, not with a broken signature [field.vouched]", async () => {
  const neighbour = await enrolledTelephone(server);
  const theirs = neighbour.act("float.count", {});
  const heard = await telephone.push([theirs]);
  expect(heard).toMatchObject({ status: 401, code: "field.device-unproven" });
  expect(heard.headers.get("Ayni-Challenge")).toMatch(/^[\w.-]{1,100}$/);
  expect(await telephone.push([{ ...sack(8), signature: "A".repeat(86) }])).toMatchObject({ status: 401 });
});

test("nothing to send: the report alone is taken, once the telephone shows who it is; what it told stands at the office", async () => {
  const { value } = await telephone.push([], { vouches: true, report: { clock: "2026-09-16T15:07:00Z", unsent: 3 } });
  expect(value).toMatchObject({ answers: [], revoked: false });
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select clock_error_ms::int as error, unsent from ayni.device_heard where device = $1", [telephone.device]);
  expect(rows).toEqual([{ error: 7 * 60_000, unsent: 3 }]);
});

test("a challenge is of one device and ten minutes; one signed for another address opens nothing", async () => {
  await telephone.push([], { vouches: true });
  const [old, neighbour] = [telephone.challenge, await enrolledTelephone(server)];
  neighbour.challenge = old;
  const headers = { "Ayni-Device": `${neighbour.device} ${old} ${neighbour.signs("GET /field/pull")}` };
  const elsewhere = await neighbour.ask(`/field/pull?book=${testBook}`, { parse: () => null }, { headers });
  expect(elsewhere.status).toBe(401);
  server.clock.now += 11 * 60_000;
  telephone.challenge = old;
  expect((await telephone.push([], { vouches: true })).status).toBe(200); // Refused once, it signs the new challenge.
  expect(telephone.challenge).not.toBe(old);
});

test("bytes that unpack into gigabytes are not unpacked; other packings and more than 200 acts are refused", async () => {
  const bomb = { zipped: true, more: { weather: "0".repeat(9 * 1024 * 1024) } };
  expect(await telephone.push([sack(9)], bomb)).toMatchObject({ status: 413, code: "request.too-large" });
  const headers = { "Content-Type": "application/json", "Content-Encoding": "compress" };
  const other = await telephone.ask(
    "/field/acts",
    { parse: () => null },
    { method: "POST", body: Buffer.from("{}"), headers },
  );
  expect(other).toMatchObject({ status: 415, code: "request.coding-unknown" });
  expect(await telephone.push(Array(201).fill({}))).toMatchObject({ status: 413, code: "request.too-many-acts" });
});

test("through a real socket: enrolled from this machine, sent packed, fetched by brotli, a photograph's state asked", async () => {
  const listening = await listen(server.app, { host: "127.0.0.1", port: 0, orNext: false });
  if (!listening.ok) throw new Error(listening.refusal.code);
  const own = new Telephone(server);
  own.socket = listening.value.address;
  expect((await own.enrol(await ticketFor(server))).status).toBe(200);
  const says = { ...oneSack(seven.member, `${own.enrolled?.series}-000001`), delivery: idOf("sack through a socket") };
  expect(outcomes((await own.push([own.act("delivery.receive", says)], { zipped: true })).value?.answers)).toEqual([
    "done",
  ]);
  const pulled = await own.pull();
  expect(pulled.headers.get("Content-Encoding")).toBe("br");
  expect(pulled.value?.tables.length).toBeGreaterThan(5);
  expect((await own.fileState("a".repeat(64))).value).toMatchObject({ have: 0, complete: false });
  expect(await own.ask("/field/pull", { parse: () => null }, { method: "DELETE" })).toMatchObject({ status: 405 });
  await listening.value.close();
});

test("revoked: it is told so, and what it said before it was lost is done [field.revoked-told]", async () => {
  const lost = await enrolledTelephone(server);
  const says = { ...oneSack(seven.member, "QD2X-000001"), delivery: idOf("sack before the loss") };
  const before = lost.act("delivery.receive", says, { at: "2026-09-16T13:00:00Z" });
  await decided(server, "device.revoke", {
    device: lost.device,
    reason: "Lost on the bus",
    lostAt: "2026-09-16T14:00:00Z",
  });
  const { value } = await lost.push([before]);
  expect(value).toMatchObject({ revoked: true, answers: [{ act: JSON.parse(before.body).id }] });
  expect(["done", "done with a question"]).toContain(value?.answers[0]?.outcome);
  expect(await lost.pull()).toMatchObject({ status: 403, code: "device.revoked", value: null });
});

test("a device that the book does not know is told apart, and keeps everything", async () => {
  const stranger = await enrolledTelephone(server);
  if (stranger.enrolled !== null)
    stranger.enrolled = { ...stranger.enrolled, device: idOf("of a book before it was restored") };
  expect(await stranger.push([], { vouches: true })).toMatchObject({ status: 401, code: "field.device-unknown" });
});
