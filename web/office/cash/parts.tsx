/** Parts of the page of notes and coins: which values to do with, and what each person gets. */
import type { Bundle } from "../../../rooms/settlement/rules/cash/bundles.ts";
import { type Filled, TickField } from "../../components/fields.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import { moneyAt } from "../settling.ts";
import type { CashRow, InForce, Piece } from "./gather.ts";

/** What one currency comes to. `used`: the values that were not left out. */
export type Counted = {
  readonly currency: string;
  readonly list: InForce | null;
  readonly pieces: readonly Piece[];
  readonly used: readonly Piece[];
  readonly rows: readonly (CashRow & { readonly bundle: Bundle })[];
};

/** How the address names a value that is there. */
export const wordOf = (currency: string, { value }: Piece): string => `${currency}:${value}`;

/** People shown with their own notes; all of them are counted. */
const mostShown = 500;

/** Which values there are at the bank today: those not ticked are done without. */
export function Choose({ at, one: { currency, pieces, used } }: { at: PageAt; one: Counted }) {
  const { say } = at;
  const typed = new URLSearchParams(used.map((piece) => ["with", wordOf(currency, piece)]));
  const filled: Filled = { typed, wrong: [] };
  const kept = [...at.words].filter(([name, value]) => name !== "with" || !value.startsWith(`${currency}:`));
  return (
    <details class="ask">
      <summary>{say("cash.choose")}</summary>
      <form class="act" method="get" action={at.address("payments/cash")}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TickField
          name="with"
          label={say("cash.with")}
          choices={pieces.map((piece) => ({
            value: wordOf(currency, piece),
            says: say("value.money-line", { value: piece.value, currency }),
          }))}
          many
          optional
          filled={filled}
        />
        <p class="acts">
          <button class="do" type="submit">
            {say("cash.count-again")}
          </button>
        </p>
      </form>
    </details>
  );
}

/** What each person gets, those who cannot be paid exactly first. */
export function People({ at, one: { currency, rows } }: { at: PageAt; one: Counted }) {
  const { say } = at;
  const money = (grains: bigint | string) =>
    say("value.money-line", { value: moneyAt(at, currency, `${grains}`), currency });
  const shown = [...rows]
    .sort((a, b) => (a.bundle.left > 0n ? 0 : 1) - (b.bundle.left > 0n ? 0 : 1))
    .slice(0, mostShown);
  const figure = (value: string) => say("value.figure", { value });
  return (
    <section>
      <h3>{say("cash.each")}</h3>
      {rows.length > shown.length ? (
        <p class="soft">{say("cash.more", { more: `${rows.length - shown.length}` })}</p>
      ) : null}
      <Table
        label={say("cash.each")}
        columns={[
          { head: say("settle.person-head") },
          { head: say("statements.number") },
          { head: say("payments.to-hand"), figures: true },
          { head: say("cash.pieces") },
        ]}
        rows={shown.map((row) => ({
          name: [personName(row, say), row.member_number].filter((part) => part !== null).join(" · "),
          cells: [
            row.number,
            money(row.to_hand),
            [
              ...row.bundle.pieces.map(
                ({ value, count }) => `${count}\u00a0×\u00a0${figure(moneyAt(at, currency, `${value}`))}`,
              ),
              ...(row.bundle.left > 0n ? [say("cash.left", { left: money(row.bundle.left) })] : []),
            ].join(" · "),
          ],
        }))}
      />
    </section>
  );
}
