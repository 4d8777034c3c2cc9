/** What the hand-over may use where this telephone has it: a voice, and printers. Nothing is drawn for what is not there. */
import { useEffect, useState } from "preact/hooks";
import type { PaperDocument } from "../../../../../channels/paper/document.ts";

/** Reads words aloud from recordings. */
export type Voice = {
  /** Whether every word has a recording in this language. */
  readonly ready: (words: readonly string[], language: string) => boolean;
  /** Says them one after the other; resolves when the last was said. */
  readonly say: (words: readonly string[], language: string) => Promise<void>;
  /** Stops in the middle of a word. */
  readonly hush: () => void;
};

/** A printer that this telephone can reach by itself. The browser's own printing is always there. */
export type Printer = {
  readonly name: string;
  /** Prints a paper with its square; false when it came to nothing. */
  readonly print: (paper: PaperDocument, code: string) => Promise<boolean>;
};

/** What is there now. */
export type Around = { readonly voice: Voice | null; readonly printers: readonly Printer[] };

let around: Around = { voice: null, printers: [] };
const listening = new Set<(now: Around) => void>();

/** Tells the hand-over what this telephone has; what shows it is drawn again. With nothing named: what is there has more now. */
export const hasAround = (what: Partial<Around> = {}): void => {
  around = { ...around, ...what };
  for (const listener of listening) listener(around);
};

/** What this telephone has, for a part of a screen: drawn again when that changes. */
export function useAround(): Around {
  const [now, setNow] = useState(around);
  useEffect(() => {
    listening.add(setNow);
    setNow(around);
    return () => void listening.delete(setNow);
  }, []);
  return now;
}
