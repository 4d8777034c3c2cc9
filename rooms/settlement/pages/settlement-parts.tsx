/** Parts of the page of one settlement: what stands in the way, what is deducted, what may be done, and the people in it. */
import type { ComponentChildren } from "preact";
import { ActForm } from "../../../web/components/form.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { type Coded, sentenceOf } from "../../../web/language/sentence.ts";
import { accountName, coinsOf, personIn } from "./people.tsx";
import type { SettlementProps, StatementLineRow } from "./settlement.tsx";

/** Must: say each thing that stands in the way in words, and lead to where it is mended. */
export function InTheWay({ props }: { props: SettlementProps }) {
  const say = useSay();
  const { wrong, questions } = props;
  return (
    <>
      {props.changed ? (
        <Notice state="waiting" title={say("settle.changed")}>
          <p>{say("settle.changed-why")}</p>
        </Notice>
      ) : null}
      {questions.length === 0 ? null : (
        <Notice state="waiting" title={say("settle.questions-wait", { count: `${questions.length}` })}>
          <ul>
            {questions.slice(0, 8).map((one) => (
              <li>{sentenceOf(one, say)}</li>
            ))}
          </ul>
          {props.questionsHref === null ? null : (
            <a class="quiet" href={props.questionsHref}>
              {say("settle.to-questions")}
            </a>
          )}
        </Notice>
      )}
      {wrong.length === 0 ? null : (
        <Notice state="broken" title={say("settle.cannot-compose", { count: `${wrong.length}` })}>
          <ul>
            {wrong.slice(0, 8).map((one) => (
              <li>{sentenceOf(one, say)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Must: name each line that is held by its hand-over, and say why, so that the others may go on without it. */
export function Holding({ props }: { props: SettlementProps }) {
  const say = useSay();
  const { holding } = props;
  if (holding.length === 0) return null;
  const nameOf = ({ receipt, day }: SettlementProps["holding"][number]): string =>
    [day === null ? "" : say("value.day", { value: day }), receipt ?? ""].filter((one) => one !== "").join(" · ");
  return (
    <section>
      <h2>{say("settle.held-lines", { count: `${holding.length}` })}</h2>
      <ul>
        {holding.slice(0, 50).map((one) => (
          <li>{say("settle.held-one", { what: nameOf(one), why: sentenceOf(one, say) })}</li>
        ))}
      </ul>
    </section>
  );
}

/** Must: name the account that each deduction goes to, and what was asked beside what is taken. */
export function Deductions({ props }: { props: SettlementProps }) {
  const say = useSay();
  const unit = coinsOf(props.currency, say);
  if (props.deductions.length === 0) return null;
  return (
    <section>
      <h2>{say("settle.deductions")}</h2>
      <Table
        label={say("settle.deductions")}
        columns={[
          { head: say("settle.deduction") },
          { head: say("line.goes-to") },
          { head: say("settle.statements"), figures: true },
          { head: say("settle.asked"), figures: true, unit },
          { head: say("settle.taken"), figures: true, unit },
        ]}
        rows={props.deductions.map((one) => ({
          name: one.name,
          cells: [
            accountName(one.to, say),
            say("value.figure", { value: one.lines }),
            say("value.figure", { value: one.asked }),
            say("value.figure", { value: one.taken }),
          ],
        }))}
      />
    </section>
  );
}

/** What was asked for is no longer to be done here: another window did it first. */
function NotDone({ wrong }: { wrong: readonly Coded[] }) {
  const say = useSay();
  return (
    <Notice state="broken" title={say("form.not-done")}>
      {wrong.map((one) => (
        <p>{sentenceOf(one, say)}</p>
      ))}
    </Notice>
  );
}

/** Must: offer only what this reader may do at this stage, and say of what cannot be undone that it cannot. */
export function Deeds({ props }: { props: SettlementProps }) {
  const say = useSay();
  if (props.deeds.length === 0 && props.payHref === null && props.filled.wrong.length === 0) return null;
  const typed = props.filled.typed?.get("do");
  const isHere = props.deeds.some(({ does }) => does === typed);
  return (
    <div class="deeds">
      {props.filled.wrong.length === 0 || isHere ? null : <NotDone wrong={props.filled.wrong} />}
      {props.deeds.map(({ does, act, seen }) => (
        <ActForm
          action={props.action}
          act={act}
          filled={{ typed: null, wrong: props.filled.typed?.get("do") === does ? props.filled.wrong : [] }}
          named={[]}
          submit={say(`settle.do.${does}`)}
          grave={does === "drop"}
        >
          <input type="hidden" name="do" value={does} />
          {seen.map(([name, value]) => (
            <input type="hidden" name={`seen.${name}`} value={value} />
          ))}
          <p class="hint">{say(`settle.do-hint.${does}`)}</p>
        </ActForm>
      ))}
      {props.payHref === null ? null : (
        <a class="do main" href={props.payHref}>
          {say("settle.pay")}
        </a>
      )}
    </div>
  );
}

/** Why somebody gets less than was asked, or cannot be settled yet; each reason on its line. */
function Why({ row, currency }: { row: StatementLineRow; currency: string }) {
  const say = useSay();
  if (row.held.length === 0 && row.waits.length === 0) return <>{say("settle.nothing-held")}</>;
  return (
    <ul class="small">
      {row.waits.map((one) => (
        <li class="waiting">{sentenceOf(one, say)}</li>
      ))}
      {row.held.map((one) => (
        <li>
          {say("settle.held-line", {
            name: one.name,
            left: one.left,
            currency,
            by: one.by === "nothing-left" || one.by === "no-consent" ? one.by : "cap",
            cap: one.by,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Must: lead from each person to the whole account; say of each why it is less than asked. */
export function People({ props }: { props: SettlementProps }) {
  const say = useSay();
  const isClosed = props.stage === "closed" || props.stage === "paid";
  const unit = coinsOf(props.currency, say);
  const figure = (value: string | null): ComponentChildren => (value === null ? null : say("value.figure", { value }));
  const name = (row: StatementLineRow): ComponentChildren => {
    const says =
      row.number_of_paper === null
        ? personIn(row, say)
        : say("settle.statement-of", { number: row.number_of_paper, person: personIn(row, say) });
    return row.href === null ? says : <a href={row.href}>{says}</a>;
  };
  const last = isClosed ? { head: say("statements.owed"), figures: true, unit } : { head: say("settle.why") };
  return (
    <Table
      label={say("settle.people")}
      columns={[
        { head: say("settle.person-head") },
        { head: say("settle.deliveries"), figures: true },
        { head: say("settle.value"), figures: true, unit },
        { head: say("settle.deducted"), figures: true, unit },
        { head: say("settle.to-hand"), figures: true, unit },
        last,
      ]}
      rows={props.rows.map((row) => ({
        name: name(row),
        cells: [
          say("value.figure", { value: row.deliveries }),
          figure(row.value),
          figure(row.deducted),
          figure(row.paid),
          isClosed ? figure(row.owed) : <Why row={row} currency={props.currency} />,
        ],
      }))}
    />
  );
}
