/** Lines of a ledger: what there is, one under the other, each with its figure or with a way into it. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Icon, Mark } from "./icon.tsx";
import type { IconName, MarkName } from "./icons.ts";

/** Lines in their order. `label` says what they are where no heading does. */
export const Rows = ({ label, children }: { label?: string; children: ComponentChildren }) => (
  <ul class="rows" aria-label={label}>
    {children}
  </ul>
);

type Props = {
  icon?: IconName;
  mark?: MarkName;
  title: ComponentChildren;
  under?: ComponentChildren;
  figure?: ComponentChildren;
  /** It opens something. */
  onPress?: () => void;
  /** What can be done with the line, beneath it. */
  children?: ComponentChildren;
};

/** One line. Must: be whole in one touch when it opens; say its state by mark and word. */
export function Row({ icon, mark, title, under, figure, onPress, children }: Props) {
  const inside = (
    <>
      {icon !== undefined ? <Icon name={icon} /> : mark !== undefined ? <Mark name={mark} /> : <i />}
      <span class="row-says">
        <b>{title}</b>
        {under === undefined ? null : <span>{under}</span>}
      </span>
      {figure === undefined ? null : <span class="row-figure">{figure}</span>}
      {onPress === undefined ? null : <Icon name="next" />}
    </>
  );
  return (
    <li>
      {onPress === undefined ? (
        <div class="one">{inside}</div>
      ) : (
        <button class="one" type="button" onClick={() => onPress()}>
          {inside}
        </button>
      )}
      {children}
    </li>
  );
}

/** More of something, for whoever asks; a long thing may be given as a function, and is drawn when it is asked for. */
export function Open({
  summary,
  children,
}: {
  summary: string;
  children: ComponentChildren | (() => ComponentChildren);
}) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details class="opens" onToggle={() => setWasOpened(true)}>
      <summary>{summary}</summary>
      {typeof children !== "function" ? children : wasOpened ? children() : null}
    </details>
  );
}
