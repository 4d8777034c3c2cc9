/**
 * The one door for reading: a declared view, asked by somebody, behind the wall of one book. Everything read in one visit is
 * read in one transaction, so a page's figures agree with each other.
 */
import type pg from "pg";
import type { BookSettings } from "../../kernel/act/declaration.ts";
import type { Need } from "../../kernel/act/need.ts";
import { isUuid } from "../../kernel/ids.ts";
import { assert, done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import type { AnswerRow, ViewAt, ViewDeclaration } from "../../kernel/view.ts";
import type { Client } from "../writer/rows.ts";
import { type Access, accessOf, writeAccesses } from "./accesses.ts";
import { answerNeed } from "./need.ts";

/** Who asks: an agent on a seat of a book. */
export type Asker = { readonly book: string; readonly seat: string; readonly agent: string };

/** What was asked, as plain values; the view's own schema reads them. */
export type Asked = Readonly<Record<string, unknown>>;

/** Rows of an answer, and what to add to the question for the rows after them; absent when these are the last. */
export type Answer = { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly next?: Asked };

/** Asks one view within a visit. Refusals: `view.unknown`, `view.not-yours`, `view.asked-wrongly` (field, problem). */
export type Ask = (name: string, asked?: Asked) => Promise<Result<Answer>>;

/** Whether the asker may ask a view, told without asking it: a page leads only where its reader may go. */
export type May = (name: string, asked?: Asked) => boolean;

/** What is at hand while one reads: the views, what one may ask, how one stands, and whose book it is. */
export type Visit = AskerStanding & { readonly ask: Ask; readonly may: May };

/** Reads books for those who may see them. */
export type Reader = {
  readonly views: readonly ViewDeclaration[];
  /**
   * Reads in one transaction; refused with `session.seat-ended` when the asker's seat is not in force, and `view.too-slow`.
   * Whoever sits in a book may know whose it is: its settings come along.
   */
  visit<T>(asker: Asker, work: (visit: Visit) => Promise<Result<T>>): Promise<Result<T>>;
  /** A view that everybody may ask, of any book; rows of none are no rows. */
  askPublic(book: string, name: string, asked?: Asked): Promise<Result<Answer>>;
  /** One view by itself. */
  ask(asker: Asker, name: string, asked?: Asked): Promise<Result<Answer>>;
};

/** How an asker stands in a book now: roles and powers over all seats. */
export type AskerStanding = {
  readonly roles: readonly string[];
  readonly powers: ReadonlySet<string>;
  readonly settings: BookSettings;
};

/** What a reader stands on: the views there are, and how an asker stands (from the room `book`; null: not at all). */
export type ReaderTools = {
  readonly views: readonly ViewDeclaration[];
  readonly standing: (asker: Asker, now: number) => Need<AskerStanding | null>;
  readonly now: () => number;
};

/** Longest time one statement may take, in milliseconds. */
const longestStatement = 15_000;
/**
 * A page's question is answered by one process: many people ask at once, helpers are started anew for each, and without them
 * PostgreSQL compares two indexes in their order instead of hashing both. Measured: half the time over 200 000 hand-overs.
 */
const alone = "set local max_parallel_workers_per_gather = 0; set local jit = off";
/** PostgreSQL's code for a statement that was stopped. */
const STOPPED = "57014";

/** Opens the reader over a pool of the role `app`: the wall holds for views too. */
export function openReader(pool: pg.Pool, tools: ReaderTools): Reader {
  const byName = new Map(tools.views.map((view) => [view.name, view]));
  const visit: Reader["visit"] = (asker, work) =>
    reading(pool, asker.book, async (client) => {
      const standing = await answerNeed(client, asker.book, tools.standing(asker, tools.now()));
      if (standing === null) return refused("session.seat-ended", { seat: asker.seat });
      const { powers } = standing;
      const may: May = (name, asked = {}) => {
        const named = byName.get(name);
        return named !== undefined && mayAsk(named, asker, powers, asked);
      };
      const { settings } = standing;
      const at = { book: asker.book, settings, today: dayInZone(tools.now(), settings.zone) };
      const looks: Access[] = [];
      const ask: Ask = async (name, asked = {}) => {
        const named = byName.get(name);
        const answer = await askOne(client, named, name, asker, powers, asked, at);
        const look = answer.ok && named !== undefined ? accessOf(named, asker, asked, answer.value.rows.length) : null;
        if (look !== null) looks.push(look);
        return answer;
      };
      const seen = await work({ ...standing, ask, may });
      if (looks.length === 0) return seen;
      await client.query("rollback");
      await writeAccesses(client, asker, tools.now(), looks);
      return seen;
    });
  const askPublic: Reader["askPublic"] = async (book, name, asked = {}) => {
    const view = byName.get(name);
    if (view?.everybody !== true) return refused("view.unknown", { view: name });
    return reading(pool, book, (client) => answered(client, view, asked, null));
  };
  return {
    views: tools.views,
    visit,
    askPublic,
    ask: (asker, name, asked) => visit(asker, ({ ask }) => ask(name, asked)),
  };
}

/** Reads one book in one transaction, behind its wall. Refused with `view.too-slow` when a statement takes too long. */
async function reading<T>(
  pool: pg.Pool,
  book: string,
  work: (client: pg.PoolClient) => Promise<Result<T>>,
): Promise<Result<T>> {
  assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(
      `begin transaction isolation level repeatable read read only; set local ayni.book = '${book}'; set local statement_timeout = ${longestStatement}; ${alone}`,
    );
    return await work(client);
  } catch (error) {
    if ((error as { code?: unknown }).code === STOPPED) return refused("view.too-slow");
    throw error;
  } finally {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    client.release(broken);
  }
}

async function askOne(
  client: Client,
  view: ViewDeclaration | undefined,
  name: string,
  asker: Asker,
  held: ReadonlySet<string>,
  asked: Asked,
  at: ViewAt,
): Promise<Result<Answer>> {
  if (view === undefined) return refused("view.unknown", { view: name });
  if (!mayAsk(view, asker, held, asked)) return refused("view.not-yours", { view: name });
  return answered(client, view, asked, at);
}

/** Answers a view that may be asked. `at` is null where nobody in particular asks: of what everybody may. */
async function answered(
  client: Client,
  view: ViewDeclaration,
  asked: Asked,
  at: ViewAt | null,
): Promise<Result<Answer>> {
  const unknown = unknownField(view, asked);
  if (unknown !== null) return { ok: false, refusal: unknown };
  const read = view.asks.safeParse(asked);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = issue?.path.map(String).join(".") ?? "";
    return refused("view.asked-wrongly", { field, problem: issue?.code ?? "" }, field);
  }
  const rows = await rowsOf(client, view, read.data as never, at);
  // A row that does not fit its own declaration is our mistake, and is told as one: parse throws.
  const answer = rows.map((row) => view.answer.parse(row) as Readonly<Record<string, unknown>>);
  const next = nextPage(view, read.data as Asked, answer);
  return done(next === null ? { rows: answer } : { rows: answer, next });
}

/** The rows of an answer: of one statement, or computed from what the acts' own needs find. */
async function rowsOf(
  client: Client,
  view: ViewDeclaration,
  asked: never,
  at: ViewAt | null,
): Promise<readonly AnswerRow[]> {
  if (view.computed !== undefined && at !== null) return answerNeed(client, at.book, view.computed(asked, at));
  assert(view.sql !== undefined, `a view has a way to be answered: ${view.name}`);
  if (view.wholeBook) await client.query("set local enable_nestloop = off");
  const { rows } = await client.query(view.sql(asked) as { text: string; values: unknown[] });
  if (view.wholeBook) await client.query("set local enable_nestloop = on");
  return rows as readonly AnswerRow[];
}

/** A power that the view names, or being the one it is about. */
const mayAsk = (view: ViewDeclaration, asker: Asker, held: ReadonlySet<string>, asked: Asked): boolean =>
  view.everybody === true ||
  view.askers.some((power) => held.has(power)) ||
  (view.self !== undefined && asked[view.self] === asker.agent);

/** A field that the view does not know would be ignored in silence: a filter misspelt must not answer everything. */
function unknownField(view: ViewDeclaration, asked: Asked): Refusal | null {
  const known = (view.asks as { def?: { shape?: Record<string, unknown> } }).def?.shape ?? {};
  const field = Object.keys(asked).find((one) => !Object.hasOwn(known, one));
  return field === undefined ? null : refused("view.asked-wrongly", { field, problem: "unknown" }, field).refusal;
}

function nextPage(view: ViewDeclaration, asked: Asked, rows: Answer["rows"]): Asked | null {
  const last = rows.at(-1);
  if (last === undefined || typeof asked.limit !== "number" || rows.length < asked.limit) return null;
  if (view.pagedBy !== undefined) return { after: last[view.pagedBy] };
  return typeof asked.skip === "number" ? { skip: asked.skip + asked.limit } : null;
}
