/** One's own history: the page that offers it, and the file that one keeps. */
import type { ComponentChildren } from "preact";
import type { Frame } from "../../../web/components/frames.tsx";
import { OwnFrame } from "../../../web/components/own-frame.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";

/** A paper: its kind's code, number, and the day it was issued. */
export type HistoryPaper = { readonly kind: string; readonly number: string; readonly day: string };

/** A line of the ledger: the day, the account's code, and the figure as written: money with its currency, goods in kilograms. */
export type HistoryLine = {
  readonly day: string;
  readonly account: string;
  readonly amount:
    | { readonly money: string; readonly currency: string }
    | { readonly kilograms: string; readonly product: string }
    | { readonly other: string };
};

/** An act: the day it was received, its kind, and whether its whole text is inside. */
export type HistoryAct = { readonly day: string; readonly kind: string; readonly isWhole: boolean };

export type HistoryFileProps = {
  readonly organisation: string;
  readonly book: string;
  readonly day: string;
  readonly time: string;
  /** Personal values that the book holds: name, number of identity, telephone. */
  readonly values: readonly string[];
  readonly papers: readonly HistoryPaper[];
  readonly lines: readonly HistoryLine[];
  readonly acts: readonly HistoryAct[];
  readonly head: { readonly position: string; readonly digest: string };
  /** The id of the key that signs. */
  readonly keyId: string;
};

function amountOf({ amount }: HistoryLine, say: Say): ComponentChildren {
  if ("money" in amount) return say("value.money-code-signed", { value: amount.money, currency: amount.currency });
  if ("kilograms" in amount) {
    const product = wordOr("product", amount.product, say);
    return `${say("value.kilograms", { value: amount.kilograms })} ${product}`;
  }
  return amount.other;
}

function Papers({ papers }: Pick<HistoryFileProps, "papers">) {
  const say = useSay();
  if (papers.length === 0) return <p>{say("history.no-papers")}</p>;
  return (
    <Table
      label={say("history.papers")}
      columns={[{ head: say("history.number") }, { head: say("history.paper") }, { head: say("form.day") }]}
      rows={papers.map(({ kind, number, day }) => ({
        name: number,
        cells: [wordOr("history.paper", kind, say), say("value.day", { value: day })],
      }))}
    />
  );
}

function Lines({ lines }: Pick<HistoryFileProps, "lines">) {
  const say = useSay();
  if (lines.length === 0) return <p>{say("history.no-lines")}</p>;
  return (
    <Table
      label={say("history.lines")}
      columns={[
        { head: say("form.day") },
        { head: say("history.account") },
        { head: say("history.amount"), figures: true },
      ]}
      rows={lines.map((line) => ({
        name: say("value.day", { value: line.day }),
        cells: [wordOr("account", line.account, say), amountOf(line, say)],
      }))}
    />
  );
}

function Acts({ acts }: Pick<HistoryFileProps, "acts">) {
  const say = useSay();
  return (
    <Table
      label={say("history.acts")}
      columns={[{ head: say("form.day") }, { head: say("history.kind") }, { head: say("history.text") }]}
      rows={acts.map(({ day, kind, isWhole }) => ({
        name: say("value.day", { value: day }),
        cells: [kind, say(isWhole ? "history.whole" : "history.digest-only")],
      }))}
    />
  );
}

function FileBody({ props }: { props: HistoryFileProps }) {
  const say = useSay();
  const { organisation, day, time, values, head, keyId } = props;
  return (
    <>
      <div class="band" aria-hidden="true" />
      <div class="sheet">
        <main>
          <h1 class="speak">{say("history.file-title", { organisation })}</h1>
          <p>{say("history.as-of", { day, time, position: head.position })}</p>
          <h2>{say("history.values")}</h2>
          {values.length === 0 ? <p>{say("history.no-values")}</p> : values.map((value) => <p>{value}</p>)}
          <h2>{say("history.papers")}</h2>
          <Papers papers={props.papers} />
          <h2>{say("history.lines")}</h2>
          <p>{say("history.lines-why")}</p>
          <Lines lines={props.lines} />
          <h2>{say("history.acts")}</h2>
          <p>{say("history.acts-why")}</p>
          <Acts acts={props.acts} />
          <h2>{say("history.check")}</h2>
          <p>{say("history.check-how")}</p>
          <p class="codes">{say("history.codes", { head: head.digest, key: keyId })}</p>
        </main>
      </div>
    </>
  );
}

/** The file that one keeps, before its data and its signature are added. */
export const historyFile = (props: HistoryFileProps, say: Say): Page => ({
  title: say("history.file-title", { organisation: props.organisation }),
  style: ["sheet", "table"],
  bandOf: props.book,
  bandLies: "along",
  ownStyle: "main{padding:24px 0}h2{margin-top:28px}.codes{overflow-wrap:anywhere}",
  body: (
    <Speaking value={say}>
      <FileBody props={props} />
    </Speaking>
  ),
});

/** What the page that offers the file needs. */
export type HistoryProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: string;
  readonly take: string;
  readonly counts: Readonly<Record<"papers" | "lines" | "acts" | "values", string>>;
};

function Offer({ props }: { props: HistoryProps }) {
  const say = useSay();
  return (
    <OwnFrame frame={props.frame} who={props.who}>
      <h1 class="speak">{say("history.title")}</h1>
      <p>{say("history.counts", props.counts)}</p>
      <p>{say("history.why")}</p>
      <a class="do main" href={props.take}>
        {say("history.take")}
      </a>
      <h2>{say("history.check")}</h2>
      <p>{say("history.check-how")}</p>
    </OwnFrame>
  );
}

/** The page that offers one's history. */
export const historyPage = (props: HistoryProps, say: Say): Page => ({
  title: `${say("history.title")} · ${props.frame.organisation}`,
  style: ["sheet", "own", "form", "notice"],
  bandOf: props.book,
  bandLies: "along",
  ownStyle: "main>*+*{margin-top:14px}",
  body: (
    <Speaking value={say}>
      <Offer props={props} />
    </Speaking>
  ),
});
