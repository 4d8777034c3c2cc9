import { Figure } from "./figure.tsx";
import { Sentence, useSay } from "./speaking.tsx";

/** One part of a whole: the message that says whose it is, its amount, and how many of each hundred. */
export type SplitPart = { readonly of: string; readonly amount: string; readonly percent: string };

/**
 * A whole by whose it is: to hand, already had, still yours, gone. Must: be told as a list with amounts; differ by weave and
 * order, not by dye alone; its percentages add to a hundred. Widths come from `splitCss`, because pages carry no inline style.
 */
export function SplitBar({ title, parts }: { title: string; parts: readonly SplitPart[] }) {
  return (
    <section class="split" aria-labelledby="h-parts">
      <h2 id="h-parts">{title}</h2>
      <div class="parts" aria-hidden="true">
        {parts.map((part, index) => (part.percent === "0" ? null : <i class={`w${index + 1}`} />))}
      </div>
      <ul class="key">
        {parts.map((part, index) =>
          !/[1-9]/.test(part.amount) ? null : (
            <li>
              <i class={`w${index + 1}`} aria-hidden="true" />
              <span class="lab">
                <Sentence of={part.of} values={{ percent: part.percent }} />
              </span>
              <Figure exact={part.amount} counted={{ of: "money" }} />
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** The widths of the bar's parts, for the page's own style. */
export const splitCss = (parts: readonly SplitPart[]): string =>
  `.parts{grid-template-columns:${parts
    .filter((part) => part.percent !== "0")
    .map((part) => `${part.percent}fr`)
    .join(" ")}}`;

const example: readonly SplitPart[] = [
  { of: "split.to-hand", amount: "2940786", percent: "45" },
  { of: "split.already-had", amount: "3300000", percent: "51" },
  { of: "split.still-yours", amount: "64948", percent: "1" },
  { of: "split.gone", amount: "189052", percent: "3" },
];

/** The widths that the example needs. */
export const exampleCss = splitCss(example);

function SplitExample() {
  const say = useSay();
  return (
    <SplitBar title={say("split.title", { coins: say("currencies.COP.line", { count: "100" }) })} parts={example} />
  );
}

export const examples = [{ name: "split", draw: () => <SplitExample /> }];
