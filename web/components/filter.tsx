/** Narrowing a list by a form without script: choices, days, and words that stay. */
import type { ComponentChildren } from "preact";
import { useSay } from "./speaking.tsx";

/** Must: work without script, keep what was chosen, and lead back to everything. `kept` are words of the address that stay. */
export function Filter(props: {
  action: string;
  kept?: Readonly<Record<string, string>>;
  /** Whether anything narrows the list now: then there is a way back to all. */
  narrowed: boolean;
  /** What the button says, when it is not "show". */
  submit?: string;
  children: ComponentChildren;
}) {
  const say = useSay();
  const submit = props.submit ?? say("filter.show");
  const kept = Object.entries(props.kept ?? {});
  const query = new URLSearchParams(kept).toString();
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers of 2020, which people here have
    <form class="find filter" method="get" action={props.action} role="search" aria-label={submit}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <button class="do" type="submit">
        {submit}
      </button>
      {props.narrowed ? (
        <a class="quiet" href={query === "" ? props.action : `${props.action}?${query}`}>
          {say("filter.all")}
        </a>
      ) : null}
    </form>
  );
}
