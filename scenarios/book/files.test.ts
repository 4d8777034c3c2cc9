import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf } from "../../rooms/book/testing.ts";
import { keepFile, mediaTypeOf, readFile } from "../../store/files/files.ts";
import { PostgresBooks } from "./book-on-postgres.ts";

let books: PostgresBooks;
const [ours, theirs] = [idOf("our book of files"), idOf("their book of files")];
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

beforeAll(async () => {
  books = await PostgresBooks.open();
});
afterAll(() => books.database.drop());

test("a photo of the scale is kept once under its hash, and another book does not see it [store.files]", async () => {
  const pool = books.database.connect("app");
  const first = await keepFile(pool, ours, photo);
  const second = await keepFile(pool, ours, photo);
  expect(first).toEqual(second);
  if (!first.ok) throw new Error("kept");
  const kept = await readFile(pool, ours, first.value);
  expect(kept).toMatchObject({ mediaType: "image/jpeg", digest: first.value });
  expect([...(kept?.bytes ?? [])]).toEqual([...photo]);
  expect(await readFile(pool, theirs, first.value)).toBeNull();
});

test("the type is what the bytes show, whatever the sender says", () => {
  expect(mediaTypeOf(new TextEncoder().encode("receipt;kilos\n004417;412,5\n"))).toBe("text/plain; charset=utf-8");
  expect(mediaTypeOf(new TextEncoder().encode("%PDF-1.7"))).toBe("application/pdf");
  expect(mediaTypeOf(new Uint8Array([0, 1, 2]))).toBe("application/octet-stream");
});

test("a file beyond the limit is refused with the limit", async () => {
  const answer = await keepFile(books.database.connect("app"), ours, new Uint8Array(33 * 1024 * 1024));
  expect(answer).toMatchObject({ ok: false, refusal: { code: "file.too-large" } });
});
