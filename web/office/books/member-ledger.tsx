/**
 * `/o/BOOK/ledger/member/AGENT` and `/o/BOOK/me/ledger`: what was booked between us, line by line, and how did we stand after each? One
 * page for the office and for the person, to read, to print and to take along.
 */
import type { ComponentChildren } from "preact";
import type { ExportTable } from "../../../exchange/export/table.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { day } from "../../../kernel/time/index.ts";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import { DayField } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { wordOr } from "../../language/names.ts";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { amountOf, countedOf, withoutSign } from "../ledger-amount.ts";
import { tableResponse } from "./files.ts";
import { booksPage } from "./frame.tsx";
import { documentName } from "./lines-table.tsx";

type Row = Readonly<
  Record<"booked" | "happened" | "because" | "account" | "commodity" | "amount" | "balance", string>
> &
  Readonly<Record<"document" | "document_number", string | null>>;

/** One account of a person, with its lines in order and what it comes to. */
type Account = {
  readonly account: string;
  readonly commodity: string;
  readonly rows: readonly Row[];
  readonly closing: string;
};

/** Whose it is, for the reader: in the office anybody's, among one's own pages one's own. */
type Whose = { readonly agent: string; readonly own: boolean };

/** In the office. */
export const memberLedgerPage: BookPage = {
  path: "/o/:book/ledger/member/:agent",
  open: (at) => drawn(at, { agent: at.parameter("agent"), own: false }),
};
/** Among one's own pages. */
export const ownLedgerPage: BookPage = {
  path: "/o/:book/me/ledger",
  open: (at) => drawn(at, { agent: at.session.agent, own: true }),
};
/** The same as files. */
export const memberLedgerFile: BookPage = {
  path: "/o/:book/ledger/member/:agent/:file",
  open: (at) => fileAt(at, { agent: at.parameter("agent"), own: false }),
};
export const ownLedgerFile: BookPage = {
  path: "/o/:book/me/ledger/:file",
  open: (at) => fileAt(at, { agent: at.session.agent, own: true }),
};

const untilAsked = (at: PageAt): string => day(at.words.get("until") ?? "") ?? at.today;

async function accountsOf(at: PageAt, agent: string): Promise<Result<readonly Account[]>> {
  if (!isUuid(agent)) return refused("view.asked-wrongly", { field: "agent", problem: "format" });
  const rows: Row[] = [];
  for (let after: unknown = "0.0.0"; after !== undefined; ) {
    const found = await at.ask("ledger.member", { agent, until: untilAsked(at), after, limit: 2_000 });
    if (!found.ok) return found;
    rows.push(...(found.value.rows as readonly Row[]));
    after = found.value.next?.after;
  }
  const keys = [...new Set(rows.map((row) => `${row.commodity}|${row.account}`))].sort();
  return done(
    keys.map((key) => {
      const own = rows.filter((row) => `${row.commodity}|${row.account}` === key);
      const [commodity = "", account = ""] = key.split("|");
      return { account, commodity, rows: own, closing: own.at(-1)?.balance ?? "0" };
    }),
  );
}

/** The person's name, as far as the reader may know it. */
async function nameOf(at: PageAt, { agent, own }: Whose): Promise<string> {
  const found = own ? await at.ask("own.standing", { agent }) : await at.ask("ledger.person", { agent });
  const name = found.ok ? found.value.rows[0]?.name : null;
  return typeof name === "string" ? name : at.say("members.name-unknown");
}

async function drawn(at: PageAt, whose: Whose): Promise<Result<Page>> {
  const accounts = await accountsOf(at, whose.agent);
  if (!accounts.ok) return accounts;
  const { say } = at;
  const name = await nameOf(at, whose);
  const until = untilAsked(at);
  const path = whose.own ? "me/ledger" : `ledger/member/${whose.agent}`;
  const file = (ending: string): string => at.address(`${path}/account.${ending}`, { until });
  return done(
    booksPage(at, {
      here: null,
      place: whose.own ? "my-statements" : "ledger",
      title: say("books.member-ledger"),
      children: (
        <>
          <h1 class="speak">{say(whose.own ? "books.own-account" : "books.account-of", { name, until })}</h1>
          <p class="soft">{say("books.account-why")}</p>
          <Filter action={at.address(path)} narrowed={at.words.has("until")}>
            <DayField
              name="until"
              label={say("ledger.until")}
              filled={{ typed: new URLSearchParams({ until }), wrong: [] }}
            />
          </Filter>
          {accounts.value.length === 0 ? <Notice state="none" title={say("ledger.nothing-booked")} /> : null}
          {accounts.value.map((account) => (
            <One account={account} say={say} />
          ))}
          <p class="moves">
            <a class="quiet" href={file("xlsx")}>
              {say("books.as-workbook")}
            </a>
            <a class="quiet" href={file("csv")}>
              {say("books.as-sheet")}
            </a>
          </p>
          <p class="small soft">{say("books.print-hint")}</p>
        </>
      ),
    }),
  );
}

/** How an account stands, in words: plus is what the person owes, minus what they are owed or what is theirs. */
const standing = (amount: string, commodity: string, say: Say): string =>
  say("books.standing", {
    how: amount === "0" ? "even" : amount.startsWith("-") ? "theirs" : "owes",
    amount: withoutSign(amountOf(commodity, amount)),
    unit: countedOf(commodity, say).unit,
  });

function One({ account, say }: { account: Account; say: Say }) {
  const { commodity } = account;
  const counted = countedOf(commodity, say);
  const figure = (of: Row, minus: boolean): ComponentChildren =>
    of.amount.startsWith("-") === minus
      ? say("value.figure", { value: withoutSign(amountOf(commodity, of.amount)) })
      : "";
  const name = accountName(account.account, say);
  return (
    <section>
      <h2>{name}</h2>
      <p>
        <b>{standing(account.closing, commodity, say)}</b>
      </p>
      <Table
        label={name}
        columns={[
          { head: say("ledger.booked") },
          { head: say("ledger.why") },
          { head: say("books.against"), figures: true, unit: counted.unit },
          { head: say("books.in-favour"), figures: true, unit: counted.unit },
          { head: say("books.stands") },
        ]}
        rows={account.rows.map((row) => ({
          name: <span class="nb">{say("value.day", { value: row.booked })}</span>,
          cells: [
            <>
              {wordOr("because", row.because, say)}
              <span class="small soft">
                {" "}
                {documentName({ document: row.document, number: row.document_number }, say)}
              </span>
            </>,
            figure(row, false),
            figure(row, true),
            standing(row.balance, commodity, say),
          ],
        }))}
      />
    </section>
  );
}

async function fileAt(at: PageAt, whose: Whose): Promise<Result<Response>> {
  const [, ending = ""] = /^account\.(csv|xlsx)$/.exec(at.parameter("file")) ?? [];
  if (ending === "") return refused("export.no-such-file", { file: at.parameter("file") });
  const accounts = await accountsOf(at, whose.agent);
  if (!accounts.ok) return accounts;
  return done(await tableResponse(at, tableOf(accounts.value, at.say), `account-${untilAsked(at)}`, ending));
}

function tableOf(accounts: readonly Account[], say: Say): ExportTable {
  const text = (head: string) => ({ head: say(head), kind: "text" as const });
  const number = (head: string) => ({ head: say(head), kind: "number" as const });
  return {
    name: say("books.member-ledger"),
    columns: [
      ...[text("books.our-code"), text("ledger.account"), { head: say("ledger.booked"), kind: "day" as const }],
      ...[text("ledger.why"), text("books.paper-kind"), text("books.number")],
      ...[number("ledger.debit"), number("ledger.credit"), number("ledger.balance"), text("books.unit")],
    ],
    rows: accounts.flatMap(({ account, commodity, rows }) =>
      rows.map((row) => {
        const amount = withoutSign(amountOf(commodity, row.amount));
        const sides = row.amount.startsWith("-") ? ["", amount] : [amount, ""];
        return [
          ...[account, accountName(account, say), row.booked, wordOr("because", row.because, say)],
          ...[row.document === null ? "" : wordOr("books.paper", row.document, say), row.document_number ?? ""],
          ...sides,
          ...[amountOf(commodity, row.balance), countedOf(commodity, say).unit],
        ];
      }),
    ),
  };
}
