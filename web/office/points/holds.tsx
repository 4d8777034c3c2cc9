/** What is lent to a point: its float, and debts it may collect. */
import { Mark, type MarkName } from "../../components/mark.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { sumsInWords } from "../../language/sums.ts";
import { moneyOf } from "../read.ts";
import { boxesOf, moneyIn } from "./boxes.ts";
import { Lending } from "./lending.tsx";
import type { PointParts } from "./point.tsx";

/** A hold as the view `points.holds` tells it. */
export type HoldShown = {
  readonly hold: string;
  readonly kind: string;
  readonly currency: string;
  readonly amount: string;
  readonly since: string;
  readonly until: string;
  readonly agent: string | null;
  readonly name: string | null;
  readonly remaining: string | null;
  readonly ended: string | null;
  readonly ended_on: string | null;
  readonly arrived: boolean;
};

/** Must: say until when each thing is lent; end nothing without a reason. */
export function Holds({ at, parts, holds }: { at: PageAt; parts: PointParts; holds: readonly HoldShown[] }) {
  const { say } = at;
  const { point } = parts;
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{say("points.holds")}</h2>
      <p>
        {point.pays_cash || moneyIn(point, at).length > 0
          ? say("points.box-now", { box: boxesOf(point, at) })
          : say("points.pays-no-cash")}
      </p>
      {holds.length === 0 ? <p class="soft">{say("points.no-holds")}</p> : <HoldTable at={at} holds={holds} />}
      {at.powers.has("pay") ? <Lending at={at} parts={parts} holds={holds} /> : null}
    </section>
  );
}

/** Whether it still runs, has not arrived, is past its day or was ended. */
function standingOf(one: HoldShown, { say, today }: PageAt): { readonly mark: MarkName; readonly says: string } {
  if (one.ended_on !== null) return { mark: "void", says: say("points.hold-ended", { day: one.ended_on }) };
  if (one.until < today) return { mark: "waiting", says: say("points.hold-past") };
  if (one.kind === "cash" && !one.arrived) return { mark: "waiting", says: say("points.hold-on-way") };
  return { mark: "kept", says: say("points.hold-runs") };
}

function HoldTable({ at, holds }: { at: PageAt; holds: readonly HoldShown[] }) {
  const { say, settings } = at;
  const money = (grains: string, currency: string) =>
    sumsInWords([moneyOf(settings.currencies, currency, grains)], say);
  return (
    <Table
      label={say("points.holds")}
      columns={["lent", "amount", "left", "until-day", "stands"].map((head) => ({
        head: say(`points.${head}`),
        figures: head === "amount" || head === "left",
      }))}
      rows={holds.map((one) => {
        const { mark, says } = standingOf(one, at);
        return {
          name:
            one.kind === "cash"
              ? say("points.lent-cash")
              : say("points.lent-debt", { name: one.name ?? say("unknown") }),
          cells: [
            money(one.amount, one.currency),
            one.kind === "cash" ? "" : money(one.remaining ?? "0", one.currency),
            say("value.day", { value: one.until }),
            <span class={`st stands ${mark}`}>
              <Mark name={mark} /> <span>{says}</span>
            </span>,
          ],
        };
      })}
    />
  );
}
