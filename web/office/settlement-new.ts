/** `/o/BOOK/settlements/new`: whose hand-overs are settled now, and how are they paid? */
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { addDays, day, theDay } from "../../kernel/time/index.ts";
import type { SeasonPolicy } from "../../rooms/agreements/rules/season-policy.ts";
import { settlementNewPage as drawNew, type SettlementNewProps } from "../../rooms/settlement/pages/settlement-new.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Coded } from "../language/sentence.ts";
import type { Page } from "../render.ts";
import { type PersonRow, personOf, type SeasonRow, seasonsAt } from "./settling.ts";

/** What the view `settlement.proposal` answers. */
type Proposed = Readonly<
  Record<"agent" | "deliveries" | "grams" | "found" | "producers" | "all_deliveries" | "all_grams" | "all_held", string>
> &
  Pick<PersonRow, "name" | "erased"> & {
    readonly number: string | null;
    readonly list: readonly {
      readonly delivery: string;
      readonly receipt: string | null;
      readonly day: string;
      readonly place: string;
      readonly grams: string;
      readonly held: Coded | null;
      readonly late: boolean;
    }[];
  };

/** What the view `corrections.waiting` answers. */
type Waiting = Readonly<Record<"correction" | "number" | "reason" | "agent", string>> &
  PersonRow & { readonly receipt: string | null; readonly happened: string | null; readonly held: Coded | null };

/** Producers of one page, producers asked for at once, and statements that one act drafts. */
const shown = 50;
const most = 1000;
const together = 400;
/**
 * Producers whose hand-overs are tried one by one before they are drafted. Beyond, what cannot be valued is told by the review, and left
 * out there: a draft of a whole region is not kept waiting.
 */
const checkedBefore = 1_000;
/** Hand-overs about which one question to the book asks. */
const askedTogether = 2_000;

/** What is proposed: of a season, up to a day, perhaps of one place. */
type Chosen = { readonly season: SeasonRow; readonly until: string; readonly at: string };

/** The page that begins a settlement. */
export const settlementNewPage: BookPage = { path: "/o/:book/settlements/new", open: openNew };
/** Takes it. */
export const settlementNewForm: BookForm = { path: "/o/:book/settlements/new", post: postNew };

async function openNew(at: PageAt): Promise<Result<Page | GoTo>> {
  const chosen = await chosenIn(at, at.words);
  if (chosen === null) return done({ goTo: at.address("settlements") });
  // The season's policy says in how many days the organisation pays: proposed, and changed as one likes.
  const { paymentDays } = chosen.season.policy as SeasonPolicy;
  const payDay = addDays(theDay(chosen.until), paymentDays);
  const first = new URLSearchParams({ title: titleOf(chosen), paidIn: "cash", payDay });
  return draw(at, chosen, { typed: first, wrong: [] }, 0);
}

async function chosenIn(at: PageAt, words: URLSearchParams): Promise<Chosen | null> {
  const season = (await seasonsAt(at)).find((one) => one.agreement === words.get("season"));
  if (season === undefined) return null;
  const until = day(words.get("until") ?? "") ?? at.today;
  return { season, until, at: (words.get("at") ?? "").trim().slice(0, 64) };
}

const titleOf = ({ season, until }: Chosen): string => `${season.season} · ${until}`;

const askedOf = ({ season, until, at }: Chosen) => ({
  season: season.agreement,
  until,
  ...(at === "" ? {} : { place: at }),
});

type Filled = SettlementNewProps["filled"];

async function draw(at: PageAt, chosen: Chosen, filled: Filled, skip: number): Promise<Result<Page>> {
  const found = await at.ask("settlement.proposal", { ...askedOf(chosen), limit: shown, skip });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly Proposed[];
  const [first] = rows;
  const corrections = await correctionsFor(at, chosen);
  const held = await heldIn(at, chosen, rows);
  const onPage = new Set(rows.flatMap((row) => [row.agent, ...row.list.map((one) => one.delivery)]));
  if (skip === 0) for (const one of corrections) onPage.add(one.correction);
  const elsewhere = (filled.typed?.getAll("out") ?? []).filter((one) => !onPage.has(one));
  const { season, until } = chosen;
  const total = BigInt(first?.found ?? "0");
  const next = BigInt(skip + shown) < total ? `${skip + shown}` : null;
  const words = { season: season.agreement, ...(chosen.at === "" ? {} : { at: chosen.at }), until };
  return done(
    drawNew(
      {
        frame: at.frame("settlements"),
        book: at.book,
        season: { code: season.season, product: season.product },
        answer: {
          producers: first?.producers ?? "0",
          deliveries: first?.all_deliveries ?? "0",
          kilograms: kilogramsOf(first?.all_grams ?? "0"),
          held: first?.all_held ?? "0",
        },
        choose: {
          action: at.address("settlements/new"),
          kept: { season: season.agreement },
          filled: { typed: new URLSearchParams(words), wrong: [] },
        },
        rows: [
          ...rows.map((row) => producerOf(row, held, corrections)),
          // Whom only corrections wait for stand on the first page.
          ...(skip === 0 ? onlyCorrected(corrections, await producersOf(at, chosen)) : []),
        ],
        turn: {
          from: `${skip + 1}`,
          to: `${skip + rows.length}`,
          found: first?.found ?? "0",
          previous: skip === 0 ? null : `${skip > shown ? skip - shown : 0}`,
          next,
        },
        act: filled.typed?.get("act") ?? at.newAct(),
        filled,
        hidden: [
          ["season", season.agreement],
          ["until", until],
          ["at", chosen.at],
          ...elsewhere.map((one) => ["out", one] as const),
        ],
        action: at.address("settlements/new"),
        back: at.address("settlements"),
      },
      at.say,
    ),
  );
}

const producerOf = (row: Proposed, held: Held, corrections: readonly Waiting[]) => ({
  ...personOf({ member_number: row.number, name: row.name, erased: row.erased }),
  agent: row.agent,
  deliveries: row.deliveries,
  kilograms: kilogramsOf(row.grams),
  list: row.list.map(({ grams, ...one }) => ({
    ...one,
    held: one.held ?? held.get(one.delivery) ?? null,
    kilograms: kilogramsOf(grams),
  })),
  corrections: corrections.filter(({ agent }) => agent === row.agent).map(correctionOf),
});

const correctionOf = ({ correction, number, reason, happened, held }: Waiting) => ({
  ...{ correction, number, reason, day: happened, held },
});

/** Producers of whom only corrections wait. */
function onlyCorrected(corrections: readonly Waiting[], others: ReadonlySet<string>) {
  const agents = [...new Set(corrections.map((one) => one.agent))].filter((one) => !others.has(one));
  return agents.map((agent) => {
    const own = corrections.filter((one) => one.agent === agent);
    const [person] = own as [Waiting];
    return {
      ...personOf(person),
      ...{ agent, deliveries: "0", kilograms: "0", list: [], corrections: own.map(correctionOf) },
    };
  });
}

/** Corrections that wait in the season's currency. */
async function correctionsFor(at: PageAt, { season }: Chosen): Promise<readonly Waiting[]> {
  const found = await at.ask("corrections.waiting", { season: season.agreement });
  return found.ok ? (found.value.rows as readonly Waiting[]) : [];
}

/** Everybody whose hand-overs are proposed. */
async function producersOf(at: PageAt, chosen: Chosen): Promise<ReadonlySet<string>> {
  const found = await at.ask("settlement.proposal", { ...askedOf(chosen), limit: most });
  return new Set((found.ok ? (found.value.rows as readonly Proposed[]) : []).map((one) => one.agent));
}

/** Why hand-overs cannot be settled now, by hand-over: what no question asks, and no settlement can value. */
type Held = ReadonlyMap<string, Coded>;

async function heldIn(at: PageAt, { season }: Chosen, rows: readonly Proposed[]): Promise<Held> {
  const ids = rows.flatMap((row) => row.list.filter((one) => one.held === null).map((one) => one.delivery));
  const held = new Map<string, Coded>();
  for (let from = 0; from < ids.length; from += askedTogether) {
    const deliveries = ids.slice(from, from + askedTogether).join(",");
    const found = await at.ask("settlement.held", { season: season.agreement, deliveries });
    for (const { delivery, code, facts } of found.ok
      ? (found.value.rows as readonly (Coded & { delivery: string })[])
      : [])
      held.set(delivery, { code, facts });
  }
  return held;
}

async function postNew(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const chosen = await chosenIn(at, form.typed);
  if (chosen === null) return done({ goTo: at.address("settlements") });
  const turn = form.text("turn");
  if (turn !== "")
    return draw(at, chosen, { typed: form.typed, wrong: [] }, /^\d{1,6}$/.test(turn) ? Number.parseInt(turn, 10) : 0);
  const settlement = at.idOf("settlement");
  const goTo = { goTo: at.address(`settlements/${settlement}`), told: "settlement-drafted" };
  // The same form sent again: what it named is no longer waiting, so the draft it made is looked at first.
  const before = await at.ask("settlement.one", { settlement });
  if (before.ok && before.value.rows.length > 0) return done(goTo);
  const title = form.readText("title");
  const payDay = form.maybeDay("payDay");
  const statements = await namedBy(at, chosen);
  const wrong: Refusal[] = [...form.wrong];
  if (statements.length === 0) wrong.push(refused("settlement.nothing-named").refusal);
  if (title === null || payDay === null || wrong.length > 0) return draw(at, chosen, { typed: form.typed, wrong }, 0);
  const heading = {
    settlement,
    season: chosen.season.agreement,
    title,
    paidIn: form.text("paidIn") === "transfer" ? "transfer" : "cash",
    ...(form.text("place") === "" ? {} : { place: form.text("place") }),
    ...(payDay === undefined ? {} : { payDay }),
  };
  for (let from = 0; from < statements.length; from += together) {
    const said = { ...heading, statements: statements.slice(from, from + together) };
    const spoken = await at.speak("settlement.draft", said);
    if (spoken.outcome === "refused") return draw(at, chosen, { typed: form.typed, wrong: spoken.refusals }, 0);
  }
  return done(goTo);
}

type Statement = {
  readonly statement: string;
  readonly agent: string;
  readonly deliveries: readonly string[];
  readonly corrections?: readonly string[];
};

/** Everything proposed but what is held and what was ticked out: one statement for each producer. */
async function namedBy(at: FormAt, chosen: Chosen): Promise<readonly Statement[]> {
  const out = new Set(at.form.all("out"));
  const statements: Statement[] = [];
  const waiting = (await correctionsFor(at, chosen)).filter(
    ({ held, correction, agent }) => held === null && !out.has(correction) && !out.has(agent),
  );
  const named = (agent: string, deliveries: readonly string[]): Statement => {
    const corrections = waiting.filter((one) => one.agent === agent).map((one) => one.correction);
    const statement = { statement: at.idOf(`statement ${agent}`), agent, deliveries };
    return corrections.length === 0 ? statement : { ...statement, corrections };
  };
  for (let skip = 0; ; skip += most) {
    const found = await at.ask("settlement.proposal", { ...askedOf(chosen), limit: most, skip });
    if (!found.ok) return [];
    const rows = found.value.rows as readonly Proposed[];
    const held = skip < checkedBefore ? await heldIn(at, chosen, rows) : new Map<string, Coded>();
    for (const { agent, list } of rows) {
      if (out.has(agent)) continue;
      const deliveries = list
        .filter((one) => one.held === null && !held.has(one.delivery) && !out.has(one.delivery))
        .map((one) => one.delivery);
      // A statement names at most two thousand hand-overs; what is over waits for the next settlement.
      if (deliveries.length > 0) statements.push(named(agent, deliveries.slice(0, 2_000)));
    }
    if (rows.length < most) break;
  }
  const others = new Set(statements.map((one) => one.agent));
  const alone = [...new Set(waiting.map((one) => one.agent))].filter((one) => !others.has(one));
  return [...statements, ...alone.map((agent) => named(agent, []))];
}
