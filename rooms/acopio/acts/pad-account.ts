/** Pads of pre-printed receipts, accounted for leaf by leaf. */
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { padKnown } from "../needs/pads.ts";
import { missingLeaves } from "../pads.ts";
import { type pad, padAccount, padSerial } from "../records.ts";
import { untold } from "../rules/pads.ts";
import { serialsIn, serialsText } from "../rules/serials.ts";
import { type AccountPadSaid, accountPadSaid } from "../said/pad.ts";

type PadRow = Row<typeof pad>;

/** What is said of single leaves of a pad, in the order said; of a leaf said twice, the first. */
function leavesIn({ serials }: AccountPadSaid, { serial_from, serial_to }: PadRow): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { from, to, state } of serials)
    for (const serial of serialsIn(Math.max(from, serial_from), Math.min(to, serial_to)))
      if (!found.has(serial)) found.set(serial, state);
  return found;
}

/** Ranges that name a leaf which the pad does not have, as a person reads them. */
const outsideOf = ({ serials }: AccountPadSaid, { serial_from, serial_to }: PadRow): readonly string[] =>
  serials
    .filter(({ from, to }) => from < serial_from || serial_to < to)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));

/**
 * Tells what became of leaves of a pad: spoiled, or given back blank; a leaf that was used is told by its hand-over. A fact. The
 * first that is told of a leaf stands. Questions: `pad.unknown`, `pad.serial-outside`, `pad.serial-otherwise` (another thing was
 * told of it), `pad.serials-missing` (said to be used and not keyed in; with `all`, whatever nobody has told of).
 */
export const accountPad: ActDeclaration = fact({
  kind: "pad.account",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: accountPadSaid,
  needs: (said) => ({ known: padKnown(said.pad) }),
  follows: (said, { known }, { act, by, today }): PartsOfFollows => {
    const account = { act, pad: said.pad, serials: said.serials, whole: said.all, note: said.note ?? null };
    const told = write(padAccount, { ...account, by_agent: by, on_day: said.on });
    if (known === null)
      return { records: [told], questions: [question("pad.unknown", "manager", said.pad, { pad: said.pad })] };
    const leaves = [...leavesIn(said, known.pad)];
    const before = new Map(known.serials.map((one) => [one.serial, one.state]));
    const fresh = leaves.filter(([serial, state]) => state !== "used" && !before.has(serial));
    const rows = fresh.map(([serial, state]) =>
      write(padSerial, {
        pad: said.pad,
        serial,
        state,
        delivery: null,
        writer: null,
        happened: said.on,
        told: today,
      }),
    );
    const now = [...known.serials, ...fresh.map(([serial]) => ({ serial }))];
    const missing = said.all
      ? untold(known.pad, now)
      : leaves.filter(([serial, state]) => state === "used" && !before.has(serial)).map(([serial]) => serial);
    return {
      records: [told, ...rows],
      questions: [...leafDoubts(said, known.pad, leaves, before), ...missingLeaves(known.pad, missing)],
    };
  },
});

/** Leaves that the pad does not have, and leaves of which something else was told before. */
function leafDoubts(
  said: AccountPadSaid,
  of: PadRow,
  leaves: readonly (readonly [number, string])[],
  before: ReadonlyMap<number, string>,
): readonly Question[] {
  const outside = outsideOf(said, of).slice(0, 12).join(", ");
  const otherwise = leaves.filter(([serial, state]) => (before.get(serial) ?? state) !== state);
  const found: Question[] = [];
  const facts = { series: of.series, place: of.place };
  if (outside !== "") found.push(question("pad.serial-outside", "manager", of.pad, { ...facts, serials: outside }));
  if (otherwise.length > 0) {
    const serials = serialsText(otherwise.map(([serial]) => serial));
    found.push(question("pad.serial-otherwise", "manager", of.pad, { ...facts, serials }));
  }
  return found;
}
