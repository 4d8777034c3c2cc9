import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

/** One thing the catalogue should not hold: the rule, the table or view, and what in it. */
export type Breach = { readonly rule: string; readonly place: string; readonly what: string | null };

/** `distributable`: what a distributed engine asks of the schema. `wall`: what keeps books and rooms apart. */
export type Check = "distributable" | "wall";

/** The check's SQL: one query whose rows are what is wrong. */
export const queryOf = (check: Check): string => readFileSync(join(import.meta.dirname, `${check}.sql`), "utf8");

/** Everything in the database's catalogue that breaks a rule of the check. */
export const breaches = async (client: pg.Pool | pg.ClientBase, check: Check): Promise<Breach[]> =>
  (await client.query<Breach>(queryOf(check))).rows;
