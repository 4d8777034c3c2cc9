/** Imports as the book remembers them: who brought which file, what was chosen, how far it came. */
import type pg from "pg";
import type { StartAccount } from "../../exchange/starts/account.ts";
import type { Choices } from "../../exchange/starts/choices.ts";
import type { StartKind } from "../../exchange/starts/kinds.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { inBook } from "./in-book.ts";

/**
 * How far an import has come. `brought`: the file is here; `trying`, `running`: at work; `tried`: what would happen is known;
 * `done`; `failed`: it stopped, for `account.refusal`, and can go on.
 */
export type Stage = "brought" | "trying" | "tried" | "running" | "done" | "failed";

/** What is known of a trial or an import: its account, or why it stopped; the header it was read with. */
export type Told = {
  readonly account?: StartAccount;
  readonly refusal?: Refusal;
  readonly header?: readonly string[];
  /** Whether the account is of a trial: nothing was said. */
  readonly trial?: boolean;
};

/** One import. Times are ISO instants; `rows` is how many rows are through. */
export type Run = {
  readonly run: string;
  readonly stage: Stage;
  readonly kind: StartKind | null;
  readonly file: string;
  readonly digest: string;
  readonly bytes: string;
  readonly choices: Partial<Choices>;
  readonly told: Told | null;
  readonly rows: string;
  readonly by: string;
  readonly seat: string;
  readonly broughtAt: string;
  readonly changedAt: string;
};

/** What may change of an import. */
export type RunChange = Partial<Pick<Run, "stage" | "kind" | "choices" | "told" | "rows">>;

/** The imports of one book. `now` is the book's clock as an ISO instant. */
export type Runs = {
  add(run: Omit<Run, "stage" | "told" | "rows" | "broughtAt" | "changedAt" | "choices" | "kind">): Promise<void>;
  find(run: string): Promise<Run | null>;
  change(run: string, to: RunChange): Promise<void>;
  /** The newest first. */
  list(most: number): Promise<readonly Run[]>;
  /** The choices kept for a header, of any kind; the last ones kept first. */
  keptFor(fingerprint: string): Promise<readonly Choices[]>;
  keep(fingerprint: string, choices: Choices, by: string): Promise<void>;
};

const columns = `run::text, stage, kind, file_name as file, digest, bytes::text, choices, account as told, rows_read::text as rows,
  brought_by::text as by, seat::text, brought_at as "broughtAt", changed_at as "changedAt"`;

/** Opens the imports of a book over a pool of the role `app`. */
export function runsOf(pool: pg.Pool, book: string, now: () => string): Runs {
  const query = (text: string, values: readonly unknown[]): Promise<readonly unknown[]> =>
    inBook(pool, book, async (client) => (await client.query(text, [...values])).rows);
  return {
    add: async ({ run, file, digest, bytes, by, seat }) => {
      await query(
        `insert into ayni.import_run (book_id, run, stage, file_name, digest, bytes, choices, rows_read, brought_by, seat, brought_at, changed_at)
         values ($1, $2, 'brought', $3, $4, $5, '{}', 0, $6, $7, $8, $8)`,
        [book, run, file, digest, bytes, by, seat, now()],
      );
    },
    find: async (run) =>
      ((await query(`select ${columns} from ayni.import_run where run = $1::uuid`, [run]))[0] ?? null) as Run | null,
    change: async (run, { stage, kind, choices, told, rows }) => {
      await query(
        `update ayni.import_run set stage = coalesce($2, stage), kind = coalesce($3, kind), choices = coalesce($4, choices),
                account = coalesce($5, account), rows_read = coalesce($6, rows_read), changed_at = $7
          where run = $1::uuid`,
        [run, stage, kind, jsonOf(choices), jsonOf(told), rows, now()],
      );
    },
    list: async (most) =>
      (await query(`select ${columns} from ayni.import_run order by brought_at desc, run desc limit $1`, [
        most,
      ])) as readonly Run[],
    keptFor: async (fingerprint) => {
      const text = "select choices from ayni.import_mapping where fingerprint = $1 order by kept_at desc";
      return (await query(text, [fingerprint])).map((row) => (row as { choices: Choices }).choices);
    },
    keep: async (fingerprint, choices, by) => {
      await query(
        `insert into ayni.import_mapping (book_id, kind, fingerprint, choices, kept_by, kept_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (book_id, kind, fingerprint) do update set choices = excluded.choices, kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
        [book, choices.kind, fingerprint, jsonOf(choices), by, now()],
      );
    },
  };
}

const jsonOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);
