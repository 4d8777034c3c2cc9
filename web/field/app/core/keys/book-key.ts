/** The name of a book's key, as the manager's page shows it. */
import { sha256Hex } from "../../../../../kernel/hash.ts";

/** The first 16 hex digits of SHA-256 of the key's text. */
export const bookKeyId = (bookKey: string): string => sha256Hex(bookKey).slice(0, 16);
