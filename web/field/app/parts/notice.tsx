import type { ComponentChildren } from "preact";
import { Mark } from "./icon.tsx";
import type { MarkName } from "./icons.ts";

/**
 * What happened, why, what now. Must: stay until it is read; say its kind by shape and word, not by colour alone; say what became
 * of what was typed; offer at most one remedy inside. `loud`: it came while somebody was at work, and is read out at once.
 */
export const Notice = ({
  state,
  title,
  loud = false,
  children,
}: {
  state: MarkName;
  title: string;
  loud?: boolean;
  children?: ComponentChildren;
}) => (
  <div class={`notice is-${state}`} {...(loud ? { role: "alert" } : { role: "group", "aria-label": title })}>
    <Mark name={state} />
    <div>
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  </div>
);
