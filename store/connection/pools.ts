import pg from "pg";
import { type Role, type Server, settingsFor } from "./server.ts";

/** Connections to one database, one small pool for each role, opened when first asked for. */
export type Store = {
  readonly server: Server;
  connect(role: Role): pg.Pool;
  close(): Promise<void>;
};

/** How many connections each role may have at once. Writers wait for a book in line, so few are enough. */
export type PoolSizes = Readonly<Record<Role, number>>;

const SIZES: PoolSizes = { owner: 1, app: 12, keeper: 3 };

/** Opens nothing yet; `close` ends every pool that was used. */
export const openStore = (server: Server, sizes: PoolSizes = SIZES): Store => {
  const pools = new Map<Role, pg.Pool>();
  const connect = (role: Role): pg.Pool => {
    const opened = pools.get(role);
    if (opened !== undefined) return opened;
    const pool = new pg.Pool({ ...settingsFor(server, role), max: sizes[role], idleTimeoutMillis: 30_000 });
    // An idle connection that breaks (the server stopped) is dropped by the pool; the next query meets the error itself.
    pool.on("error", () => undefined);
    // One that breaks while it is lent out, between two queries, would end the whole process: whoever has it meets the error next.
    pool.on("connect", (client) => client.on("error", () => undefined));
    pools.set(role, pool);
    return pool;
  };
  const close = async (): Promise<void> => {
    await Promise.all([...pools.values()].map((pool) => pool.end()));
    pools.clear();
  };
  return { server, connect, close };
};

/**
 * Does the work in one transaction on one connection of the pool: committed when it ends well, rolled back when it throws.
 * A connection whose rollback fails is thrown away.
 */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const answer = await work(client);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};
