import type { ComponentChildren } from "preact";
import { Figure } from "./figure.tsx";
import { type Example, useSay } from "./speaking.tsx";

/**
 * A line that opens: knot, name, figure, then its rule, arithmetic and destination in place. Must: open by thumb, mouse and
 * keyboard without script; be read out as name and figure together; stay open when several are opened; print open.
 */
export function StatementLine(props: {
  name: ComponentChildren;
  under?: ComponentChildren;
  figure: ComponentChildren;
  open?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <details class="line" open={props.open ?? false}>
      <summary>
        <span class="lab">
          {props.name}
          {props.under ? (
            <>
              <br />
              <span class="small soft">{props.under}</span>
            </>
          ) : null}
        </span>
        {props.figure}
      </summary>
      <div class="why">{props.children}</div>
    </details>
  );
}

/** Arithmetic, one step a line; a line that begins with "=" hangs under what it solves. */
export function Arithmetic({ text }: { text: string }) {
  return (
    <p class="calc">
      {text.split("\n").map((line) => (
        <span class={line.startsWith("=") ? "eq" : undefined}>{line}</span>
      ))}
    </p>
  );
}

/** Where a figure comes from and where money goes: term and answer, in pairs. */
export function Reasons({ pairs }: { pairs: readonly (readonly [term: string, answer: ComponentChildren])[] }) {
  if (pairs.length === 0) return null;
  return (
    <dl>
      {pairs.map(([term, answer]) => (
        <>
          <dt>{term}</dt>
          <dd>{answer}</dd>
        </>
      ))}
    </dl>
  );
}

type SumProps = { name: ComponentChildren; figure: ComponentChildren; under?: ComponentChildren };

/** A subtotal: square knot, solid line. Must: equal the sum of the rounded lines above it. */
export const Subtotal = ({ name, figure }: SumProps) => (
  <p class="row sub">
    <span>{name}</span>
    {figure}
  </p>
);

/** A final sum: diamond knot, double line, once a section. Must: equal the sum of the rounded lines above it. */
export const Total = ({ name, figure, under }: SumProps) => (
  <p class="row total">
    <span>{name}</span>
    {figure}
    {under ? <span class="under small soft">{under}</span> : null}
  </p>
);

function LinesExample({ open }: { open: boolean }) {
  const say = useSay();
  const counted = { of: "money" } as const;
  const name = say("account.solidarity-fund");
  return (
    <div class="cord">
      <StatementLine name={name} figure={<Figure exact="-32474" counted={counted} />} open={open}>
        <Arithmetic text={say("basis.percent-of-value", { grains: "6494786", percent: "0.5", result: "32474" })} />
        <Reasons pairs={[[say("line.goes-to"), name]]} />
      </StatementLine>
      <Subtotal name={say("statement.available")} figure={<Figure exact="6348786" counted={counted} />} />
      <Total name={say("statement.receives-cash")} figure={<Figure exact="2940800" counted={counted} />} />
    </div>
  );
}

export const examples: readonly Example[] = [
  { name: "line-closed", draw: () => <LinesExample open={false} /> },
  { name: "line-open", draw: () => <LinesExample open={true} /> },
];
