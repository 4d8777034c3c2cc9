/** How a book begins, and how its settings change. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { rows } from "../../../kernel/act/need.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { AgentId, SeatId } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { dayInZone } from "../../../kernel/time/index.ts";
import { bookSettings, powers, seat, theBook } from "../records.ts";
import { firstPowers } from "../rules/first-powers.ts";
import { checkMatrix, powerMatrix } from "../rules/powers.ts";
import { changedLines, checkSettings, type SettingsSaid, settingsSaid } from "../rules/settings.ts";

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

/**
 * Opens the book: its settings, its form of organisation, its first seat (the founder's, with the role `manager`) and its
 * matrix of powers. A decision; only a book that has no settings can be opened. The register then begins with
 * `organisation.register` and `person.register`.
 */
export const openBook: ActDeclaration = decision({
  kind: "book.open",
  version: 1,
  rules: 1,
  room: "book",
  power: "settings",
  says: z.strictObject({
    settings: settingsSaid,
    founder: z.strictObject({ agent: AgentId, seat: SeatId, account: z.optional(textSchema(80)) }),
    powers: z.optional(powerMatrix),
  }),
  needs: () => ({ settings: settingsVersions }),
  follows: ({ settings, founder, powers: given }, known, context) => {
    if (known.settings.length > 0) return refuse(refused("book.already-open", { book: context.book }).refusal);
    const matrix = given ?? firstPowers;
    const wrong = [...checkSettings(settings), ...checkMatrix(matrix)];
    if (wrong.length > 0) return refuse(...wrong);
    // Until now the book had no zone, so `today` is UTC's: in the evening of the Americas already tomorrow.
    const today = dayInZone(Date.parse(context.received), settings.zone);
    const first = { version: 1, from_day: today };
    return {
      records: [
        settingsRow(settings, 1, today),
        write(powers, { scope: theBook, matrix, ...first }),
        write(seat, {
          seat: founder.seat,
          agent: founder.agent,
          roles: ["manager"],
          until: null,
          account: founder.account ?? null,
          ...first,
        }),
      ],
      tallies: [{ kind: "seats-of-role", key: "manager", change: 1n }],
    };
  },
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
