import pg from "pg";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { ROLE_NAMES, type Server } from "../connection/server.ts";

type Wanted = { readonly name: string; readonly attributes: string };

const WANTED: readonly Wanted[] = [
  { name: ROLE_NAMES.owner, attributes: "nobypassrls" },
  { name: ROLE_NAMES.app, attributes: "nobypassrls" },
  { name: ROLE_NAMES.keeper, attributes: "bypassrls" },
];

/**
 * Makes the three roles and the database of an embedded server when they are missing, and gives the roles the folder's password.
 * Run as its superuser, connected to another database.
 */
export const ensureDatabase = async (client: pg.Client, server: Server): Promise<Result<void>> => {
  const password = pg.escapeLiteral(server.password);
  for (const { name, attributes } of WANTED) {
    const isNew = !(await exists(client, "select 1 from pg_roles where rolname = $1", name));
    await client.query(`${isNew ? "create" : "alter"} role ${name} login ${attributes} password ${password}`);
  }
  if (!(await exists(client, "select 1 from pg_database where datname = $1", server.database))) {
    await client.query(`create database ${pg.escapeIdentifier(server.database)} owner ${ROLE_NAMES.owner}`);
  }
  return done(undefined);
};

/**
 * Sees to the three roles on a server of someone else's: makes them if our user may, and lets our user take them. Refuses
 * `database.too-old` (before PostgreSQL 15) and `database.roles-missing`, whose fact `sql` is what an administrator must run.
 */
export const ensureRoles = async (client: pg.Client): Promise<Result<void>> => {
  const version = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  const { number = "0", name: found = "" } = version.rows[0] ?? {};
  if (Number.parseInt(number, 10) < 150_000) return refused("database.too-old", { found, needed: "15" });
  const steps = await missingSteps(client);
  try {
    for (const step of steps) await client.query(step);
  } catch (error) {
    return refused("database.roles-missing", {
      sql: steps.map((step) => `${step};`).join("\n"),
      reason: (error as Error).message,
    });
  }
  return done(undefined);
};

/** The SQL that is still to be run so that our user can work as the three roles; empty when all is in place. */
const missingSteps = async (client: pg.Client): Promise<string[]> => {
  const here = await client.query<{ user: string; database: string }>(
    "select current_user as user, current_database() as database",
  );
  const user = pg.escapeIdentifier(here.rows[0]?.user ?? "");
  const database = pg.escapeIdentifier(here.rows[0]?.database ?? "");
  const steps: string[] = [];
  for (const { name, attributes } of WANTED) {
    const role = await client.query<{ bypass: boolean; ours: boolean }>(
      "select rolbypassrls as bypass, pg_has_role(current_user, oid, 'member') as ours from pg_roles where rolname = $1",
      [name],
    );
    const [found] = role.rows;
    if (found === undefined) steps.push(`create role ${name} nologin ${attributes}`);
    else if (found.bypass !== (attributes === "bypassrls")) steps.push(`alter role ${name} ${attributes}`);
    if (found === undefined || !found.ours) steps.push(`grant ${name} to ${user}`);
  }
  const mayCreate =
    "select 1 from pg_roles where rolname = $1 and has_database_privilege(oid, current_database(), 'create') and has_schema_privilege(oid, 'public', 'create')";
  if (!(await exists(client, mayCreate, ROLE_NAMES.owner))) {
    steps.push(
      `grant create on database ${database} to ${ROLE_NAMES.owner}`,
      `grant create, usage on schema public to ${ROLE_NAMES.owner}`,
    );
  }
  return steps;
};

const exists = async (client: pg.Client, query: string, name: string): Promise<boolean> => {
  const found = await client.query(query, [name]);
  return found.rowCount !== null && found.rowCount > 0;
};
