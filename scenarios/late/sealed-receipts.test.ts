/** Receipts that telephones sealed: kept beside their papers, proven by `verify`, carried by exports, and a backup of their telephone. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { saysOfReceipt } from "../../rooms/acopio/rules/from-paper.ts";
import { readReceiptCode } from "../../rooms/acopio/rules/receipt-seal.ts";
import { sevenSacks } from "../../rooms/acopio/testing.ts";
import { coffeePlan } from "../../rooms/agreements/testing.ts";
import { allRecords, allViews, tools } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { efrain, idOf, marta } from "../../rooms/book/testing.ts";
import { rosa } from "../../rooms/people/testing.ts";
import { exportBook, importBook } from "../../store/backup/book.ts";
import { keepSeals } from "../../store/field/seals.ts";
import { homeAt, makeHome } from "../../store/installation/home.ts";
import { openReader } from "../../store/reader/ask.ts";
import { freshDatabase } from "../../store/testing/database.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { receiptSealHolds } from "../../web/field/server/receipt-seal.ts";
import { scannedReceipt } from "../../web/field/server/scanned-receipt.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";
import { ownFolder, ownKey } from "../keeping/kept.ts";
import { byMarta, byTelephone, codeOf, openedWith, sealOf, telephone } from "./telling.ts";

let books: PostgresBooks;
const phone = telephone("the telephone of point 2");
const other = telephone("the telephone of point 3");
const folder = ownFolder();
beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(async () => {
  await books.database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const pool = () => books.database.connect("app");
const told = (at: number) => ({
  ...sevenSacks,
  delivery: idOf(`sealed hand-over ${at}`),
  receipt: `QD2A-${`${at}`.padStart(6, "0")}`,
  shown: {
    currency: "COP",
    plan: { code: "cafe-pergamino-2026", plan: coffeePlan.plan, version: 1 },
    value: "6494786",
    who: rosa.number,
  },
});

async function contentOf(book: string, at: number): Promise<ReceiptContent> {
  const { rows } = await books.database
    .connect("keeper")
    .query("select content from ayni.paper where book_id = $1 and about = $2", [book, told(at).delivery]);
  return JSON.parse(rows[0].content);
}
const receive = (book: string, at: number) =>
  books.say(book, [byTelephone(book, phone, "delivery.receive", told(at), at, books.now)], phone);

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64url"));

/** What the office says after scanning a paper, whose code the telephone sealed. */
async function scanned(content: ReceiptContent, by = phone) {
  const code = await codeOf(content, by);
  const read = readReceiptCode(Uint8Array.from(Buffer.from(code, "base64url")));
  if (read === null) throw new Error("it can be read");
  const found = { member: rosa.agent, by: efrain.agent, device: phone.device, place: "point-2", plan: coffeePlan.plan };
  return saysOfReceipt(read.read, { ...found, product: "coffee-parchment", number: content.number }, code) as object;
}
const byPaper = (book: string, says: object, id: string) => [
  byMarta(book, "delivery.receive", says, id, books.now, { way: "paper", paper: id }),
];
const stock = async (book: string): Promise<bigint> =>
  (
    await books.database
      .connect("keeper")
      .query("select amount from ayni.tally where book_id = $1 and kind = 'stock'", [book])
  ).rows[0]?.amount ?? 0n;

test("a seal is kept once, only of the device's own paper and only when it holds; the reprint finds it [field.seals]", async () => {
  const book = await openedWith(books, "seals", [phone, other]);
  await receive(book, 1);
  await receive(book, 2);
  const [first, second] = [await contentOf(book, 1), await contentOf(book, 2)];
  const seals = [
    { delivery: told(1).delivery, signature: await sealOf(first, phone) },
    { delivery: told(2).delivery, signature: await sealOf({ ...second, net: "1" }, phone) },
    { delivery: idOf("a hand-over nobody sent yet"), signature: await sealOf(first, phone) },
  ];
  const keep = (device: string, some = seals) => keepSeals(pool(), book, device, some, receiptSealHolds);
  const foreign = [{ delivery: told(1).delivery, signature: await sealOf(first, other) }];
  expect(await keep(other.device, foreign)).toEqual([]);
  expect(await keep(phone.device)).toEqual([told(1).delivery]);
  expect(await keep(phone.device)).toEqual([told(1).delivery]);
  const reader = openReader(pool(), { views: allViews, standing: lookingOn, now: () => Date.parse(books.now) });
  const asker = { book, seat: marta.seat, agent: marta.agent };
  const shown = async (number: string) => {
    const answer = await reader.ask(asker, "receipt.one", { number });
    return answer.ok ? answer.value.rows[0] : answer;
  };
  expect(await shown("QD2A-000001")).toMatchObject({
    seal: seals[0]?.signature,
    seal_device: phone.device,
    seal_key: phone.publicKey,
  });
  expect(await shown("QD2A-000002")).toMatchObject({ seal: null, seal_device: null });
  const report = await books.verify(book);
  expect([report.problems, report.paperSeals]).toEqual([[], 1]);

  const keeper = books.database.connect("owner");
  await keeper.query("begin; alter table ayni.paper_seal no force row level security");
  await keeper.query("update ayni.paper_seal set signature = $2 where book_id = $1", [book, seals[1]?.signature]);
  await keeper.query("alter table ayni.paper_seal force row level security; commit");
  expect((await books.verify(book)).problems).toEqual([
    { code: "verify.paper-seal-broken", place: "receipt-printed QD2A-000001", facts: {} },
  ]);
});

test("a lost telephone's receipt is entered from its paper; when it comes back it is the same hand-over [acopio.from-paper]", async () => {
  const [book, printing] = [
    await openedWith(books, "paper", [phone, other]),
    await openedWith(books, "printing", [phone]),
  ];
  await receive(printing, 3); // What the telephone printed before it was lost: the same words, in the same book.
  const printed = { ...(await contentOf(printing, 3)), book };
  const says = await scanned(printed);
  expect(await books.say(book, byPaper(book, says, "scan"))).toMatchObject([{ outcome: "done" }]);
  expect(await stock(book)).toBe(407_600n);
  const seal = { delivery: told(3).delivery, signature: await sealOf(printed, phone) };
  expect(await keepSeals(pool(), book, phone.device, [seal], receiptSealHolds)).toEqual([told(3).delivery]);
  expect(await receive(book, 3)).toMatchObject([{ outcome: "done" }]);
  expect(await stock(book)).toBe(407_600n);
  const reader = openReader(pool(), { views: allViews, standing: lookingOn, now: () => Date.parse(books.now) });
  const one = await reader.ask({ book, seat: marta.seat, agent: marta.agent }, "delivery.one", {
    delivery: told(3).delivery,
  });
  expect(one).toMatchObject({ value: { rows: [{ origin: "paper", bag_list: sevenSacks.bags, net_g: "407600" }] } });
  const report = await books.verify(book);
  expect([report.problems, report.paperSeals]).toEqual([[], 1]);
});

test("whoever scans a paper gets what is to be said, found by a few bytes of each id, or the reason why not [acopio.from-paper]", async () => {
  const [book, printing] = [await openedWith(books, "scanned", [phone]), await openedWith(books, "printer", [phone])];
  await receive(printing, 7);
  const printed = { ...(await contentOf(printing, 7)), book };
  const scan = async (content: ReceiptContent, by = phone) =>
    scannedReceipt(pool(), book, bytesOf(await codeOf(content, by)));
  const found = await scan(printed);
  expect(found).toMatchObject({ value: { number: "QD2A-000007", device: phone.device, says: await scanned(printed) } });
  if (!found.ok) throw new Error(found.refusal.code);
  const { says, number, seal } = found.value;
  expect(await books.say(book, byPaper(book, says as object, number))).toMatchObject([{ outcome: "done" }]);
  expect(await keepSeals(pool(), book, phone.device, [seal], receiptSealHolds)).toEqual([told(7).delivery]);
  expect(await receive(book, 7)).toMatchObject([{ outcome: "done" }]);
  expect(await stock(book)).toBe(407_600n);

  const altered = bytesOf(await codeOf(printed, phone));
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1;
  const refusals = [
    await scannedReceipt(pool(), book, new Uint8Array(150)),
    await scan({ ...printed, book: printing }),
    await scan(printed, other),
    await scannedReceipt(pool(), book, altered),
    await scan({ ...printed, agent: idOf("somebody of no register") }),
  ];
  expect(refusals.map((one) => (one.ok ? "read" : one.refusal.code))).toEqual([
    "receipt-code.unreadable",
    "receipt-code.other-book",
    "receipt-code.device-unknown",
    "receipt-code.seal-broken",
    "receipt-code.somebody-unknown",
  ]);
});

test("a paper that another telephone sealed, or one nobody enrolled, is kept unread and says why to who scans [acopio.from-paper]", async () => {
  const [book, printing] = [await openedWith(books, "forged", [phone]), await openedWith(books, "forging", [phone])];
  await receive(printing, 4);
  const printed = { ...(await contentOf(printing, 4)), book };
  const forged = await scanned(printed, other);
  const strange = { ...forged, paper: { ...(forged as { paper: object }).paper, device: other.device } };
  expect(await books.say(book, byPaper(book, forged, "forged"))).toMatchObject([
    { outcome: "kept, not yet understood", because: { code: "act.paper-seal-broken" } },
  ]);
  expect(await books.say(book, byPaper(book, strange, "strange"))).toMatchObject([
    { outcome: "kept, not yet understood", because: { code: "act.paper-device-unknown" } },
  ]);
  expect(await stock(book)).toBe(0n);
});

test("seals, sequences and releases leave with their book and come into another installation [backup.move]", async () => {
  const book = await openedWith(books, "leaving", [phone]);
  await receive(book, 5);
  const content = await contentOf(book, 5);
  await keepSeals(
    pool(),
    book,
    phone.device,
    [{ delivery: told(5).delivery, signature: await sealOf(content, phone) }],
    receiptSealHolds,
  );
  const says = await scanned({ ...content, delivery: derivedUuid("on paper"), number: "QD2A-000006" });
  expect(await books.say(book, byPaper(book, says, "on paper"))).toMatchObject([{ outcome: "done" }]);
  const key = ownKey();
  const file = join(folder, "leaving.book");
  const leaving = { store: books.database, book, ...key, ayni: "test", now: Date.now, passphrase: null };
  expect(await exportBook(leaving, file)).toMatchObject({ ok: true });
  const there = await freshDatabase();
  try {
    const home = homeAt(join(folder, "there"));
    makeHome(home);
    const coming = {
      store: there,
      home,
      file,
      passphrase: null,
      book: null,
      privateKey: key.privateKey,
      ayni: "test",
      now: Date.now,
    };
    expect(await importBook({ ...coming, numbering: "loose" })).toMatchObject({ ok: true });
    const how = { records: allRecords, tools, sealKeys: key.sealKeys, sealHolds: receiptSealHolds };
    const report = await verifyBook(there.connect("keeper"), book, how);
    expect([report.problems, report.paperSeals]).toEqual([[], 1]);
  } finally {
    await there.drop();
  }
});
