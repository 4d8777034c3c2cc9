/** `/o/BOOK/members`: who are we, and to whom is something owed? */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done } from "../../kernel/refusal.ts";
import { membersPage as drawMembers, type MemberRow, type MembersProps } from "../../rooms/people/pages/members.tsx";
import { anyRow, findIn, listingOf, listPageOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Money } from "../language/sums.ts";
import { exportsOf } from "./exports.ts";
import { moneyOf, rowsOf, seasonBegan } from "./read.ts";

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
  const search = searchOf(at);
  const asked = { ...of, ...Object.fromEntries(Object.entries(search).filter(([, value]) => value !== "")) };
  const { q, skip, found } = await findIn(ask, "members.standing", asked, listingOf(at.request));
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Standing[];
  const totals =
    rows[0] ??
    (await anyRow<Standing>(ask, "members.standing", search.show === "left" || search.show === "others" ? asked : of));
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
    ...search,
    communities: ((await rowsOf<{ community: string }>(at, "members.communities")) ?? []).map((one) => one.community),
    action: at.address("members"),
    newHref: at.powers.has("keep-register") ? at.address("members/new") : null,
    cardsHref: at.may("cards.list") ? at.address("members/cards") : null,
    exports: exportsOf("members.standing", { ...asked, ...(q === "" ? {} : { q }) }, at),
  };
  return done(drawMembers(props, at.say));
}

const shows = ["left", "others", "owed", "owing"];

/** Whom the address asks for; what makes no sense there is as if it were not. */
const searchOf = ({ words }: PageAt): { readonly show: string; readonly community: string } => ({
  show: shows.find((one) => one === words.get("show")) ?? "",
  community: (words.get("community") ?? "").slice(0, 200),
});

type MoneyOf = (currency: string, grains: string) => readonly Money[];

/** What so many line grains of a currency are; none of them is no sum at all. */
const moneyIn =
  (currencies: BookSettings["currencies"]): MoneyOf =>
  (currency, grains) =>
    grains === "0" ? [] : [moneyOf(currencies, currency, grains)];

const memberRow = (row: Standing, currency: string, money: MoneyOf, { address, may }: PageAt): MemberRow => ({
  agent: row.agent,
  number: row.number,
  name: row.name,
  erasedOn: row.erased,
  community: row.community,
  seasonWeight: kilogramsOf(row.grams),
  owed: [...money(currency, row.owed), ...row.others.flatMap((one) => money(one.currency, one.owed))],
  debts: [...money(currency, row.debts), ...row.others.flatMap((one) => money(one.currency, one.debts))],
  href: may("member.register") ? address(`members/${row.agent}`) : null,
});
