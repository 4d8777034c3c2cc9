/** A community adds a language as CONTRIBUTING.md tells: a folder, its name in itself, and as many messages as it has. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { plainSay } from "../server/language.ts";
import { tonguesOf } from "../server/page.ts";
import { languagesFolder, readCatalogues } from "./catalogues.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-languages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a language with two messages is offered by its own name, speaks them, and turns to Spanish for the rest", () => {
  cpSync(languagesFolder, folder, { recursive: true });
  mkdirSync(join(folder, "qu"));
  writeFileSync(join(folder, "qu", "pages.json"), '{"language":"Runasimi","members.title":"Masikuna"}');
  const catalogues = readCatalogues(folder);
  const offered = tonguesOf(new Request("http://127.0.0.1/"), catalogues).map(({ name }) => name);
  expect(offered).toContain("Runasimi");
  const say = plainSay(catalogues, "qu");
  expect(say("members.title")).toBe("Masikuna");
  expect(say("place.today")).toBe("Hoy");
});
