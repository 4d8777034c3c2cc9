import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Mark } from "./icon.tsx";

type Props = {
  label: string;
  hint?: string;
  /** What is doubted in it, in words, with the likely value. */
  error?: string;
  value: string;
  onType: (value: string) => void;
  unit?: string;
  /** "none": our own keys are on the screen. */
  inputmode?: "text" | "numeric" | "decimal" | "search" | "none";
  type?: "text" | "date" | "password";
  autocomplete?: string;
  /** Words of a sentence need less height than a figure. */
  small?: boolean;
  /** The telephone's keyboard comes with the screen: it is the one thing to do there. */
  start?: boolean;
  children?: ComponentChildren;
};

/** One thing to type. Must: have a visible label, its hint and its error beside it, and keep what was typed. */
export function Entry(props: Props) {
  const { label, hint, error, value, onType, unit, inputmode, type, autocomplete, small, start, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (start === true) input.current?.focus();
  }, [start]);
  const described = [hint === undefined ? "" : `${id}-h`, error === undefined ? "" : `${id}-e`]
    .filter(Boolean)
    .join(" ");
  return (
    <div class={small === true ? "entry small-entry" : "entry"}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="small soft" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <p class={unit === undefined ? "" : "withu"}>
        <input
          id={id}
          ref={input}
          class="field"
          // The types of an input are told apart by their kind, which is only known when it is drawn.
          type={(type ?? "text") as "text"}
          inputmode={inputmode}
          autocomplete={autocomplete ?? "off"}
          spellcheck={false}
          value={value}
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={described === "" ? undefined : described}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        {unit === undefined ? null : <span>{unit}</span>}
      </p>
      {error === undefined ? null : (
        <p class="err" id={`${id}-e`}>
          <Mark name="broken" /> <span>{error}</span>
        </p>
      )}
      {children}
    </div>
  );
}
