/** `/o/BOOK/settlements/ID`: what does this settlement come to, what stands in the way, and whose turn is it? */
import { isUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import type { DeductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import {
  type Deed,
  settlementPage as drawSettlement,
  type SettlementProps,
  type SettlementSums,
  type StatementLineRow,
} from "../../rooms/settlement/pages/settlement.tsx";
import { wordsIn } from "../../rooms/settlement/pages/statement-words.ts";
import { findIn, listingOf, listPageOf } from "../desk/listed.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { addressWith } from "../server/page.ts";
import { moneyAt, type PersonRow, personOf, type Reason, seasonsAt } from "./settling.ts";

/** Up to so many statements the whole is computed whenever the page is opened; beyond, when somebody asks for it. */
const computedAtOnce = 150;

/** What the view `settlement.one` answers. */
type Settlement = Readonly<
  Record<"settlement" | "season" | "title" | "statements" | "deliveries" | "unpaid", string>
> & {
  readonly stages: readonly {
    readonly stage: string;
    readonly day: string;
    readonly name: string | null;
    readonly totals: Readonly<Record<string, string>> | null;
  }[];
};

/** What the view `settlement.totals` answers. */
type Whole = {
  readonly totals: Readonly<Record<string, string>>;
  readonly rounding: string;
  readonly deductions: readonly Readonly<Record<"code" | "to" | "asked" | "taken" | "lines", string>>[];
  readonly wrong: readonly Reason[];
  readonly questions: readonly Reason[];
  readonly changed: boolean;
};

/** What the view `settlement.statements` answers. */
type Line = PersonRow &
  Readonly<Record<"statement" | "agent" | "owed" | "found", string>> &
  Readonly<Record<"number" | "value" | "deducted" | "paid", string | null>> & { readonly deliveries: number };

/** What the view `settlement.preview` answers. */
type Preview = Readonly<Record<"statement" | "value" | "deducted" | "paid", string>> & {
  readonly held: readonly Readonly<Record<"code" | "asked" | "taken" | "by", string>>[];
  readonly wrong: Reason | null;
  readonly questions: readonly Reason[];
};

/** One settlement. */
export const settlementPage: BookPage = {
  path: "/o/:book/settlements/:settlement",
  open: (at) => draw(at, { typed: null, wrong: [] }),
};
/** Review, closing and dropping of it. */
export const settlementForm: BookForm = { path: "/o/:book/settlements/:settlement", post: postSettlement };

async function draw(at: PageAt, filled: SettlementProps["filled"]): Promise<Result<Page>> {
  const settlement = at.parameter("settlement");
  const one = isUuid(settlement) ? await at.ask("settlement.one", { settlement }) : null;
  if (one !== null && !one.ok) return one;
  const found = one?.value.rows[0] as Settlement | undefined;
  if (found === undefined) return refused("settlement.unknown", { settlement });
  const season = (await seasonsAt(at)).find((each) => each.agreement === found.season);
  const stage = found.stages.at(-1)?.stage ?? "drafted";
  const isOpen = stage === "drafted" || stage === "reviewed";
  const asksWhole =
    BigInt(found.statements) <= BigInt(computedAtOnce) || at.words.has("whole") || filled.wrong.length > 0;
  const answer =
    isOpen && asksWhole && at.may("settlement.totals") ? await at.ask("settlement.totals", { settlement }) : null;
  const whole = answer?.ok ? (answer.value.rows[0] as Whole | undefined) : undefined;
  const holding = isOpen && whole !== undefined ? await holdingOf(at, settlement, whole) : [];
  const currency = season?.currency ?? at.settings.currencies[0]?.currency ?? "XXX";
  const plan = (season?.policy as { readonly deductions: DeductionPlan | null } | undefined)?.deductions ?? null;
  const {
    q,
    skip,
    found: lines,
  } = await findIn(at.ask, "settlement.statements", { settlement }, listingOf(at.request));
  if (!lines.ok) return lines;
  const rows = lines.value.rows as readonly Line[];
  const previews = isOpen ? await previewsOf(at, settlement, rows) : new Map<string, Preview>();
  const nameOf = (code: string): string => {
    const named = plan?.deductions.find((each) => each.code === code);
    return named === undefined ? code : wordsIn(named.name, at.say).text;
  };
  const money = (grains: string): string => moneyAt(at, currency, grains);
  const props: SettlementProps = {
    ...listPageOf(at.request, skip, rows.length, lines.value.next !== undefined),
    frame: at.frame("settlements"),
    book: at.book,
    title: found.title,
    season: season?.season ?? "",
    currency,
    stage,
    stages: found.stages,
    statements: found.statements,
    deliveries: found.deliveries,
    unpaid: found.unpaid,
    sums: sumsOf(whole, found, money),
    wholeHref: isOpen && whole === undefined ? addressWith(at.request, { whole: "1" }) : null,
    deductions: (whole?.deductions ?? []).map((each) => ({
      ...each,
      name: nameOf(each.code),
      asked: money(each.asked),
      taken: money(each.taken),
    })),
    wrong: whole?.wrong ?? [],
    questions: whole?.questions ?? [],
    holding,
    questionsHref: at.powers.has("answer-question") ? at.address("questions") : null,
    changed: whole?.changed ?? false,
    deeds: [...leavingOut(at, holding), ...deedsOf(at, stage, whole)],
    filled,
    action: at.address(`settlements/${settlement}`),
    accountingHref:
      ["closed", "paid"].includes(stage) && at.may("ledger.lines")
        ? at.address("ledger/entries", { settlement })
        : null,
    payHref: stage === "closed" && at.powers.has("pay") ? at.address("payments", { settlement }) : null,
    rows: rows.map((row) => lineOf(row, previews.get(row.statement), { at, settlement, money, nameOf, isOpen })),
    found: rows[0]?.found ?? "0",
    q,
  };
  return done(drawSettlement(props, at.say));
}

/** The sums of now, or those that a review or the closing kept. */
function sumsOf(
  whole: Whole | undefined,
  { stages }: Settlement,
  money: (grains: string) => string,
): SettlementSums | null {
  const totals = whole?.totals ?? stages.findLast((one) => one.totals !== null)?.totals ?? null;
  if (totals === null) return null;
  const of = (name: string): string => totals[name] ?? "0";
  return {
    statements: of("statements"),
    deliveries: of("deliveries"),
    value: money(of("value")),
    deducted: money(of("deducted")),
    net: money(of("net")),
    paid: money(of("paid")),
    rounding: money(`${BigInt(of("paid")) - BigInt(of("net"))}`),
  };
}

async function previewsOf(
  at: PageAt,
  settlement: string,
  rows: readonly Line[],
): Promise<ReadonlyMap<string, Preview>> {
  if (rows.length === 0 || !at.may("settlement.preview")) return new Map();
  const answer = await at.ask("settlement.preview", {
    settlement,
    statements: rows.map((row) => row.statement).join(","),
  });
  const found = answer.ok ? (answer.value.rows as readonly Preview[]) : [];
  return new Map(found.map((one) => [one.statement, one]));
}

type Drawing = {
  readonly at: PageAt;
  readonly settlement: string;
  readonly money: (grains: string) => string;
  readonly nameOf: (code: string) => string;
  readonly isOpen: boolean;
};

function lineOf(
  row: Line,
  preview: Preview | undefined,
  { at, settlement, money, nameOf, isOpen }: Drawing,
): StatementLineRow {
  const sums = isOpen ? (preview?.wrong === null ? preview : null) : row;
  const figure = (grains: string | null | undefined): string | null =>
    grains === null || grains === undefined ? null : money(grains);
  const ofPaper = row.number === null ? null : at.address(`statements/${encodeURIComponent(row.number)}`);
  const ofDraft = at.may("statement.preview") ? at.address(`settlements/${settlement}/${row.statement}`) : null;
  return {
    ...personOf(row),
    href: isOpen ? ofDraft : ofPaper,
    number_of_paper: row.number,
    deliveries: `${row.deliveries}`,
    value: figure(sums?.value),
    deducted: figure(sums?.deducted),
    paid: figure(sums?.paid),
    owed: row.number === null ? null : money(row.owed),
    held: (preview?.held ?? []).map(({ code, asked, taken, by }) => ({
      name: nameOf(code),
      left: money(`${BigInt(asked) - BigInt(taken)}`),
      by: by === "nothing-left" || by === "no-consent" ? by : nameOf(by),
    })),
    waits: [...(preview?.wrong == null ? [] : [preview.wrong]), ...(preview?.questions ?? [])],
  };
}

/** What the reader may do with a settlement of a stage. A review takes the totals that stand on the page. */
function deedsOf(at: PageAt, stage: string, whole: Whole | undefined): readonly Deed[] {
  const deeds: Deed[] = [];
  const isOpen = stage === "drafted" || stage === "reviewed";
  const seen = Object.entries(whole?.totals ?? {});
  const isReady = whole !== undefined && whole.wrong.length === 0;
  const again = stage === "reviewed" && whole?.changed === true;
  if ((stage === "drafted" || again) && isReady && at.powers.has("review-settlement"))
    deeds.push({ does: "review", act: at.newAct(), seen });
  if (stage === "reviewed" && !again && at.powers.has("close-settlement"))
    deeds.push({ does: "close", act: at.newAct(), seen: [] });
  if (isOpen && at.powers.has("draft-settlement")) deeds.push({ does: "drop", act: at.newAct(), seen: [] });
  return deeds;
}

/** What the view `settlement.holding` answers. */
type Holding = Reason & { readonly document: string; readonly receipt: string | null; readonly day: string | null };

/** What of an open draft cannot be closed; asked only where something is in the way. */
async function holdingOf(at: PageAt, settlement: string, { wrong, questions }: Whole): Promise<readonly Holding[]> {
  if (wrong.length + questions.length === 0 || !at.may("settlement.holding")) return [];
  const found = await at.ask("settlement.holding", { settlement });
  return found.ok ? (found.value.rows as readonly Holding[]) : [];
}

/** The way on without what is held. */
const leavingOut = (at: PageAt, holding: readonly Holding[]): readonly Deed[] =>
  holding.length === 0 || !at.powers.has("draft-settlement")
    ? []
    : [{ does: "leave-out", act: at.newAct(), seen: holding.map(({ document }) => ["document", document] as const) }];

const acts: Readonly<Record<string, string>> = {
  "leave-out": "settlement.leave-out",
  review: "settlement.review",
  close: "settlement.close",
  drop: "settlement.drop",
};

async function postSettlement(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const settlement = at.parameter("settlement");
  const deed = form.text("do");
  const kind = Object.hasOwn(acts, deed) ? acts[deed] : undefined;
  if (kind === undefined) return draw(at, { typed: null, wrong: [] });
  const seen = Object.fromEntries(
    [...form.typed].flatMap(([name, value]) => (name.startsWith("seen.") ? [[name.slice(5), value]] : [])),
  );
  const documents = form.all("seen.document");
  const said: Readonly<Record<string, unknown>> =
    deed === "review" ? { seen } : deed === "leave-out" ? { documents } : {};
  const spoken = await at.speak(kind, { settlement, ...said });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: withoutFields(spoken.refusals) });
  const told = deed === "leave-out" ? "left-out" : `settlement-${deed}`; // Where it waits for a second signature, the desk tells that instead.
  return done({ goTo: at.address(deed === "drop" ? "settlements" : `settlements/${settlement}`), told });
}

/** The form has no fields of its own to stand beside. */
const withoutFields = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map(({ code, facts }) => ({ code, facts }));
