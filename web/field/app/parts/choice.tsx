import { useId } from "preact/hooks";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** One of a few, as keys to touch. Must: be a group of radio buttons, so that arrows and screen readers know it. */
export function Choice<Value extends string>({
  legend,
  options,
  value,
  onChoose,
}: {
  legend: string;
  options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: IconName;
    readonly lang?: string;
  }[];
  value: Value | null;
  onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one.value} class="key-label">
          <input type="radio" name={name} checked={one.value === value} onChange={() => onChoose(one.value)} />
          <span lang={one.lang}>
            {one.icon === undefined ? null : <Icon name={one.icon} />}
            {one.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
