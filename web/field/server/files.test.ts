import { afterAll, beforeAll, expect, test } from "vitest";
import { testBook } from "../../../rooms/book/testing.ts";
import { sweepPieces, takePiece } from "../../../store/field/pieces.ts";
import { readFile } from "../../../store/files/files.ts";
import { sha256OfBytes } from "../../../store/writer/history-rows.ts";
import type { Served } from "../../testing/served.ts";
import { enrolledTelephone, pointServed } from "../testing/point.ts";
import type { Telephone } from "../testing/telephone.ts";

let server: Served;
let telephone: Telephone;
beforeAll(async () => {
  server = await pointServed();
  telephone = await enrolledTelephone(server);
});
afterAll(() => server.close());

const pool = () => server.services.installation.store.connect("app");
/** A made-up photograph: the beginning of its kind, and bytes that no other has. */
function photo(size: number, of: string, begins: readonly number[] = [0xff, 0xd8, 0xff, 0xe0]) {
  const bytes = Buffer.alloc(size, of);
  Buffer.from(begins).copy(bytes);
  return { bytes, digest: sha256OfBytes(bytes) };
}
const webp = [...Buffer.from("RIFF"), 0, 0, 0, 0, ...Buffer.from("WEBP")];

test("a photograph of 90,000 bytes goes up in three pieces over a line that breaks, and is kept under its digest [field.files]", async () => {
  const { bytes, digest } = photo(90_000, "sacks at the scale");
  expect((await telephone.putPiece(digest, 0, 90_000, bytes.subarray(0, 32_000))).value).toMatchObject({
    have: 32_000,
    complete: false,
  });
  // The answer to the second piece is lost: the telephone sends it again, and is told where to go on.
  await telephone.putPiece(digest, 32_000, 90_000, bytes.subarray(32_000, 64_000));
  const again = await telephone.putPiece(digest, 32_000, 90_000, bytes.subarray(32_000, 64_000));
  expect(again.value).toMatchObject({ have: 64_000, complete: false });
  expect((await telephone.fileState(digest)).value).toMatchObject({ have: 64_000, size: 90_000 });
  const whole = await telephone.putPiece(digest, 64_000, 90_000, bytes.subarray(64_000));
  expect(whole.value).toMatchObject({ have: 90_000, complete: true });
  const kept = await readFile(pool(), testBook, digest);
  expect(kept?.mediaType).toBe("image/jpeg");
  expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true);
  expect((await telephone.putPiece(digest, 0, 90_000, bytes.subarray(0, 32_000))).value).toMatchObject({
    complete: true,
  });
});

test("what is no photograph, is too large, or has not the digest that was named is not kept; WebP and PNG are photographs [field.files-kinds]", async () => {
  const text = photo(500, "plain words", [0x68, 0x6f, 0x6c, 0x61]);
  expect(await telephone.putPiece(text.digest, 0, 500, text.bytes)).toMatchObject({
    status: 403,
    code: "file.type-not-taken",
  });
  const large = photo(100_001, "large");
  expect(await telephone.putPiece(large.digest, 0, 100_001, large.bytes.subarray(0, 10))).toMatchObject({
    status: 413,
    code: "file.too-large",
  });
  const { bytes } = photo(400, "one thing");
  const { digest } = photo(400, "another");
  expect(await telephone.putPiece(digest, 0, 400, bytes)).toMatchObject({ status: 400, code: "file.digest-differs" });
  expect((await telephone.fileState(digest)).value).toMatchObject({ have: 0, complete: false });
  for (const kind of [photo(700, "w", webp), photo(700, "p", [0x89, 0x50, 0x4e, 0x47])])
    expect((await telephone.putPiece(kind.digest, 0, 700, kind.bytes)).value?.complete).toBe(true);
});

test("a device that sends without end is stopped at its quota, and may go on when days have passed; half files are swept away", async () => {
  const limits = { fileBytes: 1_000, deviceBytes: 2_500, days: 30 };
  const greedy = (await enrolledTelephone(server)).device;
  const send = (of: string, now: number) => {
    const { bytes, digest } = photo(1_000, of);
    const file = { book: testBook, device: greedy, digest };
    return takePiece(pool(), file, { at: 0, size: 1_000, bytes: bytes.subarray(0, 400) }, now, limits);
  };
  const now = server.clock.now;
  expect([(await send("a", now)).ok, (await send("b", now)).ok]).toEqual([true, true]);
  expect(await send("c", now)).toMatchObject({ refusal: { code: "file.device-full" } });
  const later = now + 31 * 24 * 60 * 60_000;
  expect((await send("c", later)).ok).toBe(true);
  const keeper = server.services.installation.store.connect("keeper");
  expect(await sweepPieces(keeper, later)).toBeGreaterThanOrEqual(2);
  expect((await send("a", later)).ok).toBe(true);
});

test("without the device's signature nothing is taken and nothing is told", async () => {
  const { bytes, digest } = photo(300, "no name");
  const headers = { "Content-Type": "application/octet-stream" };
  const path = `/field/files/${digest}?book=${testBook}&at=0&size=300`;
  const heard = await telephone.ask(path, { parse: () => null }, { method: "PUT", body: bytes, headers });
  expect(heard).toMatchObject({ status: 401, code: "field.device-unproven" });
});
