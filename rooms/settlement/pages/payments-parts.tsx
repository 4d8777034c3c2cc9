/** Parts of the page of payments: how the list is narrowed, paying a whole settlement, and what was paid last. */
import { ChoiceField, DayField, TextField, TickField } from "../../../web/components/fields.tsx";
import { Filter } from "../../../web/components/filter.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { MadeRow, PaymentsProps } from "./payments.tsx";
import { personIn } from "./people.tsx";

/** Must: keep what was chosen, and lead back to all. */
export function Narrow({ props }: { props: PaymentsProps }) {
  const say = useSay();
  const { action, filled, narrowed } = props.filter;
  return (
    <Filter action={action} narrowed={narrowed}>
      <ChoiceField
        name="settlement"
        label={say("payments.settlement")}
        choices={props.settlements}
        none={say("payments.every-settlement")}
        filled={filled}
        optional
      />
      <ChoiceField
        name="way"
        label={say("settle.way")}
        choices={(["cash", "transfer"] as const).map((value) => ({ value, says: say(`settle.way.${value}`) }))}
        none={say("payments.every-way")}
        filled={filled}
        optional
      />
      <DayField name="until" label={say("payments.until")} filled={filled} optional />
      <TextField name="q" label={say("settle.find")} filled={filled} optional />
    </Filter>
  );
}

/** Must: say how many are paid by it, and that what was paid before is left alone. */
export function PayAll({ props, all }: { props: PaymentsProps; all: NonNullable<PaymentsProps["payAll"]> }) {
  const say = useSay();
  return (
    <section>
      <h2>{say("payments.all-of-it")}</h2>
      <ActForm
        action={props.filter.action}
        act={all.act}
        filled={{ typed: props.pay?.filled.typed ?? null, wrong: [] }}
        named={[]}
        submit={say("payments.pay-all", { statements: all.statements })}
      >
        <input type="hidden" name="do" value="all" />
        {props.pay?.hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="hint">{say("payments.pay-all-hint")}</p>
        <TickField
          name="allIn"
          label={say("settle.way")}
          choices={(["cash", "transfer"] as const).map((value) => ({ value, says: say(`settle.way.${value}`) }))}
          filled={{ typed: new URLSearchParams({ allIn: "cash" }), wrong: [] }}
        />
        <input type="hidden" name="on" value={props.pay?.filled.typed?.get("on") ?? ""} />
      </ActForm>
    </section>
  );
}

/** The last payments, newest first. */
export function Made({ rows }: { rows: readonly MadeRow[] }) {
  const say = useSay();
  if (rows.length === 0) return <Notice state="none" title={say("payments.none-made")} />;
  return (
    <Table
      label={say("payments.made")}
      columns={[
        { head: say("settle.person-head") },
        { head: say("statements.number") },
        { head: say("payments.on") },
        { head: say("settle.way") },
        { head: say("payments.amount"), figures: true },
      ]}
      rows={rows.map((row) => ({
        name: personIn(row, say),
        cells: [
          <a href={row.href}>{row.paper}</a>,
          <span class="nb">{say("value.day", { value: row.on })}</span>,
          <>
            {row.place === null
              ? say(`settle.way.${row.way}`)
              : say("payments.way-at", { way: say(`settle.way.${row.way}`), place: row.place })}
            {row.found === null ? null : (
              <>
                <br />
                <span class="small soft">{row.found}</span>
              </>
            )}
          </>,
          say("value.money-line", { value: row.amount, currency: row.currency }),
        ],
      }))}
    />
  );
}
