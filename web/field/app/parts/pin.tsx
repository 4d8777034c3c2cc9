/** A secret number: dots for what was typed, twelve keys. */
import { useEffect } from "preact/hooks";
import { useSay } from "../../../components/speaking.tsx";
import { Keys } from "./pad.tsx";

/** Fewest and most digits of a PIN. */
export const PIN_LEAST = 4;
const PIN_MOST = 8;

/** Must: never show nor read out the digits, only how many there are; take the keys of a keyboard as well. */
export function Pin({
  value,
  onType,
  onEnter,
}: {
  value: string;
  onType: (value: string) => void;
  onEnter: () => void;
}) {
  const say = useSay();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (/^\d$/.test(event.key)) onType(`${value}${event.key}`.slice(0, PIN_MOST));
      else if (event.key === "Backspace") onType(value.slice(0, -1));
      else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) onEnter();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [value, onType, onEnter]);
  const dots = Array.from({ length: Math.max(PIN_LEAST, value.length) }, (_, at) => at);
  return (
    <>
      <p class="pin" role="status">
        {dots.map((at) => (
          <i key={at} class={at < value.length ? "there" : ""} />
        ))}
        <span class="away">{say("field.lock.typed", { count: String(value.length) })}</span>
      </p>
      <Keys keys="pin" value={value} onType={(typed) => onType(typed.slice(0, PIN_MOST))} />
    </>
  );
}
