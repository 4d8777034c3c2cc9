/** Every room there is, gathered: what may be said, asked and kept. Only the edges (web, cli, scenarios, bench) import this. */
import { type ActDeclaration, vocabulary } from "../kernel/act/declaration.ts";
import type { Tools } from "../kernel/act/fold.ts";
import type { RecordDeclaration } from "../kernel/act/record.ts";
import type { ViewDeclaration } from "../kernel/view.ts";
import * as acopio from "./acopio/index.ts";
import * as agreements from "./agreements/index.ts";
import * as book from "./book/index.ts";
import * as finance from "./finance/index.ts";
import * as land from "./land/index.ts";
import * as market from "./market/index.ts";
import * as people from "./people/index.ts";
import * as purchases from "./purchases/index.ts";
import * as settlement from "./settlement/index.ts";

const rooms = [book, people, land, agreements, market, acopio, finance, settlement, purchases];

/** Every act that may be said, with its types forgotten. */
export const allActs: readonly ActDeclaration[] = rooms.flatMap((room) => room.acts);
/** Every view that may be asked. */
export const allViews: readonly ViewDeclaration[] = rooms.flatMap((room) => room.views);
/** Every record a book keeps. */
export const allRecords: readonly RecordDeclaration[] = rooms.flatMap((room) => room.records);

/** What the fold stands on. */
export const tools: Tools = {
  vocabulary: vocabulary(...allActs),
  ground: book.ground,
  asked: book.asked,
  proposed: book.proposed,
};
