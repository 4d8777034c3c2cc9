/** Writes `web/openapi.json` anew: run by `npm run docs` after the declarations changed. */
import { writeFileSync } from "node:fs";
import { openApiFile, openApiText } from "./openapi-file.ts";

writeFileSync(openApiFile, openApiText());
