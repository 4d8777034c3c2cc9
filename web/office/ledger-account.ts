/** `/o/BOOK/ledger/account`, `…/entry/POSITION/ORDINAL`, `…/person/AGENT`: what is behind a balance? */
import { isUuid } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
import { isOnTheWayTo } from "../../rooms/acopio/rules/cash.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { addressWith } from "../server/page.ts";
import {
  accountPage as drawAccount,
  entryPage as drawEntry,
  personPage as drawPerson,
  type EntryLine,
} from "./ledger-account-page.tsx";
import { amountOf, countedOf, withoutSign } from "./ledger-amount.ts";

/** What the view `ledger.postings` answers. */
type Posting = Readonly<Record<"booked" | "happened" | "position" | "amount" | "because" | "balance", string>> &
  Readonly<Record<"agent" | "place" | "name", string | null>> & { readonly ordinal: number };

/** One account. */
export const accountPage: BookPage = { path: "/o/:book/ledger/account", open: accountAt };
/** One entry. */
export const entryPage: BookPage = { path: "/o/:book/ledger/entry/:position/:ordinal", open: entryAt };
/** One person's accounts. */
export const personLedgerPage: BookPage = { path: "/o/:book/ledger/person/:agent", open: personAt };

/** A place as it is read: cash on its way to a point lies in no box. */
function placeIn(place: string | null, at: PageAt): string | null {
  const point = place === null ? null : isOnTheWayTo(place);
  return point === null ? place : at.say("ledger.on-the-way", { place: point });
}

async function accountAt(at: PageAt): Promise<Result<Page>> {
  const word = (name: string): string => (at.words.get(name) ?? "").trim();
  const [account, commodity, agent] = [word("account"), word("commodity"), word("agent")];
  const said = {
    from: day(word("from")) ?? "",
    until: day(word("until")) ?? "",
    place: word("place").slice(0, 80),
    after: word("after"),
  };
  const of = isUuid(agent) ? { agent } : {};
  const filters = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
  const found = await at.ask("ledger.postings", { account, commodity, ...of, ...filters });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Posting[];
  const next = (found.value.next as { readonly after?: string } | undefined)?.after;
  const kept = { account, commodity, ...of };
  const props = {
    frame: at.frame("ledger"),
    book: at.book,
    account,
    counted: countedOf(commodity, at.say),
    balance: amountOf(commodity, rows[0]?.balance ?? "0"),
    of: isUuid(agent) ? (rows[0]?.name ?? at.say("members.name-unknown")) : null,
    filter: {
      action: at.address("ledger/account"),
      kept,
      filled: { typed: at.words, wrong: [] },
      narrowed: said.from !== "" || said.until !== "" || said.place !== "",
    },
    rows: rows.map((row) => ({
      booked: row.booked,
      happened: row.happened,
      because: row.because,
      who: row.name,
      place: placeIn(row.place, at),
      amount: amountOf(commodity, row.amount),
      balance: amountOf(commodity, row.balance),
      href: at.address(`ledger/entry/${row.position}/${row.ordinal}`),
    })),
    next: next === undefined ? null : addressWith(at.request, { after: next }),
    first: said.after === "" ? null : addressWith(at.request, { after: null }),
    sheet: at.address("export/ledger.postings.csv", kept),
    back: at.address("ledger"),
  };
  return done(drawAccount(props, at.say));
}

/** What the view `ledger.entry` answers, a row for each posting. */
type EntryRow = Readonly<
  Record<"because" | "happened" | "booked" | "kind" | "account" | "commodity" | "amount", string>
> &
  Readonly<Record<"by_name" | "agent" | "place" | "name" | "reverses_position", string | null>> & {
    readonly reverses_ordinal: number | null;
  };

const lineOf = (
  row: Pick<EntryRow, "account" | "commodity" | "amount" | "agent" | "place" | "name">,
  at: PageAt,
): EntryLine => ({
  account: row.account,
  who: row.name,
  place: placeIn(row.place, at),
  counted: countedOf(row.commodity, at.say),
  figure: withoutSign(amountOf(row.commodity, row.amount)),
  side: row.amount.startsWith("-") ? "credit" : "debit",
  href: at.address("ledger/account", {
    account: row.account,
    commodity: row.commodity,
    ...(row.agent === null ? {} : { agent: row.agent }),
  }),
});

async function entryAt(at: PageAt): Promise<Result<Page>> {
  const [position, ordinal] = [at.parameter("position"), at.parameter("ordinal")];
  if (!/^\d{1,18}$/.test(position) || !/^\d{1,6}$/.test(ordinal)) return refused("ledger.entry-unknown", { position });
  const found = await at.ask("ledger.entry", { position, ordinal: Number.parseInt(ordinal, 10) });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly EntryRow[];
  const [first] = rows;
  if (first === undefined) return refused("ledger.entry-unknown", { position });
  const props = {
    frame: at.frame("ledger"),
    book: at.book,
    because: first.because,
    kind: first.kind,
    by: first.by_name,
    happened: first.happened,
    booked: first.booked,
    reverses:
      first.reverses_position === null
        ? null
        : at.address(`ledger/entry/${first.reverses_position}/${first.reverses_ordinal ?? 0}`),
    lines: rows.map((row) => lineOf(row, at)),
    back: at.address("ledger"),
  };
  return done(drawEntry(props, at.say));
}

async function personAt(at: PageAt): Promise<Result<Page>> {
  const agent = at.parameter("agent");
  if (!isUuid(agent)) return refused("view.asked-wrongly", { field: "agent", problem: "format" });
  const found = await at.ask("ledger.person", { agent });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Readonly<
    Record<"account" | "commodity" | "amount" | "last_day" | "postings", string> & { readonly name: string | null }
  >[];
  const props = {
    frame: at.frame("ledger"),
    book: at.book,
    name: rows[0]?.name ?? null,
    lines: rows.map((row) => ({
      ...lineOf({ ...row, agent, place: null }, at),
      lastDay: row.last_day,
      postings: row.postings,
    })),
    account: at.address(`ledger/member/${agent}`),
    back: at.address("ledger"),
  };
  return done(drawPerson(props, at.say));
}
