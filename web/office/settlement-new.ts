/** `/o/BOOK/settlements/new`: whose hand-overs are settled now, and how are they paid? */
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
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

/** Producers of one page, producers asked for at once, and statements that one act drafts. */
const shown = 50;
const most = 1000;
const together = 400;

/** What is proposed: of a season, up to a day, perhaps of one place. */
type Chosen = { readonly season: SeasonRow; readonly until: string; readonly at: string };

/** The page that begins a settlement. */
export const settlementNewPage: BookPage = { path: "/o/:book/settlements/new", open: openNew };
/** Takes it. */
export const settlementNewForm: BookForm = { path: "/o/:book/settlements/new", post: postNew };

async function openNew(at: PageAt): Promise<Result<Page | GoTo>> {
  const chosen = await chosenIn(at, at.words);
  if (chosen === null) return done({ goTo: at.address("settlements") });
  const first = new URLSearchParams({ title: titleOf(chosen), paidIn: "cash" });
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
  const onPage = new Set(rows.flatMap((row) => [row.agent, ...row.list.map((one) => one.delivery)]));
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
        rows: rows.map(producerOf),
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

const producerOf = (row: Proposed) => ({
  ...personOf({ member_number: row.number, name: row.name, erased: row.erased }),
  agent: row.agent,
  deliveries: row.deliveries,
  kilograms: kilogramsOf(row.grams),
  list: row.list.map(({ grams, ...one }) => ({ ...one, kilograms: kilogramsOf(grams) })),
});

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

type Statement = { readonly statement: string; readonly agent: string; readonly deliveries: readonly string[] };

/** Everything proposed but what is held and what was ticked out: one statement for each producer. */
async function namedBy(at: FormAt, chosen: Chosen): Promise<readonly Statement[]> {
  const out = new Set(at.form.all("out"));
  const statements: Statement[] = [];
  for (let skip = 0; ; skip += most) {
    const found = await at.ask("settlement.proposal", { ...askedOf(chosen), limit: most, skip });
    if (!found.ok) return [];
    const rows = found.value.rows as readonly Proposed[];
    for (const { agent, list } of rows) {
      if (out.has(agent)) continue;
      const deliveries = list.filter((one) => one.held === null && !out.has(one.delivery)).map((one) => one.delivery);
      // A statement names at most two thousand hand-overs; what is over waits for the next settlement.
      if (deliveries.length > 0)
        statements.push({ statement: at.idOf(`statement ${agent}`), agent, deliveries: deliveries.slice(0, 2_000) });
    }
    if (rows.length < most) return statements;
  }
}
