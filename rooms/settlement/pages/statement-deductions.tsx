/** What is deducted, by which rule, how much, and where it goes; then what is left and what is paid. */
import { isUuid } from "../../../kernel/ids.ts";
import { Figure } from "../../../web/components/figure.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { Arithmetic, Reasons, StatementLine, Subtotal, Total } from "../../../web/components/statement-line.tsx";
import type { Say } from "../../../web/language/say.ts";
import {
  basisValues,
  type Deduction,
  type DeductionCap,
  type DeductionPlan,
} from "../../agreements/rules/deductions.ts";
import type { StatementContent, StatementDeduction } from "../content.ts";
import { payableOf } from "./corrections-shape.ts";
import { moneyOf, taken } from "./statement-shape.ts";
import { unitName, wordsIn } from "./statement-words.ts";

/** `codes`: what an account of ours is called in the organisation's own chart, for whoever may see it. */
type Props = {
  content: StatementContent;
  plan: DeductionPlan | null;
  openAll: boolean;
  codes?: ReadonlyMap<string, string> | undefined;
};

/** The values of a deduction's basis by name, money written out of its grains. */
function basisOf(
  content: StatementContent,
  line: StatementDeduction,
  rule: Deduction,
  say: Say,
): Record<string, string> {
  const values: Record<string, string> = { result: moneyOf(content, line.asked) };
  for (const [index, name] of basisValues[rule.basis.kind].entries()) {
    const value = line.basis[index] ?? "";
    values[name] = name === "grains" ? moneyOf(content, value) : value;
  }
  if ("unit" in rule.basis) values.unit = unitName(rule.basis.unit, say);
  return values;
}

/** Under a deduction's name: its rate with its base, and what was due where less was taken. */
export function deductionUnder(
  content: StatementContent,
  line: StatementDeduction,
  rule: Deduction | undefined,
  say: Say,
): string | null {
  const rate = rule && say.has(`rate.${rule.basis.kind}`);
  const said = [
    ...(rule && rate ? [say(`rate.${rule.basis.kind}`, basisOf(content, line, rule, say))] : []),
    ...(line.asked === line.amount ? [] : [say("line.held", { asked: moneyOf(content, line.asked) })]),
  ];
  return said.length === 0 ? null : said.join(" · ");
}

/** What a cap allowed, whether it held something back or not. */
export function capSentences(
  content: StatementContent,
  code: string,
  caps: readonly DeductionCap[],
  say: Say,
): string[] {
  return caps.flatMap((cap) => {
    const kept = content.caps.find((one) => one.code === cap.code);
    if (!kept || !cap.limits.includes(code)) return [];
    const values = {
      base: moneyOf(content, kept.base),
      portion: moneyOf(content, kept.portion),
      taken: moneyOf(content, kept.taken),
      percent: "percent" in cap ? cap.percent : "",
      bit: kept.bit ? "yes" : "no",
    };
    return [say(`cap.${cap.kind}`, values)];
  });
}

function DeductionLine({
  content,
  line,
  plan,
  open,
  code,
}: {
  content: StatementContent;
  line: StatementDeduction;
  plan: DeductionPlan | null;
  open: boolean;
  code: string | undefined;
}) {
  const say = useSay();
  const rule = plan?.deductions.find((one) => one.code === line.code);
  const named = say(`account.${line.to}`);
  const account = code === undefined ? named : say("books.account-with-code", { code, account: named });
  const reason = rule ? wordsIn(rule.reason, say) : null;
  return (
    <StatementLine
      name={rule ? wordsIn(rule.name, say).text : line.code}
      under={deductionUnder(content, line, rule, say)}
      figure={
        <Figure exact={taken(moneyOf(content, line.amount))} counted={{ of: "money", currency: content.currency }} />
      }
      open={open}
    >
      {reason ? <p lang={reason.language === say.language ? undefined : reason.language}>{reason.text}</p> : null}
      {rule ? <Arithmetic text={say(`basis.${rule.basis.kind}`, basisOf(content, line, rule, say))} /> : null}
      {capSentences(content, line.code, plan?.caps ?? [], say).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {line.heldBy === "nothing-left" ? <p>{say("cap.nothing-left")}</p> : null}
      {line.heldBy === "no-consent" ? <p>{say("cap.no-consent")}</p> : null}
      <Reasons
        pairs={[
          [
            say("line.goes-to"),
            // An id that the book made says nothing to who reads; a code that people gave does.
            line.agreement && !isUuid(line.agreement)
              ? say("line.account-and-agreement", { account, agreement: line.agreement })
              : account,
          ],
          [
            say("line.rule"),
            rule
              ? say("line.rule-decided", { rule: line.rule, by: rule.rule.decidedBy, from: rule.rule.from })
              : line.rule,
          ],
        ]}
      />
    </StatementLine>
  );
}

/** The line between what the net comes to and what coins can pay. */
function RoundingLine({ content, open }: { content: StatementContent; open: boolean }) {
  const say = useSay();
  const { payment } = content;
  const net = moneyOf(content, payableOf(content));
  if (payment.difference === "0") return null;
  return (
    <>
      <Subtotal
        name={say("statement.left")}
        figure={<Figure exact={net} counted={{ of: "money", currency: content.currency }} />}
      />
      <StatementLine
        name={say("statement.rounding")}
        figure={
          <Figure
            exact={moneyOf(content, payment.difference)}
            sign="always"
            counted={{ of: "money", currency: content.currency }}
          />
        }
        open={open}
      >
        <p>{say("rounding.why", { coin: content.grain.cash })}</p>
        <Arithmetic
          text={say("rounding.arithmetic", {
            paid: moneyOf(content, payment.paid),
            net,
            difference: moneyOf(content, payment.difference),
          })}
        />
        <Reasons pairs={[[say("line.comes-from"), say("account.rounding")]]} />
      </StatementLine>
    </>
  );
}

/** Must: name an account for every deduction; show what a cap held back; end in what is paid, closed by a double line. */
export function Deductions({ content, plan, openAll, codes }: Props) {
  const say = useSay();
  const shown = content.deductions.filter((line) => line.asked !== "0");
  const line = (one: StatementDeduction) => (
    <DeductionLine content={content} line={one} plan={plan} open={openAll} code={codes?.get(one.to)} />
  );
  const first = shown.filter((one) => one.class <= 3);
  const later = shown.filter((one) => one.class > 3);
  return (
    <section id="deductions">
      <h2>{say("statement.deductions")}</h2>
      {shown.length === 0 ? <p class="soft">{say("statement.no-deductions")}</p> : null}
      <div class="cord">
        {first.map(line)}
        {later.length > 0 ? (
          <Subtotal
            name={say("statement.available")}
            figure={
              <Figure
                exact={moneyOf(content, content.subtotals.available)}
                counted={{ of: "money", currency: content.currency }}
              />
            }
          />
        ) : null}
        {later.map(line)}
        {content.corrections === undefined || content.corrections.paid === "0" ? null : (
          <p class="row">
            <span>{say("corrected.paid")}</span>
            <Figure
              exact={moneyOf(content, content.corrections.paid)}
              sign="always"
              counted={{ of: "money", currency: content.currency }}
            />
          </p>
        )}
        <RoundingLine content={content} open={openAll} />
        <Total
          name={say(`statement.receives-${content.payment.mode}`)}
          figure={
            <Figure
              exact={moneyOf(content, content.payment.paid)}
              counted={{ of: "money", currency: content.currency }}
            />
          }
        />
      </div>
    </section>
  );
}
