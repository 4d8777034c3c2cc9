/** `/o/BOOK/ledger`: what does each account hold, and does it all add up to nothing? */
import { done, type Refusal, type Result } from "../../kernel/refusal.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { waysOfBooks } from "./books/frame.tsx";
import { amountOf, countedOf, withoutSign } from "./ledger-amount.ts";
import { type BalanceGroup, ledgerPage as drawLedger, type LedgerProps } from "./ledger-page.tsx";

/** What the view `ledger.balances` answers. */
type Balance = Readonly<Record<"account" | "commodity" | "amount", string>>;
type Filled = LedgerProps["filter"]["filled"];

/** The page of balances. */
export const ledgerPage: BookPage = { path: "/o/:book/ledger", place: "ledger", open: (at) => draw(at, null) };
/** Closes accounting days. */
export const closeDaysForm: BookForm = { path: "/o/:book/ledger", post: postClose };

async function draw(at: PageAt, close: Filled | null): Promise<Result<Page>> {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.exec(at.words.get("month") ?? "")?.[0];
  const found = await at.ask("ledger.balances", month === undefined ? {} : { until: month });
  if (!found.ok) return found;
  const groups = groupsOf(found.value.rows as readonly Balance[], at);
  const closing = at.may("accounting.closed") ? await at.ask("accounting.closed") : null;
  const last = (closing?.ok ? closing.value.rows[0] : undefined) as
    | { readonly closed_until: string; readonly on_day: string; readonly name: string | null }
    | undefined;
  const journal = new URLSearchParams({ from: `${at.today.slice(0, 7)}-01`, "until-day": at.today });
  const props: LedgerProps = {
    frame: at.frame("ledger"),
    book: at.book,
    groups,
    even: groups.every((one) => one.even),
    filter: { action: at.address("ledger"), filled: { typed: at.words, wrong: [] }, narrowed: month !== undefined },
    closed: last === undefined ? null : { until: last.closed_until, on: last.on_day, name: last.name },
    close: at.powers.has("close-accounting-day")
      ? { act: at.newAct(), filled: close ?? { typed: null, wrong: [] } }
      : null,
    journal: { action: at.address("ledger/journal"), filled: { typed: journal, wrong: [] } },
    sheet: at.address("export/ledger.balances.csv", month === undefined ? {} : { until: month }),
    ways: waysOfBooks(at),
  };
  return done(drawLedger(props, at.say));
}

/** Money first; in each commodity debits are what stands above nothing, credits what stands below. */
function groupsOf(rows: readonly Balance[], at: PageAt): readonly BalanceGroup[] {
  const commodities = [...new Set(rows.map((row) => row.commodity))];
  const order = [
    ...commodities.filter((one) => one.startsWith("money:")),
    ...commodities.filter((one) => !one.startsWith("money:")),
  ];
  return order.map((commodity) => {
    const own = rows.filter((row) => row.commodity === commodity);
    const sum = (sign: 1n | -1n): bigint =>
      own.reduce((all, { amount }) => (BigInt(amount) * sign > 0n ? all + BigInt(amount) * sign : all), 0n);
    const [debits, credits] = [sum(1n), sum(-1n)];
    return {
      counted: countedOf(commodity, at.say),
      rows: own.map(({ account, amount }) => ({
        account,
        figure: withoutSign(amountOf(commodity, amount)),
        side: amount === "0" ? "none" : amount.startsWith("-") ? "credit" : "debit",
        href: at.address("ledger/account", { account, commodity }),
      })),
      debits: amountOf(commodity, `${debits}`),
      credits: amountOf(commodity, `${credits}`),
      even: debits === credits,
    };
  });
}

async function postClose(at: FormAt): Promise<Result<Page | GoTo>> {
  const until = at.form.readDay("until");
  const again = (wrong: readonly Refusal[]) => draw(at, { typed: at.form.typed, wrong });
  if (until === null) return again(at.form.wrong);
  const spoken = await at.speak("accounting-day.close", { until });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address("ledger"), told: "days-closed" });
}
