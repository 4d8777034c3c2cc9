/** The draft on the screen: kept at every key, so that a telephone that goes off loses nothing. */
import { useRef, useState } from "preact/hooks";
import { useField } from "../../screen.ts";
import { draftKind } from "./begin.ts";
import { type HandOverDraft, readDraft } from "./rules/draft.ts";

/** How a screen changes its draft. */
export type Change = (next: (draft: HandOverDraft) => HandOverDraft) => void;

/** The draft, how to change it, and whether the last change is kept. Null: it was given, or dropped. */
export type Drafting = { readonly draft: HandOverDraft | null; readonly change: Change; readonly isKept: boolean };

/** Opens the draft of a hand-over. */
export function useDraft(id: string): Drafting {
  const { core } = useField();
  const found = useRef(core.drafts.all().find((one) => one.id === id));
  const [draft, show] = useState<HandOverDraft | null>(() => readDraft(found.current?.value));
  const [isKept, setKept] = useState(true);
  const newest = useRef(draft);
  const change: Change = (next) => {
    if (newest.current === null) return;
    newest.current = next(newest.current);
    show(newest.current);
    const begun = found.current?.begun ?? core.now();
    void core.drafts.write({ id, kind: draftKind, begun, value: newest.current }).then(setKept);
  };
  return { draft, change, isKept };
}
