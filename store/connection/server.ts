import pg from "pg";
import { parse } from "pg-connection-string";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { types } from "./types.ts";

/** The three roles: `owner` migrates, `app` works behind the wall, `keeper` exports, restores and verifies all books. */
export type Role = "owner" | "app" | "keeper";

/** The roles' names in the database. */
export const ROLE_NAMES = { owner: "ayni_owner", app: "ayni_app", keeper: "ayni_keeper" } as const;

/**
 * A PostgreSQL database and how to enter it. `roles` says how a role is taken: "login" = each role signs in with the password
 * (our embedded server); "set" = we sign in as `user` and then `set role` (a server of someone else's).
 */
export type Server = {
  /** A host name, or the directory of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly roles: "login" | "set";
  readonly ssl?: pg.ConnectionConfig["ssl"];
};

/** The server named by a `DATABASE_URL`. Refuses `database.url-unreadable` when it is not one. */
export const serverFromUrl = (url: string): Result<Server> => {
  if (!/^postgres(ql)?:\/\//.test(url)) return refused("database.url-unreadable");
  const read = parse(url);
  const user = read.user ?? process.env.PGUSER ?? process.env.USER ?? "postgres";
  const server: Server = {
    host: read.host ?? "localhost",
    port: Number.parseInt(read.port ?? "5432", 10),
    database: read.database ?? user,
    user,
    password: read.password ?? process.env.PGPASSWORD ?? "",
    roles: "set",
  };
  return done(read.ssl === undefined ? server : { ...server, ssl: read.ssl as NonNullable<Server["ssl"]> });
};

/** What `pg` needs to sign in: as a role, or (null) as the server's own user. */
export const settingsFor = (server: Server, role: Role | null): pg.ClientConfig => {
  const { host, port, database, password } = server;
  const signsIn = role !== null && server.roles === "login";
  return {
    host,
    port,
    database,
    password,
    user: signsIn ? ROLE_NAMES[role] : server.user,
    application_name: `ayni ${role ?? "setup"}`,
    types,
    options: optionsFor(server, role),
    ...(server.ssl === undefined ? {} : { ssl: server.ssl }),
  };
};

/** The keeper works with `row_security = off`: a policy that would hide a row from a backup becomes an error, never a silent gap. */
const optionsFor = (server: Server, role: Role | null): string => {
  const all: Record<string, string> = { TimeZone: "UTC", DateStyle: "ISO", IntervalStyle: "iso_8601" };
  if (role !== null && server.roles === "set") all.role = ROLE_NAMES[role];
  if (role === "keeper") all.row_security = "off";
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
};

/** One connection as the server's own user, for set-up; closed when the work ends. */
export const openServer = async <T>(server: Server, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(settingsFor(server, null));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
