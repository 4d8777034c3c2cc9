/** One import: what would happen, what is happening, or what happened; and the rows that wait for somebody. */
import type { StartAccount } from "../../../exchange/starts/account.ts";
import type { StartKind } from "../../../exchange/starts/kinds.ts";
import { factsOf, type WaitingRow } from "../../../exchange/starts/waiting-rows.ts";
import { add, decimalText, exactly } from "../../../kernel/exact/index.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { fresh } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { type Frame, OfficeFrame } from "../../components/frames.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking, useSay } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import type { Say } from "../../language/say.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";

/** What the page shows. `state` is the stage, or that the work was broken off with its server. */
export type RunProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly file: string;
  readonly kind: StartKind;
  readonly state: "working" | "tried" | "done" | "failed" | "broken-off";
  readonly trial: boolean;
  readonly rows: string;
  readonly account: StartAccount | null;
  readonly refusal: Refusal | null;
  /** The first rows that wait. */
  readonly waiting: readonly WaitingRow[];
  readonly action: string;
  readonly back: string;
  readonly act: string;
};

/** The sentence that answers, first of all. */
function answerOf({ state, trial, account, rows, file }: RunProps, say: Say): string {
  if (state === "working") return say(trial ? "imports.trying" : "imports.running", { rows, file });
  if (state === "broken-off") return say("imports.broken-off", { rows, file });
  if (account === null) return say("imports.failed", { file });
  const counts = {
    file,
    read: `${account.read}`,
    in: `${account.in + account.questioned}`,
    known: `${account.known}`,
    waiting: `${account.asked + account.refused}`,
  };
  return say(trial ? "imports.would" : "imports.did", counts);
}

function Counts({ account, trial }: { account: StartAccount; trial: boolean }) {
  const say = useSay();
  const rows = [
    ["in", account.in],
    ["questioned", account.questioned],
    ["known", account.known],
    ["asked", account.asked],
    ["refused", account.refused],
    ["read", account.read],
  ] as const;
  return (
    <Table
      label={say("imports.account")}
      columns={[{ head: say("imports.what-becomes") }, { head: say("imports.rows"), figures: true }]}
      rows={rows
        .filter(([name, count]) => count > 0 || name === "read")
        .map(([name, count]) => ({
          name: say(`imports.count.${name === "in" && trial ? "would" : name}`),
          cells: [say("value.figure", { value: `${count}` })],
        }))}
    />
  );
}

function Sums({ account }: { account: StartAccount }) {
  const say = useSay();
  if (account.sums.length === 0) return null;
  const figure = (value: string) => say("value.figure", { value });
  return (
    <section>
      <h2>{say("imports.sums")}</h2>
      <Table
        label={say("imports.sums")}
        columns={[
          { head: say("imports.column") },
          { head: say("imports.sum.read"), figures: true },
          { head: say("imports.sum.in"), figures: true },
          { head: say("imports.sum.known"), figures: true },
          { head: say("imports.sum.waiting"), figures: true },
        ]}
        rows={account.sums.map((one) => ({
          name: say(`imports.field.${one.field}`),
          cells: [figure(one.read), figure(sumOf(one.in, one.questioned)), figure(one.known), figure(one.waiting)],
        }))}
      />
    </section>
  );
}

/** What went in without and with a question, together. */
const sumOf = (one: string, other: string): string => decimalText(add(exactly(one), exactly(other)));

function Waiting({ props }: { props: RunProps }) {
  const say = useSay();
  const { waiting, action, account } = props;
  if (waiting.length === 0 || account === null) return null;
  return (
    <section>
      <h2>{say("imports.waiting")}</h2>
      <p>{say("imports.waiting-why")}</p>
      <p class="acts">
        <a class="do" href={`${action}/waiting.xlsx`}>
          {say("imports.waiting-xlsx")}
        </a>{" "}
        <a class="quiet" href={`${action}/waiting.csv`}>
          {say("imports.waiting-csv")}
        </a>
      </p>
      <Table
        label={say("imports.waiting")}
        columns={[{ head: say("imports.row") }, { head: say("imports.cells") }, { head: say("imports.to-do") }]}
        rows={waiting.map((row) => ({
          name: say("value.figure", { value: `${row.number}` }),
          cells: [
            row.cells
              .filter((cell) => cell !== "")
              .slice(0, 4)
              .join(" · "),
            sentenceOf({ code: row.code, facts: factsOf(row) }, say),
          ],
        }))}
      />
    </section>
  );
}

function Notes({ account }: { account: StartAccount }) {
  const say = useSay();
  if (account.notes.length === 0) return null;
  return (
    <section>
      <h2>{say("imports.notes")}</h2>
      <ul>
        {account.notes.map(([code, count]) => (
          <li>
            {say("imports.note", {
              count: `${count}`,
              says: sentenceOf({ code, facts: { field: "", found: "" } }, say),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one main act of the state, and the quiet way back to the columns. */
function Acts({ props }: { props: RunProps }) {
  const say = useSay();
  const { state, trial, account, action, act } = props;
  const columns = { href: `${action}?columns=1`, says: say("imports.change-columns") };
  if (state === "done" || state === "working") return null;
  if (state === "tried" && account !== null && account.in === 0)
    return (
      <p>
        <a class="quiet" href={columns.href}>
          {columns.says}
        </a>
      </p>
    );
  const again =
    state === "tried"
      ? say("imports.go", { rows: `${account?.in ?? 0}` })
      : say(trial ? "imports.try-again" : "imports.go-on");
  const to = state !== "tried" && trial ? "again" : "go";
  return <ActForm action={`${action}/${to}`} act={act} filled={fresh()} named={[]} submit={again} other={columns} />;
}

function Body({ props }: { props: RunProps }) {
  const say = useSay();
  const { account, refusal } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="import">
      <h1 class="speak">{answerOf(props, say)}</h1>
      <a class="quiet" href={props.back}>
        {say("imports.all")}
      </a>
      {refusal === null ? null : (
        <Notice state="broken" title={say("imports.stopped")}>
          <p>{sentenceOf(refusal, say)}</p>
        </Notice>
      )}
      {props.state === "working" ? (
        <Notice state="waiting" title={say("imports.working")}>
          <p>{say("imports.working-why")}</p>
        </Notice>
      ) : null}
      <Acts props={props} />
      {account === null ? null : (
        <>
          <Counts account={account} trial={props.trial} />
          <p>
            {/* Where no column counts anything, how decimals are written was not looked at. */}
            {say(account.sums.length === 0 ? "imports.manner-days" : "imports.manner", {
              mark: say(`imports.mark.${account.manner.mark === "," ? "comma" : "point"}`),
              order: say(`imports.order.${account.manner.order}`),
            })}
          </p>
          <Sums account={account} />
          <Waiting props={props} />
          <Notes account={account} />
        </>
      )}
    </OfficeFrame>
  );
}

/** The page. */
export const runPage = (props: RunProps, say: Say): Page => ({
  title: `${say("imports.one")} · ${props.frame.organisation}`,
  style: ["desk", "table", "list", "form", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
