/** Things that followed each other, by day: the cord of what happened. */
import type { ComponentChildren } from "preact";
import { Mark, type MarkName } from "./mark.tsx";
import { type Example, useSay } from "./speaking.tsx";

/** One thing that happened, or is awaited: its day as written, what it was, and more about it. */
export type Happening = {
  readonly mark: MarkName;
  readonly day: string | null;
  readonly what: ComponentChildren;
  readonly more: ComponentChildren | null;
};

/** Must: be in the order in which it happened; say what is awaited by a word and a mark, last. */
export function Days({ label, happenings }: { label: string; happenings: readonly Happening[] }) {
  return (
    <ol class="days" aria-label={label}>
      {happenings.map(({ mark, day, what, more }) => (
        <li>
          <Mark name={mark} />
          <p>
            {day === null ? null : <span class="soft">{day} </span>}
            <b>{what}</b>
            {more === null ? null : <span class="more">{more}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

function DaysExample() {
  const say = useSay();
  return (
    <Days
      label={say("place.deliveries")}
      happenings={[
        { mark: "kept", day: say("value.day", { value: "2026-09-16" }), what: say("place.deliveries"), more: null },
        { mark: "waiting", day: null, what: say("place.statements"), more: say("unknown") },
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "days", draw: () => <DaysExample /> }];
