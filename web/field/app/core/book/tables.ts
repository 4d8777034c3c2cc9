/** The documents of the book that a telephone knows: what is pulled of any other table is kept and not looked at. */
import type { RecordDeclaration } from "../../../../../kernel/act/record.ts";
import * as acopio from "../../../../../rooms/acopio/records.ts";
import * as agreements from "../../../../../rooms/agreements/records.ts";
import * as book from "../../../../../rooms/book/records.ts";
import * as finance from "../../../../../rooms/finance/records.ts";
import * as land from "../../../../../rooms/land/records.ts";
import * as market from "../../../../../rooms/market/records.ts";
import * as people from "../../../../../rooms/people/records.ts";
import * as settlement from "../../../../../rooms/settlement/records.ts";

const isRecord = (one: unknown): one is RecordDeclaration =>
  typeof one === "object" && one !== null && "table" in one && "shelves" in one;

/** Every record a pull may bring, by its table. */
export const tables: ReadonlyMap<string, RecordDeclaration> = new Map(
  [book, people, land, agreements, market, acopio, finance, settlement]
    .flatMap((room) => Object.values(room) as unknown[])
    .filter(isRecord)
    .map((record) => [record.table, record]),
);
