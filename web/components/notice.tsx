import type { ComponentChildren } from "preact";
import { Mark, type MarkName } from "./mark.tsx";
import { type Example, useSay } from "./speaking.tsx";

/** `state` says how it stands: broken (refused), waiting (held), none (empty), kept (sent). `title` in the reader's language. */
type Props = { state: MarkName; title: string; children?: ComponentChildren };

/**
 * What happened, why, what now. Must: stay until it is read; say its kind by shape and word, not by colour alone; say what
 * became of what was typed; offer at most one remedy, as a link inside.
 */
export function Notice({ state, title, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this group has none
    <div class={`notice is-${state}`} role="group" aria-label={title}>
      <Mark name={state} />
      <div>
        <p>
          <b>{title}</b>
        </p>
        {children}
      </div>
    </div>
  );
}

function HeldExample() {
  const say = useSay();
  return (
    <Notice state="waiting" title={say("example.held", { moisture: "14.8" })}>
      <p>{say("example.held-why", { limit: "13.5" })}</p>
    </Notice>
  );
}

function EmptyExample() {
  const say = useSay();
  return (
    <Notice state="none" title={say("members.none")}>
      <p>{say("members.none-why")}</p>
    </Notice>
  );
}

function RefusedExample() {
  const say = useSay();
  return (
    <Notice state="broken" title={say("problem.403.title")}>
      <p>{say("problem.403.remedy")}</p>
    </Notice>
  );
}

export const examples: readonly Example[] = [
  { name: "held", draw: () => <HeldExample /> },
  { name: "empty", draw: () => <EmptyExample /> },
  { name: "refused", draw: () => <RefusedExample /> },
];
