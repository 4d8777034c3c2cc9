/** The few figures that matter, side by side above everything else. */
import type { ComponentChildren } from "preact";
import { type Example, useSay } from "./speaking.tsx";

/** One figure: what it is, the figure with its unit, and what explains it. `known` false: it is said in words that it is not known. */
export type StripFigure = {
  readonly name: string;
  readonly exact: string;
  /** The figure as it is written, and its unit. */
  readonly figure: string;
  readonly unit: string;
  readonly below: readonly ComponentChildren[];
};

/** Must: say the unit beside each figure; carry the exact value; stand one under the other on a telephone. */
export function Strip({ figures }: { figures: readonly StripFigure[] }) {
  return (
    <dl class="strip">
      {figures.map(({ name, exact, figure, unit, below }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <data class="n" value={exact}>
              {figure}
            </data>{" "}
            {unit}
          </dd>
          {below.map((line) => (
            <dd class="soft">{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function StripExample() {
  const say = useSay();
  const kilos = (exact: string) => say("value.figure", { value: exact });
  return (
    <Strip
      figures={[
        {
          name: say("place.deliveries"),
          exact: "2157.5",
          figure: kilos("2157.5"),
          unit: "kg",
          below: [say("product.coffee-parchment")],
        },
        { name: say("place.members"), exact: "41380", figure: kilos("41380"), unit: "kg", below: [] },
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "strip of figures", draw: () => <StripExample /> }];
