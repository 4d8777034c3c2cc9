/** The ground that every act of every room stands on: settings, closed days, and whether the one who speaks may. */
import type { Nature } from "../../kernel/act/declaration.ts";
import type { Body } from "../../kernel/act/envelope.ts";
import { type Ground, type Judgement, type Standing, seated, type Weighed } from "../../kernel/act/ground.ts";
import { always, andThen, map, type Need, row, rows, together } from "../../kernel/act/need.ts";
import { inForce, newest, type Row } from "../../kernel/act/record.ts";
import { type Question, question, type Refusal, refused } from "../../kernel/refusal.ts";
import { clockDoubt, instant } from "../../kernel/time/index.ts";
import { allSeats, matrixVersions, releasesOf, seatsOf, settingsNow, settingsOf, waiverVersions } from "./needs.ts";
import {
  accounting,
  type bookSettings,
  device,
  type deviceRelease,
  letter,
  type powers,
  type seat,
  type secondWaiver,
  theBook,
} from "./records.ts";
import { judge } from "./rules/judge.ts";
import { asksForTwo, holds, limitsFor, type PowerMatrix } from "./rules/powers.ts";
import { isSaidAfterLoss, releaseOf } from "./rules/quarantine.ts";
import { rolesOn } from "./rules/seats.ts";
import { isWaivedOn } from "./rules/waiver.ts";

const closed = row(accounting, theBook);
const none = always(null);

/** The standing of an act, from the book as it is when the act arrives. */
export const ground: Ground = (body, nature, power) => {
  const { through } = body;
  const asks = {
    settings: settingsNow,
    closed,
    seats: seatsOf(body.by),
    matrix: matrixVersions,
    device: through.way === "device" ? map(rows(device, "key", [through.device]), newest) : none,
    letter: through.way === "letter" ? row(letter, through.letter) : none,
  } satisfies Readonly<Record<string, Need<unknown>>>;
  return andThen(together(asks), (known) => {
    const isSmall = power !== null && known.matrix.some((one) => asksForTwoAt(one, power));
    const lost = (known.device?.lost_at ?? null) === null ? null : known.device; // A telephone's own page has no such column.
    if (!isSmall && lost === null) return always(standingOf(body, nature, power, { ...known, releases: [] }, null));
    const then = {
      small: isSmall ? together({ waiver: waiverVersions, officers: allSeats }) : always(null),
      releases: lost === null ? always([]) : releasesOf(lost.device),
    };
    return map(together(then), ({ small, releases }) => standingOf(body, nature, power, { ...known, releases }, small));
  });
};

type Known = {
  readonly settings: Row<typeof bookSettings> | null;
  readonly closed: Row<typeof accounting> | null;
  readonly seats: Parameters<typeof rolesOn>[0];
  readonly matrix: readonly Row<typeof powers>[];
  readonly device: Row<typeof device> | null;
  readonly letter: Row<typeof letter> | null;
  /** What of a lost device was let in; none of one that is not lost. */
  readonly releases: readonly Row<typeof deviceRelease>[];
};

/** What tells whether the group is too small for two people: read only where two are asked for. */
type Small = { readonly waiver: readonly Row<typeof secondWaiver>[]; readonly officers: readonly Row<typeof seat>[] };

/** Whether a matrix asks anybody for two people at this power. */
const asksForTwoAt = ({ reading, matrix }: Row<typeof powers>, power: string): boolean =>
  reading !== null &&
  Object.values(matrix as PowerMatrix).some((limits) => asksForTwo(limits.filter((one) => one.power === power)));

function standingOf(body: Body, nature: Nature, power: string | null, known: Known, small: Small | null): Standing {
  // The first act of a book cannot stand on seats and powers that it is about to give.
  const opens = known.settings === null && body.kind === "book.open";
  const judges = power !== null && !opens;
  return {
    settings: known.settings === null ? null : settingsOf(known.settings),
    closedUntil: known.closed?.closed_until ?? null,
    unheard: (received) => (opens ? null : unheardOf(body, known, received)),
    lacks: (day) => (judges ? lackOf(body, nature, known, power, day) : null),
    judge: (day, weighed) => (judges ? judgementOf(body, power, known, small, day, weighed) : "alone"),
    doubts: (received) => doubtsOf(body, known, received),
  };
}

/** How far the limits let the speaker go. Matrices of releases before this one are read as they were then: their acts look themselves. */
function judgementOf(
  body: Body,
  power: string,
  known: Known,
  small: Small | null,
  day: string,
  weighed: Weighed,
): Judgement {
  const sheet = inForce(known.matrix, day);
  if (sheet === null || sheet.reading === null) return "alone";
  const matrix = sheet.matrix as PowerMatrix;
  const limits = limitsFor(matrix, rolesOn(known.seats, day), power);
  const isWaived = small !== null && asksForTwo(limits) && isWaivedOn(small.waiver, matrix, small.officers, day);
  return judge(limits, weighed, isWaived, body);
}

/** Why a voice cannot be heard: kept, and tried again once the device is enrolled or the seat is given. */
function unheardOf(body: Body, known: Known, received: string): Refusal | null {
  const { through } = body;
  if (through.way === "device") {
    const { device, sequence, at } = through;
    if (known.device === null) return refused("device.unknown", { device }).refusal;
    const waits = isSaidAfterLoss(body, known.device, received) && releaseOf(body, known.releases) === null;
    return waits
      ? refused("device.quarantined", { device, act: body.id, kind: body.kind, sequence, at }).refusal
      : null;
  }
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
  const roles = rolesOn(known.seats, day);
  return (power === seated && roles.length > 0) || holds(matrix, roles, power)
    ? null
    : refused("power.missing", { power, agent: body.by }).refusal;
}

/** A fact of a device that was revoked may have been said before; one that was released was said after, and somebody knows why. */
function doubtOfRevoked(body: Body, revoked: Row<typeof device>, releases: Known["releases"]): Question {
  const release = releaseOf(body, releases);
  return release === null
    ? question("device.revoked", "manager", body.id, { device: revoked.device })
    : question("device.released", "manager", body.id, { device: revoked.device, reason: release.reason });
}

/** What is doubted about the voice: a revoked device, a clock that cannot be right (limits: `usualClockLimits`). */
function doubtsOf(body: Body, known: Known, received: string): readonly Question[] {
  const found: Question[] = [];
  if (known.device?.state === "revoked") found.push(doubtOfRevoked(body, known.device, known.releases));
  const said = instant(body.through.at);
  const came = instant(received);
  const doubt = said === null || came === null ? "far" : clockDoubt(said, came);
  if (doubt !== null)
    found.push(question("clock.doubted", "manager", body.id, { doubt, at: body.through.at, received }));
  return found;
}
