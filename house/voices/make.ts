/**
 * Makes the recordings of `voices/LANGUAGE/` and `voices/LANGUAGE/statement/` by a machine: `node --import tsx house/voices/make.ts
 * [LANGUAGE …]`. Wants Debian's `espeak-ng` and `opus-tools`; whoever runs Ayni needs neither, since what comes out is kept here. They
 * are there so that something is said at all, and wait to be replaced by the voices of the place (docs/voices.md).
 */
import { join } from "node:path";
import { record, speakers } from "./record.ts";
import { phrasesToRecord } from "./statement-phrases.ts";
import { wordsToRecord } from "./words.ts";

const asked = process.argv.slice(2);
for (const language of asked.length > 0 ? asked : Object.keys(speakers)) {
  const folder = join(import.meta.dirname, "..", "..", "voices", language);
  record(wordsToRecord(language), language, folder);
  record(phrasesToRecord(language), language, join(folder, "statement"));
}
