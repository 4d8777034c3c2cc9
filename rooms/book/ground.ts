/** The ground that every act of every room stands on: settings, closed days, and whether the one who speaks may. */
import type { Nature } from "../../kernel/act/declaration.ts";
import type { Body } from "../../kernel/act/envelope.ts";
import type { Ground, Standing } from "../../kernel/act/ground.ts";
import { always, map, type Need, row, rows, together } from "../../kernel/act/need.ts";
import { inForce, newest, type Row } from "../../kernel/act/record.ts";
import { type Question, question, type Refusal, refused } from "../../kernel/refusal.ts";
import { clockDoubt, instant } from "../../kernel/time/index.ts";
import { matrixVersions, seatsOf, settingsNow, settingsOf } from "./needs.ts";
import { accounting, type bookSettings, device, letter, theBook } from "./records.ts";
import { holds, type PowerMatrix } from "./rules/powers.ts";
import { rolesOn } from "./rules/seats.ts";

const closed = row(accounting, theBook);
const none = always(null);

/** The standing of an act, from the book as it is when the act arrives. */
export const ground: Ground = (body, nature) => {
  const { through } = body;
  const asks = {
    settings: settingsNow,
    closed,
    seats: seatsOf(body.by),
    matrix: matrixVersions,
    device: through.way === "device" ? map(rows(device, "key", [through.device]), newest) : none,
    letter: through.way === "letter" ? row(letter, through.letter) : none,
  } satisfies Readonly<Record<string, Need<unknown>>>;
  return map(together(asks), (known): Standing => standingOf(body, nature, known));
};

type Known = {
  readonly settings: Row<typeof bookSettings> | null;
  readonly closed: Row<typeof accounting> | null;
  readonly seats: Parameters<typeof rolesOn>[0];
  readonly matrix: readonly { readonly version: number; readonly from_day: string; readonly matrix: unknown }[];
  readonly device: Row<typeof device> | null;
  readonly letter: Row<typeof letter> | null;
};

function standingOf(body: Body, nature: Nature, known: Known): Standing {
  // The first act of a book cannot stand on seats and powers that it is about to give.
  const opens = known.settings === null && body.kind === "book.open";
  return {
    settings: known.settings === null ? null : settingsOf(known.settings),
    closedUntil: known.closed?.closed_until ?? null,
    unheard: opens ? null : unheardOf(body, known),
    lacks: (power, day) => (opens ? null : lackOf(body, nature, known, power, day)),
    doubts: (received) => doubtsOf(body, known, received),
  };
}

/** Why a voice cannot be heard: kept, and tried again once the device is enrolled or the seat is given. */
function unheardOf(body: Body, known: Known): Refusal | null {
  const { through } = body;
  if (through.way === "device")
    return known.device === null ? refused("device.unknown", { device: through.device }).refusal : null;
  if (through.way === "letter") {
    const isKnown = known.letter !== null || body.kind === "letter.receive";
    return isKnown ? null : refused("letter.unknown", { letter: through.letter }).refusal;
  }
  const own = known.seats.some((one) => one.seat === through.seat);
  return own ? null : refused("seat.unknown", { seat: through.seat }).refusal;
}

/** Why the speaker may not use a power on a day. A revoked device decides nothing; its facts are kept and doubted. */
function lackOf(body: Body, nature: Nature, known: Known, power: string, day: string): Refusal | null {
  if (nature === "decision" && known.device?.state === "revoked")
    return refused("device.revoked", { device: known.device.device }).refusal;
  const matrix = (inForce(known.matrix, day)?.matrix ?? {}) as PowerMatrix;
  return holds(matrix, rolesOn(known.seats, day), power)
    ? null
    : refused("power.missing", { power, agent: body.by }).refusal;
}

/** What is doubted about the voice: a revoked device, a clock that cannot be right (limits: `usualClockLimits`). */
function doubtsOf(body: Body, known: Known, received: string): readonly Question[] {
  const found: Question[] = [];
  if (known.device?.state === "revoked")
    found.push(question("device.revoked", "manager", body.id, { device: known.device.device }));
  const said = instant(body.through.at);
  const came = instant(received);
  const doubt = said === null || came === null ? "far" : clockDoubt(said, came);
  if (doubt !== null)
    found.push(question("clock.doubted", "manager", body.id, { doubt, at: body.through.at, received }));
  return found;
}
