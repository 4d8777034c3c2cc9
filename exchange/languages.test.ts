import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageFormat } from "messageformat";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const messagesOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(here, `../languages/${language}/import.json`), "utf8"));
/** Said of a whole file, it is a refusal like others and stands with them. */
const OF_FILES = "columns-missing";
const faults = ["cell-count", "not-text", "quote-open"].map((fault) => `row-${fault}`);
const codes = globSync("**/*.ts", { cwd: here })
  .filter((file) => !file.includes(".test."))
  .flatMap((file) => [...readFileSync(join(here, file), "utf8").matchAll(/"import\.([a-z0-9-]+)"/g)])
  .flatMap(([, code]) => (code === undefined || code === OF_FILES ? [] : [code]));

test.each(["es", "en", "pt"])(
  "[exchange.what-to-do] %s has a sentence for each code of an import, and none too many",
  (language) => {
    const messages = messagesOf(language);
    const sentences = Object.keys(messages).filter((key) => !/^(?:column|outcome)\./.test(key));
    expect(new Set(sentences)).toEqual(new Set([...codes, ...faults]));
    for (const [key, source] of Object.entries(messages)) {
      expect(source.trim(), key).not.toBe("");
      const said = new MessageFormat(language, source).format({
        found: "1 kg",
        field: "Bag Weight",
        row: "7",
        columns: "Mill",
      });
      expect(said, key).not.toContain("{");
    }
  },
);
