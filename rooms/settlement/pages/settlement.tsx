/** One settlement: what it comes to, what stands in the way, whose turn it is; and each producer's statement, before and after. */
import type { ComponentChildren } from "preact";
import type { Filled } from "../../../web/components/fields.tsx";
import { Figure } from "../../../web/components/figure.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Find, type ListPage, Pager } from "../../../web/components/list.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { type StripSum, SumStrip } from "../../../web/components/sum-strip.tsx";
import type { Say } from "../../../web/language/say.ts";
import type { Coded } from "../../../web/language/sentence.ts";
import type { Page } from "../../../web/render.ts";
import type { Person } from "./people.tsx";
import { Deductions, Deeds, Holding, InTheWay, People } from "./settlement-parts.tsx";

/** A stage that was reached: which, when, and by whom. */
export type StageReached = { readonly stage: string; readonly day: string; readonly name: string | null };

/** Sums of the whole as exact decimal text of `currency`; `rounding` is what coins add or take. */
export type SettlementSums = Readonly<Record<"value" | "deducted" | "net" | "paid" | "rounding", string>> & {
  readonly statements: string;
  readonly deliveries: string;
};

/** What one deduction takes of everybody: asked for, taken, to which account. */
export type DeductedSum = {
  readonly name: string;
  readonly to: string;
  readonly asked: string;
  readonly taken: string;
  readonly lines: string;
};

/** One producer's statement. Sums are null where it cannot be composed, and `wrong` says why. */
export type StatementLineRow = Person & {
  readonly href: string | null;
  readonly number_of_paper: string | null;
  readonly deliveries: string;
  readonly value: string | null;
  readonly deducted: string | null;
  readonly paid: string | null;
  readonly owed: string | null;
  /** What was asked and not taken: the name of the deduction, how much is left owing, and why. */
  readonly held: readonly { readonly name: string; readonly left: string; readonly by: string }[];
  readonly waits: readonly Coded[];
};

/** A form of the page: what it does, its key, and what the reviewer has before their eyes. */
export type Deed = {
  readonly does: "review" | "close" | "drop" | "leave-out";
  readonly act: string;
  readonly seen: readonly (readonly [name: string, value: string])[];
};

export type SettlementProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  readonly title: string;
  readonly season: string;
  readonly currency: string;
  readonly stage: string;
  readonly stages: readonly StageReached[];
  readonly statements: string;
  readonly deliveries: string;
  readonly unpaid: string;
  /** Null while the whole was not computed: `wholeHref` leads there. */
  readonly sums: SettlementSums | null;
  readonly wholeHref: string | null;
  readonly deductions: readonly DeductedSum[];
  readonly wrong: readonly Coded[];
  readonly questions: readonly Coded[];
  /** Lines that cannot be settled now, each with its reason: they can be left out. */
  readonly holding: readonly HeldLine[];
  readonly questionsHref: string | null;
  readonly changed: boolean;
  readonly deeds: readonly Deed[];
  readonly filled: Filled;
  readonly action: string;
  readonly payHref: string | null;
  readonly rows: readonly StatementLineRow[];
  readonly found: string;
  readonly q: string;
  /** The journal lines of all its statements and payments, for whoever may look at the ledger; null before it is closed. */
  readonly accountingHref: string | null;
};

/** One line that is held: of which hand-over, and why. */
export type HeldLine = Coded & { readonly receipt: string | null; readonly day: string | null };

const order = ["drafted", "reviewed", "closed", "paid"];

function Stages({ props }: { props: SettlementProps }) {
  const say = useSay();
  const ahead = order.slice(order.indexOf(props.stage) + 1);
  const last = props.stages.length - 1;
  return (
    <ol class="stages">
      {props.stages.map(({ stage, day, name }, at) => (
        <li class={at === last ? "now" : "past"}>
          <b>{say(`settle.stage.${stage}`)}</b>{" "}
          <span class="soft">{say("settle.stage-by", { day, name: name ?? say("members.name-unknown") })}</span>
        </li>
      ))}
      {props.stage === "dropped" ? null : ahead.map((stage) => <li class="ahead">{say(`settle.ahead.${stage}`)}</li>)}
    </ol>
  );
}

function Sums({ props }: { props: SettlementProps }) {
  const say = useSay();
  const { sums, currency } = props;
  if (sums === null)
    return props.wholeHref === null ? null : (
      <Notice state="none" title={say("settle.whole-not-computed")}>
        <p>{say("settle.whole-not-computed-why", { statements: props.statements })}</p>
        <a class="quiet" href={props.wholeHref}>
          {say("settle.compute-whole")}
        </a>
      </Notice>
    );
  const money = (exact: string): ComponentChildren => <Figure exact={exact} counted={{ of: "money", currency }} />;
  const rounding = /[1-9]/.test(sums.rounding)
    ? say("settle.with-rounding", { rounding: sums.rounding, currency })
    : undefined;
  const all: StripSum[] = [
    {
      label: say("settle.value"),
      figure: money(sums.value),
      under: say("settle.of-deliveries", { deliveries: sums.deliveries }),
    },
    { label: say("settle.deducted"), figure: money(sums.deducted) },
    {
      label: say("settle.to-hand"),
      figure: money(sums.paid),
      under: rounding ?? say("settle.of-statements", { statements: sums.statements }),
    },
  ];
  return <SumStrip sums={all} />;
}

function Body({ props }: { props: SettlementProps }) {
  const say = useSay();
  const { stage, sums, currency } = props;
  const values = {
    stage: sums === null ? "uncounted" : stage,
    statements: props.statements,
    deliveries: props.deliveries,
    paid: sums?.paid ?? "0",
    currency,
    unpaid: props.unpaid,
  };
  return (
    <OfficeFrame frame={props.frame} skipTo="settlement">
      <p class="soft">{say("settle.heading", { title: props.title, season: props.season })}</p>
      <h1 class="speak">
        <Sentence of="settle.one-answer" values={values} />
      </h1>
      <Sums props={props} />
      <InTheWay props={props} />
      <Holding props={props} />
      <Stages props={props} />
      <Deeds props={props} />
      <Deductions props={props} />
      <section>
        <h2>{say("settle.people")}</h2>
        <Find action={props.action} q={props.q} label={say("settle.find")} all={say("settle.everybody")} />
        {props.rows.length === 0 ? (
          <Notice state="none" title={say("members.not-found", { q: props.q })} />
        ) : (
          <People props={props} />
        )}
        <Pager page={props} found={props.found} />
      </section>
      {props.accountingHref === null ? null : (
        <section>
          <h2>{say("books.accounting")}</h2>
          <a class="quiet" href={props.accountingHref}>
            {say("books.to-lines")}
          </a>
        </section>
      )}
    </OfficeFrame>
  );
}

/** The page of one settlement. */
export const settlementPage = (props: SettlementProps, say: Say): Page => ({
  title: `${props.title} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
