/** Accounts as a list: bank, number, holder, since when, open or closed. */
import { Mark } from "../../components/mark.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { Say } from "../../language/say.ts";
import type { AccountRow } from "./read.ts";

type Props = { rows: readonly AccountRow[]; none: string; isOurs: boolean; say: Say };

/** Must: say in words where none is known, and which are closed. */
export function AccountRows({ rows, none, isOurs, say }: Props) {
  if (rows.length === 0)
    return (
      <section>
        <Notice state="none" title={none} />
      </section>
    );
  return (
    <section>
      <Table
        label={say("money-account.title")}
        columns={[
          { head: say("money-account.institution") },
          { head: say("money-account.number") },
          ...(isOurs ? [] : [{ head: say("money-account.holder-head") }]),
          { head: say("money-account.currency") },
          { head: say("money-account.since") },
          { head: say("bank-order.state") },
        ]}
        rows={rows.map((row) => ({
          name: [row.institution, row.branch].filter((one) => one !== null).join(" · "),
          cells: [
            <span class="nb">{row.number ?? say("personal.gone")}</span>,
            ...(isOurs ? [] : [row.holder ?? say("money-account.self")]),
            row.currency,
            <span class="nb">{say("value.day", { value: row.since })}</span>,
            row.state === "open" ? (
              <span class="nb">
                <Mark name="kept" /> {say("money-account.open")}
              </span>
            ) : (
              <>
                <span class="nb">
                  <Mark name="void" /> {say("money-account.closed")}
                </span>
                <br />
                <span class="small soft">{row.reason}</span>
              </>
            ),
          ],
        }))}
      />
    </section>
  );
}
