/** Fetching what this point needs to know: by cursor, each answer kept in one stroke with the cursor, so it may stop anywhere. */
import { type PullAnswer, pullAnswer } from "../../../wire.ts";
import { changeActs } from "../outbox/changing.ts";
import { type Change, drop, put } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { ask, believed } from "./asking.ts";
import { noteHeard } from "./heard.ts";
import { prune } from "./prune.ts";
import { chunksAfter, cursorAfter, placedBy } from "./pulled.ts";
import { Trouble } from "./trouble.ts";

/** Fetches until there is no more. */
export async function pull(telephone: Telephone): Promise<void> {
  for (;;) {
    const { after, mark } = telephone.cursor;
    const path = `/field/pull?book=${telephone.enrolled.book}&after=${after}${mark === null ? "" : `&mark=${encodeURIComponent(mark)}`}`;
    const asked = { method: "GET", path, headers: {}, body: null } as const;
    const came = await ask(telephone, asked, "by the device");
    const answer = await believed(telephone, came, pullAnswer);
    if (answer.after !== undefined && answer.after !== after) throw new Trouble("not-the-book"); // An answer of another time.
    if (answer.more && answer.upTo === after) throw new Trouble("server"); // It would never end.
    await keep(telephone, answer);
    if (!answer.more) return prune(telephone, answer.at);
  }
}

async function keep(telephone: Telephone, answer: PullAnswer): Promise<void> {
  const chunks = chunksAfter(telephone, answer);
  const cursor = cursorAfter(telephone, answer);
  const placed = placedBy(telephone, answer);
  const heard = noteHeard(telephone, answer.at, null);
  const stays = new Set(chunks.map((one) => one.number));
  const bySequence = new Map(placed.map((one) => [one.sequence, one]));
  const isLaidAnew = !answer.more || answer.erased.length > 0;
  const items = telephone.items.map((one) => bySequence.get(one.sequence) ?? one);
  const toFold = isLaidAnew ? await telephone.wholes(telephone.unlanded(cursor.laid.upTo, items)) : [];
  const also: Change[] = [
    ...telephone.chunks.flatMap((one) => (stays.has(one.number) ? [] : [drop("known", one.number)])),
    ...chunks.flatMap((one) => (telephone.chunks.includes(one) ? [] : [put("known", one.number, one)])),
    put("meta", "cursor", cursor),
    put("meta", "heard", heard),
  ];
  const expected = [{ store: "meta", key: "cursor", value: telephone.cursor } as const];
  if (!(await changeActs(telephone, { changed: placed, also, expected }))) throw new Trouble("storage"); // Another worker pulled at the same time.
  Object.assign(telephone, { chunks, cursor, heard });
  if (isLaidAnew) telephone.layAll(toFold);
  telephone.told("known");
}
