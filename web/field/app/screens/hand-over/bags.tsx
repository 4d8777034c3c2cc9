/** Sacks hang from the cord in the order of weighing; the dashed one adds. A voided one stays in view and no longer counts. */
import { useSay } from "../../../../components/speaking.tsx";
import { Icon } from "../../parts/icon.tsx";
import type { DraftBag } from "./rules/draft.ts";
import { bagTitle, toDivision } from "./words.ts";

type Props = {
  bags: readonly DraftBag[];
  division: bigint | null;
  /** The pad is open: only the last few are shown above it. */
  weighing: boolean;
  onBag: (number: number) => void;
  onMore: () => void;
};

const aboveThePad = 3;

/** Must: keep every bag in view or counted; say of a voided one that it does not count, not by the line alone. */
export function Bags({ bags, division, weighing, onBag, onMore }: Props) {
  const say = useSay();
  const shown = weighing ? bags.slice(-aboveThePad) : bags;
  return (
    <section class="bags" aria-label={say("field.hand-over.bags")}>
      {shown.map((bag) => (
        <button
          key={bag.number}
          class={bag.voided ? "bag voided" : "bag"}
          type="button"
          onClick={() => onBag(bag.number)}
        >
          <span>{bagTitle(bag.container, bag.number, say)}</span>
          <b>{say("value.figure", { value: toDivision(BigInt(bag.gross_g), division) })}</b>{" "}
          {bag.voided ? <i>{say("field.hand-over.voided")}</i> : "kg"}
        </button>
      ))}
      <button class="bag-more" type="button" aria-expanded={weighing} onClick={onMore}>
        <Icon name={weighing ? "close" : "plus"} />
        <span>
          {weighing ? say("field.close") : say(bags.length === 0 ? "field.hand-over.weigh" : "field.hand-over.another")}
        </span>
      </button>
    </section>
  );
}
