/** An act of this telephone whole, for a screen that shows its paper or begins again from its words. */
import { useEffect, useState } from "preact/hooks";
import type { OutboxItem } from "../../ports.ts";
import { useField } from "../../screen.ts";

/** Undefined while it is being read; null when the outbox does not have it. What was said just now is there at once. */
export function useWhole(act: string): OutboxItem | null | undefined {
  const { core } = useField();
  const [read, setRead] = useState<{ readonly act: string; readonly item: OutboxItem | null } | null>(null);
  const atHand = core.atHand(act);
  useEffect(() => {
    if (atHand !== null) return;
    let isOver = false;
    void core.whole(act).then((item) => isOver || setRead({ act, item }));
    return () => {
      isOver = true;
    };
  }, [core, act, atHand === null]);
  return atHand ?? (read?.act === act ? read.item : undefined);
}
