import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { decision, vocabulary } from "../../kernel/act/declaration.ts";
import type { AnyRow } from "../../kernel/act/record.ts";
import { openReader, type Reader } from "../../store/reader/ask.ts";
import { freshDatabase, type TestDatabase } from "../../store/testing/database.ts";
import { recordColumns } from "../../store/writer/rows.ts";
import { openWriters } from "../../store/writer/writers.ts";
import * as book from "../book/index.ts";
import { lookingOn } from "../book/needs.ts";
import { firstPowers } from "../book/rules/first-powers.ts";
import { efrain, idOf, marta, now, openedBook, type TestBook, testBook, testSettings, today } from "../book/testing.ts";
import * as land from "../land/index.ts";
import * as market from "../market/index.ts";
import * as people from "../people/index.ts";
import { rosa, sealed, withRosa } from "../people/testing.ts";
import * as finance from "./index.ts";

const rooms = [book, people, land, market, finance];
const settle = decision({
  kind: "test.settle",
  version: 1,
  rules: 1,
  room: "test",
  power: "close-settlement",
  says: z.unknown(),
  needs: () => ({}),
  follows: (says) => ({ also: [{ kind: "debt.collect", version: 1, says }] }),
});
const [advance, credit, juan] = [idOf("advance"), idOf("credit"), idOf("Juan")];

const littleChart = {
  title: "Of a small cooperative",
  accounts: [{ code: "1105", kind: "assets", names: { en: "Cash" } }],
  places: [],
  otherwise: "1105",
};

/** A little of everything that these rooms keep. */
function story(): TestBook {
  const told = withRosa(openedBook(...people.acts, ...land.acts, ...market.acts, ...finance.acts, settle));
  const money = { agent: rosa.agent, currency: "COP" };
  const debt = { principal: "0", interest: "0", charged: "0", months: 0, day: today };
  const identity = sealed("identity-number", "1-234-567");
  told.speak("person.register", { agent: juan, identity: identity.sealed }, { beside: [identity.beside] });
  told.speak("tie.begin", {
    tie: idOf("j"),
    from: juan,
    to: testSettings.organisation,
    kind: "membership",
    since: today,
  });
  told.speak("tie.end", { tie: idOf("j"), until: "2026-11-14", reason: "changed his mind" });
  told.speak("question.answer", { position: String(told.history.length), ordinal: 0, answer: "stands" });
  told.speak("person.erase", { agent: juan, reason: "He asked." });
  told.speak("opening.cash", { account: "cash", amount: "500000", currency: "COP", on: today });
  told.speak("public-page.publish", { shown: false, about: "Coffee of two hamlets.", prices: false });
  told.speak("retention.publish", { rules: [{ kind: "name", purpose: "Register of members", days: 1_825 }] });
  told.speak("plot.register", {
    plot: idOf("plot"),
    holder: rosa.agent,
    name: "La Vega",
    areaM2: "12500",
    products: ["coffee"],
  });
  told.speak("plot.correct", {
    plot: idOf("plot"),
    holder: rosa.agent,
    name: "La Vega",
    products: ["coffee", "plantain"],
  });
  const series = {
    series: "arabica",
    title: "Arabica",
    currency: "USD",
    per: "kg",
    period: "month",
    source: "made up",
  };
  told.speak("price-series.open", series);
  const points = [
    ["2026-01", "3.50"],
    ["2026-02", "3.6"],
    ["2026-02", "3.7"],
  ].map(([period, value]) => ({ period, value }));
  told.speak("prices.record", { series: "arabica", points });
  told.speak("advance.give", { ...money, advance, amount: "1500000", day: today, mode: "cash", place: "El Mirador" });
  told.speak("advance.give", { ...money, advance: idOf("odd"), amount: "1,5", day: today, mode: "mule" });
  const terms = {
    ratePerMonth: "1.5",
    method: "simple-monthly",
    start: "2026-07-15",
    due: "2026-12-31",
    purpose: "Urea",
  };
  told.speak("input-credit.grant", { ...money, ...terms, credit, principal: "1800000", instalment: "900000" });
  told.speak("test.settle", { ...debt, debt: advance, principal: "500000" });
  told.speak("test.settle", { ...debt, debt: credit, interest: "100000", charged: "108000", months: 4 });
  told.speak("letter.receive", {
    ...{ letter: idOf("letter"), from: idOf("Bean & Sons"), to: testBook, kind: "offer" },
    ...{ digest: "0".repeat(64), signature: "A".repeat(86) },
  });
  told.speak("accounting-period.open", { period: "2026-10" });
  told.speak("accounting-day.close", { until: "2026-10-31" });
  told.speak("accounting-period.close", { period: "2026-10", balance: [] });
  told.speak("chart.publish", { chart: littleChart, from: "2026-11-01" });
  told.speak("price.fix", {
    ...{ fixing: idOf("fixing"), contract: "c1", month: "2026-12", lots: "1", level: "351.5", on: today },
    by: "Marta Andrade",
  });
  const number = sealed("account-number", "204-118834-0-11");
  told.speak(
    "account.state",
    {
      ...{ account: idOf("account"), agent: rosa.agent, scheme: "bank", institution: "1051", number: number.sealed },
      ...{ currency: "COP", since: "2026-02-01" },
    },
    { beside: [number.beside] },
  );
  told.speak("account.close", { account: idOf("account"), on: today, reason: "The bank said so." });
  told.speak("taxpayer.state", { agent: rosa.agent });
  told.speak("person.died", { agent: juan, on: "2026-11-15" });
  told.speak("device.revoke", { device: efrain.device, reason: "stolen", lostAt: "2026-11-14T12:00:00Z" });
  told.speak("device.release", { device: efrain.device, reason: "Found.", sequences: { from: 1, until: 9 } });
  told.speak("card.issue", { cards: [{ card: idOf("a card"), agent: rosa.agent }] });
  // Efraín's credits wait for somebody else from now on.
  told.speak("powers.end-waiver", { reason: "The treasurer has begun." });
  told.speak("powers.publish", {
    powers: { ...firstPowers, clerk: [{ power: "grant-credit", second: true }] },
    from: today,
  });
  const waits = idOf("the credit that waits");
  const byEfrain = { by: efrain.agent, through: { way: "seat", seat: efrain.seat, at: now } } as const;
  told.speak(
    "input-credit.grant",
    { ...money, ...terms, credit: idOf("c2"), principal: "5000" },
    { id: waits, ...byEfrain },
  );
  told.speak("proposal.decline", { proposal: waits, reason: "Not this season." });
  return told;
}

let database: TestDatabase;
let reader: Reader;
const told = story();

beforeAll(async () => {
  database = await freshDatabase();
  let clock = now;
  const tools = {
    vocabulary: vocabulary(...rooms.flatMap((room) => room.acts), settle),
    ground: book.ground,
    asked: book.asked,
    proposed: book.proposed,
  };
  const writers = openWriters(
    database,
    tools,
    () => ({ signature: "A".repeat(86), keyId: "0".repeat(64) }),
    () => clock,
  );
  for (const { sent, received } of told.said) {
    clock = received;
    const [answer] = await writers.take(testBook, "test", [sent]);
    expect(answer).toMatchObject({ outcome: expect.stringMatching(/^done|^proposed/) });
  }
  const views = rooms.flatMap((room) => room.views);
  reader = openReader(database.connect("app"), { views, standing: lookingOn, now: () => Date.parse(now) });
});
afterAll(() => database.drop());

const asker = { book: testBook, seat: marta.seat, agent: marta.agent };
const ask = async (name: string, asked = {}) => {
  const answer = await reader.ask(asker, name, asked);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.rows;
};

describe("what the rooms keep in a database", () => {
  it.each(rooms.flatMap((room) => room.records.map((one) => [one.table, one] as const)))(
    "%s holds the rows that followed in memory",
    async (table, record) => {
      const names = Object.keys(record.columns);
      const laid = told.history.flatMap(({ follows, position }) =>
        follows.records.filter((one) => one.record.table === table).map(({ row }) => ({ ...row, position })),
      );
      const expected = record.shape === "now" ? laid.slice(-1) : laid;
      expect(expected.length).toBeGreaterThan(0);
      const columns = recordColumns(record).map((one) => `"${one.name}"`);
      const text = `select ${columns.join(", ")} from ayni."${table}" where book_id = $1`;
      const { rows } = await database.connect("keeper").query(text, [testBook]);
      const byKey = (row: AnyRow) =>
        ["position", ...record.rowKey].map((name) => String(row[name]).padStart(20)).join();
      const sorted = (list: readonly AnyRow[]) => [...list].sort((a, b) => (byKey(a) < byKey(b) ? -1 : 1));
      expect(sorted(rows)).toEqual(sorted(expected.map((row) => pick(row, [...names, "position"]))));
    },
  );

  it("has nothing left of the person who was erased but the proof", async () => {
    const { rows } = await database.connect("keeper").query("select value from ayni.personal_value");
    expect(rows.map(({ value }) => value).sort()).toEqual(["204-118834-0-11", "Rosa Quispe"]);
  });
});

const pick = (row: AnyRow, names: readonly string[]): AnyRow =>
  Object.fromEntries(names.map((name) => [name, row[name]]));

describe("the views of the rooms", () => {
  it("members.list: by number, found by name, with who was erased", async () => {
    const rows = await ask("members.list");
    expect(rows.map((one) => [one.number, one.name, one.since, one.until, one.erased, one.total])).toEqual([
      ["31", "Rosa Quispe", "2019-03-01", null, null, "2"],
      [null, null, today, "2026-11-14", today, "2"],
    ]);
    expect(await ask("members.list", { q: "quispe" })).toHaveLength(1);
    expect(await ask("members.list", { q: "mirador" })).toHaveLength(1);
    expect(await ask("members.list", { on: today })).toMatchObject([{ number: "31", total: "1" }]);
    expect(await ask("members.list", { limit: 1, skip: 1 })).toMatchObject([{ agent: juan }]);
    expect(await ask("members.list", { q: "100%" })).toEqual([]);
  });
  it("member.one: with all ties", async () => {
    expect(await ask("member.one", { agent: rosa.agent })).toMatchObject([
      {
        kind: "person",
        name: "Rosa Quispe",
        identity: null,
        erased: null,
        ties: [{ number: "31", since: "2019-03-01" }],
      },
    ]);
  });
  it("plots.of-agent: as last said", async () => {
    expect(await ask("plots.of-agent", { agent: rosa.agent })).toMatchObject([
      { name: "La Vega", area_m2: null, products: ["coffee", "plantain"], version: 2 },
    ]);
  });
  it("prices.series: the newest revision of each period", async () => {
    expect(await ask("prices.series", { series: "arabica" })).toEqual([
      { period: "2026-01", value: "3.5", revision: 1 },
      { period: "2026-02", value: "3.7", revision: 2 },
    ]);
    expect(await ask("prices.series", { series: "arabica", from: "2026-02" })).toHaveLength(1);
    expect(await ask("prices.series-list")).toMatchObject([{ series: "arabica", per_unit: "kg" }]);
  });
  it("debts.of-agent: what is still owed", async () => {
    const rows = await ask("debts.of-agent", { agent: rosa.agent });
    expect(rows.map((one) => [one.kind, one.amount, one.principal_owed, one.interest_owed])).toEqual([
      ["credit", "1800000", "1800000", "8000"],
      ["advance", "1500000", "1000000", "0"],
    ]);
  });
  it("questions.open: all but the answered, page by page", async () => {
    const codes = (await ask("questions.open")).map((one) => one.code);
    expect(codes).toEqual([
      "price.changed",
      "advance.amount-unreadable",
      "advance.mode-unknown",
      "letter.sender-unknown",
    ]);
    const first = await reader.ask(asker, "questions.open", { limit: 2 });
    if (!first.ok) throw new Error(first.refusal.code);
    expect((await ask("questions.open", { limit: 2, ...first.value.next })).map((one) => one.code)).toEqual(
      codes.slice(2),
    );
    expect(await ask("questions.open", { role: "treasurer" })).toHaveLength(1);
  });
  it("seats.list and book.settings", async () => {
    expect(await ask("seats.list")).toHaveLength(2);
    expect(await ask("book.settings")).toMatchObject([
      { name: testSettings.name, currencies: testSettings.currencies },
    ]);
  });
});
