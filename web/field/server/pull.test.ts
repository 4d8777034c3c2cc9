import { afterAll, beforeAll, expect, test } from "vitest";
import { efrain, idOf, marta, testBook } from "../../../rooms/book/testing.ts";
import { seven } from "../../../scenarios/stories/seven-sacks.ts";
import { named } from "../../../scenarios/stories/teller.ts";
import { pullPage } from "../../../store/field/pull.ts";
import type { Served } from "../../testing/served.ts";
import { decided, enrolledTelephone, oneSack, pointServed, quebradaDos } from "../testing/point.ts";
import type { Telephone } from "../testing/telephone.ts";
import type { PullAnswer } from "../wire.ts";
import { pulling } from "./pulled.ts";

let server: Served;
let telephone: Telephone;
beforeAll(async () => {
  server = await pointServed();
  telephone = await enrolledTelephone(server);
});
afterAll(() => server.close());

type Rows = readonly Readonly<Record<string, unknown>>[];
const rowsIn = (pages: readonly PullAnswer[], table: string): Rows =>
  pages
    .flatMap(({ tables }) => tables.filter((one) => one.table === table))
    .flatMap(({ columns, rows }) => rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]]))));
const last = (pages: readonly PullAnswer[]): PullAnswer => pages.at(-1) as PullAnswer;
const digestOf = (profile: Readonly<Record<string, unknown>> | undefined) =>
  (profile?.name as { digest: string } | undefined)?.digest ?? "";
const register = async (name: string): Promise<string> => {
  const value = named(name);
  await decided(server, "person.register", { agent: idOf(name), name: value.sealed, community: "El Mirador" }, [
    value.beside,
  ]);
  return value.sealed.digest;
};

test("what the point needs comes in one order: its sheet, the season, the plan, members with name, number and community [field.pull]", async () => {
  const pages = await telephone.pullAll();
  expect(pages[0]?.reset).toBe(true);
  expect(rowsIn(pages, "point")).toMatchObject([{ place: "quebrada-dos", prefix: "QD2" }]);
  expect(rowsIn(pages, "agreement")).toMatchObject([{ agreement: seven.season, season: "2026" }]);
  expect(rowsIn(pages, "price_plan")).toMatchObject([{ plan: seven.plan, version: 1 }]);
  expect(rowsIn(pages, "tie")).toMatchObject([{ from_agent: seven.member, number: "0131", kind: "membership" }]);
  const member = rowsIn(pages, "profile").find((one) => one.agent === seven.member);
  expect(member).toMatchObject({ community: "El Mirador" });
  expect(last(pages).values).toContainEqual([digestOf(member), "Amparo Quintero"]);
  expect(rowsIn(pages, "delivery")).toMatchObject([
    { delivery: seven.delivery, net_g: "407600", receipt: "T3Q-2-004417" },
  ]);
  expect(last(pages).tallies).toContainEqual(["stock", "coffee-parchment|quebrada-dos", "407600"]);
});

test("least data: no identity number, no telephone, no account of a seat, nobody's debts, no other device, no other point [field.pull-least]", async () => {
  const other = { ...quebradaDos, place: "el-filo", sheet: { ...quebradaDos.sheet, name: "El Filo", prefix: "EF" } };
  await decided(server, "point.open", other);
  await enrolledTelephone(server, "el-filo");
  const pages = await telephone.pullAll();
  for (const one of rowsIn(pages, "profile"))
    expect(Object.keys(one).sort()).toEqual(["agent", "community", "from_day", "name", "organisation_name", "version"]);
  for (const one of rowsIn(pages, "seat")) expect(one).not.toHaveProperty("account");
  expect(rowsIn(pages, "device").map(({ device }) => device)).toEqual([telephone.device]);
  expect(rowsIn(pages, "point").map(({ place }) => place)).toEqual(["quebrada-dos"]);
  expect([...rowsIn(pages, "advance"), ...rowsIn(pages, "credit")]).toEqual([]);
  expect(last(pages).tallies.map(([kind]) => kind)).not.toContain("advance-owed");
});

test("a debt that is lent to the point is told with the lending, though it began long before", async () => {
  const before = last(await telephone.pullAll());
  await decided(server, "hold.lend", { place: "quebrada-dos", until: "2026-12-31", debts: [{ debt: seven.advance }] });
  const pages = await telephone.pullAll(before);
  expect(rowsIn(pages, "advance")).toMatchObject([{ advance: seven.advance, agent: seven.member, amount: "1500000" }]);
  expect(last(pages).tallies).toContainEqual(["advance-owed", seven.advance, "1500000"]);
});

test("from the last position on comes only what is new: Don Aurelio and his name; then nothing, in some hundred bytes [field.pull-since]", async () => {
  const before = last(await telephone.pullAll());
  const digest = await register("Aurelio Chindoy");
  const page = (await telephone.pull(before)).value as PullAnswer;
  expect(page).toMatchObject({ reset: false, more: false, values: [[digest, "Aurelio Chindoy"]] });
  expect(page.tables.map(({ table }) => table).sort()).toEqual(["agent", "profile"]);
  const nothing = await telephone.pull(page);
  expect(nothing.value).toMatchObject({ upTo: page.upTo, more: false, tables: [], values: [] });
  expect(nothing.bytes).toBeLessThan(900);
});

test("a member's card comes by its code, and that it was taken back, without the reason", async () => {
  const card = idOf("Amparo's card");
  const before = last(await telephone.pullAll());
  await decided(server, "card.issue", { cards: [{ card, agent: seven.member }] });
  await decided(server, "card.void", { card, reason: "Se mojó" });
  const page = (await telephone.pull(before)).value as PullAnswer;
  const rows = rowsIn([page], "member_card");
  expect(rows).toMatchObject([
    { card, agent: seven.member, version: 1 },
    { card, state: "void", version: 2 },
  ]);
  for (const row of rows) expect(row).not.toHaveProperty("reason");
});

test("what was erased is named, to be forgotten, and does not come any more [field.pull-erased]", async () => {
  const digest = await register("Berta Mueses");
  const before = last(await telephone.pullAll());
  await decided(server, "person.erase", { agent: idOf("Berta Mueses"), reason: "Asked for it" });
  const page = (await telephone.pull(before)).value;
  expect(page?.erased).toContain(digest);
  const all = await telephone.pullAll();
  expect(all.flatMap(({ values }) => values.map(([one]) => one))).not.toContain(digest);
});

test("its own acts among those positions are named, and what its questions were answered", async () => {
  const before = last(await telephone.pullAll());
  const act = telephone.act("delivery.receive", {
    ...oneSack(idOf("a stranger"), "QD2A-000001"),
    delivery: idOf("stranger's sack"),
  });
  const pushed = (await telephone.push([act])).value;
  const position = (pushed?.answers[0] as { position?: string } | undefined)?.position ?? "";
  const page = (await telephone.pull(before)).value as PullAnswer;
  expect(page.own).toEqual([[JSON.parse(act.body).id, position]]);
  expect(rowsIn([page], "question")).toMatchObject([{ asked_position: position, code: "delivery.member-unknown" }]);
  await decided(server, "question.answer", { position, ordinal: 0, answer: "stands", note: "Her sister" });
  const then = (await telephone.pull(page)).value as PullAnswer;
  expect(rowsIn([then], "question_answer")).toMatchObject([{ asked_position: position, answer: "stands" }]);
});

test("page by page, whatever the size of the pages, while others write: the same rows, each once [field.pull-pages]", async () => {
  const { store } = server.services.installation;
  const asked = { book: testBook, device: telephone.device, place: "quebrada-dos", today: "2026-09-16" };
  const table = async (rows: number, bytes: number, meanwhile: () => Promise<unknown>): Promise<readonly string[]> => {
    const told: string[] = [];
    let [after, headAfter, more] = [0n, null as string | null, true];
    while (more) {
      const page = await pullPage(store.connect("app"), pulling, { ...asked, after, headAfter }, { rows, bytes });
      for (const one of page.tables) for (const row of one.rows) told.push(`${one.table} ${JSON.stringify(row)}`);
      expect(page.reset).toBe(after === 0n);
      expect(page.upTo > after || !page.more).toBe(true);
      [after, headAfter, more] = [page.upTo, page.head, page.more];
      await meanwhile();
    }
    return told;
  };
  let written = 0;
  const small = await table(3, 900, async () => {
    written += 1;
    if (written <= 6) await register(`Somebody ${written}`);
  });
  const whole = await table(2_000, 10_000_000, async () => undefined);
  expect(new Set(small).size).toBe(small.length);
  expect([...small].sort()).toEqual([...whole].sort());
});

test("a book that was restored to before the position stands under another history: the telephone forgets and begins anew [field.pull-restored]", async () => {
  const before = last(await telephone.pullAll());
  const head = before.mark?.split(".")[1] ?? "";
  const other = { ...before, mark: before.mark?.replace(head, "0".repeat(head.length)) };
  expect((await telephone.pull(other)).value).toMatchObject({ reset: true });
  const ahead = { upTo: `${BigInt(before.upTo) + 1_000n}`, mark: before.mark };
  expect((await telephone.pull(ahead)).value).toMatchObject({ reset: true });
});

test("a telephone a season behind, which was sent other tables then, begins anew; what it says in its old way is done [field.behind]", async () => {
  const before = last(await telephone.pullAll());
  const old = { upTo: before.upTo, mark: `0ldf0rm.${before.mark?.split(".")[1]}` };
  const pages = await telephone.pullAll(old);
  expect(pages[0]?.reset).toBe(true);
  expect(rowsIn(pages, "point")).toHaveLength(1);
  const { scale, scaleChecked, clock, ...plain } = oneSack(seven.member, "QD2A-000002");
  const { value } = await telephone.push([
    telephone.act("delivery.receive", { ...plain, delivery: idOf("sack said the old way") }),
  ]);
  expect(value?.answers[0]?.outcome).toMatch(/^done/);
});

test("of 45 price plans and many prices only what can still count goes: the one in force sixty days ago and those since", async () => {
  server.clock.now = Date.parse("2026-11-20T15:00:00.000Z");
  const { value } = await telephone.pull();
  const periods = rowsIn([value as PullAnswer], "price_point").map(({ period }) => period);
  expect(periods).toEqual(["2026-09-16"]); // Older than sixty days, and the newest of its series.
  expect(rowsIn([value as PullAnswer], "delivery")).toEqual([]);
  expect(
    rowsIn([value as PullAnswer], "seat")
      .map(({ agent }) => agent)
      .sort(),
  ).toEqual([efrain.agent, marta.agent].sort());
});
