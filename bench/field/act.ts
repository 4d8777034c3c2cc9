/** What a hand-over weighs on the way: seven sacks, four readings, its price as shown, signed; a hundred of them in a packed request. */
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { sentOf } from "../../web/field/app/core/outbox/item.ts";
import type { OutboxItem } from "../../web/field/app/ports.ts";
import { handOvers, scaleChecked } from "../../web/field/testing/at-the-scale.ts";
import { seasonTelephone } from "../../web/field/testing/season-telephone.ts";
import { wholeOutbox } from "../../web/field/testing/wholes.ts";
import type { PushRequest } from "../../web/field/wire.ts";
import { figuresOf, spelledFigures } from "../method/figures.ts";
import type { Table } from "../method/report.ts";

const BATCH = 100;
const MEMBERS = 500;
const SEEDS = ["one", "two", "three", "four", "five"];

const packed = (value: unknown): number => gzipSync(JSON.stringify(value)).byteLength / BATCH;

/** The table; every row of five batches by five seeds. */
export async function actTable(): Promise<Table> {
  const batches: { readonly request: PushRequest; readonly items: readonly OutboxItem[] }[] = [];
  for (const seed of SEEDS) {
    const { core, chance, later } = await seasonTelephone(MEMBERS, seed);
    await scaleChecked(core);
    await handOvers(core, { count: BATCH, members: MEMBERS }, chance, later);
    const items = (await wholeOutbox(core)).slice(1);
    const { book, device } = core;
    const report = { clock: core.now(), unsent: BATCH, next: BATCH + 2, app: "0123456789abcdef", persisted: true };
    batches.push({ items, request: { form: "ayni-push/1", book, device, report, acts: items.map(sentOf), seals: [] } });
  }
  const row = (name: string, aim: string, bytes: (batch: (typeof batches)[number]) => number): string[] => [
    name,
    spelledFigures(figuresOf(batches.map(bytes))),
    aim,
  ];
  const seals = (items: readonly OutboxItem[]) => items.flatMap(({ seal }) => (seal === null ? [] : [seal]));
  const bare = (items: readonly OutboxItem[]) => items.map(({ text }) => (JSON.parse(text) as { says: unknown }).says);
  return {
    title: `Bytes of a hand-over of seven sacks, in a request of ${BATCH} acts packed with gzip (${SEEDS.length} seeds)`,
    columns: ["what travels", "bytes each", "aim"],
    rows: [
      row("acts with their signatures", "≤ 240", ({ request }) => packed(request)),
      row("the same with the seals of their receipts, as the app sends it", "–", ({ request, items }) =>
        packed({ ...request, seals: seals(items) }),
      ),
      row("acts with their signatures, not packed", "–", ({ request }) => JSON.stringify(request).length / BATCH),
      row("yardstick: only what is said, as plain JSON rows, packed", "–", ({ items }) => packed(bare(items))),
      row("yardstick: 64 random bytes in base64url, packed", "–", () =>
        packed(Array.from({ length: BATCH }, () => randomBytes(64).toString("base64url"))),
      ),
    ],
  };
}
