/** A strip of a few sums side by side: what a page proves first. */
import type { ComponentChildren } from "preact";
import { Figure } from "./figure.tsx";
import type { Example } from "./speaking.tsx";
import { useSay } from "./speaking.tsx";

/** One sum: what it is, its figure with unit, and a small remark. `last` is the one the others lead to. */
export type StripSum = {
  readonly label: string;
  readonly figure: ComponentChildren;
  readonly under?: ComponentChildren;
};

/** Must: say of each figure what it is before it, and its unit after it; wrap instead of scrolling. */
export function SumStrip({ sums }: { sums: readonly StripSum[] }) {
  return (
    <dl class="sums">
      {sums.map(({ label, figure, under }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {figure}
            {under ? <span class="small soft under">{under}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StripExample() {
  const say = useSay();
  const money = (exact: string) => <Figure exact={exact} counted={{ of: "money" }} />;
  return (
    <SumStrip
      sums={[
        { label: say("statements.value"), figure: money("6494786") },
        { label: say("statements.owed"), figure: money("2940800"), under: say("account.cash") },
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "strip of sums", draw: () => <StripExample /> }];
