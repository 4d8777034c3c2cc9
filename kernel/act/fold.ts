/**
 * The fold: acts in order, each reading the page and laying on it what follows, so the next act sees it. Pure: the same code
 * runs in the writer, in `verify` and on the phone.
 */
import { derivedUuid } from "../ids.ts";
import { imbalances } from "../ledger/entry.ts";
import { assert, type Question, question, type Refusal } from "../refusal.ts";
import { dayInZone } from "../time/index.ts";
import type { Context, Vocabulary } from "./declaration.ts";
import type { Body } from "./envelope.ts";
import { type Follows, filled, isRefused, type PartsOfFollows } from "./follows.ts";
import type { Ground, Judgement, Standing, Weighed } from "./ground.ts";
import type { Heard } from "./heard.ts";
import { issuedRows } from "./issued.ts";
import { type Need, type Read, together } from "./need.ts";
import type { Page } from "./page.ts";
import { inKeyOrder, type Written } from "./record.ts";

/** How an act came out. A refusal is kept and shown; a question waits for a role. */
export type Outcome =
  | { readonly outcome: "done" }
  | { readonly outcome: "done with a question"; readonly questions: readonly Question[] }
  /** Not carried out yet: it waits until `until` (a day) for the signature of another person. */
  | { readonly outcome: "proposed"; readonly until: string; readonly questions: readonly Question[] }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };

/** One act in its place in the book, with all that followed. */
export type Folded = {
  readonly heard: Heard;
  readonly position: bigint;
  readonly cause: string | null;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly follows: Follows;
};

/**
 * What the fold stands on. `asked` makes the rows of an act's questions; they are among its records like any other, so that the
 * next act finds the question open and the writer keeps it.
 */
export type Tools = {
  readonly vocabulary: Vocabulary;
  readonly ground: Ground;
  readonly asked: (position: bigint, questions: readonly Question[]) => readonly Written[];
  /** Keeps a decision that waits for a second signature, and until which day. */
  readonly proposed: (heard: Heard, weighed: Weighed, context: Context) => Proposed;
};

/** The rows that keep a proposal, and its last day. */
export type Proposed = { readonly until: string; readonly records: readonly Written[] };

/** The result of folding one act: its row and those of the acts it caused, or why it waits, or why it is kept unread. */
export type FoldResult =
  | { readonly folded: readonly Folded[] }
  | { readonly missing: readonly Read[] }
  | { readonly kept: Refusal };

const nothing = filled({});

/** What an act misses on the page; `next`: to be asked once that is there, since it may miss other things then. */
export type Surveyed = { readonly missing: readonly Read[]; readonly next: ((page: Page) => Surveyed) | null };

const nothingMissing: Surveyed = { missing: [], next: null };

/** Which reads an act needs that are not on the page yet. None when it can be folded. */
export function survey(page: Page, heard: Heard, tools: Tools, position: bigint): Surveyed {
  const { nature, power } = heard.declaration;
  const standing = tools.ground(heard.body, nature, power).tryOn(page);
  if ("missing" in standing)
    return { missing: standing.missing, next: (later) => survey(later, heard, tools, position) };
  if (heard.misread.length > 0) return nothingMissing;
  const context = contextOf(heard, standing.known, position, null);
  return surveyNeed(page, together(heard.declaration.needs(heard.said as never, context)));
}

/** What was found once is not asked again: only what it leads to. */
function surveyNeed(page: Page, need: Need<unknown>): Surveyed {
  const tried = need.tryOn(page);
  if ("known" in tried) return nothingMissing;
  return { missing: tried.missing, next: tried.more ? (later) => surveyNeed(later, tried.rest ?? need) : null };
}

/**
 * Folds one act at a position. When it throws, what it laid on the page is taken back and the error goes on to the caller,
 * who keeps the bytes and carries on with the next act.
 */
export function foldOne(page: Page, heard: Heard, position: bigint, tools: Tools): FoldResult {
  const mark = page.mark();
  try {
    const result = foldCaused(page, heard, position, tools, null);
    if ("missing" in result || "kept" in result) page.backTo(mark);
    return result;
  } catch (error) {
    page.backTo(mark);
    throw error;
  }
}

function foldCaused(page: Page, heard: Heard, position: bigint, tools: Tools, cause: Folded | null): FoldResult {
  const { declaration, body } = heard;
  const judges = cause === null || cause.heard.declaration.signsFor === true;
  const asked = tools.ground(body, declaration.nature, judges ? declaration.power : null).tryOn(page);
  if ("missing" in asked) return asked;
  const standing = asked.known;
  const unheard = standing.unheard(heard.received);
  if (unheard !== null) return { kept: unheard };
  const context = contextOf(heard, standing, position, cause);
  const place = { heard, position, cause: cause?.heard.body.id ?? null, context };
  if (heard.misread.length > 0) {
    if (declaration.nature === "fact") return { kept: heard.misread[0] as Refusal };
    return refusedAt(place, heard.misread);
  }
  const lacking = judges ? standing.lacks(context.today) : null;
  if (lacking !== null && declaration.nature === "decision") return refusedAt(place, [lacking]);
  const needs = together(declaration.needs(heard.said as never, context)).tryOn(page);
  if ("missing" in needs) return needs;
  const weighed = judges ? (declaration.weighs?.(heard.said as never, needs.known as never, context) ?? {}) : {};
  const judged = judges && lacking === null ? standing.judge(context.today, weighed) : "alone";
  if (typeof judged === "object" && declaration.nature === "decision") return refusedAt(place, [judged.not]);
  const followed = declaration.follows(heard.said as never, needs.known as never, context);
  if (isRefused(followed)) {
    assert(declaration.nature === "decision", `a fact is never refused: ${body.kind}`);
    return refusedAt(place, followed.refused);
  }
  const doubts = cause === null ? doubtsOf(standing, lacking, judged, heard) : [];
  const waits = cause === null && judged === "with a second" && declaration.nature === "decision";
  if (waits) return layProposed(page, tools, place, followed, weighed, doubts);
  return layWithCaused(page, tools, place, followed, doubts);
}

type Place = Omit<Folded, "outcome" | "follows">;

const refusedAt = (place: Place, refusals: readonly Refusal[]): FoldResult => ({
  folded: [{ ...place, outcome: { outcome: "refused", refusals }, follows: nothing }],
});

/**
 * A decision of one where two must sign: tried to the end, so that what cannot be is refused now and not at the signing; then
 * all of it is taken back, and only the proposal is laid.
 */
function layProposed(
  page: Page,
  tools: Tools,
  place: Place,
  parts: PartsOfFollows,
  weighed: Weighed,
  doubts: readonly Question[],
): FoldResult {
  const before = page.mark();
  const tried = layWithCaused(page, tools, place, parts, []);
  page.backTo(before);
  if (!("folded" in tried) || tried.folded[0]?.outcome.outcome === "refused") return tried;
  const { until, records } = tools.proposed(place.heard, weighed, place.context);
  const laid = layWithCaused(page, tools, place, { records }, doubts);
  if (!("folded" in laid)) return laid;
  const [own] = laid.folded as [Folded];
  return { folded: [{ ...own, outcome: { outcome: "proposed", until, questions: own.follows.questions } }] };
}

function layWithCaused(
  page: Page,
  tools: Tools,
  place: Place,
  parts: PartsOfFollows,
  doubts: readonly Question[],
): FoldResult {
  const before = page.mark();
  const questions = [...(parts.questions ?? []), ...doubts];
  const records = inKeyOrder([...(parts.records ?? []), ...tools.asked(place.position, questions)]);
  const follows = filled({ ...parts, questions, records });
  for (const entry of follows.entries)
    assert(imbalances(entry).size === 0, `entry ${entry.because} of ${place.heard.body.kind} does not sum to zero`);
  for (const one of follows.records) page.lay(one);
  for (const one of issuedRows(follows.papers)) page.lay(one);
  for (const change of follows.tallies) page.change(change);
  const self: Folded = { ...place, outcome: outcomeOf(follows), follows };
  const folded: Folded[] = [self];
  const caused = follows.also.map((also, order) =>
    causedBy(self, also.kind, also.version, also.says, order, tools.vocabulary),
  );
  for (const heard of caused) {
    const next = foldCaused(page, heard, place.position + BigInt(folded.length), tools, self);
    if ("missing" in next) return { missing: [...next.missing, ...missingOfAll(page, caused, tools, self)] };
    if ("kept" in next) return next;
    const own = next.folded[0] as Folded;
    if (own.outcome.outcome === "refused") {
      // A consequence that is refused refuses its cause: nothing is half-applied.
      assert(place.heard.declaration.nature === "decision", `a consequence of a fact was refused: ${heard.body.kind}`);
      page.backTo(before);
      return { folded: [{ ...place, outcome: own.outcome, follows: nothing }] };
    }
    for (const one of next.folded) folded.push(one);
  }
  return { folded };
}

/**
 * What these caused acts together miss: asked at once when the first of them misses anything, since every miss folds the cause
 * again, and a closing causes thousands.
 */
function missingOfAll(page: Page, caused: readonly Heard[], tools: Tools, cause: Folded): readonly Read[] {
  return caused.flatMap((heard, order) => {
    const { nature, power } = heard.declaration;
    const standing = tools.ground(heard.body, nature, cause.heard.declaration.signsFor ? power : null).tryOn(page);
    if ("missing" in standing) return standing.missing;
    const context = contextOf(heard, standing.known, cause.position + BigInt(order + 1), cause);
    const needs = together(heard.declaration.needs(heard.said as never, context)).tryOn(page);
    return "missing" in needs ? needs.missing : [];
  });
}

const outcomeOf = (follows: Follows): Outcome =>
  follows.questions.length === 0
    ? { outcome: "done" }
    : { outcome: "done with a question", questions: follows.questions };

/** A fact said without the power, beyond its limits, by one where two must sign, or by a doubted voice, is kept and asks. */
function doubtsOf(
  standing: Standing,
  lacking: Refusal | null,
  judged: Judgement,
  { body, declaration, received }: Heard,
): readonly Question[] {
  const found = [...standing.doubts(received)];
  if (lacking !== null) found.push({ code: "act.without-power", to: "manager", about: body.id, facts: lacking.facts });
  if (declaration.nature === "decision") return found;
  const facts = { power: declaration.power, agent: body.by };
  if (judged === "with a second") found.push(question("act.second-missing", "manager", body.id, facts));
  else if (typeof judged === "object") found.push(judged.doubt);
  return found;
}

function contextOf(heard: Heard, standing: Standing, position: bigint, cause: Folded | null): Context {
  const zone = standing.settings?.zone ?? "UTC";
  return {
    book: heard.body.book,
    settings: standing.settings,
    act: heard.body.id,
    position,
    by: heard.body.by,
    through: cause === null ? heard.body.through : { way: "cause", cause: cause.heard.body.id },
    ...(cause === null && heard.body.relied !== undefined ? { relied: heard.body.relied } : {}),
    received: heard.received,
    today: dayInZone(Date.parse(heard.received), zone),
    closedUntil: standing.closedUntil,
  };
}

/** The act that another causes: its id follows from the cause's, its body is the book's own words. */
function causedBy(
  cause: Folded,
  kind: string,
  version: number,
  says: unknown,
  order: number,
  vocabulary: Vocabulary,
): Heard {
  const declaration = vocabulary.find(kind, version);
  assert(declaration !== null, `an act may only cause acts that are declared: ${kind}@${version}`);
  const id = derivedUuid(`${cause.heard.body.id}:${order}`);
  const body: Body = { ...cause.heard.body, id, kind, version, says };
  const text = JSON.stringify({ id, book: body.book, kind, version, by: body.by, cause: cause.heard.body.id, says });
  const read = declaration.says.safeParse(says);
  assert(read.success, `a caused act must be well said: ${kind}@${version}`);
  const { received } = cause.heard;
  return { text, signature: null, beside: [], received, body, declaration, said: read.data, misread: [] };
}
