/** What acts of any room may ask of the book itself. */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { always, andThen, each, map, type Need, row, rows, rowsOfEach, together } from "../../kernel/act/need.ts";
import { inForce, newest, type Row } from "../../kernel/act/record.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import {
  asked,
  bookSettings,
  device,
  deviceRelease,
  powers,
  questionAnswer,
  seat,
  secondWaiver,
  theBook,
} from "./records.ts";
import { limitsFor, type PowerLimit, type PowerMatrix } from "./rules/powers.ts";
import { rolesOn, seatsOn } from "./rules/seats.ts";

/** A question that waits for its answer. */
export type OpenQuestion = Row<typeof asked>;

/**
 * All questions about these documents that nobody has answered yet, in the order they were asked. Answers are looked for only
 * where something was asked, since a closing names many documents and few are in doubt.
 */
export function openQuestions(about: readonly string[]): Need<readonly OpenQuestion[]> {
  const documents = [...new Set(about)];
  return andThen(rowsOfEach(asked, "byAbout", documents), (found) => {
    const questions = found.flat();
    const doubted = documents.filter((_, at) => (found[at]?.length ?? 0) > 0);
    return map(rowsOfEach(questionAnswer, "byAbout", doubted), (answers) => {
      const answered = new Set(answers.flat().map((one) => `${one.asked_position}.${one.ordinal}`));
      return questions.filter((one) => !answered.has(`${one.asked_position}.${one.ordinal}`));
    });
  });
}

/** One question by the place where it was asked, with its answer if it has one. */
export const questionAt = (position: string, ordinal: number) =>
  together({
    question: row(asked, position, ordinal.toString()),
    answer: row(questionAnswer, position, ordinal.toString()),
  });

const allSettings = rows(bookSettings, "key", [theBook]);
const allPowersSheets = rows(powers, "key", [theBook]);

/** The newest settings of the book: in force from the day they were said. Null while the book is not open. */
export const settingsNow: Need<Row<typeof bookSettings> | null> = map(allSettings, newest);

/** The matrix of powers in force on a day; empty before the first. */
export const matrixOn = (day: string): Need<PowerMatrix> =>
  map(allPowersSheets, (versions) => (inForce(versions, day)?.matrix ?? {}) as PowerMatrix);

/** All versions of the matrix. */
export const matrixVersions = allPowersSheets;

/** All versions of the waiver of second signatures. */
export const waiverVersions = rows(secondWaiver, "key", [theBook]);

/** All versions of all seats of the book. */
export const allSeats = rows(seat, "all", []);

/** All versions of all seats of an agent. */
export const seatsOf = (agent: string) => rows(seat, "byAgent", [agent]);

/** All versions of one seat. */
export const seatVersions = (id: string) => rows(seat, "key", [id]);

/** All versions of one device; none when it was never enrolled. */
export const deviceVersions = (id: string) => rows(device, "key", [id]);

/** A device as it stands now; null when it was never enrolled. */
export const deviceNow = (id: string): Need<Row<typeof device> | null> => map(deviceVersions(id), newest);

/** All versions of the devices that ever had a series of receipts. */
export const devicesOfSeries = (series: string) => rows(device, "bySeries", [series]);

/** The devices of a place as they stand now, revoked ones too: each once. */
export const devicesOf = (place: string): Need<readonly Row<typeof device>[]> =>
  andThen(rows(device, "byPlace", [place]), (found) =>
    map(each([...new Set(found.map((one) => one.device))].map(deviceNow)), (devices) =>
      devices.filter((one) => one !== null).filter((one) => one.place === place),
    ),
  );

/** What was released of a device. */
export const releasesOf = (id: string) => rows(deviceRelease, "byDevice", [id]);

/** The roles an agent holds on a day. */
export const rolesOf = (agent: string, day: string): Need<readonly string[]> =>
  map(seatsOf(agent), (versions) => rolesOn(versions, day));

/** The limits under which an agent holds a power on a day: empty when not at all. */
export const limitsOf = (agent: string, power: string, day: string): Need<readonly PowerLimit[]> =>
  map(together({ roles: rolesOf(agent, day), matrix: matrixOn(day) }), ({ roles, matrix }) =>
    limitsFor(matrix, roles, power),
  );

/**
 * The limits that an act looks at by itself: those of matrices published before 0.2.0. Later ones are obeyed by every act, in
 * `ground`, and here there are none.
 */
export const limitsReadByAct = (agent: string, power: string, day: string): Need<readonly PowerLimit[]> =>
  andThen(matrixVersions, (versions) =>
    inForce(versions, day)?.reading === null ? limitsOf(agent, power, day) : always([]),
  );

/**
 * How somebody who only looks stands in the book: the roles and powers an agent holds over all its seats, on the book's own day of an
 * instant (milliseconds since 1970), and the settings. Null when the seat it sits on is not in force. Limits are left to the
 * acts that check them: to look, a power is enough.
 */
export const lookingOn = (
  { agent, seat }: { readonly agent: string; readonly seat: string },
  now: number,
): Need<{
  readonly roles: readonly string[];
  readonly powers: ReadonlySet<string>;
  readonly settings: BookSettings;
} | null> =>
  map(together({ settings: settingsNow, seats: seatsOf(agent), matrix: matrixVersions }), (known) => {
    if (known.settings === null) return null;
    const day = dayInZone(now, known.settings.zone);
    const seats = seatsOn(known.seats, day);
    if (!seats.some((one) => one.seat === seat)) return null;
    const matrix = (inForce(known.matrix, day)?.matrix ?? {}) as PowerMatrix;
    const roles = seats.flatMap((one) => one.roles as readonly string[]);
    const powers = Object.keys(matrix)
      .filter((role) => roles.includes(role))
      .flatMap((role) => (matrix[role] ?? []).map((limit) => limit.power));
    return { roles: [...new Set(roles)], powers: new Set(powers), settings: settingsOf(known.settings) };
  });

/** The settings as every rule reads them. */
export const settingsOf = (from: Row<typeof bookSettings>): BookSettings => ({
  name: from.name,
  country: from.country,
  zone: from.zone,
  currencies: from.currencies as BookSettings["currencies"],
  organisation: from.organisation,
});
