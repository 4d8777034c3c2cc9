import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { barrier, serverAccount } from "./account.ts";

/** Where root keeps the data of a program whose own folder no other account may enter. */
const SYSTEM_HOME = "/var/lib/ayni";

/**
 * Where an installation lives when nobody has said where: the preferred folder; but when we are root and the folder lies where the
 * database's own account may not pass (a clone under /root), the system's place for such data.
 */
export const usualHome = (preferred: string): string => {
  const account = serverAccount(preferred);
  if (!account.ok || account.value === null) return preferred;
  return barrier(nearestExisting(resolve(preferred)), account.value) === null ? preferred : SYSTEM_HOME;
};

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));
