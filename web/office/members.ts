/** `/o/BOOK/members`: who are we, and to whom is something owed? */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { decimalText, ratio } from "../../kernel/exact/index.ts";
import { assert, done } from "../../kernel/refusal.ts";
import { membersPage as drawMembers, type MemberRow, type MembersProps } from "../../rooms/people/pages/members.tsx";
import { anyRow, exactOf, findIn, listingOf, listPageOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Money } from "../language/sums.ts";

/** What the view `members.standing` answers. */
type Standing = Readonly<
  Record<"agent" | "grams" | "owed" | "debts" | "found" | "members" | "creditors" | "owed_in_all", string>
> &
  Readonly<Record<"number" | "name" | "community" | "erased", string | null>> & {
    readonly has_statement: boolean;
    readonly others: readonly Readonly<Record<"currency" | "owed" | "debts", string>>[];
    readonly others_owed_in_all: readonly Readonly<Record<"currency" | "owed", string>>[];
  };

/** The members' list. */
export const membersPage: BookPage = { path: "/o/:book/members", place: "members", open: membersAt };

async function membersAt(at: PageAt) {
  const { ask } = at;
  const [grain = { currency: "XXX", line: "1", cash: "1" }] = at.settings.currencies;
  const from = await seasonBegan(at);
  const of = { currency: grain.currency, from };
  const { q, skip, found } = await findIn(ask, "members.standing", of, listingOf(at.request));
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Standing[];
  const totals = rows[0] ?? (await anyRow<Standing>(ask, "members.standing", of));
  const money = moneyIn(at.settings.currencies);
  const props: MembersProps = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    frame: at.frame("members"),
    book: at.book,
    answer: {
      members: totals?.members ?? "0",
      creditors: totals?.creditors ?? "0",
      owedInAll:
        totals === undefined
          ? []
          : money(grain.currency, totals.owed_in_all).concat(
              totals.others_owed_in_all.flatMap(({ currency, owed }) => money(currency, owed)),
            ),
      found: rows[0]?.found ?? "0",
      rows: rows.map((row) => memberRow(row, grain.currency, money, at)),
    },
    q,
    action: at.address("members"),
  };
  return done(drawMembers(props, at.say));
}

type MoneyOf = (currency: string, grains: string) => readonly Money[];

/** What so many line grains of a currency are; none of them is no sum at all. A currency that was booked stays in the settings. */
const moneyIn =
  (currencies: BookSettings["currencies"]): MoneyOf =>
  (currency, grains) => {
    if (grains === "0") return [];
    const known = currencies.find((one) => one.currency === currency);
    assert(known !== undefined, `the book has the currency it owes in: ${currency}`);
    return [{ exact: exactOf(grains, known.line), currency }];
  };

const memberRow = (row: Standing, currency: string, money: MoneyOf, { address, may }: PageAt): MemberRow => ({
  agent: row.agent,
  number: row.number,
  name: row.name,
  erasedOn: row.erased,
  community: row.community,
  seasonWeight: decimalText(ratio(BigInt(row.grams), 1000n)),
  owed: [...money(currency, row.owed), ...row.others.flatMap((one) => money(one.currency, one.owed))],
  debts: [...money(currency, row.debts), ...row.others.flatMap((one) => money(one.currency, one.debts))],
  href: row.has_statement && may("statements.list") ? address("statements", { agent: row.agent }) : null,
});

/** The first day of the season that began last; without a season, of this year. */
async function seasonBegan({ ask, today }: PageAt): Promise<string> {
  const seasons = await ask("seasons.list", { limit: 1 });
  const first = seasons.ok ? seasons.value.rows[0]?.first_day : undefined;
  return typeof first === "string" ? first : `${today.slice(0, 4)}-01-01`;
}
