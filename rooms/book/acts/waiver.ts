/** Waiving the second signature, in a group too small for two people. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { newest, nextVersion, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { addDays, type Day } from "../../../kernel/time/index.ts";
import { allSeats, matrixOn, waiverVersions } from "../needs.ts";
import { secondWaiver, theBook } from "../records.ts";
import { enoughOfficers, longestWaiver, officersOn } from "../rules/waiver.ts";

/**
 * Lets one signature be enough until a day, with the reason, as long as fewer than three people hold an officer's role. A
 * decision. Ends by itself when its day is past or a third officer sits. Refused: `waiver.group-large-enough`,
 * `waiver.until-past`, `waiver.too-long`.
 */
export const waiveSecond: ActDeclaration = decision({
  kind: "powers.waive-second",
  version: 1,
  rules: 1,
  room: "book",
  power: "settings",
  says: z.strictObject({ until: daySchema, reason: textSchema(300) }),
  needs: (_, { today }) => ({ versions: waiverVersions, seats: allSeats, matrix: matrixOn(today) }),
  follows: (said, { versions, seats, matrix }, { by, today }) => {
    const officers = officersOn(matrix, seats, today);
    const latest = addDays(today as Day, longestWaiver);
    const wrong = [];
    if (officers >= enoughOfficers) wrong.push(refused("waiver.group-large-enough", { officers }).refusal);
    if (said.until < today) wrong.push(refused("waiver.until-past", { until: said.until, today }, "until").refusal);
    if (said.until > latest) wrong.push(refused("waiver.too-long", { until: said.until, latest }, "until").refusal);
    if (wrong.length > 0) return refuse(...wrong);
    const row = { scope: theBook, until: said.until, reason: said.reason, waived_by: by };
    return { records: [write(secondWaiver, { ...row, version: nextVersion(versions), from_day: today })] };
  },
});

/** Ends the waiver from now on: two signatures again where the matrix asks for two. A decision. Refused: `waiver.none`. */
export const endWaiver: ActDeclaration = decision({
  kind: "powers.end-waiver",
  version: 1,
  rules: 1,
  room: "book",
  power: "settings",
  says: z.strictObject({ reason: textSchema(300) }),
  needs: () => ({ versions: waiverVersions }),
  follows: (said, { versions }, { by, today }) => {
    const waiver = newest(versions);
    if (waiver === null || waiver.until < today) return refuse(refused("waiver.none").refusal);
    const row = { scope: theBook, until: addDays(today as Day, -1), reason: said.reason, waived_by: by };
    return { records: [write(secondWaiver, { ...row, version: nextVersion(versions), from_day: today })] };
  },
});
