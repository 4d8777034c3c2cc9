/** Where one installation keeps what is its own: the embedded database, and the keys with which it seals books. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folders and files of an installation. All paths are absolute. */
export type Home = { readonly root: string; readonly database: string; readonly keys: string };

/** The home at a path: `AYNI_HOME`, or `data` in the working folder. */
export const homeAt = (path: string): Home => {
  const root = resolve(path);
  return { root, database: join(root, "database"), keys: join(root, "keys") };
};

/** Makes the folders. The root may be passed through, because the database's own account does; the keys are ours alone. */
export function makeHome(home: Home): void {
  mkdirSync(home.root, { recursive: true, mode: 0o711 });
  mkdirSync(home.keys, { recursive: true, mode: 0o700 });
}
