/** On a statement: which lines of earlier ones it corrects; and, on one that was corrected, where the difference is. */
import type { ComponentChildren } from "preact";
import { Figure } from "../../../web/components/figure.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { StatementLine, Subtotal, Total } from "../../../web/components/statement-line.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { CorrectedLine, StatementCorrection } from "../content/correction.ts";
import type { PlanVersion, StatementContent } from "../content.ts";
import { changesOf, type InMoney, lineName, lineReasons, money } from "./corrections-shape.ts";
import { DeliveryAccount } from "./statement-delivery.tsx";
import { moneyOf } from "./statement-shape.ts";

type Props = {
  readonly content: StatementContent;
  readonly pricePlan: (version: PlanVersion) => PricePlan;
  readonly openAll: boolean;
};

/** A difference: with its sign, whichever way it goes. */
function Difference({ content, grains }: { content: StatementContent; grains: string }) {
  return (
    <Figure exact={moneyOf(content, grains)} counted={{ of: "money", currency: content.currency }} sign="always" />
  );
}

/** One line of an earlier statement: why, what changed from what to what, and how it is worked out now. */
function Line({ line, ...props }: Props & { line: CorrectedLine }) {
  const say = useSay();
  const { content, openAll, pricePlan } = props;
  const { after } = line;
  return (
    <StatementLine
      name={lineName(line, say)}
      under={say(`corrected.reason.${line.reason}`)}
      figure={<Difference content={content} grains={line.difference} />}
      open={openAll}
    >
      {lineReasons(line, say).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <Changes line={line} content={content} />
      {after === null ? null : (
        <details open={openAll}>
          <summary>{say("corrected.now-explained")}</summary>
          <DeliveryAccount
            content={content}
            delivery={after}
            plan={pricePlan(after.plan)}
            openAll={openAll}
            heading="h4"
          />
        </details>
      )}
    </StatementLine>
  );
}

/** Must: say before and now of everything that is not as it was. */
export function Changes({ line, content }: { line: CorrectedLine; content: InMoney }) {
  const say = useSay();
  return (
    <Table
      label={say("corrected.what")}
      columns={[
        { head: say("corrected.what") },
        { head: say("corrected.was"), figures: true },
        { head: say("corrected.is"), figures: true },
      ]}
      rows={changesOf(line, content, say).map((one) => ({ name: one.what, cells: [one.before, one.after] }))}
    />
  );
}

/** What is corrected of one statement: its lines, the deductions that follow, and what it makes. */
export function OneCorrected({
  of,
  nameOf,
  ...props
}: Props & { of: StatementCorrection; nameOf: (code: string) => string }) {
  const say = useSay();
  const { content } = props;
  return (
    <div class="cord">
      {of.lines.map((line) => (
        <Line {...props} line={line} />
      ))}
      {of.deductions.map(({ before, after, difference }) => (
        <p class="row">
          <span>
            {say("corrected.deduction", {
              name: nameOf((after ?? before)?.code ?? ""),
              before: money(content, before?.amount ?? "0", say),
              after: money(content, after?.amount ?? "0", say),
            })}
          </span>
          <Difference content={content} grains={`${-BigInt(difference)}`} />
        </p>
      ))}
      <Subtotal
        name={say("corrected.statement", { number: of.number })}
        figure={<Difference content={content} grains={of.net.difference} />}
      />
    </div>
  );
}

/** Must: name statement, line and figure of everything that is corrected; say what is paid, or owed, for it. */
export function Corrections({ nameOf, ...props }: Props & { nameOf: (code: string) => string }) {
  const say = useSay();
  const { content } = props;
  const { corrections } = content;
  if (corrections === undefined) return null;
  const figure = (grains: string): ComponentChildren => <Difference content={content} grains={grains} />;
  const { owed, paid } = corrections;
  return (
    <section id="corrections">
      <h2>{say("corrected.title")}</h2>
      <p>{say("corrected.why")}</p>
      {corrections.of.map((of) => (
        <section>
          <h3>{say("corrected.statement", { number: of.number })}</h3>
          <OneCorrected {...props} of={of} nameOf={nameOf} />
        </section>
      ))}
      <div class="cord">
        {corrections.repaid.map(({ amount }) => (
          <p class="row">
            <span>{say("corrected.repaid")}</span>
            {figure(`-${amount}`)}
          </p>
        ))}
        {owed === null ? (
          <Total name={say(paid === "0" ? "corrected.nothing" : "corrected.paid")} figure={figure(paid)} />
        ) : (
          <Total name={say("corrected.owed")} figure={figure(`-${owed.amount}`)} under={say("corrected.owed-why")} />
        )}
      </div>
    </section>
  );
}

/** What was corrected of this statement since, with the way there; and what waits for the next. */
export type CorrectedLater = {
  readonly later: readonly {
    readonly number: string;
    readonly day: string;
    readonly href: string;
    readonly said: StatementCorrection;
  }[];
  readonly waiting: number;
};

/** Must: say before anything else that this statement is not the last word, and where the rest of it is. */
export function Later({ content, of }: { content: StatementContent; of: CorrectedLater }) {
  const say = useSay();
  if (of.later.length === 0 && of.waiting === 0) return null;
  return (
    <Notice state="waiting" title={say("corrected.later-title")}>
      {of.later.map(({ number, day, href, said }) => (
        <p>
          {say("corrected.later", {
            ...{ number, day },
            lines: said.lines.map(({ line }) => `${line}`).join(", "),
            difference: say("value.money-line-signed", {
              value: moneyOf(content, said.value.difference),
              currency: content.currency,
            }),
          })}{" "}
          <a class="quiet" href={href}>
            {say("corrected.later-to", { number })}
          </a>
        </p>
      ))}
      {of.waiting === 0 ? null : <p>{say("corrected.waits", { count: `${of.waiting}` })}</p>}
      <p class="small">{say("corrected.as-issued")}</p>
    </Notice>
  );
}
