/** A secret number: dots for what was typed of it. The keys stand at the bottom, in reach of the thumb. */
import { useLayoutEffect } from "preact/hooks";
import { useSay } from "../../../components/speaking.tsx";

/** Fewest and most digits of a PIN. */
export const PIN_LEAST = 4;
export const PIN_MOST = 8;

type Props = { value: string; onType: (value: string) => void; onEnter: () => void };

/** Must: never show nor read out the digits, only how many there are; take the keys of a keyboard as well. */
export function PinDots({ value, onType, onEnter }: Props) {
  const say = useSay();
  // Listened to anew before the next key can come: a fast hand loses no digit.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (/^\d$/.test(event.key)) onType(`${value}${event.key}`);
      else if (event.key === "Backspace") onType(value.slice(0, -1));
      else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) onEnter();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [value, onType, onEnter]);
  const dots = Array.from({ length: Math.max(PIN_LEAST, value.length) }, (_, at) => at);
  return (
    <p class="pin" role="status">
      {dots.map((at) => (
        <i key={at} class={at < value.length ? "there" : ""} />
      ))}
      <span class="away">{say("field.lock.typed", { count: String(value.length) })}</span>
    </p>
  );
}
