/** Drawings of what a telephone shows at each step: a screen with what is to be touched in the colour of what one can do. */
import type { ComponentChildren } from "preact";

/** What a drawing shows. */
export type Drawing = "download" | "list" | "warning" | "file" | "compare" | "open";

const Phone = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="telephone" viewBox="0 0 72 112" width="72" height="112" aria-hidden="true" focusable="false">
    <rect class="case" x="1" y="1" width="70" height="110" rx="8" />
    <rect class="screen" x="6" y="10" width="60" height="90" rx="2" />
    {children}
  </svg>
);

/** Lines of a list, one of them to be touched. */
const rows = (chosen: number) =>
  [0, 1, 2, 3].map((row) => (
    <>
      {row === chosen ? <rect class="chosen" x="8" y={16 + row * 20} width="56" height="16" rx="2" /> : null}
      <rect
        class={row === chosen ? "word on" : "word"}
        x="12"
        y={22 + row * 20}
        width={row === chosen ? 40 : 34}
        height="4"
      />
    </>
  ));

const drawn: Readonly<Record<Drawing, ComponentChildren>> = {
  download: (
    <>
      <rect class="word" x="12" y="20" width="44" height="4" />
      <rect class="word" x="12" y="28" width="34" height="4" />
      <rect class="chosen" x="10" y="46" width="52" height="32" rx="3" />
      <path class="line on" d="M36 52v16M29 62l7 7 7-7M26 73h20" />
    </>
  ),
  list: rows(2),
  warning: (
    <>
      <path class="line" d="M36 16l16 28H20zM36 26v9M36 39v2" />
      <rect class="word" x="14" y="52" width="44" height="4" />
      <rect class="frame" x="10" y="64" width="52" height="12" rx="2" />
      <rect class="chosen" x="10" y="82" width="52" height="12" rx="2" />
      <rect class="word on" x="22" y="86" width="28" height="4" />
    </>
  ),
  file: (
    <>
      {rows(1)}
      <path class="line on" d="M54 38h4l3 3v7h-7z" />
    </>
  ),
  compare: (
    <>
      {[0, 1, 2, 3].map((row) => (
        <rect class="word" x="12" y={20 + row * 9} width="48" height="4" />
      ))}
      <circle class="chosen" cx="36" cy="76" r="15" />
      <path class="line on" d="M28 76l6 6 11-12" />
    </>
  ),
  open: (
    <>
      <rect class="chosen" x="8" y="14" width="56" height="12" rx="6" />
      <path class="line on" d="M14 20v-2a2 2 0 014 0v2M13 20h6v4h-6z" />
      <rect class="word on" x="24" y="18" width="34" height="4" />
      <rect class="frame" x="16" y="40" width="40" height="44" rx="3" />
      <path class="line" d="M36 46l10 16-10 16-10-16z" />
    </>
  ),
};

/** Must: stand beside the words that say the same; it is not read out. */
export const TelephonePicture = ({ of }: { readonly of: Drawing }) => <Phone>{drawn[of]}</Phone>;
