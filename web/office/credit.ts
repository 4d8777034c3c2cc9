/** `/o/BOOK/credit`: who owes, since when, and how much is left? */
import { done } from "../../kernel/refusal.ts";
import { type CreditProps, creditPage as drawCredit } from "../../rooms/finance/pages/credit.tsx";
import { listingOf, listPageOf, shown } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { debtMoney, type OpenDebt } from "./debts.ts";
import { exportsOf } from "./exports.ts";
import { moneyOf, rowsOf, sumOf } from "./read.ts";

type Sum = Readonly<Record<"kind" | "currency" | "found" | "people" | "principal_owed", string>>;

/** The list of open advances and credits. */
export const creditPage: BookPage = { path: "/o/:book/credit", place: "credit", open: creditAt };

/** What each word of the address narrows it to. */
const narrowed = (show: string, today: string): Readonly<Record<string, string>> => {
  if (show === "advance" || show === "credit") return { kind: show };
  return show === "late" ? { overdueOn: today } : {};
};

async function creditAt(at: PageAt) {
  const { q, skip } = listingOf(at.request);
  const show = ["advance", "credit", "late"].find((one) => one === at.words.get("show")) ?? "";
  const asked = { ...narrowed(show, at.today), ...(q === "" ? {} : { q }) };
  const found = await at.ask("debts.open", { ...asked, limit: shown, skip });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly OpenDebt[];
  const sums = (await rowsOf<Sum>(at, "debts.sums", asked)) ?? [];
  const total = sumOf(sums.map((one) => one.found));
  const props: CreditProps = {
    ...listPageOf(at.request, skip, rows.length, BigInt(skip + rows.length) < total),
    frame: at.frame("credit"),
    book: at.book,
    q,
    show,
    people: `${total}`,
    owed: owedIn(sums, at),
    found: `${total}`,
    rows: rows.map((row) => rowOf(row, at)),
    action: at.address("credit"),
    doors: [
      ...(at.powers.has("give-advance")
        ? [{ says: at.say("credit.do-advance"), href: at.address("credit/advance"), main: true }]
        : []),
      ...(at.powers.has("grant-credit") ? [{ says: at.say("credit.do-credit"), href: at.address("credit/new") }] : []),
    ],
    exports: exportsOf("debts.open", asked, at),
  };
  return done(drawCredit(props, at.say));
}

/** What is left of all of it, by currency. */
function owedIn(sums: readonly Sum[], { settings }: PageAt): CreditProps["owed"] {
  const currencies = [...new Set(sums.map((one) => one.currency))];
  return currencies.map((currency) =>
    moneyOf(
      settings.currencies,
      currency,
      sumOf(sums.filter((one) => one.currency === currency).map((one) => one.principal_owed)),
    ),
  );
}

const rowOf = (row: OpenDebt, at: PageAt): CreditProps["rows"][number] => ({
  kind: row.kind,
  since: row.since,
  due: row.due,
  purpose: row.purpose,
  rate: row.rate_month,
  memberNumber: row.member_number,
  name: row.name,
  erased: row.erased,
  href: at.may("member.register") ? at.address(`members/${row.agent}`) : null,
  isLate: row.due !== null && row.due < at.today,
  ...debtMoney(row, at.today, at.settings.currencies),
});
