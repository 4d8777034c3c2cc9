import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { Mark } from "./icon.tsx";

type Props = {
  label: string;
  hint?: string;
  /** What is doubted in it, in words, with the likely value. */
  error?: string;
  value: string;
  onType: (value: string) => void;
  unit?: string;
  inputmode?: "text" | "numeric" | "decimal" | "search";
  type?: "text" | "date" | "password";
  autocomplete?: string;
  /** Words of a sentence need less height than a figure. */
  small?: boolean;
  children?: ComponentChildren;
};

/** One thing to type. Must: have a visible label, its hint and its error beside it, and keep what was typed. */
export function Entry({ label, hint, error, value, onType, unit, inputmode, type, autocomplete, small, children }: Props) {
  const id = useId();
  const described = [hint === undefined ? "" : `${id}-h`, error === undefined ? "" : `${id}-e`].filter(Boolean).join(" ");
  const typed = (event: JSX.TargetedInputEvent<HTMLInputElement>): void => onType(event.currentTarget.value);
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
          class="field"
          type={type ?? "text"}
          inputmode={inputmode}
          autocomplete={autocomplete ?? "off"}
          autocapitalize="off"
          spellcheck={false}
          value={value}
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={described === "" ? undefined : described}
          onInput={typed}
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
