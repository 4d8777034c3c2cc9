/** What must hold at the end of every story. Not shipped. */
import { strict as assert } from "node:assert";
import { type Need, rows } from "../../../../../kernel/act/need.ts";
import type { AnyRow } from "../../../../../kernel/act/record.ts";
import { delivery } from "../../../../../rooms/acopio/records.ts";
import type { FieldCore, OutboxItem } from "../../ports.ts";
import { knownFrom } from "../book/known.ts";
import { tables } from "../book/tables.ts";
import { DAY } from "../keeping.ts";
import { itemsOf, type World } from "./model.ts";
import { witnessed } from "./model-blocks.ts";
import type { ModelDevice } from "./model-device.ts";
import { modelKeeping } from "./model-keeping.ts";
import { tablesOf, talliesOf, valuesOf } from "./telling.ts";

/** All of it. */
export function checkAll(world: World, cores: readonly FieldCore[]): void {
  for (const one of world.devices) checkSequences(world, one);
  checkNothingLost(world);
  checkNothingDoubled(world);
  checkNothingSilent(world);
  for (const core of cores) checkPage(world, core);
}

/** What was said is known at once where it was said: the hand-over stands on the page, once. */
export function checkKnown(core: FieldCore, item: OutboxItem): void {
  assert.ok(
    core.outbox().some((one) => one.act === item.act) && core.atHand(item.act)?.text === item.text,
    "what was said lies in the outbox",
  );
  if (item.kind === "delivery.receive")
    assert.equal(core.ask(rows(delivery, "key", [item.act])).length, 1, "and on the page");
}

/** The text of an act, read. */
type Read = {
  readonly id: string;
  readonly through: { readonly sequence: number };
  readonly says: { readonly receipt?: string };
};

/** Acts of a device that stand in the book, by their texts. */
const inBook = ({ server }: World, { made }: ModelDevice) =>
  new Map(
    server.book.history.flatMap(({ heard }) => {
      const { through } = heard.body;
      const isOwn = through.way === "device" && through.device === made.enrolled.device;
      return isOwn ? [[heard.text, heard.received] as const] : [];
    }),
  );

/**
 * Sequences and receipts are counted from 1 without a gap, by what lies on the disk and what has left it for the book; every act on the
 * disk is whole. What has left was in the book long enough.
 */
function checkSequences(world: World, device: ModelDevice): void {
  const [items, book] = [itemsOf(device), inBook(world, device)];
  for (const item of items) assert.equal((JSON.parse(item.text) as Read).id, item.act);
  const here = new Set(items.map((one) => one.text));
  const left = [...book].filter(([text]) => !here.has(text));
  witnessed.left += left.length;
  const longAgo = new Date(world.server.clock - modelKeeping.days * DAY).toISOString();
  for (const [text, received] of left) assert.ok(received <= longAgo, `it left too early: ${text}`);
  const said = [...here, ...left.map(([text]) => text)].map((text) => JSON.parse(text) as Read);
  said.sort((one, other) => one.through.sequence - other.through.sequence);
  assert.deepEqual(
    said.map((one) => one.through.sequence),
    said.map((_, at) => at + 1),
    "sequences without gaps",
  );
  const receipts = said.flatMap((one) => one.says.receipt ?? []);
  const { series } = device.made.enrolled;
  assert.deepEqual(
    receipts,
    receipts.map((_, at) => `${series}-${(at + 1).toString().padStart(6, "0")}`),
    "receipts without gaps",
  );
}

/** Whatever a clerk was told is said stands in the book with the same bytes, or in its intake, once. */
function checkNothingLost({ server, told }: World): void {
  for (const { said } of told) {
    if ("notSaid" in said) continue;
    const inBook = server.book.history.filter((one) => one.heard.text === said.item.text).length;
    const inIntake = server.intake.filter((text) => text === said.item.text).length;
    assert.equal(inBook + inIntake, 1, `said once: ${said.item.text}`);
  }
}

/** Every act of a device's disk is in the book or in its intake, once; none was said that a clerk was told is not. */
function checkNothingDoubled(world: World): void {
  const { server, devices, told } = world;
  const texts = server.book.history.map(({ heard }) => heard.text);
  assert.equal(
    new Set([...texts, ...server.intake]).size,
    texts.length + server.intake.length,
    "the book has each once",
  );
  for (const device of devices) {
    const own = device.made.enrolled.device;
    const there = new Set([...inBook(world, device).keys(), ...server.intake.filter((text) => text.includes(own))]);
    for (const { text } of itemsOf(device)) assert.ok(there.has(text), `the book has it: ${text}`);
  }
  const said = told.flatMap((one) => ("notSaid" in one.said ? [] : [one.said.item.act]));
  assert.equal(new Set(said).size, said.length, "no two things said are one act");
}

/** Every act has its answer, every receipt its seal, and what broke or was not understood is marked so. */
function checkNothingSilent({ server, devices }: World): void {
  for (const item of devices.flatMap(itemsOf)) {
    assert.notEqual(item.state, "waiting", "every act is answered");
    assert.equal(item.state === "kept", item.kind === "test.breaks", `kept unread: ${item.kind}`);
    if (item.kind !== "delivery.receive") continue;
    assert.ok(item.sealed && server.sealed.has(item.seal?.delivery as string), "every receipt's seal has arrived");
  }
}

/** The telephone's page is the book's, for every table it knows: each row, each sum, and nothing more. */
function checkPage({ server }: World, core: FieldCore): void {
  const all = {
    number: 1,
    tables: tablesOf(server.book, 0n, BigInt(server.book.history.length)),
    values: valuesOf(server.book),
    tallies: talliesOf(server.book),
  };
  const { page } = knownFrom([all]);
  for (const { table, columns, rows: told } of all.tables) {
    const record = tables.get(table);
    assert.ok(record !== undefined);
    for (const values of told) {
      const key = record.key.map((name) => String(values[columns.indexOf(name)]));
      const need: Need<readonly AnyRow[]> = rows(record, "key", key);
      const tried = need.tryOn(page);
      assert.deepEqual(core.ask(need), "known" in tried ? tried.known : null, `rows of ${table}`);
    }
  }
  core.ask({
    tryOn(look) {
      for (const [kind, key, value] of all.tallies)
        assert.equal(look.tally(`tally|${kind}|${key}`), BigInt(value), `${kind} ${key}`);
      assert.equal((look as { size?: number }).size, page.size, "nothing more than the book has");
      return { known: true };
    },
  });
}
