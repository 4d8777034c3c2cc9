/** How a book begins, and how its settings change. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { type Known, rows } from "../../../kernel/act/need.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { AgentId, SeatId } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { addDays, type Day, dayInZone } from "../../../kernel/time/index.ts";
import { bookSettings, powers, seat, secondWaiver, theBook } from "../records.ts";
import { firstPowers } from "../rules/first-powers.ts";
import {
  asksForTwo,
  checkMatrix,
  isWithoutAmount,
  limitsObeyed,
  type PowerMatrix,
  powerMatrix,
} from "../rules/powers.ts";
import { firstPowersOf010 } from "../rules/released-powers.ts";
import { changedLines, checkSettings, type SettingsSaid, settingsSaid } from "../rules/settings.ts";
import { longestWaiver } from "../rules/waiver.ts";

const settingsVersions = rows(bookSettings, "key", [theBook]);

const settingsRow = (said: SettingsSaid, version: number, today: string) =>
  write(bookSettings, {
    scope: theBook,
    name: said.name,
    country: said.country,
    zone: said.zone,
    currencies: said.currencies,
    organisation: said.organisation,
    form: said.form,
    tax_hold_days: said.taxHoldDays ?? null,
    version,
    from_day: today,
  });

const openSays = z.strictObject({
  settings: settingsSaid,
  founder: z.strictObject({ agent: AgentId, seat: SeatId, account: z.optional(textSchema(80)) }),
  powers: z.optional(powerMatrix),
});

const openNeeds = () => ({ settings: settingsVersions });

type OpenKnown = Known<ReturnType<typeof openNeeds>>;

/** The matrix a book gets when its founders name none, and how limits are read; null as before 0.2.0. */
type Usual = { readonly matrix: PowerMatrix; readonly reading: number | null };

/** What follows from an opening. */
const opening =
  (usual: Usual) =>
  (said: z.infer<typeof openSays>, known: OpenKnown, context: Context): PartsOfFollows | Refused => {
    const { settings, founder } = said;
    const { reading } = usual;
    if (known.settings.length > 0) return refuse(refused("book.already-open", { book: context.book }).refusal);
    const matrix = said.powers ?? usual.matrix;
    const wrongPowers = reading === null ? checkMatrix(matrix, isWithoutAmount) : checkMatrix(matrix);
    const wrong = [...checkSettings(settings), ...wrongPowers];
    if (wrong.length > 0) return refuse(...wrong);
    // Until now the book had no zone, so `today` is UTC's: in the evening of the Americas already tomorrow.
    const today = dayInZone(Date.parse(context.received), settings.zone);
    const first = { version: 1, from_day: today };
    const seatRow = {
      seat: founder.seat,
      agent: founder.agent,
      roles: ["manager"],
      until: null,
      account: founder.account ?? null,
      ...first,
    };
    return {
      records: [
        settingsRow(settings, 1, today),
        write(powers, { scope: theBook, matrix, reading, ...first }),
        write(seat, seatRow),
        ...(reading === null || !asksForTwo(Object.values(matrix).flat()) ? [] : foundersWaiver(founder.agent, today)),
      ],
      tallies: [{ kind: "seats-of-role", key: "manager", change: 1n }],
    };
  };

/** One founder cannot give two signatures: the book begins with the second waived, for as long as a waiver may run. */
const foundersWaiver = (agent: string, today: Day) => {
  const until = addDays(today, longestWaiver);
  const row = { scope: theBook, until, reason: null, waived_by: agent, version: 1, from_day: today };
  return [write(secondWaiver, row)];
};

/**
 * Opens the book: its settings, its form of organisation, its first seat (the founder's, with the role `manager`) and its
 * matrix of powers. A decision; only a book that has no settings can be opened. The register then begins with
 * `organisation.register` and `person.register`. Rules 1 gave the first matrix of release 0.1.0.
 */
export const openBook: ActDeclaration = decision({
  kind: "book.open",
  version: 1,
  rules: 2,
  room: "book",
  power: "settings",
  says: openSays,
  needs: openNeeds,
  follows: opening({ matrix: firstPowers, reading: limitsObeyed }),
  earlier: [{ rules: 1, needs: openNeeds, follows: opening({ matrix: firstPowersOf010, reading: null }) }],
});

/**
 * Says the whole settings anew, in force from today. A decision: a day that is past keeps the settings it had. The grain of a
 * currency's lines never changes once said, since every amount in the book is a whole number of it; that of its cash may.
 */
export const changeSettings: ActDeclaration = decision({
  kind: "book.settings",
  version: 1,
  rules: 1,
  room: "book",
  power: "settings",
  says: z.strictObject({ settings: settingsSaid }),
  needs: () => ({ before: settingsVersions }),
  follows: ({ settings }, { before }, { today }) => {
    const said = before.flatMap((one) => one.currencies as SettingsSaid["currencies"]);
    const wrong = [...checkSettings(settings), ...changedLines(settings, said)];
    return wrong.length > 0 ? refuse(...wrong) : { records: [settingsRow(settings, nextVersion(before), today)] };
  },
});
