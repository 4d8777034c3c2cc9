import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { done, type Result } from "../../kernel/refusal.ts";
import { openStore } from "../connection/pools.ts";
import { startEmbedded } from "../embedded/server.ts";
import { schemaText } from "./catalogue.ts";
import { migrate } from "./run.ts";

/** The committed picture of the schema. Nobody runs it; everybody reads it. */
export const SCHEMA_FILE = fileURLToPath(new URL("../schema.sql", import.meta.url));

/** Writes the picture anew: all migrations on an empty database of their own, then its catalogue. Refuses as they do. */
export const writeSchema = async (): Promise<Result<string>> => {
  const folder = mkdtempSync(join(tmpdir(), "ayni-schema-"));
  chmodSync(folder, 0o711);
  try {
    const embedded = await startEmbedded({ folder: join(folder, "database"), settings: { fsync: "off" } });
    if (!embedded.ok) return embedded;
    const store = openStore(embedded.value.connection);
    try {
      const migrated = await migrate(store);
      if (!migrated.ok) return migrated;
      writeFileSync(SCHEMA_FILE, await schemaText(store.connect("owner")));
      return done(SCHEMA_FILE);
    } finally {
      await store.close();
      await embedded.value.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const written = await writeSchema();
  console.log(written.ok ? written.value : JSON.stringify(written.refusal, null, 2));
  process.exitCode = written.ok ? 0 : 1;
}
