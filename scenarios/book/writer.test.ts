import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { efrain, idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { openServer } from "../../store/connection/server.ts";
import { type DeviceKey, deviceKey, PostgresBooks } from "./book-on-postgres.ts";

let books: PostgresBooks;
let telephone: DeviceKey;
let sequence = 0;

/** A body said by Marta on her seat. */
const byMarta = (book: string, kind: string, says: unknown, id: string) => ({
  id,
  book,
  kind,
  version: 1,
  by: marta.agent,
  through: { way: "seat", seat: marta.seat, at: books.now },
  says,
});

/** Opens a book of its own for one test: Marta manages, Efraín's telephone is enrolled. */
async function openedBook(name: string): Promise<string> {
  const book = idOf(`book ${name}`);
  const answers = await books.say(book, [
    byMarta(book, "book.open", { settings: testSettings, founder: marta }, idOf(`${name} 1`)),
    byMarta(
      book,
      "seat.give",
      { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-01-01" },
      idOf(`${name} 2`),
    ),
    byMarta(
      book,
      "device.enrol",
      { device: efrain.device, publicKey: telephone.publicKey, agent: efrain.agent, place: "El Mirador" },
      idOf(`${name} 3`),
    ),
  ]);
  expect(answers.map((one) => one.outcome)).toEqual(["done", "done", "done"]);
  return book;
}

/** A letter that came by Efraín's telephone: the simplest fact of the room `book`. */
const settingsByTelephone = (book: string, id: string) => {
  sequence += 1;
  return {
    id,
    book,
    kind: "accounting-day.close",
    version: 1,
    by: efrain.agent,
    through: { way: "device", device: efrain.device, sequence, at: books.now },
    says: { until: "2026-10-31" },
  };
};

beforeAll(async () => {
  books = await PostgresBooks.open();
  telephone = deviceKey();
});
afterAll(() => books.database.drop());

describe("the one writer of a book [kernel.writer]", () => {
  test("an act sent twice is one act, and both senders are told where it stands", async () => {
    const book = await openedBook("twice");
    const act = byMarta(book, "accounting-day.close", { until: "2026-10-31" }, idOf("twice close"));
    const [first, second] = await books.say(book, [act, act]);
    const [third] = await books.say(book, [act]);
    expect([first?.outcome, second?.outcome, third?.outcome]).toEqual(["done", "known already", "known already"]);
    expect(third).toMatchObject({ position: "4" });
    expect((await books.verify(book)).problems).toEqual([]);
  });

  test("the same id with other content is kept under a number, and the first stays as it was", async () => {
    const book = await openedBook("reused");
    const id = idOf("reused close");
    await books.say(book, [byMarta(book, "accounting-day.close", { until: "2026-10-31" }, id)]);
    const [answer] = await books.say(book, [byMarta(book, "accounting-day.close", { until: "2026-09-30" }, id)]);
    expect(answer).toMatchObject({
      outcome: "kept, not yet understood",
      intake: "1",
      because: { code: "act.id-used" },
    });
  });

  test("a forged signature is kept and not believed; the rest of the batch is done", async () => {
    const book = await openedBook("forged");
    const good = settingsByTelephone(book, idOf("forged good"));
    const bad = { body: JSON.stringify(settingsByTelephone(book, idOf("forged bad"))), signature: "A".repeat(86) };
    const text = JSON.stringify(good);
    const taken = await books.writers.take(book, "test", [bad, { body: text, signature: telephone.sign(text) }]);
    expect(taken[0]).toMatchObject({ outcome: "kept, not yet understood", because: { code: "act.signature-broken" } });
    expect(taken[1]).toMatchObject({ outcome: "refused" }); // Closing days is not a clerk's power: a decision, refused.
    expect((await books.verify(book)).problems).toEqual([]);
  });

  test("a telephone's signature that was changed in the database is found, and named", async () => {
    const book = await openedBook("resigned");
    const id = idOf("resigned good");
    await books.say(book, [settingsByTelephone(book, id)], telephone);
    await openServer(books.database.server, (client) =>
      client.query(`update ayni.act set signature = '${"A".repeat(86)}' where act_id = '${id}'`),
    );
    const { problems, signatures } = await books.verify(book);
    expect(signatures).toBe(1);
    expect(problems.map((one) => `${one.code} at ${one.place}`)).toContain("verify.signature-broken at position 4");
  });

  test("a thousand acts from many hands at once all find their place, without a gap", async () => {
    const book = await openedBook("crowd");
    const acts = Array.from({ length: 1_000 }, (_, at) =>
      byMarta(
        book,
        "seat.give",
        { seat: idOf(`crowd seat ${at}`), agent: idOf(`crowd ${at}`), roles: ["member"], from: "2026-11-15" },
        derivedUuid(`crowd ${at}`),
      ),
    );
    const answers = (await Promise.all(acts.map((act) => books.say(book, [act])))).flat();
    expect(new Set(answers.map((one) => one.outcome))).toEqual(new Set(["done"]));
    const positions = answers.map((one) => Number("position" in one ? one.position : -1)).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 1_000 }, (_, at) => at + 4));
    const report = await books.verify(book);
    expect(report).toMatchObject({ acts: 1_003, derivedAgain: 1_003, onTheChainsWord: 0, problems: [] });
  });
});
