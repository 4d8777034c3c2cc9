/** Counting a box: how many of each note and coin, and what they come to while they are counted. */
import { useSay } from "../../../components/speaking.tsx";
import { type Counting, sumOf } from "../day/cash.ts";
import type { InBox } from "../day/point.ts";
import { Figure } from "./figure.tsx";
import { Icon, Mark } from "./icon.tsx";

type Props = {
  box: InBox;
  values: readonly string[];
  counting: Counting;
  onCount: (counting: Counting) => void;
};

/** How many there are after a touch; never less than none. */
const changed = (count: string, by: number): string => String(Math.max(0, (Number.parseInt(count, 10) || 0) + by));

/** Must: sum as it is counted; say whether it is what should be there, and that a difference is kept and asked, not corrected. */
export function Counts({ box, values, counting, onCount }: Props) {
  const say = useSay();
  const { currency, grain, amount } = box;
  const set = (value: string, count: string): void =>
    onCount({ ...counting, [value]: count.replace(/\D/g, "").slice(0, 5) });
  const sum = sumOf(counting, grain);
  return (
    <>
      <ul class="counts" aria-label={say("field.counts.label")}>
        {values.map((value) => {
          const words = say("value.money", { value, currency });
          const count = counting[value] ?? "";
          return (
            <li key={value}>
              <Figure exact={value} of="money" currency={currency} />
              <button
                type="button"
                aria-label={say("field.counts.less", { value: words })}
                onClick={() => set(value, changed(count, -1))}
              >
                <Icon name="minus" />
              </button>
              <input
                inputmode="numeric"
                autocomplete="off"
                value={count}
                placeholder="0"
                aria-label={say("field.counts.how-many", { value: words })}
                onInput={(event) => set(value, event.currentTarget.value)}
              />
              <button
                type="button"
                aria-label={say("field.counts.more", { value: words })}
                onClick={() => set(value, changed(count, 1))}
              >
                <Icon name="plus" />
              </button>
            </li>
          );
        })}
      </ul>
      <p class="total" role="status">
        <span>{say("field.counts.sum")}</span>
        <Figure exact={sum} of="money" currency={currency} />
      </p>
      <p class="should">
        {Object.keys(counting).length === 0 ? (
          <>
            <Mark name="none" /> {say("field.counts.should", { amount, currency })}
          </>
        ) : sum === amount ? (
          <>
            <Mark name="kept" /> {say("field.counts.same")}
          </>
        ) : (
          <>
            <Mark name="waiting" /> {say("field.counts.differs", { amount, currency })}
          </>
        )}
      </p>
    </>
  );
}
