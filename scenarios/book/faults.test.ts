/** What goes wrong: our own code fails, clocks are mad, weights absurd, devices strangers, two servers on one book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { fact } from "../../kernel/act/declaration.ts";
import { row } from "../../kernel/act/need.ts";
import { write } from "../../kernel/act/record.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { settledDelivery } from "../../rooms/acopio/records.ts";
import { efrain, idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { inTransaction } from "../../store/connection/pools.ts";
import { waitingIntake } from "../../store/writer/intake.ts";
import { type DeviceKey, deviceKey, PostgresBooks } from "./book-on-postgres.ts";

/** An act of this test whose rule breaks its promise when told to, or writes a row that the database will not take. */
const trouble = fact({
  kind: "test.trouble",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "settings",
  says: z.object({ how: z.enum(["none", "throws", "doubled"]), delivery: z.string() }),
  needs: (said) => ({ kept: row(settledDelivery, idOf(`never ${said.delivery}`)) }),
  follows: ({ how, delivery }) => {
    if (how === "throws") throw new Error("this rule has a bug");
    const one = write(settledDelivery, { delivery: idOf(delivery), statement: idOf("s"), value: 1n });
    return { records: how === "doubled" ? [one, one] : [one] };
  },
});

let books: PostgresBooks;
let telephone: DeviceKey;

beforeAll(async () => {
  books = await PostgresBooks.open(trouble);
  telephone = deviceKey();
});
afterAll(() => books.database.drop());

const byMarta = (book: string, kind: string, says: unknown, id: string, at = books.now) => ({
  id: derivedUuid(id),
  book,
  kind,
  version: 1,
  by: marta.agent,
  through: { way: "seat", seat: marta.seat, at },
  says,
});

async function opened(name: string): Promise<string> {
  const book = idOf(`faulty ${name}`);
  const [answer] = await books.say(book, [
    byMarta(book, "book.open", { settings: testSettings, founder: marta }, `${name} open`),
  ]);
  expect(answer).toMatchObject({ outcome: "done" });
  return book;
}

test("a rule that throws in the middle of 200 acts: 199 are done, its bytes are kept with a number [kernel.our-fault]", async () => {
  const book = await opened("throws");
  const acts = Array.from({ length: 200 }, (_, at) =>
    byMarta(book, "test.trouble", { how: at === 100 ? "throws" : "none", delivery: `t${at}` }, `throws ${at}`),
  );
  const answers = await books.say(book, acts);
  expect(answers.filter((one) => one.outcome === "done")).toHaveLength(199);
  expect(answers[100]).toMatchObject({
    outcome: "kept, not yet understood",
    intake: "1",
    because: { code: "act.our-fault" },
  });
  expect((await books.verify(book)).problems).toEqual([]);
});

test("a row that the database refuses: the batch is tried act by act, and only the guilty one is kept", async () => {
  const book = await opened("doubled");
  const acts = Array.from({ length: 20 }, (_, at) =>
    byMarta(book, "test.trouble", { how: at === 7 ? "doubled" : "none", delivery: `d${at}` }, `doubled ${at}`),
  );
  const answers = await books.say(book, acts);
  expect(answers.filter((one) => one.outcome === "done")).toHaveLength(19);
  expect(answers[7]).toMatchObject({ outcome: "kept, not yet understood", because: { code: "act.our-fault" } });
  expect(await books.verify(book)).toMatchObject({ acts: 20, problems: [] });
});

test("a clock of 1970, and one of 2100: the fact is booked, the manager is asked, order is the position [kernel.clock]", async () => {
  const book = await opened("clocks");
  const register = (id: string, at: string) => byMarta(book, "person.register", { agent: idOf(id) }, id, at);
  const answers = await books.say(book, [
    register("from 1970", "1970-01-01T00:00:00Z"),
    register("from 2100", "2100-01-01T00:00:00Z"),
  ]);
  for (const answer of answers)
    expect(answer).toMatchObject({
      outcome: "done with a question",
      questions: [{ code: "clock.doubted", to: "manager" }],
    });
});

test("a bag of ten tonnes in an unknown unit is a hand-over all the same, and asks", async () => {
  const book = await opened("absurd");
  const says = {
    delivery: idOf("ten tonnes"),
    member: idOf("nobody the book knows"),
    product: "coffee-parchment",
    place: "el-mirador",
    on: "2026-11-15",
    bags: [{ gross_g: "10000000", tare_g: "0", container: "sack", count: 1 }],
    measurements: [{ measure: "moisture", value: "12.6", unit: "furlong" }],
  };
  const [answer] = await books.say(book, [byMarta(book, "delivery.receive", says, "ten tonnes")]);
  expect(answer).toMatchObject({ outcome: "done with a question" });
  const codes = answer !== undefined && "questions" in answer ? answer.questions.map((one) => one.code) : [];
  expect(codes).toEqual(expect.arrayContaining(["delivery.member-unknown", "delivery.season-closed"]));
});

test("what a stranger's telephone says is kept; once it is enrolled, it is understood [kernel.intake-again]", async () => {
  const book = await opened("stranger");
  const says = { agent: idOf("met on the road") };
  const through = { way: "device", device: efrain.device, sequence: 1, at: books.now };
  const act = { id: idOf("stranger says"), book, kind: "person.register", version: 1, by: efrain.agent, through, says };
  const [kept] = await books.say(book, [act], telephone);
  expect(kept).toMatchObject({ outcome: "kept, not yet understood", intake: "1", because: { code: "device.unknown" } });
  await books.say(book, [
    byMarta(
      book,
      "seat.give",
      { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-01-01" },
      "stranger seat",
    ),
    byMarta(
      book,
      "device.enrol",
      { device: efrain.device, publicKey: telephone.publicKey, agent: efrain.agent, place: "El Mirador" },
      "stranger enrol",
    ),
  ]);
  const waiting = () =>
    inTransaction(books.database.connect("app"), async (client) => {
      await client.query(`set local ayni.book = '${book}'`);
      return waitingIntake(client, book);
    });
  const [again] = await books.writers.again(book, await waiting());
  expect(again).toMatchObject({ outcome: "done" });
  expect(await waiting()).toEqual([]);
  expect((await books.verify(book)).problems).toEqual([]);
});

test("an act whose rules are no longer here is taken on the chain's word, and counted [kernel.chains-word]", async () => {
  const book = await opened("old rules");
  await books.say(book, [byMarta(book, "test.trouble", { how: "none", delivery: "old" }, "old rules 1")]);
  await books.say(book, [byMarta(book, "person.register", { agent: idOf("after") }, "old rules 2")]);
  const newer = { ...trouble, rules: 2 };
  const report = await books.verify(book, newer);
  expect(report).toMatchObject({ acts: 3, derivedAgain: 2, onTheChainsWord: 1, problems: [] });
});

test("two servers write one book at once: one order, nothing lost, nothing doubled [store.two-servers]", async () => {
  const book = await opened("two servers");
  const other = books.anotherServer();
  const acts = Array.from({ length: 300 }, (_, at) =>
    byMarta(book, "person.register", { agent: idOf(`p${at}`) }, `two ${at}`),
  );
  const answers = await Promise.all(
    acts.map((act, at) => (at % 2 === 0 ? books.writers : other).take(book, "test", [{ body: JSON.stringify(act) }])),
  );
  expect(new Set(answers.flat().map((one) => "outcome" in one && one.outcome))).toEqual(new Set(["done"]));
  expect(await books.verify(book)).toMatchObject({ acts: 301, derivedAgain: 301, problems: [] });
});
