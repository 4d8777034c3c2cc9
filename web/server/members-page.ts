/** `/o/BOOK/members`: who are we, and to whom is something owed? */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import { decimalText, ratio } from "../../kernel/exact/index.ts";
import { type Amount, amountText, type CurrencyGrain } from "../../kernel/money/index.ts";
import { done, type Result } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import { type MemberRow, type MembersProps, membersPage } from "../../rooms/people/pages/members.tsx";
import type { Ask } from "../../store/reader/ask.ts";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { addressWith } from "./page.ts";

/** Members of one page. */
const shown = 50;

/** What the view `members.standing` answers. */
type Standing = Readonly<
  Record<"agent" | "grams" | "owed" | "debts" | "found" | "members" | "creditors" | "owed_in_all", string>
> &
  Readonly<Record<"number" | "name" | "community" | "erased", string | null>>;

/** What the page needs besides what it asks. */
export type MembersAt = {
  readonly request: Request;
  readonly book: string;
  readonly settings: BookSettings;
  readonly now: number;
  readonly tongues: MembersProps["tongues"];
  readonly say: Say;
};

/** Asks and composes the page. */
export async function membersAt(ask: Ask, at: MembersAt): Promise<Result<Page>> {
  const { searchParams } = new URL(at.request.url);
  const q = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const skip = /^\d{1,6}$/.test(searchParams.get("skip") ?? "")
    ? Number.parseInt(searchParams.get("skip") ?? "0", 10)
    : 0;
  const [grain = { currency: "XXX", line: "1", cash: "1" }] = at.settings.currencies;
  const from = await seasonBegan(ask, at);
  const asked = { currency: grain.currency, from, limit: shown, skip, ...(q === "" ? {} : { q }) };
  const answer = await ask("members.standing", asked);
  if (!answer.ok) return answer;
  const rows = answer.value.rows as readonly Standing[];
  const [first] = rows;
  const money = (grains: string): string => amountText(BigInt(grains) as Amount, grain as CurrencyGrain);
  const papers = await newestPapers(ask, at.book);
  const props: MembersProps = {
    organisation: at.settings.name,
    book: at.book,
    answer: {
      members: first?.members ?? "0",
      creditors: first?.creditors ?? "0",
      owedInAll: money(first?.owed_in_all ?? "0"),
      found: first?.found ?? "0",
      rows: rows.map((row) => memberRow(row, money, papers.get(row.agent) ?? null)),
    },
    q,
    action: `/o/${at.book}/members`,
    previous: skip === 0 ? null : addressWith(at.request, { skip: skip > shown ? `${skip - shown}` : null }),
    next: answer.value.next === undefined ? null : addressWith(at.request, { skip: `${skip + shown}` }),
    from: rows.length === 0 ? "0" : `${skip + 1}`,
    to: `${skip + rows.length}`,
    places: [{ name: at.say("members.title"), href: `/o/${at.book}/members`, here: true }],
    tongues: at.tongues,
  };
  return done(membersPage(props, at.say));
}

/** The newest statement of each agent, among the last few hundred, for readers who may see statements. */
async function newestPapers(ask: Ask, book: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const answer = await ask("statements.list", { limit: 500 });
  for (const { agent, number } of answer.ok ? (answer.value.rows as readonly Record<"agent" | "number", string>[]) : [])
    if (!found.has(agent)) found.set(agent, `/o/${book}/statements/${encodeURIComponent(number)}`);
  return found;
}

const memberRow = (row: Standing, money: (grains: string) => string, href: string | null): MemberRow => ({
  agent: row.agent,
  number: row.number,
  name: row.name,
  erasedOn: row.erased,
  community: row.community,
  seasonWeight: decimalText(ratio(BigInt(row.grams), 1000n)),
  owed: money(row.owed),
  debts: money(row.debts),
  href,
});

/** The first day of the season that began last; without a season, of this year. */
async function seasonBegan(ask: Ask, { now, settings }: MembersAt): Promise<string> {
  const seasons = await ask("seasons.list", { limit: 1 });
  const first = seasons.ok ? seasons.value.rows[0]?.first_day : undefined;
  return typeof first === "string" ? first : `${dayInZone(now, settings.zone).slice(0, 4)}-01-01`;
}
