/** What acts may ask of pads of pre-printed receipts. */
import { always, andThen, each, map, type Need, row, rows, together } from "../../../kernel/act/need.ts";
import type { Row } from "../../../kernel/act/record.ts";
import { pad, padAccount, padSerial } from "../records.ts";

/** A pad with what is known of its serials, in their order; `over`: somebody said that nothing more will come of it. */
export type PadKnown = {
  readonly pad: Row<typeof pad>;
  readonly serials: readonly Row<typeof padSerial>[];
  readonly over: boolean;
};

const known = (found: Row<typeof pad>): Need<PadKnown> =>
  map(
    together({ serials: rows(padSerial, "byPad", [found.pad]), accounts: rows(padAccount, "byPad", [found.pad]) }),
    ({ serials, accounts }) => ({
      pad: found,
      serials: [...serials].sort((a, b) => a.serial - b.serial),
      over: accounts.some((one) => one.whole),
    }),
  );

/** A pad by its id; null when nobody issued it. */
export const padOf = (id: string) => row(pad, id);

/** A pad with all that is known of its serials; null when nobody issued it. */
export const padKnown = (id: string): Need<PadKnown | null> =>
  andThen(padOf(id), (found) => (found === null ? always(null) : known(found)));

/** What became of one serial; null while nobody has told. */
export const padSerialOf = (id: string, serial: number) => row(padSerial, id, serial.toString());

/** The pads that a point was given, in the order they were. */
export const padsOf = (place: string): Need<readonly PadKnown[]> =>
  andThen(rows(pad, "byPlace", [place]), (found) => each(found.map(known)));

/** The pads of a series, whatever point has them. */
export const padsOfSeries = (series: string) => rows(pad, "bySeries", [series]);
