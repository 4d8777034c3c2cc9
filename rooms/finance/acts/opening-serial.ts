/** The last number of a series of papers that were written before the book. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { tally } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { place } from "../../acopio/said.ts";
import { openingOf } from "../needs.ts";
import { opening } from "../records.ts";
import { isToldAgain, openingFaults } from "../rules/opening.ts";

const says = z.strictObject({
  /** `receipt`: counted for each place; `statement`: counted for each year. */
  papers: z.enum(["receipt", "statement"]),
  /** The place of receipts, or the year of statements ("2026"). */
  of: place,
  /** The last number that was given away: ours go on after it. */
  last: z.string().check(z.regex(/^[1-9][0-9]{0,9}$/)),
  on: daySchema,
});

const keyOf = (said: z.infer<typeof says>): string => `${said.papers}|${said.of}`;

/**
 * States the last number given away, so that the book's own papers go on after it. A decision. The same told again changes
 * nothing. Refused: `opening.told-otherwise`, `opening.day-to-come`, `opening.serial-passed` (the book has given higher ones),
 * `opening.year-unreadable` (statements are counted by year).
 */
export const openSerial: ActDeclaration = decision({
  kind: "opening.serial",
  version: 1,
  rules: 1,
  room: "finance",
  power: "record-opening",
  says,
  needs: (said) => ({ kept: openingOf("serial", keyOf(said)), given: tally("serial", keyOf(said)) }),
  follows: (said, { kept, given }, { act, today }): PartsOfFollows | Refused => {
    if (kept !== null && isToldAgain(kept, said)) return {};
    const wrong = openingFaults(kept, said.on, today);
    const last = BigInt(said.last);
    if (given > last)
      wrong.push(refused("opening.serial-passed", { last: said.last, given: given.toString() }, "last").refusal);
    if (said.papers === "statement" && !/^[0-9]{4}$/.test(said.of))
      wrong.push(refused("opening.year-unreadable", { of: said.of }, "of").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    return {
      records: [write(opening, { kind: "serial", about: keyOf(said), agent: null, on_day: said.on, said, act })],
      tallies: [{ kind: "serial", key: keyOf(said), change: last - given }],
    };
  },
});
