import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brokenLinks, unknownCommands } from "./documents.ts";
import { filesUnder, REPOSITORY, type Source } from "./sources.ts";

const read = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");
const documents: readonly Source[] = [
  ...["README.md", "CHANGELOG.md", "ARCHITECTURE.md"].map((path) => ({ path, text: read(path) })),
  ...filesUnder("docs", /\.md$/),
];

test("every link of the documents leads to a file, and to a heading that is there", () => {
  expect(brokenLinks(documents, (path) => existsSync(join(REPOSITORY, path)))).toEqual([]);
});

test("every command that the documents tell to type exists", () => {
  const catalogues = readdirSync(join(REPOSITORY, "languages/en")).filter((name) => /^cli\./.test(name));
  const said = catalogues.flatMap((name) => Object.keys(JSON.parse(read(`languages/en/${name}`)) as object));
  const uses = said.filter((key) => key.startsWith("use."));
  const { scripts } = JSON.parse(read("package.json")) as { scripts: object };
  const commands = uses.map((key) => key.slice("use.".length));
  expect(commands).toContain("verify");
  expect(unknownCommands(documents, commands, Object.keys(scripts))).toEqual([]);
});

test("a link that leads nowhere, a heading that is not there and a command nobody wrote are found", () => {
  const one = {
    path: "docs/one.md",
    text: "# Work & rest\n[a](two.md#rest) [b](#work--rest) [c](../gone.md) [d](https://x.y)",
  };
  const two = { path: "docs/two.md", text: "## Rests\nnpx ayni verify B; npx ayni dance; npm test; npm run sing" };
  const exists = (path: string) => ["docs/one.md", "docs/two.md"].includes(path);
  expect(brokenLinks([one, two], exists)).toEqual([
    "docs/one.md: two.md#rest: no such heading",
    "docs/one.md: ../gone.md leads nowhere",
  ]);
  expect(unknownCommands([two], ["verify"], ["test"])).toEqual([
    "docs/two.md: npx ayni dance",
    "docs/two.md: npm run sing",
  ]);
});
