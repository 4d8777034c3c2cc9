/** What a new order can take, to be ticked; and what it cannot, each with its reason and what to do about it. */
import { addDays, type Day } from "../../../kernel/time/index.ts";
import { personIn } from "../../../rooms/settlement/pages/people.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { sentenceInWords } from "../../language/sentence.ts";
import { moneyAt, personOf } from "../settling.ts";
import type { Candidate } from "./new-read.ts";

/** An account that is younger than this many days is worth a second look before money goes there. */
const youngFor = 30;

const totalOf = (rows: readonly Candidate[]): string =>
  `${rows.reduce((sum, { ready }) => sum + BigInt(ready.amount), 0n)}`;

type Can = { rows: readonly Candidate[]; ticked: ReadonlySet<string> | null; today: string; at: PageAt };

/** Must: say where each goes and since when, mark new accounts, and say what all of it comes to. */
export function CanGo({ rows, ticked, today, at }: Can) {
  const { say } = at;
  const young = addDays(today as Day, -youngFor);
  const currency = rows[0]?.due.currency ?? "";
  return (
    <section>
      <h2>{say("bank-order.can-go", { count: `${rows.length}` })}</h2>
      <Table
        label={say("bank-order.can-go", { count: `${rows.length}` })}
        columns={[
          { head: say("settle.person-head") },
          { head: say("statements.number") },
          { head: say("bank-order.goes-to") },
          { head: say("bank-order.amount"), figures: true },
        ]}
        rows={rows.map(({ due, ready }) => ({
          name: (
            <label class="tick">
              <input
                type="checkbox"
                name="pay"
                value={due.statement}
                checked={ticked === null || ticked.has(due.statement)}
              />
              <span>{personIn(personOf(due), say)}</span>
            </label>
          ),
          cells: [
            <a href={at.address(`statements/${encodeURIComponent(due.number)}`)}>{due.number}</a>,
            <>
              {ready.institution}
              {ready.since !== null && ready.since > young ? (
                <>
                  <br />
                  <span class="small soft">{say("bank-order.new-account", { since: ready.since })}</span>
                </>
              ) : null}
            </>,
            say("value.money-line", { value: moneyAt(at, due.currency, ready.amount), currency: due.currency }),
          ],
        }))}
        foot={{
          name: say("bank-order.total"),
          cells: ["", "", say("value.money-line", { value: moneyAt(at, currency, totalOf(rows)), currency })],
        }}
      />
    </section>
  );
}

/** Reasons that a new account of the person mends. */
const mendedByAccount = ["no-account", "account-closed", "account-other-currency", "heirs"];

/** Must: say of each why, and lead to where it can be mended. */
export function CannotGo({ rows, at }: { rows: readonly Candidate[]; at: PageAt }) {
  const { say } = at;
  return (
    <section>
      <h2>{say("bank-order.cannot-go", { count: `${rows.length}` })}</h2>
      <p class="soft">{say("bank-order.cannot-why")}</p>
      <Table
        label={say("bank-order.cannot-go", { count: `${rows.length}` })}
        columns={[
          { head: say("settle.person-head") },
          { head: say("statements.number") },
          { head: say("bank-order.why") },
          { head: say("bank-order.amount"), figures: true },
        ]}
        rows={rows.map(({ due, ready: { why } }) => ({
          name: personIn(personOf(due), say),
          cells: [
            <a href={at.address(`statements/${encodeURIComponent(due.number)}`)}>{due.number}</a>,
            <>
              {why === null ? null : sentenceInWords(why, say)}{" "}
              {mendedByAccount.some((one) => why?.code === `payment-order.${one}`) ? (
                <a href={at.address(`members/${due.agent}/account`)}>{say("bank-order.tell-account")}</a>
              ) : null}
            </>,
            say("value.money-line", { value: moneyAt(at, due.currency, due.to_hand), currency: due.currency }),
          ],
        }))}
      />
    </section>
  );
}
