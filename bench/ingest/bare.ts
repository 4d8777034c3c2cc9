/**
 * The yardstick: Node and `pg` with nothing between. The same requests are read, and each hand-over is one bare idempotent insert
 * (or 200 of them one `unnest`): no rights, no signature, no rules, no ledger, no chain.
 */
import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { type Server, settingsFor } from "../../store/connection/server.ts";
import { answerParent } from "../method/child.ts";
import type { Signed } from "./voice.ts";

/** As many connections as there are clients: the yardstick is not held back. */
const CONNECTIONS = 32;

/** Without autovacuum: it would work on these many rows while the next measurement runs. */
const TABLE = `create table hand_over (
  book_id uuid not null, act_id uuid not null, by_agent uuid not null, kind text not null, body text not null, signature text not null,
  says jsonb not null, primary key (book_id, act_id)) with (autovacuum_enabled = false)`;

const ONE = `insert into hand_over values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::jsonb) on conflict do nothing`;
const MANY = `insert into hand_over select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
  on conflict do nothing`;

let pool: pg.Pool | null = null;
let http: HttpServer | null = null;

async function start(server: Server): Promise<number> {
  const opened = new pg.Pool({ ...settingsFor(server, null), max: CONNECTIONS });
  await opened.query(TABLE);
  pool = opened;
  http = createServer((asked, answer) => {
    take(opened, asked).then(
      (text) => answer.writeHead(200, { "content-type": "application/json" }).end(text),
      (error: Error) => answer.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((listening) => http?.listen(0, "127.0.0.1", listening));
  return (http.address() as AddressInfo).port;
}

async function take(opened: pg.Pool, asked: IncomingMessage): Promise<string> {
  const { acts } = JSON.parse(await textOf(asked)) as { readonly acts: readonly Signed[] };
  const rows = acts.map(rowOf);
  if (rows.length === 1) await opened.query({ name: "one", text: ONE, values: rows[0] as unknown[] });
  else await opened.query({ name: "many", text: MANY, values: columnsOf(rows) });
  return JSON.stringify({ answers: rows.map((row) => ({ act: row[1], outcome: "done" })) });
}

function rowOf({ body, signature }: Signed): readonly unknown[] {
  const read = JSON.parse(body) as { book: string; id: string; by: string; kind: string; says: unknown };
  return [read.book, read.id, read.by, read.kind, body, signature, JSON.stringify(read.says)];
}

const columnsOf = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  (rows[0] as readonly unknown[]).map((_, at) => rows.map((row) => row[at]));

async function textOf(asked: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

answerParent(start, async () => {
  http?.closeAllConnections();
  http?.close();
  await pool?.end();
});
