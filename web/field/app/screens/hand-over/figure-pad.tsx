/** The sheet at the bottom with one big figure: twelve keys for gloves, or the telephone's own keyboard where no keys are wanted. */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { MainAct } from "../../parts/acts.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Keys } from "../../parts/pad.tsx";

const keptUnder = "ayni.keyboard";

/** What the browser keeps of it; where it keeps nothing, the choice lasts while the app is open. */
function kept(choose?: "own" | "keys"): string | null {
  try {
    if (choose !== undefined) localStorage.setItem(keptUnder, choose);
    return localStorage.getItem(keptUnder);
  } catch {
    return null;
  }
}

/** Whether the telephone's own keyboard is wanted instead of the keys. */
export const ownKeyboard = signal(kept() === "own");

/** Takes the keys away or brings them back. */
export function chooseKeyboard(own: boolean): void {
  ownKeyboard.value = own;
  kept(own ? "own" : "keys");
}

type Props = {
  /** What the whole is called: "Peso del saco 4". */
  name: string;
  label: string;
  /** What stands small under the label; with `onOpen` both open more. */
  under?: string;
  opened?: boolean;
  onOpen?: () => void;
  unit: string;
  value: string;
  onType: (value: string) => void;
  hint: string;
  /** What is asked about the figure, in the place of the hint. */
  doubt?: string;
  save: string;
  onSave: () => void;
  /** In the place of the keys. */
  children?: ComponentChildren;
};

/** Must: take figures from keys, from a keyboard and from speech alike; keep its main act in reach of the thumb. */
export function FigurePad({
  name,
  label,
  under,
  opened,
  onOpen,
  unit,
  value,
  onType,
  hint,
  doubt,
  save,
  onSave,
  children,
}: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const own = ownKeyboard.value;
  const heading = (
    <>
      <b>{label}</b>
      {under === undefined ? null : <small>{under}</small>}
    </>
  );
  return (
    <form
      class="pad figure-pad"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <div class="pad-top">
        {onOpen === undefined ? (
          <p class="stands">{heading}</p>
        ) : (
          <button class="stands" type="button" aria-expanded={opened} onClick={onOpen}>
            {heading}
            <Icon name={opened === true ? "down" : "up"} />
          </button>
        )}
        <p class="read">
          <input
            ref={input}
            id={id}
            aria-label={name}
            inputmode={own ? "decimal" : "none"}
            autocomplete="off"
            value={value}
            aria-describedby={`${id}-h`}
            onInput={(event) => onType(event.currentTarget.value)}
          />
          <span>{unit}</span>
        </p>
      </div>
      <p class={doubt === undefined ? "pad-hint" : "pad-hint doubt"} id={`${id}-h`}>
        {doubt ?? hint}
      </p>
      {children ?? (own ? null : <Keys keys="decimal" value={value} onType={onType} />)}
      <MainAct type="submit">{save}</MainAct>
    </form>
  );
}
