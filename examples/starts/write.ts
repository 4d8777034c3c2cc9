/** Writes the sheets of this folder: `node --import tsx examples/starts/write.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleSeed } from "../three-quebradas/example.ts";
import { messySheets } from "./sheets.ts";

for (const { name, bytes } of messySheets(exampleSeed)) writeFileSync(join(import.meta.dirname, name), bytes);
