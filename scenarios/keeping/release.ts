/** Installations as released versions left them: dumps in scenarios/releases, each with how it was made in its first lines. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { openServer, type Server } from "../../store/connection/server.ts";
import { keyIdOf } from "../../store/writer/seal.ts";

/** What stands in a dump beside its SQL: the head that the release itself verified, and the key that sealed. */
export type Release = {
  readonly text: string;
  readonly book: string;
  readonly head: string;
  readonly acts: number;
  readonly sealKeys: ReadonlyMap<string, string>;
};

const folder = join(import.meta.dirname, "..", "releases");

/** Reads the dump of a release. */
export function releaseOf(version: string): Release {
  const text = gunzipSync(readFileSync(join(folder, `${version}.sql.gz`))).toString("utf8");
  const told = (pattern: RegExp): string => {
    const found = pattern.exec(text.slice(0, 2_000))?.[1];
    if (found === undefined) throw new Error(`the dump of ${version} does not say ${pattern}`);
    return found;
  };
  const raw = told(/base64url\): (\S{43})/);
  return {
    text,
    book: told(/book ([0-9a-f-]{36})/),
    head: told(/head ([0-9a-f]{64})/),
    acts: Number.parseInt(told(/(\d+) acts/), 10),
    sealKeys: new Map([[keyIdOf(raw), raw]]),
  };
}

/** Lays the dump into an empty database. */
export const layRelease = (server: Server, release: Release): Promise<unknown> =>
  openServer(server, (client) => client.query(release.text));
