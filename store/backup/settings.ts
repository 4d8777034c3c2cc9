/** What the operator of the machine says about backups, by words of the environment. A page cannot: it would write where it likes. */
import { join, resolve } from "node:path";
import { publicKeysIn } from "../installation/keys.ts";
import type { Installation } from "../installation/open.ts";
import { ayniVersion } from "../installation/version.ts";
import type { BackupPlace } from "./place.ts";
import type { BackupRequest } from "./run.ts";

/** The words of an environment that are read here. */
export type BackupWords = Readonly<Record<string, string | undefined>> & {
  /** The folder; else `backups` in the installation's own. */
  readonly AYNI_BACKUP?: string | undefined;
  /** Closes each backup, and then the installation's private key is inside too. */
  readonly AYNI_BACKUP_PASSPHRASE?: string | undefined;
};

/** Where backups go. */
export const placeOf = ({ AYNI_BACKUP: named }: BackupWords, home: string): BackupPlace =>
  named === undefined || named === ""
    ? { folder: join(home, "backups"), isOurs: true }
    : { folder: resolve(named), isOurs: false };

/** The passphrase; null when there is none. */
export const passphraseOf = ({ AYNI_BACKUP_PASSPHRASE: said }: BackupWords): string | null =>
  said === undefined || said === "" ? null : said;

/** A backup of this installation, as its environment says. */
export const backupOf = (
  installation: Pick<Installation, "home" | "store" | "privateKey" | "sealKeys" | "now">,
  words: BackupWords,
  why: BackupRequest["why"],
): BackupRequest => {
  const { home, store, privateKey, now } = installation;
  const sealKeys = new Map([...installation.sealKeys, ...publicKeysIn(home)]);
  const place = placeOf(words, home.root);
  return { store, privateKey, sealKeys, now, place, why, ayni: ayniVersion, passphrase: passphraseOf(words) };
};
