/** What several of one's own pages show alike. */

import { Mark } from "../../../../web/components/mark.tsx";
import { useSay } from "../../../../web/components/speaking.tsx";
import type { Say } from "../../../../web/language/say.ts";
import type { Money } from "../../../../web/language/sums.ts";

/** One of one's hand-overs and what became of it. Kilograms and money as exact decimal text. */
export type OwnDelivery = {
  readonly href: string;
  readonly day: string;
  readonly product: string;
  readonly kilograms: string;
  readonly value: Money | null;
  readonly state: "voided" | "asked" | "unsettled" | "unpaid" | "paid";
};

/** A sum with the name of its currency. */
export const moneyWords = ({ exact, currency }: Money, say: Say): string =>
  say("value.money", { value: exact, currency });

const marks = { voided: "none", asked: "waiting", unsettled: "waiting", unpaid: "waiting", paid: "kept" } as const;

/** One's hand-overs, each leading to its own page. Must: tell the state by mark and word. */
export function OwnDeliveries({ rows }: { rows: readonly OwnDelivery[] }) {
  const say = useSay();
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li>
          <a href={row.href}>
            <span>
              <b>{say("value.day", { value: row.day })}</b>
              <span class={`st ${marks[row.state]}`}>
                <Mark name={marks[row.state]} /> {say(`own.state-${row.state}`)}
              </span>
            </span>
            <span class="fig">
              <span class="nb">{say("value.figure", { value: row.kilograms })} kg</span>
              {row.value === null ? null : (
                <>
                  <br />
                  <span>{moneyWords(row.value, say)}</span>
                </>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
