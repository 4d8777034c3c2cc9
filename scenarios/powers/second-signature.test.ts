/** Two signatures on a real book: proposed and signed over HTTP, in one batch and in several, and the book proves itself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { allRecords, tools } from "../../rooms/all.ts";
import { efrain, idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { type Served, said, served } from "../../web/testing/served.ts";

let server: Served;
const rosa = { agent: idOf("Rosa"), seat: idOf("Rosa's seat") };
const by = (who: { agent: string; seat: string }, id?: string) => ({
  by: who.agent,
  through: { way: "seat", seat: who.seat, at: new Date().toISOString() },
  ...(id === undefined ? {} : { id }),
});
const credit = (name: string) => ({
  ...{ credit: idOf(name), agent: idOf("Juan"), principal: "1800000", currency: "COP", ratePerMonth: "1.5" },
  ...{ method: "simple-monthly", start: "2026-05-16", due: "2026-12-31", purpose: "Abono" },
});

beforeAll(async () => {
  server = await served();
  const seats = [efrain, rosa].map(({ agent, seat }) =>
    said("seat.give", { seat, agent, roles: ["treasurer"], from: "2026-01-01" }),
  );
  const answers = await server.send([...seats, said("person.register", { agent: idOf("Juan") })]);
  expect(answers.map((one) => one.outcome)).toEqual(["done", "done", "done"]);
});
afterAll(() => server.close());

test("a treasurer's credit waits, the list of proposals shows it, and the manager's signature grants it [powers.second]", async () => {
  const [answer] = await server.send(
    [said("input-credit.grant", credit("one"), by(efrain, idOf("waits")))],
    server.efrain,
  );
  expect(answer).toMatchObject({ outcome: "proposed", until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  const open = async () =>
    ((await (await server.get("/api/views/proposals.list?open=true")).json()) as { rows: readonly object[] }).rows;
  expect(await open()).toMatchObject([
    { proposal: idOf("waits"), kind: "input-credit.grant", says: { principal: "1800000" }, proposed_by: efrain.agent },
  ]);
  const [own] = await server.send([said("proposal.sign", { proposal: idOf("waits") }, by(efrain))], server.efrain);
  expect(own).toMatchObject({ outcome: "refused", refusals: [{ code: "proposal.own" }] });
  const [signed] = await server.send([said("proposal.sign", { proposal: idOf("waits") })]);
  expect(signed?.outcome).toBe("done");
  expect(await open()).toEqual([]);
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query(
      "select by_agent, cause is not null as caused from ayni.act where kind = 'input-credit.grant' order by position",
    );
  expect(rows).toEqual([
    { by_agent: efrain.agent, caused: false },
    { by_agent: marta.agent, caused: true },
  ]);
});

test("proposed and signed in one batch is the same; sent again it is known already", async () => {
  const { writers } = server.services.installation;
  const acts = [
    said("input-credit.grant", credit("two"), by(rosa, idOf("second"))),
    said("proposal.sign", { proposal: idOf("second") }),
  ];
  const answers = await writers.take(testBook, "test", acts);
  expect(answers.map((one) => "outcome" in one && one.outcome)).toEqual(["proposed", "done"]);
  const again = await writers.take(testBook, "test", acts);
  expect(again.map((one) => "outcome" in one && one.outcome)).toEqual(["known already", "known already"]);
});

test("two sign at the same moment: one signature counts", async () => {
  await server.send([said("input-credit.grant", credit("three"), by(efrain, idOf("third")))], server.efrain);
  const { writers } = server.services.installation;
  const sign = (how: object) =>
    writers.take(testBook, "test", [said("proposal.sign", { proposal: idOf("third") }, how)]);
  const answers = (await Promise.all([sign(by(marta)), sign(by(rosa))])).flat();
  expect(answers.map((one) => "outcome" in one && one.outcome).sort()).toEqual(["done", "refused"]);
});

test("the book proves itself: every outcome is derived again", async () => {
  const { store } = server.services.installation;
  const report = await verifyBook(store.connect("keeper"), testBook, {
    records: allRecords,
    tools,
    sealKeys: new Map(),
  });
  expect(report.problems).toEqual([]);
  expect(report.onTheChainsWord).toBe(0);
});
