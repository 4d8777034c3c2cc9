/** Twelve keys for gloves, and the sheet that carries them at the bottom of the screen. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useSay } from "../../../components/speaking.tsx";
import { MainAct } from "./acts.tsx";
import { Icon } from "./icon.tsx";

/** What the keys make of a text: a weight, a whole number, a secret number. */
export type KeysOf = "decimal" | "whole" | "pin";

/** The text after a key. A decimal mark stands once, after a digit; nothing grows beyond what any scale shows. */
export function pressed(text: string, key: string, decimal: string): string {
  if (key === "erase") return text.slice(0, -1);
  if (key === decimal) return text.includes(decimal) ? text : `${text === "" ? "0" : text}${decimal}`;
  if (text.length >= 12) return text;
  return text === "0" ? key : `${text}${key}`;
}

type KeysProps = {
  keys: KeysOf;
  value: string;
  onType: (value: string) => void;
  /** What stands in the corner where weights have their decimal mark. */
  corner?: ComponentChildren;
};

/** The keys alone. Must: be buttons of at least 58 px, each with a name that is read out. */
export function Keys({ keys, value, onType, corner }: KeysProps) {
  const say = useSay();
  const { decimal } = say.notation;
  const press = (key: string): void =>
    onType(keys === "pin" && key !== "erase" ? `${value}${key}`.slice(0, 12) : pressed(value, key, decimal));
  return (
    <div class="keys">
      {["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) => (
        <button key={key} type="button" onClick={() => press(key)}>
          {key}
        </button>
      ))}
      {keys === "decimal" ? (
        <button type="button" aria-label={say("field.keys.decimal")} onClick={() => press(decimal)}>
          {decimal}
        </button>
      ) : (
        (corner ?? <span />)
      )}
      <button type="button" onClick={() => press("0")}>
        0
      </button>
      <button type="button" aria-label={say("field.keys.erase")} onClick={() => press("erase")}>
        <Icon name="erase" />
      </button>
    </div>
  );
}

type Props = {
  /** What the whole is called: "Peso del saco 4". */
  name: string;
  label: string;
  unit: string;
  value: string;
  onType: (value: string) => void;
  onSave: () => void;
  /** What saving is called. */
  save: string;
  hint?: string;
  /** A figure that is hardly likely: asked beside it, never blocked. */
  doubt?: string;
  keys?: KeysOf;
  disabled?: boolean;
};

/**
 * Big figure, its likely range, twelve keys, one act. Must: take the telephone's own keyboard as well; ask about an unlikely figure
 * and never refuse it.
 */
export function Pad({
  name,
  label,
  unit,
  value,
  onType,
  onSave,
  save,
  hint,
  doubt,
  keys = "decimal",
  disabled,
}: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    <form
      class="pad"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled !== true) onSave();
      }}
    >
      <p class="pad-top">
        <label for={id}>{label}</label>
        <span class="read">
          <input
            id={id}
            ref={input}
            inputmode="none"
            class={value.length > 6 ? "long" : ""}
            autocomplete="off"
            value={value}
            aria-describedby={`${id}-h`}
            onInput={(event) => onType(event.currentTarget.value)}
          />
          <span>{unit}</span>
        </span>
      </p>
      <p class={doubt === undefined ? "pad-hint" : "pad-hint doubt"} id={`${id}-h`} role="status">
        {doubt ?? hint ?? ""}
      </p>
      <Keys keys={keys} value={value} onType={onType} />
      <MainAct type="submit" {...(disabled === undefined ? {} : { disabled })}>
        {save}
      </MainAct>
    </form>
  );
}
