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

/** The migrations of a folder in order. Refuses `migration.misnamed` and `migration.gap` (numbers run 1, 2, 3 … without a gap or a double). */
export const migrationsIn = (folder: string): Result<readonly Migration[]> => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    const digits = NAME.exec(name)?.[1];
    if (digits === undefined) return refused("migration.misnamed", { name });
    const number = Number.parseInt(digits, 10);
    if (number !== migrations.length + 1) return refused("migration.gap", { name, expected: migrations.length + 1 });
    const text = readFileSync(join(folder, name), "utf8");
    migrations.push({ number, name, text, checksum: createHash("sha256").update(text).digest("hex") });
  }
  return done(migrations);
};
