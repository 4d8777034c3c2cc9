/** A letter from one book to another on this server: the agreement is signed, carried as a file, checked, kept by its hash. */
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalJson } from "../../kernel/canonical.ts";
import { letterText } from "../../rooms/book/rules/letter.ts";
import { idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { keepFile, readFile } from "../../store/files/files.ts";
import { readLetter, writeLetter } from "../../store/letters/letters.ts";
import { PostgresBooks } from "./book-on-postgres.ts";

let books: PostgresBooks;
const [cooperative, buyer] = [idOf("book of the cooperative"), idOf("book of the buyer")];
const { privateKey } = generateKeyPairSync("ed25519");
const agreement = canonicalJson({ product: "coffee-parchment", kilograms: "18975", differential: "-8.00" });
const addressed = { letter: idOf("the letter"), from: cooperative, to: buyer, kind: "agreement" };
const letter = writeLetter(addressed, agreement, letterText, privateKey);
const bytesOf = (file: object): Uint8Array => new TextEncoder().encode(JSON.stringify(file));

const say = (book: string, kind: string, says: unknown) => {
  const through = { way: "seat", seat: marta.seat, at: books.now };
  return books.say(book, [{ id: idOf(`${book} ${kind}`), book, kind, version: 1, by: marta.agent, through, says }]);
};

beforeAll(async () => {
  books = await PostgresBooks.open();
  for (const book of [cooperative, buyer]) await say(book, "book.open", { settings: testSettings, founder: marta });
});
afterAll(() => books.database.drop());

test("sent by an act in one book, received by an act in the other, the same bytes in both [book.letter-files]", async () => {
  const pool = books.database.connect("app");
  const { letter: id, to, from, kind, digest, signature } = letter;
  await keepFile(pool, cooperative, bytesOf(letter));
  expect(await say(cooperative, "letter.send", { letter: id, to, kind, digest, signature })).toMatchObject([
    { outcome: "done" },
  ]);

  const read = await readLetter(bytesOf(letter), letterText);
  if (!read.ok) throw new Error(read.refusal.code);
  const kept = await keepFile(pool, buyer, bytesOf(letter));
  const [answer] = await say(buyer, "letter.receive", { letter: id, from, to, kind, digest, signature });
  expect(answer).toMatchObject({ outcome: "done with a question", questions: [{ code: "letter.sender-unknown" }] });
  const file = await readFile(pool, buyer, kept.ok ? kept.value : "");
  expect(JSON.parse(new TextDecoder().decode(file?.bytes))).toEqual(letter);
  for (const book of [cooperative, buyer]) expect((await books.verify(book)).problems).toEqual([]);
});

test("another price, another addressee, or no letter at all: it is refused and says what is wrong", async () => {
  const codeOf = async (bytes: Uint8Array) => {
    const read = await readLetter(bytes, letterText);
    return read.ok ? "read" : read.refusal.code;
  };
  const cheaper = letter.content.replace("-8.00", "-18.00");
  expect(await codeOf(bytesOf({ ...letter, content: cheaper }))).toBe("letter.digest-differs");
  expect(await codeOf(bytesOf({ ...letter, to: cooperative }))).toBe("letter.signature-broken");
  expect(await codeOf(bytesOf({ ...letter, signature: "A".repeat(86) }))).toBe("letter.signature-broken");
  expect(await codeOf(bytesOf({ ...letter, extra: true }))).toBe("letter.unreadable");
  expect(await codeOf(new Uint8Array([0xff, 0xfe]))).toBe("letter.unreadable");
});
