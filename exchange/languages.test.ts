import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageFormat } from "messageformat";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const messagesOf = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...["import.json", "import.starts.json"].map((file) =>
      JSON.parse(readFileSync(join(here, `../languages/${language}/${file}`), "utf8")),
    ),
  );
/** Said of a whole file, they are refusals like others and stand with them. */
const OF_FILES = ["columns-missing", "columns-to-choose", "mark-ambiguous", "marks-mixed"];
const faults = ["cell-count", "not-text", "quote-open"].map((fault) => `row-${fault}`);
const codes = globSync("**/*.ts", { cwd: here })
  .filter((file) => !file.includes(".test."))
  .flatMap((file) => [...readFileSync(join(here, file), "utf8").matchAll(/"import\.([a-z0-9-]+)"/g)])
  .flatMap(([, code]) => (code === undefined || OF_FILES.includes(code) ? [] : [code]));

test.each(["es", "en", "pt"])(
  "[exchange.what-to-do] %s has a sentence for each code of an import, and none too many",
  (language) => {
    const messages = messagesOf(language);
    const sentences = Object.keys(messages).filter((key) => !/^(?:column|outcome)\./.test(key));
    expect(new Set(sentences)).toEqual(new Set([...codes, ...faults]));
    for (const [key, source] of Object.entries(messages)) {
      expect(source.trim(), key).not.toBe("");
      const said = new MessageFormat(language, source.replaceAll(" :day", "")).format({
        found: "1 kg",
        field: "Bag Weight",
        row: "7",
        columns: "Mill",
        ...Object.fromEntries([...source.matchAll(/\$(\w+)/g)].map(([, name]) => [name, "x"])),
      });
      expect(said, key).not.toContain("{");
    }
  },
);
