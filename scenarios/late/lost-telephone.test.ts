/** A telephone is lost with fifty hand-overs unsent: nothing is lost, nothing of the finder's is taken unseen, and the paper is a backup. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { sevenSacks } from "../../rooms/acopio/testing.ts";
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { idOf, marta } from "../../rooms/book/testing.ts";
import { noteHeard } from "../../store/field/heard.ts";
import { tryReleased } from "../../store/field/quarantine.ts";
import { openReader, type Reader } from "../../store/reader/ask.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { byMarta, byTelephone, openedWith, telephone } from "./telling.ts";

let books: PostgresBooks;
let reader: Reader;
beforeAll(async () => {
  books = await PostgresBooks.open();
  reader = openReader(books.database.connect("app"), {
    views: allViews,
    standing: lookingOn,
    now: () => Date.parse(books.now),
  });
});
afterAll(() => books.database.drop());

const pool = () => books.database.connect("app");
const said = (at: number) => ({ ...sevenSacks, delivery: idOf(`late hand-over ${at}`) });

/** Grams of parchment at point 2, as the ledger and as the tally have them. */
async function stockOf(book: string) {
  const keeper = books.database.connect("keeper");
  const ledger = await keeper.query(
    "select coalesce(sum(amount), 0)::bigint as grams from ayni.posting where book_id = $1 and account = 'stock'",
    [book],
  );
  const tally = await keeper.query("select amount from ayni.tally where book_id = $1 and kind = 'stock'", [book]);
  expect(tally.rows[0]?.amount ?? 0n).toBe(ledger.rows[0].grams);
  return ledger.rows[0].grams as bigint;
}

const ask = async (book: string, name: string, asked: object = {}) => {
  const answer = await reader.ask({ book, seat: marta.seat, agent: marta.agent }, name, asked as never);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.rows;
};

test("revoked with fifty unsent: what it said before counts, what was said after waits, and a release lets it in, in order [field.lost]", async () => {
  const lost = telephone("a telephone on the bus");
  const book = await openedWith(books, "lost", [lost]);
  const hour = (at: number) => `2026-11-14T${`${at}`.padStart(2, "0")}:00:00Z`;
  // Ten arrive; fifty more are said, forty before the loss at noon and ten after it.
  const acts = Array.from({ length: 60 }, (_, at) =>
    byTelephone(book, lost, "delivery.receive", said(at), at + 1, hour(at < 10 ? 8 : at < 50 ? 11 : 13)),
  );
  await books.say(book, acts.slice(0, 10), lost);
  const lostSays = { device: lost.device, reason: "left on the bus", lostAt: "2026-11-14T12:00:00Z", lastSequence: 10 };
  const [revoked] = await books.say(book, [byMarta(book, "device.revoke", lostSays, "revoke", books.now)]);
  expect(revoked?.outcome).toBe("done");

  const late = await books.say(book, acts.slice(10), lost);
  expect(late.slice(0, 40).map((one) => one.outcome)).toEqual(Array(40).fill("done with a question"));
  expect(late[0]).toMatchObject({ questions: [{ code: "device.revoked" }] });
  for (const [at, one] of late.slice(40).entries())
    expect(one).toMatchObject({
      outcome: "kept, not yet understood",
      because: {
        code: "device.quarantined",
        facts: { device: lost.device, sequence: 51 + at, kind: "delivery.receive" },
      },
    });
  expect(await stockOf(book)).toBe(50n * 407_600n);
  const texts = (some: readonly object[]) =>
    some.map((one, at) => ({ sequence: at + 1, act: (one as { id: string }).id, text: JSON.stringify(one) }));
  await noteHeard(pool(), { book, device: lost.device, at: books.now, report: null, acts: texts(acts) });
  expect(await ask(book, "devices.list")).toMatchObject([
    {
      device: lost.device,
      state: "revoked",
      lost_at: "2026-11-14T12:00:00Z",
      quarantined: 10,
      questions: 40,
      last_sequence: "60",
      missing: [],
    },
  ]);
  const waiting = await ask(book, "devices.quarantined", { device: lost.device });
  expect(waiting.map((one) => one.sequence)).toEqual(Array.from({ length: 10 }, (_, at) => `${51 + at}`));

  // Said again, they are the same ten; tried again without a release, they stay.
  await books.say(book, acts.slice(50), lost);
  expect(
    (await tryReleased(pool(), books.writers, book, lost.device)).map((one) => "outcome" in one && one.outcome),
  ).toEqual(Array(10).fill("kept, not yet understood"));
  const release = { device: lost.device, reason: "the clerk had it until two", sequences: { from: 51, until: 54 } };
  await books.say(book, [byMarta(book, "device.release", release, "release", books.now)]);
  const taken = await tryReleased(pool(), books.writers, book, lost.device);
  expect(taken.slice(0, 4)).toMatchObject(Array(4).fill({ outcome: "done with a question" }));
  const positions = taken.slice(0, 4).map((one) => ("position" in one ? BigInt(one.position) : 0n));
  expect([...positions].sort((a, b) => (a < b ? -1 : 1))).toEqual(positions);
  expect(await stockOf(book)).toBe(54n * 407_600n);
  expect(await ask(book, "devices.list")).toMatchObject([{ quarantined: 6 }]);

  const named = { device: lost.device, reason: "seen on paper", acts: [(acts[59] as { id: string }).id] };
  await books.say(book, [byMarta(book, "device.release", named, "release one", books.now)]);
  await tryReleased(pool(), books.writers, book, lost.device);
  expect(await stockOf(book)).toBe(55n * 407_600n);
  expect((await ask(book, "devices.quarantined", { device: lost.device })).map((one) => one.sequence)).toEqual([
    "55",
    "56",
    "57",
    "58",
    "59",
  ]);
  expect((await books.verify(book)).problems).toEqual([]);
});

test("a lost telephone whose clock cannot be right is judged by its own count [field.lost]", async () => {
  const lost = telephone("a telephone of 1970");
  const book = await openedWith(books, "1970", [lost]);
  const at = "1970-01-02T08:00:00Z";
  const revoke = { device: lost.device, reason: "lost", lostAt: "2026-11-14T12:00:00Z", lastSequence: 2 };
  await books.say(book, [byMarta(book, "device.revoke", revoke, "revoke", books.now)]);
  const answers = await books.say(
    book,
    [1, 2, 3].map((one) => byTelephone(book, lost, "delivery.receive", said(one), one, at)),
    lost,
  );
  expect(answers.map((one) => one.outcome)).toEqual([
    "done with a question",
    "done with a question",
    "kept, not yet understood",
  ]);
  expect((await books.verify(book)).problems).toEqual([]);
});

test("a device revoked without a loss may be written down as lost later; one never lost has nothing to release", async () => {
  const [broken, well] = [telephone("a broken telephone"), telephone("a telephone in use")];
  const book = await openedWith(books, "broken", [broken, well]);
  const say = (kind: string, says: object, id: string) => books.say(book, [byMarta(book, kind, says, id, books.now)]);
  await say("device.revoke", { device: broken.device, reason: "broken" }, "1");
  expect(await say("device.revoke", { device: broken.device, reason: "again" }, "2")).toMatchObject([
    { outcome: "refused", refusals: [{ code: "device.revoked-already" }] },
  ]);
  expect(
    await say("device.release", { device: broken.device, reason: "why", sequences: { from: 1, until: 2 } }, "3"),
  ).toMatchObject([{ refusals: [{ code: "device.not-lost" }] }]);
  const lost = { device: broken.device, reason: "it was stolen", lostAt: "2026-11-13T00:00:00Z" };
  expect(await say("device.revoke", lost, "4")).toMatchObject([{ outcome: "done" }]);
  expect(await say("device.release", { device: broken.device, reason: "why" }, "5")).toMatchObject([
    { refusals: [{ code: "device.release-names-nothing" }] },
  ]);
});

test("gaps and sequences used twice are noticed, whatever comes again and in whatever order [field.heard]", async () => {
  const one = telephone("a telephone with gaps");
  const book = await openedWith(books, "gaps", [one]);
  const act = (sequence: number, says = said(sequence)) =>
    byTelephone(
      book,
      one,
      "delivery.object",
      says,
      sequence,
      books.now,
      derivedUuid(`gap ${sequence} ${says.delivery}`),
    );
  const heard = (acts: readonly ReturnType<typeof act>[], clock = "2026-11-15T15:04:00.000Z") =>
    noteHeard(pool(), {
      book,
      device: one.device,
      at: books.now,
      report: { clock, unsent: 3, next: 9, app: "0.3.0", persisted: true },
      acts: acts.map((body) => ({ sequence: body.through.sequence, act: body.id, text: JSON.stringify(body) })),
    });
  expect(await heard([])).toEqual({ last: 0, missing: [], reused: [] });
  expect(await heard([act(2), act(5)])).toEqual({
    last: 5,
    missing: [
      { from: 1, until: 1 },
      { from: 3, until: 4 },
    ],
    reused: [],
  });
  expect(await heard([act(5), act(1), act(3)])).toEqual({ last: 5, missing: [{ from: 4, until: 4 }], reused: [] });
  expect(await heard([act(3, said(99)), act(4)])).toEqual({ last: 5, missing: [], reused: [3] });
  expect(await ask(book, "devices.list")).toMatchObject([
    {
      last_heard: "2026-11-15T15:00:00Z",
      clock_error_ms: "240000",
      unsent: 3,
      app: "0.3.0",
      persisted: true,
      last_sequence: "5",
      reused: ["3"],
    },
  ]);
  await noteHeard(pool(), { book, device: one.device, at: "2026-11-15T16:00:00.000Z", report: null, acts: [] });
  expect(await ask(book, "devices.list")).toMatchObject([
    { last_heard: "2026-11-15T16:00:00Z", unsent: 3, app: "0.3.0" },
  ]);
});
