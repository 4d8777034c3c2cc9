/** What a pool shows: its account from top to bottom, its papers with how each was reckoned, and what each member gets. */
import { ratioFromText, ratioText, roundTo } from "../../../kernel/exact/index.ts";
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import { moneyAt } from "../settling.ts";

type Texts<Names extends string> = Readonly<Record<Names, string>>;

/** What the view `pool.one` answers. */
export type PoolRow = Texts<"pool" | "title" | "product" | "currency" | "percent" | "rate_grain" | "decided_by"> &
  Texts<"decided_on" | "grams" | "first_paid" | "people" | "unsettled"> & {
    readonly stages: readonly { readonly stage: string; readonly totals: Readonly<Record<string, string>> | null }[];
    readonly entries: readonly (Texts<"entry" | "kind" | "paper" | "day" | "amount"> & {
      readonly figures: readonly { readonly step: string; readonly value: string }[];
      readonly corrects: string | null;
    })[];
  };
/** What the view `pool.lines` answers. */
export type LineRow = Texts<"statement" | "grams" | "first_paid" | "amount" | "owed" | "found"> &
  Readonly<Record<"member_number" | "name" | "erased" | "number", string | null>>;

const money = (at: PageAt, currency: string, grains: string) =>
  at.say("value.money-line", { value: moneyAt(at, currency, grains), currency });

type Accounting = { row: PoolRow; figures: Readonly<Record<string, string>>; stage: string; at: PageAt };

export function Account({ row, figures, stage, at }: Accounting) {
  const { say } = at;
  const sum = (name: string, isLess = false) =>
    money(at, row.currency, `${BigInt(figures[name] ?? "0") * (isLess ? -1n : 1n)}`);
  const lines: readonly (readonly [string, string])[] = [
    [say("pool.sales"), sum("sales")],
    [say("pool.other-in"), sum("otherIn")],
    [say("pool.first"), sum("first", true)],
    [say("pool.costs"), sum("costs", true)],
    ...(figures.carried === undefined ? [] : ([[say("pool.carried-paid"), sum("carried", true)]] as const)),
    [say("pool.surplus"), sum("surplus")],
    [say("pool.to-members"), sum("toMembers")],
    [say("pool.reserve"), sum("reserve")],
    ...(figures.back === undefined || figures.back === "0" ? [] : ([[say("pool.back"), sum("back")]] as const)),
    [say("pool.rate"), say("value.figure", { value: figures.rate ?? "0" })],
    ...(stage === "open" ? [] : ([[say("pool.residue"), sum("residue")]] as const)),
    [say("pool.premium"), sum("premium")],
  ];
  const people = stage === "open" ? row.people : (figures.lines ?? "0");
  return (
    <section>
      <h2>{say("pool.in-and-out")}</h2>
      <p>{say("pool.counts", { grams: kilogramsOf(figures.base ?? "0"), people })}</p>
      <Table
        label={say("pool.in-and-out")}
        columns={[{ head: say("pool.line") }, { head: say("pool.amount"), figures: true }]}
        rows={lines.map(([name, value]) => ({ name, cells: [value] }))}
      />
    </section>
  );
}

/** What the view `pool.reckoned` says of one thing that is carried. */
export type CarriedRow = Texts<"document" | "delivery" | "pool" | "rate" | "grams" | "due" | "taken">;

/** Must: name each hand-over of an earlier pool that came late or was corrected, at which rate, and what it comes to. */
export function CarriedTable({ rows, row, at }: { rows: readonly CarriedRow[]; row: PoolRow; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{say("pool.carried")}</h2>
      <p>{say("pool.carried-explained")}</p>
      <Table
        label={say("pool.carried")}
        columns={[
          { head: say("pool.carried-of") },
          { head: say("pool.kilos"), figures: true, unit: "kg" },
          { head: say("pool.rate"), figures: true },
          { head: say("pool.due"), figures: true },
          { head: say("pool.taken"), figures: true },
        ]}
        rows={rows.map((one) => ({
          name: (
            <a href={at.address(`deliveries/${one.delivery}`)}>
              {say(one.document === one.delivery ? "pool.carried-late" : "pool.carried-corrected")}
            </a>
          ),
          cells: [
            say("value.figure", { value: kilogramsOf(one.grams) }),
            say("value.figure", { value: one.rate }),
            money(at, row.currency, one.due),
            money(at, row.currency, one.taken),
          ],
        }))}
      />
    </section>
  );
}

/** A value of a reckoning; one without an end is shown to four decimals, and kept exact. */
const shown = (value: string): string => {
  const exact = ratioFromText(value);
  return exact === null ? value : ratioText(roundTo(exact, { mode: "half-up", grain: "0.0001" }));
};

export function Papers({ row, at }: { row: PoolRow; at: PageAt }) {
  const { say } = at;
  const corrected = new Set(row.entries.map((one) => one.corrects));
  if (row.entries.length === 0)
    return (
      <Notice state="none" title={say("pool.no-papers")}>
        <p>{say("pool.no-papers-why")}</p>
      </Notice>
    );
  return (
    <section>
      <h2>{say("pool.papers")}</h2>
      <Table
        label={say("pool.papers")}
        columns={[
          { head: say("pool.paper") },
          { head: say("pool.day") },
          { head: say("pool.how") },
          { head: say("pool.amount"), figures: true },
        ]}
        rows={row.entries.map((one) => ({
          name: [
            say(`pool.kind.${one.kind}`),
            one.paper,
            ...(corrected.has(one.entry) ? [say("pool.corrected")] : []),
          ].join(" · "),
          cells: [
            say("value.day", { value: one.day }),
            one.figures.length === 0
              ? say("pool.way.amount")
              : one.figures
                  .map(
                    ({ step, value }) => `${say(`pool.step.${step}`)} ${say("value.figure", { value: shown(value) })}`,
                  )
                  .join(" · "),
            money(at, row.currency, one.amount),
          ],
        }))}
      />
    </section>
  );
}

export function Lines({ rows, skip, row, at }: { rows: readonly LineRow[]; skip: number; row: PoolRow; at: PageAt }) {
  const { say } = at;
  const total = Number(rows[0]?.found ?? "0");
  return (
    <section>
      <h2>{say("pool.lines")}</h2>
      <Table
        label={say("pool.lines")}
        columns={[
          { head: say("pool.member") },
          { head: say("pool.kilos"), figures: true, unit: "kg" },
          { head: say("pool.first-short"), figures: true },
          { head: say("pool.second"), figures: true },
          { head: say("pool.number") },
          { head: say("pool.owed"), figures: true },
        ]}
        rows={rows.map((one) => ({
          name: [personName(one, say), one.member_number].filter((part) => part !== null).join(" · "),
          cells: [
            say("value.figure", { value: kilogramsOf(one.grams) }),
            money(at, row.currency, one.first_paid),
            money(at, row.currency, one.amount),
            one.number === null ? "" : <a href={at.address(`statements/${one.number}`)}>{one.number}</a>,
            one.number === null ? "" : money(at, row.currency, one.owed),
          ],
        }))}
      />
      {skip + rows.length < total ? (
        <a class="quiet" href={at.address(`pools/${row.pool}`, { skip: `${skip + rows.length}` })}>
          {say("list.next")}
        </a>
      ) : null}
    </section>
  );
}
