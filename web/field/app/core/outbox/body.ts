/** The body of an act as this telephone says it: who, through what, relying on what. */
import type { Through } from "../../../../../kernel/act/envelope.ts";
import { dayInZone } from "../../../../../kernel/time/index.ts";
import { layOwn, ownPosition } from "../book/overlay.ts";
import { reliedOn } from "../book/relied.ts";
import type { Telephone } from "../telephone.ts";

/** What an act is made of. */
export type Saying = {
  readonly act: string;
  readonly kind: string;
  readonly says: unknown;
  readonly by: string;
  readonly at: string;
};

/** The exact text of an act's body, under the next sequence; null when this telephone does not know the kind. */
export function bodyText(telephone: Telephone, { act, kind, says, by, at }: Saying): string | null {
  const { enrolled, counters, tools } = telephone;
  const version = tools.vocabulary.newest(kind);
  if (version === null) return null;
  const through = { way: "device", device: enrolled.device, sequence: counters.next, at } as const;
  const relied = reliedBy(telephone, { act, kind, says, by, at }, version, through);
  return JSON.stringify({ id: act, book: enrolled.book, kind, version, by, through, relied, says });
}

function reliedBy(telephone: Telephone, { act, kind, says, by, at }: Saying, version: number, through: Through) {
  const { enrolled, known, cursor, counters, tools } = telephone;
  const declaration = tools.vocabulary.find(kind, version);
  const read = declaration?.says.safeParse(says);
  if (cursor.laid.fetched === null || declaration === null || read?.success !== true) return undefined;
  const settings = telephone.settings();
  const context = {
    ...{ book: enrolled.book, settings, act, by, through, received: at, closedUntil: null },
    ...{ position: ownPosition(counters.next), today: dayInZone(Date.parse(at), settings?.zone ?? "UTC") },
  };
  try {
    return reliedOn(known.page, declaration, read.data, context, cursor.laid.fetched);
  } catch {
    return undefined; // Our own needs broke on it: the fold will say so, and the act goes up all the same.
  }
}

/** What would follow from a body, on the page as it is; nothing stays. */
export function tried(telephone: Telephone, text: string, at: string): ReturnType<typeof layOwn> {
  const { known, enrolled, counters, tools } = telephone;
  const mark = known.page.mark();
  const laid = layOwn(known.page, { text, book: enrolled.book, at, sequence: counters.next }, tools);
  known.page.backTo(mark);
  return laid;
}
