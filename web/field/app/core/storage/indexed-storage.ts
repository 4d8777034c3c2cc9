/**
 * The storage of a real telephone: IndexedDB, durable before it answers. Browsers drop the connection when memory is short or the
 * storage is cleared under a page; it is opened again, and a stroke that was cut off is whole or not there.
 */
import { type IDBPDatabase, openDB } from "idb";
import {
  type Change,
  type Expected,
  type Storage,
  StorageAway,
  StorageFull,
  type StoreKey,
  stands,
  storeNames,
} from "./storage.ts";

/** The one database of a telephone. */
export const databaseName = "ayni-field";
/** 2: the store `laid` came. */
const version = 2;

/** Opens the storage. Throws `StorageAway` where the browser gives none. */
export async function openIndexedStorage(name = databaseName): Promise<Storage> {
  let open: Promise<IDBPDatabase> | null = null;
  const forget = (): void => {
    open = null;
  };
  const connect = (): Promise<IDBPDatabase> => {
    open ??= openDatabase(name, forget).catch((error: unknown) => {
      forget();
      throw known(error);
    });
    return open;
  };
  await connect();
  return {
    read: (store, key) => reading(connect, forget, (database) => database.get(store, key)),
    list: (store, from, to) => reading(connect, forget, (database) => database.getAll(store, between(from, to))),
    count: (store) => reading(connect, forget, (database) => database.count(store)),
    keys: (store) =>
      reading(connect, forget, async (database) => (await database.getAllKeys(store)) as (string | number)[]),
    commit: async (changes, expected = []) => {
      const begun = await begin(connect, forget, changes, expected);
      return stroke(begun, changes, expected);
    },
    close: () => void open?.then((database) => database.close()),
  };
}

/** The keys from one to another, both included. */
function between(from: StoreKey | undefined, to: StoreKey | undefined): IDBKeyRange | undefined {
  if (from === undefined) return to === undefined ? undefined : IDBKeyRange.upperBound(to);
  return to === undefined ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, to);
}

const openDatabase = (name: string, gone: () => void): Promise<IDBPDatabase> =>
  openDB(name, version, {
    upgrade(database) {
      for (const store of storeNames) if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
    },
    blocking(_, __, event) {
      (event.target as IDBDatabase).close(); // A newer app opens it: this page must not hold it up.
      gone();
    },
    terminated: gone,
  });

/** Reads; a connection that was dropped is opened again once. */
async function reading<T>(
  connect: () => Promise<IDBPDatabase>,
  forget: () => void,
  work: (database: IDBPDatabase) => Promise<T>,
) {
  try {
    return await work(await connect());
  } catch (error) {
    if (!isDropped(error)) throw known(error);
    forget();
    return work(await connect()).catch((again: unknown) => {
      throw known(again);
    });
  }
}

type Transaction = ReturnType<typeof transactionOn>;

const transactionOn = (database: IDBPDatabase, stores: readonly string[]) =>
  database.transaction([...stores], "readwrite", { durability: "strict" });

/** Begins a stroke. Until a transaction stands nothing has happened, so a dropped connection may be opened again. */
async function begin(
  connect: () => Promise<IDBPDatabase>,
  forget: () => void,
  changes: readonly Change[],
  expected: readonly Expected[],
): Promise<Transaction> {
  const stores = [...new Set([...changes, ...expected].map((one) => one.store))];
  try {
    return transactionOn(await connect(), stores);
  } catch (error) {
    if (!isDropped(error)) throw known(error);
    forget();
    return transactionOn(await connect(), stores);
  }
}

async function stroke(
  transaction: Transaction,
  changes: readonly Change[],
  expected: readonly Expected[],
): Promise<boolean> {
  // Whatever fails below also ends the transaction: that is awaited once, at the end.
  const ended = transaction.done.then(
    () => null,
    (error: unknown) => error,
  );
  try {
    for (const one of expected) {
      if (stands(one, await transaction.objectStore(one.store).get(one.key))) continue;
      transaction.abort();
      await ended;
      return false;
    }
    for (const one of changes) {
      const store = transaction.objectStore(one.store);
      const made = "gone" in one ? store.delete(one.key) : store.put(one.value, one.key);
      made.catch(() => {}); // It is told by the end of the transaction.
    }
  } catch (error) {
    aborted(transaction);
    await ended;
    throw known(error);
  }
  const error = await ended;
  if (error !== null) throw known(error);
  return true;
}

function aborted(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : "");

/** The connection is gone, and nothing was begun on it. */
const isDropped = (error: unknown): boolean => ["InvalidStateError", "NotFoundError"].includes(nameOf(error));

/** The failures that are told apart. */
function known(error: unknown): Error {
  if (error instanceof StorageFull || error instanceof StorageAway) return error;
  if (nameOf(error) === "QuotaExceededError") return new StorageFull();
  return new StorageAway(error instanceof Error ? `${error.name}: ${error.message}` : "unknown");
}
