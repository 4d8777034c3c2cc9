/** What the hand-over may use where this telephone has it: a voice, and printers. Nothing is drawn for what is not there. */
import { useEffect, useState } from "preact/hooks";
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";

/** Reads words aloud from recordings. */
export type Voice = {
  /** Whether every word has a recording in this language. */
  readonly ready: (words: readonly string[], language: string) => boolean;
  /** Says them one after the other; resolves when the last was said. */
  readonly say: (words: readonly string[], language: string) => Promise<void>;
  /** Stops in the middle of a word. */
  readonly hush: () => void;
};

/** What came of printing: `left` when whoever was asked for a printer chose none. */
export type Printed = "printed" | "left" | "away" | "silent" | "refused";

/** A way to a printer that this telephone reaches by itself. The browser's own printing and sharing are always there. */
export type Printer = {
  readonly way: "bluetooth" | "usb";
  /** The one that was chosen before, by its name; null while there is none. */
  readonly name: string | null;
  /** Prints on the one that was chosen before, or asks for one. Never throws: printing is never in the way of a hand-over. */
  readonly print: (paper: PaperDocument, roll: 58 | 80, notes: CopyNotes) => Promise<Printed>;
  /** Forgets the one that was chosen. */
  readonly forget: () => void;
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
