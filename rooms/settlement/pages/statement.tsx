/** The statement: why this amount? One sentence answers, the account below proves it line by line. */
import type { ComponentChildren } from "preact";
import { Figure } from "../../../web/components/figure.tsx";
import { DocumentFrame } from "../../../web/components/frames.tsx";
import type { Tongue } from "../../../web/components/language-switch.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { SplitBar, splitCss } from "../../../web/components/split-bar.tsx";
import { Total } from "../../../web/components/statement-line.tsx";
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";
import type { StylePart } from "../../../web/styles/styles.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { PlanVersion, StatementContent, StatementDelivery } from "../content.ts";
import { Balances } from "./statement-balances.tsx";
import { type CorrectedLater, Corrections, Later } from "./statement-corrections.tsx";
import { DeadlineLines, type Deadlines } from "./statement-deadlines.tsx";
import { Deductions } from "./statement-deductions.tsx";
import { DeliveryAccount } from "./statement-delivery.tsx";
import { moneyOf, splitOf, weightsOf, worthOf } from "./statement-shape.ts";
import { productName, unitName, wordsIn } from "./statement-words.ts";

/** Everything the page shows. The paper keeps no name: `holder` comes from the register, or says when it was erased. */
export type StatementProps = {
  readonly content: StatementContent;
  /** The price plan of a version the content names. */
  readonly pricePlan: (version: PlanVersion) => PricePlan;
  readonly deductionPlan: DeductionPlan | null;
  /** Until when it may be objected to, and by when it is to be paid; unsaid where no season says so. */
  readonly deadlines?: Deadlines | null;
  readonly holder: { readonly name: string } | { readonly erasedOn: string } | null;
  /** This page with every line open, for the printer; null when it is that page. */
  readonly printHref: string | null;
  /** The file that works the statement out again, for an auditor; null where there is none to download. */
  readonly fileHref: string | null;
  /** The statement as one SMS; null as above. */
  readonly smsHref: string | null;
  /** The way back to the list of statements, everybody's or one's own; null when there is none, as for the printer. */
  readonly list: { readonly href: string; readonly everybody: boolean } | null;
  readonly tongues: readonly Tongue[];
  readonly openAll: boolean;
  /** What later statements have corrected of it; unsaid where nothing was. */
  readonly corrected?: CorrectedLater;
  /** To be heard instead of read: stands below the answer. */
  readonly listen?: ComponentChildren;
  /** What an accountant reads of it, and codes of their own for our accounts; for whoever may look at the ledger. */
  readonly accounting?: ComponentChildren;
  readonly codes?: ReadonlyMap<string, string>;
  /** It is of a draft: nothing was decided yet. The way back to that draft. */
  readonly draft?: { readonly href: string; readonly title: string };
};

/** What heads the paper: its number, or of which draft it is. */
const titleOf = ({ content, draft }: StatementProps, say: Say): string =>
  draft === undefined
    ? say("statement.title", { number: content.number })
    : say("settle.preview-title", { title: draft.title });

/** A statement of corrections alone: how many it corrects, and what is received for them. */
function CorrectionsAnswer({ content }: { content: StatementContent }) {
  const { payment, corrections, currency } = content;
  const values = { statements: `${corrections?.of.length ?? 0}`, amount: moneyOf(content, payment.paid), currency };
  return (
    <div class="answer">
      <h1 class="speak">
        <Sentence of="corrected.answer" values={values} />
      </h1>
      {payment.paid === "0" ? (
        <p class="when">
          <Sentence of="corrected.answer-nothing" values={{}} />
        </p>
      ) : (
        <When content={content} />
      )}
    </div>
  );
}

/** How, when and where it is paid. */
function When({ content: { payment } }: { content: StatementContent }) {
  const known = `${payment.day === null ? "" : "day"}${payment.place === null ? "" : "place"}`;
  return (
    <p class="when">
      <Sentence of={`paid.${payment.mode}`} values={{ known, day: payment.day ?? "", place: payment.place ?? "" }} />
    </p>
  );
}

function Answer({ props }: { props: StatementProps }) {
  const say = useSay();
  const { content } = props;
  if (content.deliveries.length === 0) return <CorrectionsAnswer content={content} />;
  const { deliveries, payment } = content;
  const [first] = deliveries;
  const brought = first ? weightsOf(first, props.pricePlan(first.plan)).gross : { exact: "0", unit: "kg" };
  const days = deliveries.map((delivery) => delivery.day).sort();
  const values = {
    deliveries: String(deliveries.length),
    weight: brought.exact,
    unit: wordOr("unit-word", brought.unit, say, { count: brought.exact }),
    product: productName(first?.product ?? "", say),
    from: days[0] ?? "",
    to: days.at(-1) ?? "",
    amount: moneyOf(content, payment.paid),
    currency: content.currency,
  };
  return (
    <div class="answer">
      <h1 class="speak">
        <Sentence of={deliveries.length === 1 ? "statement.answer-one" : "statement.answer-many"} values={values} />
      </h1>
      <When content={content} />
    </div>
  );
}

/** One hand-over among several: day, receipt, kilos and value in one row; its whole account inside. */
function DeliveryRow({ props, delivery }: { props: StatementProps; delivery: StatementDelivery }) {
  const say = useSay();
  const { content, openAll } = props;
  const { delivered } = weightsOf(delivery, props.pricePlan(delivery.plan));
  return (
    <details class="line delivery" open={openAll}>
      <summary>
        <span class="lab">
          <b>{say("value.day", { value: delivery.day })}</b>
          <span class="small soft nb">{delivery.receipt}</span>
          <span class="small soft kg">
            {say("statement.net-of", { net: delivered.exact, unit: unitName(delivered.unit, say) })}
          </span>
        </span>
        <Figure exact={moneyOf(content, worthOf(delivery))} counted={{ of: "money", currency: content.currency }} />
      </summary>
      <div class="inside">
        <DeliveryAccount
          content={content}
          delivery={delivery}
          plan={props.pricePlan(delivery.plan)}
          openAll={openAll}
          heading="h3"
        />
      </div>
    </details>
  );
}

function Deliveries({ props }: { props: StatementProps }) {
  const say = useSay();
  const { content, openAll } = props;
  const [only, ...more] = content.deliveries;
  if (only === undefined) return null;
  if (more.length === 0)
    return (
      <DeliveryAccount
        content={content}
        delivery={only}
        plan={props.pricePlan(only.plan)}
        openAll={openAll}
        heading="h2"
      />
    );
  return (
    <section>
      <h2>
        {say(content.deliveries.some(({ receipt }) => receipt) ? "statement.deliveries" : "statement.deliveries-bare")}
      </h2>
      <div class="cord">
        {content.deliveries.map((delivery) => (
          <DeliveryRow props={props} delivery={delivery} />
        ))}
        <Total
          name={say("statement.value-of-all", { count: String(content.deliveries.length) })}
          figure={
            <Figure
              exact={moneyOf(content, content.subtotals.value)}
              counted={{ of: "money", currency: content.currency }}
            />
          }
        />
      </div>
    </section>
  );
}

function holderLine({ content, holder }: StatementProps, say: Say): string {
  const number = content.agent.memberNumber ?? "";
  if (holder !== null && "erasedOn" in holder) return say("statement.erased", { number, day: holder.erasedOn });
  return say("statement.holder", {
    number,
    name: holder?.name ?? "",
    known: `${holder ? "name" : ""}${number ? "number" : ""}`,
  });
}

/** The way back: to the draft it is of, or to the list it was found in. */
function backOf({ draft, list }: StatementProps, say: Say): { href: string; says: string } | null {
  if (draft !== undefined) return { href: draft.href, says: say("settle.to-draft") };
  return list && { href: list.href, says: say(list.everybody ? "statement.to-all" : "statement.to-mine") };
}

function Body({ props }: { props: StatementProps }) {
  const say = useSay();
  const { content } = props;
  const split = splitOf(content);
  return (
    <DocumentFrame
      organisation={content.organisation}
      kind="statement"
      about={[titleOf(props, say), holderLine(props, say), aboutDays(content, say)]}
      skipTo="account"
      back={backOf(props, say)}
      tongues={props.tongues}
      foot={say("statement.foot", {
        mark: say.notation.decimal === "," ? "comma" : "point",
        grain: content.grain.line,
        currency: content.currency,
        issued: content.days.issued,
      })}
    >
      {props.draft === undefined ? null : (
        <Notice state="waiting" title={say("settle.preview-not-decided")}>
          <p>{say("settle.preview-why")}</p>
        </Notice>
      )}
      {props.corrected === undefined ? null : <Later content={content} of={props.corrected} />}
      <Answer props={props} />
      {props.listen}
      {split.length > 0 ? (
        <SplitBar
          title={say("split.title", { coins: say(`currencies.${content.currency}.line`, { count: "100" }) })}
          parts={split}
        />
      ) : null}
      <div id="account" class="account">
        <p class="hint small soft">{say("statement.hint")}</p>
        {content.deliveries.length > 6 ? (
          <a class="quiet" href="#deductions">
            {say("statement.to-deductions")}
          </a>
        ) : null}
        <Deliveries props={props} />
        <Corrections
          content={content}
          pricePlan={props.pricePlan}
          openAll={props.openAll}
          nameOf={(code) => deductionName(props, code, say)}
        />
        <Deductions content={content} plan={props.deductionPlan} openAll={props.openAll} codes={props.codes} />
      </div>
      <div class="after">
        <DeadlineLines of={props.deadlines ?? null} />
        <Balances content={content} printHref={props.printHref} fileHref={props.fileHref} smsHref={props.smsHref} />
      </div>
      {props.accounting}
    </DocumentFrame>
  );
}

/** What a deduction is called in the list that holds now, or its code: an earlier list may have had others. */
function deductionName({ deductionPlan }: StatementProps, code: string, say: Say): string {
  const found = deductionPlan?.deductions.find((one) => one.code === code);
  return found === undefined ? code : wordsIn(found.name, say).text;
}

/** One hand-over is named by its day and receipt, which what came from a file has not; several by the day they were settled. */
function aboutDays(content: StatementContent, say: Say): string {
  const [only, ...more] = content.deliveries;
  if (!only || more.length > 0) return say("statement.settled", { day: content.days.issued });
  const { day, receipt } = only;
  return receipt === ""
    ? say("statement.delivered-without-receipt", { day })
    : say("statement.delivered", { day, receipt });
}

/** Parts of style that few statements need. */
function styleOf({ draft, corrected, content, accounting }: StatementProps): readonly StylePart[] {
  const hasLater = corrected !== undefined && corrected.later.length + corrected.waiting > 0;
  return [
    ...(draft === undefined && !hasLater ? [] : (["notice"] as const)),
    ...(content.corrections === undefined && !accounting ? [] : (["table"] as const)),
  ];
}

/** The page of one statement. */
export const statementPage = (props: StatementProps, say: Say): Page => ({
  title: `${titleOf(props, say)} · ${props.content.organisation}`,
  style: ["sheet", "split", "cord", "statement", ...styleOf(props)],
  bandOf: props.content.book,
  bandLies: "along",
  ownStyle: splitCss(splitOf(props.content)),
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
