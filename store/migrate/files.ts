import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { done, type Result, refused } from "../../kernel/refusal.ts";

/** One numbered migration: `0007_statements.sql`. Its checksum is SHA-256 of the file's bytes, in hex. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
};

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** `strict`: numbers run 1, 2, 3 …; `loose`: they only grow, for tests while another branch holds a number. */
export type Numbering = "strict" | "loose";

/** The migrations of a folder in order. Refuses `migration.misnamed` and `migration.gap` (a number is missing or there twice). */
export const migrationsIn = (folder: string, numbering: Numbering = "strict"): Result<readonly Migration[]> => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    const digits = NAME.exec(name)?.[1];
    if (digits === undefined) return refused("migration.misnamed", { name });
    const number = Number.parseInt(digits, 10);
    const expected = (migrations.at(-1)?.number ?? 0) + 1;
    if (numbering === "strict" ? number !== expected : number < expected)
      return refused("migration.gap", { name, expected });
    const text = readFileSync(join(folder, name), "utf8");
    migrations.push({ number, name, text, checksum: createHash("sha256").update(text).digest("hex") });
  }
  return done(migrations);
};
