/** `/o/BOOK/members/MEMBER`: what is there between us and this person? */
import { decimalText, ratio } from "../../kernel/exact/index.ts";
import { isUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Fact, refused } from "../../kernel/refusal.ts";
import { memberPage as drawMember, type MemberProps } from "../../rooms/people/pages/member.tsx";
import { exactOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { sentenceInWords } from "../language/sentence.ts";
import type { Money } from "../language/sums.ts";
import { debtMoney, type OpenDebt } from "./debts.ts";
import { moneyOf, rowsOf } from "./read.ts";

type Text = string | null;
/** What the view `member.register` answers. */
export type Register = Readonly<Record<"agent" | "kind", string>> &
  Readonly<Record<"form" | "name" | "community" | "language" | "erased", Text>> & { readonly version: number | null };
type Masked = Readonly<Record<"identity" | "telephone", Text>>;
/** What the view `member.ties` answers. */
export type Tie = Readonly<Record<"tie" | "kind" | "since" | "other", string>> &
  Readonly<Record<"number" | "until" | "other_name" | "other_erased", Text>> & {
    readonly outward: boolean;
    readonly ours: boolean;
  };
type Account = Readonly<Record<"account" | "currency" | "grains", string>>;
type Season = Readonly<Record<"product" | "deliveries" | "net_g" | "last", string>> & { readonly season: Text };
type Closed = Readonly<Record<"number" | "currency" | "line_grain" | "paid" | "owed" | "closed_on", string>>;
type Plot = {
  readonly name: string;
  readonly area_m2: Text;
  readonly products: readonly string[];
  readonly community: Text;
};
type Asked = { readonly code: string; readonly role: string; readonly facts: Readonly<Record<string, Fact>> };

/** One person, household or organisation. */
export const memberPage: BookPage = { path: "/o/:book/members/:member", open: memberAt };

async function memberAt(at: PageAt) {
  const found = await registerOf(at);
  if (found === null) return refused("person.none-such", { member: at.parameter("member") });
  const { agent } = found;
  const ties = (await rowsOf<Tie>(at, "member.ties", { agent })) ?? [];
  const [masked] = (await rowsOf<Masked>(at, "member.one", { agent })) ?? [];
  const membership = ties.find((one) => one.ours && one.kind === "membership" && one.until === null);
  const accounts = await rowsOf<Account>(at, "member.accounts", { agent });
  const agreements = await rowsOf<{ kind: string; since: string; product: Text }>(at, "member.agreements", { agent });
  const asked = (await rowsOf<Asked>(at, "member.questions", { agent })) ?? [];
  const props: MemberProps = {
    frame: at.frame("members"),
    book: at.book,
    who: {
      name: found.name,
      erased: found.erased,
      kind: found.kind,
      isMember: membership !== undefined,
      number: membership?.number ?? ties.find((one) => one.ours)?.number ?? null,
    },
    about: {
      community: found.community,
      language: found.language,
      form: found.form,
      identity: masked?.identity ?? null,
      telephone: masked?.telephone ?? null,
    },
    personalHref: at.powers.has("see-personal") ? at.address(`members/${agent}/personal`) : null,
    ...moneyBetween(accounts, at),
    debts: await debtsOf(agent, at),
    seasons: await seasonsOf(agent, at),
    deliveriesHref: at.may("deliveries.found") ? at.address("deliveries", { member: agent }) : null,
    statements: await statementsOf(agent, at),
    statementsHref: at.may("statements.list") ? at.address("statements", { agent }) : null,
    ties: ties.map((one) => tieRow(one, agent, at)),
    plots: await plotsOf(agent, at),
    agreements,
    asked: asked.map((one) => ({ sentence: sentenceInWords(one, at.say), role: one.role })),
    doors: doorsOf(found, membership, at),
  };
  return done(drawMember(props, at.say));
}

/** Whom the address names; null when the register has nobody of that id, or is not the reader's to see. */
export async function registerOf(at: PageAt): Promise<Register | null> {
  const agent = at.parameter("member");
  if (!isUuid(agent)) return null;
  return (await rowsOf<Register>(at, "member.register", { agent }))?.[0] ?? null;
}

/** Accounts that say what is owed to somebody, what they owe, and what is theirs with us. Postings of what is owed are below zero. */
const owing = ["advances", "credit-principal"];
const theirs = ["share-capital", "savings"];

function moneyBetween(
  accounts: readonly Account[] | null,
  { settings }: PageAt,
): Pick<MemberProps, "owed" | "owing" | "own"> {
  if (accounts === null) return { owed: null, owing: null, own: [] };
  const money = (one: { currency: string; grains: string | bigint }) =>
    moneyOf(settings.currencies, one.currency, one.grains);
  const turned = (one: Account) => money({ currency: one.currency, grains: -BigInt(one.grains) });
  const debts = new Map<string, bigint>();
  for (const { account, currency, grains } of accounts)
    if (owing.includes(account)) debts.set(currency, (debts.get(currency) ?? 0n) + BigInt(grains));
  const positive = (sum: Money) => !sum.exact.startsWith("-") && sum.exact !== "0";
  return {
    owed: accounts
      .filter((one) => one.account === "owed-to-producers")
      .map(turned)
      .filter(positive),
    owing: [...debts].filter(([, grains]) => grains > 0n).map(([currency, grains]) => money({ currency, grains })),
    own: accounts
      .filter((one) => theirs.includes(one.account))
      .map((one) => ({ account: one.account, money: turned(one) })),
  };
}

async function debtsOf(agent: string, at: PageAt): Promise<MemberProps["debts"]> {
  const debts = await rowsOf<OpenDebt>(at, "debts.open", { agent });
  return (
    debts?.map((one) => ({
      kind: one.kind,
      since: one.since,
      due: one.due,
      purpose: one.purpose,
      rate: one.rate_month,
      ...debtMoney(one, at.today, at.settings.currencies),
    })) ?? null
  );
}

async function seasonsOf(agent: string, at: PageAt): Promise<MemberProps["seasons"]> {
  const seasons = await rowsOf<Season>(at, "member.seasons", { agent });
  return seasons?.map(({ net_g, ...one }) => ({ ...one, kilos: kilogramsOf(net_g) })) ?? null;
}

async function statementsOf(agent: string, at: PageAt): Promise<MemberProps["statements"]> {
  const closed = await rowsOf<Closed>(at, "statements.list", { agent, limit: 5 });
  const money = (grains: string, { currency, line_grain }: Closed) => ({
    exact: exactOf(grains, line_grain),
    currency,
  });
  return (
    closed?.map((one) => ({
      number: one.number,
      on: one.closed_on,
      toPay: money(one.paid, one),
      owed: money(one.owed, one),
      href: at.address(`statements/${encodeURIComponent(one.number)}`),
    })) ?? null
  );
}

async function plotsOf(agent: string, at: PageAt): Promise<MemberProps["plots"]> {
  const plots = await rowsOf<Plot>(at, "plots.of-agent", { agent });
  return (
    plots?.map(({ name, area_m2, products, community }) => ({
      name,
      products,
      community,
      area: area_m2 === null ? null : decimalText(ratio(BigInt(area_m2), 10_000n)),
    })) ?? null
  );
}

const tieRow = (one: Tie, agent: string, { address, powers }: PageAt): MemberProps["ties"][number] => ({
  kind: one.kind,
  number: one.number,
  since: one.since,
  until: one.until,
  outward: one.outward,
  ours: one.ours,
  otherName: one.other_name,
  otherErased: one.other_erased,
  otherHref: one.ours ? null : address(`members/${one.other}`),
  endHref:
    one.until === null && powers.has("keep-register") ? address(`members/${agent}/ties/end`, { tie: one.tie }) : null,
});

function doorsOf({ agent, erased, kind }: Register, membership: Tie | undefined, { say, address, powers }: PageAt) {
  const here = (path: string) => address(`members/${agent}/${path}`);
  const keeps = powers.has("keep-register") && erased === null;
  return [
    ...(powers.has("receive")
      ? [{ says: say("today.type-delivery"), href: address("deliveries/new", { member: agent }), main: true }]
      : []),
    ...(keeps
      ? [
          { says: say("member.do-correct"), href: here("correct") },
          { says: say(membership === undefined ? "member.do-join" : "member.do-tie"), href: here("ties/new") },
          { says: say("member.do-plot"), href: here("plots/new") },
        ]
      : []),
    ...(powers.has("pay") && erased === null ? [{ says: say("member.do-account"), href: here("account") }] : []),
    ...(keeps && kind === "person" ? [{ says: say("member.do-died"), href: here("died") }] : []),
    ...(powers.has("give-advance")
      ? [{ says: say("credit.do-advance"), href: address("credit/advance", { member: agent }) }]
      : []),
    ...(powers.has("grant-credit")
      ? [{ says: say("credit.do-credit"), href: address("credit/new", { member: agent }) }]
      : []),
  ];
}
