import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openApiFile, openApiText } from "../../web/api/openapi-file.ts";
import { REPOSITORY } from "../sources.ts";
import { ERRORS, errorPages } from "./errors.ts";

/** `npm run docs`: writes `web/openapi.json` and the generated pages anew, and removes those that nothing speaks of any more. */
const pages = errorPages();
mkdirSync(join(REPOSITORY, ERRORS), { recursive: true });
for (const name of readdirSync(join(REPOSITORY, ERRORS))) {
  if (!pages.has(`${ERRORS}/${name}`)) rmSync(join(REPOSITORY, ERRORS, name));
}
for (const [path, text] of pages) writeFileSync(join(REPOSITORY, path), text);
console.log(`${pages.size} pages written to ${ERRORS}`);
writeFileSync(openApiFile, openApiText());
