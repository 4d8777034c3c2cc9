/** The API's description as a committed file, so that a change of the interface is seen by whoever reviews it. */
import { join } from "node:path";
import { openApiDocument } from "./openapi.ts";

/** Where the file lies. */
export const openApiFile = join(import.meta.dirname, "..", "openapi.json");

/** Its text. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 1)}\n`;
