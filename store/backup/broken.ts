/**
 * A refusal from deep within reading or writing a backup: thrown there, so that streams and transactions are put away on its way, and
 * a value again at the door.
 */
import { type Fact, type Refusal, type Result, refused } from "../../kernel/refusal.ts";

/** Carries a refusal out of a stream or a transaction. */
export class Broken extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Breaks off with a refusal. */
export const breakOff = (refusal: Refusal): never => {
  throw new Broken(refusal);
};

/** The refusal as a value; anything else goes on as the mistake it is. */
export const asRefusal = (error: unknown): { readonly ok: false; readonly refusal: Refusal } => {
  if (error instanceof Broken) return { ok: false, refusal: error.refusal };
  throw error;
};

/** The value of a result, or its refusal thrown. */
export const orBreak = <T>(result: Result<T>): T => (result.ok ? result.value : breakOff(result.refusal));

/** What the operating system says when a place cannot be written or read. */
const told = (code: string | undefined, facts: Readonly<Record<string, Fact>>): Refusal | null => {
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return refused("backup.disk-full", facts).refusal;
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return refused("backup.not-writable", facts).refusal;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENODEV" || code === "ENXIO")
    return refused("backup.place-gone", facts).refusal;
  if (code === "EIO" || code === "EBADF" || code === "ESTALE" || code === "ENOTCONN")
    return refused("backup.place-failed", facts).refusal;
  return null;
};

/**
 * A failure of a place (a full disk, a stick that was pulled) as a refusal: `backup.disk-full`, `backup.not-writable`,
 * `backup.place-gone`, `backup.place-failed`. Anything else stays what it was.
 */
export const placeFailure = (error: unknown, place: string): unknown => {
  if (error instanceof Broken) return error;
  const code = (error as { code?: unknown }).code;
  const refusal = typeof code === "string" ? told(code, { place, reason: code }) : null;
  return refusal === null ? error : new Broken(refusal);
};
