import { type IconName, icons, type MarkName, marks } from "./icons.ts";

/** Must: stand beside its word; it is not read out. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={icons[name]} />
  </svg>
);

/** Must: stand beside the word that says the same; it is not read out. */
export const Mark = ({ name }: { name: MarkName }) => (
  <svg class={`mark ${name}`} viewBox="-1 -1 18 18" aria-hidden="true" focusable="false">
    {name === "none" ? (
      <circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 2.14" />
    ) : (
      <path fill-rule="evenodd" d={marks[name]} />
    )}
  </svg>
);
