/** Which Ayni this is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version in package.json. */
export const ayniVersion: string = (
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8")) as { version: string }
).version;
