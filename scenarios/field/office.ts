/** The office that telephones speak to: the real server over a real PostgreSQL at a socket of its own, and what it holds, counted. */
import { createPublicKey } from "node:crypto";
import { Hono } from "hono";
import { allRecords, tools as allTools, allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import { marta, testBook } from "../../rooms/book/testing.ts";
import { openReader } from "../../store/reader/ask.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { keyIdOf, rawPublicKey } from "../../store/writer/seal.ts";
import type { BuiltApp } from "../../web/field/server/build.ts";
import { receiptSealHolds } from "../../web/field/server/receipt-seal.ts";
import { fieldRoutes } from "../../web/field/server/routes.ts";
import { builtApp } from "../../web/field/testing/built.ts";
import { pointServed, ticketFor } from "../../web/field/testing/point.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { protect } from "../../web/server/headers.ts";
import { type Listening, listen } from "../../web/server/listen.ts";
import type { Served, Serving } from "../../web/testing/served.ts";
import { type Line, openLine } from "./line.ts";

/** The morning of the story, half past six at the point. */
export const morning = Date.parse("2026-09-16T11:30:00Z");

/** The office as a test holds it. */
export type Office = {
  readonly served: Served;
  readonly line: Line;
  /** What the clocks of the story show more than those of this machine, in milliseconds. */
  readonly ahead: number;
  /** The app that is given out; null: the server's own. */
  build: BuiltApp | null;
  /** What a manager's square says. */
  square(): Promise<string>;
  /** The server is gone from the network, and comes back. */
  stop(): Promise<void>;
  goOn(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the office on the story's morning. `app`: another beginning of the app, for tests that speak to its core. */
export async function openOffice(how: { tools?: Serving["tools"]; app?: string } = {}): Promise<Office> {
  const served = await pointServed(how.tools === undefined ? {} : { tools: how.tools });
  const ahead = morning - Date.now();
  Object.defineProperty(served.clock, "now", { get: () => Date.now() + ahead }); // From now on time goes by.
  const build = how.app === undefined ? null : await builtApp(how.app);
  const given = new Hono({ strict: false });
  fieldRoutes(given, readCatalogues, async () => office.build as BuiltApp);
  const app = new Hono({ strict: false });
  app.get("/field/*", async (context, next) => {
    const answer = office.build === null ? null : await given.request(context.req.raw);
    if (answer === null || answer.status === 404) return next();
    const response = new Response(answer.body, answer);
    protect(response.headers);
    return response;
  });
  app.all("*", (context) => served.app.fetch(context.req.raw, context.env));
  const open = async (): Promise<Listening> => {
    const listening = await listen(app, { host: "127.0.0.1", port: 0, orNext: false });
    if (!listening.ok) throw new Error(listening.refusal.code);
    return listening.value;
  };
  let listening = await open();
  const line = await openLine(listening.port);
  const key = keyIdOf(rawPublicKey(createPublicKey(served.services.installation.privateKey))).slice(0, 16);
  const office: Office = {
    ...{ served, line, ahead, build },
    square: async () => `${line.address}/field#e.${await ticketFor(served)}.${key}`,
    stop: async () => {
      line.cut = true;
      await listening.close();
    },
    goOn: async () => {
      listening = await open();
      line.port = listening.port;
      line.cut = false;
    },
    close: async () => {
      await line.close();
      await listening.close();
      await served.close();
    },
  };
  return office;
}

/** What the book holds of a telephone, by the database itself: acts by sequence, and acts that are kept unread. */
export async function inBook(
  { served }: Office,
  device: string,
): Promise<readonly { act: string; sequence: number; where: "book" | "intake" }[]> {
  const { rows } = await served.services.installation.store.connect("keeper").query(
    `with said as (
       select body::json as body, 'book' as place from ayni.act where book_id = $1
       union all
       select (convert_from(i.bytes, 'UTF8')::json ->> 'body')::json, 'intake' from ayni.intake i
        where i.book_id = $1 and i.form = 'act' and not exists (
          select 1 from ayni.intake_understood u where u.book_id = i.book_id and u.number = i.number))
     select body ->> 'id' as act, (body -> 'through' ->> 'sequence')::int as sequence, place as where
       from said where body -> 'through' ->> 'device' = $2 order by 2, 1`,
    [testBook, device],
  );
  return rows;
}

/** Rows of the database that a test counts: `select …` with the book as $1. */
export const rowsOf = async <Row>(
  { served }: Office,
  text: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> =>
  (await served.services.installation.store.connect("keeper").query(text, [testBook, ...values])).rows as Row[];

/** Asks a view of the office as Marta. */
export async function asked(
  office: Office,
  view: string,
  about: object = {},
): Promise<readonly Record<string, unknown>[]> {
  const { store, now } = office.served.services.installation;
  const reader = openReader(store.connect("app"), { views: allViews, standing: lookingOn, now });
  const found = await reader.ask({ book: testBook, seat: marta.seat, agent: marta.agent }, view, { ...about });
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value.rows as Record<string, unknown>[];
}

/** What `ayni verify` finds. */
export async function problemsOf({ served }: Office): Promise<readonly unknown[]> {
  const { store, sealKeys } = served.services.installation;
  const how = { records: allRecords, tools: allTools, sealKeys, sealHolds: receiptSealHolds };
  return (await verifyBook(store.connect("keeper"), testBook, how)).problems;
}
