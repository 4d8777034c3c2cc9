/** What a screen has typed so far, kept at every key, so that a dead battery costs nothing. */
import { useState } from "preact/hooks";
import { useField } from "../screen.ts";

/**
 * The draft of a screen, by a name of its own: what was typed, how to type on, and how to let it go. A draft of another day is not
 * taken up: a box that was half counted yesterday is counted anew.
 */
export function useDraft<Value>(
  name: string,
  first: Value,
): readonly [Value, (value: Value) => void, () => Promise<void>] {
  const { core } = useField();
  const [value, setValue] = useState<Value>(() => {
    const kept = core.drafts.all().find((one) => one.id === name)?.value as { day: string; value: Value } | undefined;
    return kept !== undefined && kept.day === core.today() ? kept.value : first;
  });
  const write = (next: Value): void => {
    setValue(next);
    void core.drafts.write({ id: name, kind: name, begun: core.now(), value: { day: core.today(), value: next } });
  };
  return [value, write, () => core.drafts.drop(name)];
}
