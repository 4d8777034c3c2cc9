import { afterAll, beforeAll, expect, test } from "vitest";
import { firstPowers } from "../../../rooms/book/rules/first-powers.ts";
import { efrain, idOf, marta, testBook } from "../../../rooms/book/testing.ts";
import { keyIdOf } from "../../../store/writer/seal.ts";
import type { Served } from "../../testing/served.ts";
import { decided, enrolledTelephone, pointServed, ticketFor } from "../testing/point.ts";
import { Telephone } from "../testing/telephone.ts";

let server: Served;
beforeAll(async () => {
  server = await pointServed();
});
afterAll(() => server.close());

const minutes = (count: number): void => {
  server.clock.now += count * 60_000;
};
const devices = async (): Promise<number> => {
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select count(distinct device)::int as devices from ayni.device where book_id = $1", [testBook]);
  return rows[0].devices;
};

test("a telephone scans Marta's ticket and is the point's device, on her word; the answer is signed by the key that the code names [field.enrol]", async () => {
  const telephone = new Telephone(server);
  const { status, value } = await telephone.enrol(await ticketFor(server));
  expect(status).toBe(200);
  expect(value).toMatchObject({ book: testBook, place: "quebrada-dos", series: "QD2A" });
  const [keyId] = server.services.installation.sealKeys.keys();
  expect(keyIdOf(value?.bookKey ?? "").slice(0, 16)).toBe(keyId?.slice(0, 16));
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query(
      "select by_agent, body::json as body from ayni.act where kind = 'device.enrol' order by position desc limit 1",
    );
  expect(rows[0].by_agent).toBe(marta.agent);
  expect(rows[0].body.through).toMatchObject({ way: "seat", seat: marta.seat });
  expect(rows[0].body.says).toMatchObject({ publicKey: telephone.publicKey, note: "Android 9, moto e5" });
});

test("the next telephone of the point has a series of its own, and two at once have two [field.enrol]", async () => {
  const [second, third] = await Promise.all([enrolledTelephone(server), enrolledTelephone(server)]);
  expect([second.enrolled?.series, third.enrolled?.series].sort()).toEqual(["QD2B", "QD2C"]);
});

test("the answer was lost on the way: the same telephone asks again and gets the same answer, even a day later [field.enrol-again]", async () => {
  const [ticket, telephone] = [await ticketFor(server), new Telephone(server)];
  const first = await telephone.enrol(ticket);
  const before = await devices();
  minutes(24 * 60);
  const again = await telephone.enrol(ticket);
  expect(again.text).toBe(first.text);
  expect(await devices()).toBe(before);
});

test("died between the book's word and the answer: asked again, the same act is known and the telephone is told [field.enrol-again]", async () => {
  const [ticket, telephone] = [await ticketFor(server), new Telephone(server)];
  const { writers } = server.services.installation;
  const take = writers.take;
  Object.assign(writers, {
    take: async (...all: Parameters<typeof take>) => {
      await take(...all);
      throw new Error("killed after the commit");
    },
  });
  expect((await telephone.enrol(ticket)).status).toBe(500);
  Object.assign(writers, { take });
  const before = await devices();
  expect((await telephone.enrol(ticket)).value).toMatchObject({ form: "ayni-enrolled/1" });
  expect(await devices()).toBe(before);
});

test("a ticket serves one telephone: another with the same ticket is refused", async () => {
  const ticket = await ticketFor(server);
  await new Telephone(server).enrol(ticket);
  expect(await new Telephone(server).enrol(ticket)).toMatchObject({
    status: 403,
    code: "field.ticket-used",
    value: null,
  });
});

test("two telephones show one ticket at the same moment: one is enrolled", async () => {
  const ticket = await ticketFor(server);
  const answers = await Promise.all([1, 2, 3].map(() => new Telephone(server).enrol(ticket)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
});

test("after half an hour, or once it was taken back, a ticket opens nothing", async () => {
  const late = await ticketFor(server);
  minutes(31);
  expect(await new Telephone(server).enrol(late)).toMatchObject({ status: 403, code: "field.ticket-expired" });
  const { tickets } = server.services.installation;
  const { id, ticket } = await tickets.make(testBook, "quebrada-dos", marta);
  await tickets.revoke(testBook, id);
  expect(await new Telephone(server).enrol(ticket)).toMatchObject({ status: 403, code: "field.ticket-revoked" });
});

test("typed by hand with blanks and dashes it is the same ticket; one sign wrong and there is none", async () => {
  const ticket = await ticketFor(server);
  const wrong = `${ticket.slice(0, -1)}${ticket.endsWith("A") ? "B" : "A"}`;
  expect(await new Telephone(server).enrol(wrong)).toMatchObject({ status: 404, code: "field.ticket-unknown" });
  expect((await new Telephone(server).enrol(`${ticket.slice(0, 5).toLowerCase()}-${ticket.slice(5)}`)).status).toBe(
    200,
  );
});

test("whoever tries tickets has to wait, and is told for how long", async () => {
  const guess = "2".repeat(27);
  const travelling = { address: "10.0.0.9", origin: "https://ayni.example" };
  const codes: (string | null)[] = [];
  for (let tries = 0; tries < 21; tries += 1) codes.push((await new Telephone(server).enrol(guess, travelling)).code);
  expect(codes.slice(0, 20)).toEqual(Array(20).fill("field.ticket-unknown"));
  const told = await new Telephone(server).enrol(guess, travelling);
  expect(told).toMatchObject({ status: 429, code: "guess.wait-minutes" });
});

test("over plain HTTP on a name that is not this machine nothing is enrolled, and the ticket stays good [field.insecure]", async () => {
  const ticket = await ticketFor(server);
  const open = { address: "192.168.1.20", origin: "http://coop.lan" };
  expect(await new Telephone(server).enrol(ticket, open)).toMatchObject({ status: 403, code: "field.insecure" });
  expect((await new Telephone(server).enrol(ticket, { ...open, origin: "https://coop.lan" })).status).toBe(200);
});

test("whoever made the ticket may no longer manage devices: the book refuses, and says why", async () => {
  await decided(server, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-09-16" });
  const { ticket } = await server.services.installation.tickets.make(testBook, "quebrada-dos", efrain);
  expect(await new Telephone(server).enrol(ticket)).toMatchObject({ status: 403, code: "power.missing" });
});

test("where two must sign for a telephone, it waits; once the other has signed, the same telephone is enrolled [field.enrol-again]", async () => {
  const own = await pointServed();
  const rosa = { agent: idOf("Rosa"), seat: idOf("Rosa's seat"), roles: ["treasurer"], from: "2026-09-16" };
  await decided(own, "seat.give", rosa);
  await decided(own, "powers.end-waiver", { reason: "Ya somos más." });
  const clerk = [...(firstPowers.clerk ?? []), { power: "manage-devices", second: true }];
  await decided(own, "powers.publish", { powers: { ...firstPowers, clerk }, from: "2026-09-16" });
  const { tickets, store } = own.services.installation;
  const [{ ticket }, telephone] = [await tickets.make(testBook, "quebrada-dos", efrain), new Telephone(own)];
  expect(await telephone.enrol(ticket)).toMatchObject({ status: 409, code: "field.enrol-waits" });
  expect(await telephone.enrol(ticket)).toMatchObject({ status: 409, code: "field.enrol-waits" });
  const { rows } = await store
    .connect("keeper")
    .query("select proposal::text from ayni.proposal where kind = 'device.enrol'");
  expect(rows).toHaveLength(1);
  await decided(own, "proposal.sign", { proposal: rows[0].proposal });
  expect((await telephone.enrol(ticket)).value).toMatchObject({ series: "QD2A", place: "quebrada-dos" });
  await own.close();
});

test("what is no enrolment is told with its field, and is not asked of the book", async () => {
  const telephone = new Telephone(server);
  const body = Buffer.from(JSON.stringify({ form: "ayni-enrol/1", ticket: "short" }));
  const heard = await telephone.ask(
    "/field/enrol",
    { parse: () => null },
    { method: "POST", body, headers: { "Content-Type": "application/json" } },
  );
  expect(heard).toMatchObject({ status: 400, code: "field.not-an-enrolment" });
});
