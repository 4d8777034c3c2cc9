/** What is lent to a point: its float, and debts it may collect; lending more, and ending what is lent. */
import { ChoiceField, DayField, FigureField, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Mark, type MarkName } from "../../components/mark.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { sumsInWords } from "../../language/sums.ts";
import { debtMoney } from "../debts.ts";
import { moneyOf } from "../read.ts";
import { boxesOf } from "./boxes.ts";
import type { PointForm, PointParts } from "./point.tsx";

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

const fieldsOf = (parts: PointParts, form: PointForm, at: PageAt, of = "") =>
  parts.tried?.form === form && (parts.tried.of ?? "") === of
    ? parts.tried.filled
    : fresh({ on: at.today, currency: at.settings.currencies[0]?.currency ?? "" });

/** Must: say until when each thing is lent; end nothing without a reason. */
export function Holds({ at, parts, holds }: { at: PageAt; parts: PointParts; holds: readonly HoldShown[] }) {
  const { say } = at;
  const { point } = parts;
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{say("points.holds")}</h2>
      <p>{say("points.box-now", { box: boxesOf(point, at) })}</p>
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

function Lending({ at, parts, holds }: { at: PageAt; parts: PointParts; holds: readonly HoldShown[] }) {
  const { say } = at;
  const { point, debts, tried } = parts;
  const path = `points/${encodeURIComponent(point.place)}`;
  const float = fieldsOf(parts, "float", at);
  const debt = fieldsOf(parts, "debt", at);
  const end = fieldsOf(parts, "end", at);
  const running = holds.filter((one) => one.ended_on === null);
  return (
    <>
      {point.pays_cash ? (
        <details class="reach" open={tried?.form === "float"}>
          <summary>
            <span>{say("points.lend-float")}</span>
          </summary>
          <ActForm
            action={at.address(`${path}/float`)}
            act={at.newAct()}
            filled={float}
            named={["amount", "currency", "until", "from"]}
            submit={say("points.lend-it")}
          >
            <ChoiceField
              name="currency"
              label={say("points.currency")}
              choices={at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency }))}
              filled={float}
            />
            <FigureField name="amount" label={say("points.amount")} unit="" filled={float} />
            <DayField
              name="until"
              label={say("points.until-day")}
              hint={say("points.float-until-hint")}
              filled={float}
            />
            <TextField
              name="from"
              label={say("points.from-box")}
              hint={say("points.from-box-hint")}
              filled={float}
              size="short"
              optional
            />
          </ActForm>
        </details>
      ) : null}
      {debts.length === 0 ? null : (
        <details class="reach" open={tried?.form === "debt"}>
          <summary>
            <span>{say("points.lend-debt")}</span>
          </summary>
          <ActForm
            action={at.address(`${path}/debt`)}
            act={at.newAct()}
            filled={debt}
            named={["debt", "debts", "upTo", "debtUntil", "until"]}
            submit={say("points.lend-debt-it")}
          >
            <ChoiceField
              name="debt"
              label={say("points.which-debt")}
              hint={say("points.which-debt-hint")}
              choices={debts.map((one) => ({
                value: one.debt,
                says: say("points.debt-of", {
                  name: one.name ?? say("unknown"),
                  number: one.member_number ?? "",
                  owed: sumsInWords([debtMoney(one, at.today, at.settings.currencies).principal], say),
                }),
              }))}
              filled={debt}
              tells={["debts.0.debt"]}
            />
            <FigureField
              name="upTo"
              label={say("points.up-to")}
              unit=""
              filled={debt}
              tells={["debts.0.upTo"]}
              optional
            />
            <DayField name="debtUntil" label={say("points.until-day")} filled={debt} tells={["until"]} />
          </ActForm>
        </details>
      )}
      {running.length === 0 ? null : (
        <details class="reach" open={tried?.form === "end"}>
          <summary>
            <span>{say("points.end-hold")}</span>
          </summary>
          <ActForm
            action={at.address(`${path}/end`)}
            act={at.newAct()}
            filled={end}
            named={["hold", "reason"]}
            submit={say("points.end-it")}
          >
            <ChoiceField
              name="hold"
              label={say("points.which-hold")}
              choices={running.map((one) => ({
                value: one.hold,
                says: say("points.hold-of", {
                  what:
                    one.kind === "cash"
                      ? say("points.lent-cash")
                      : say("points.lent-debt", { name: one.name ?? say("unknown") }),
                  amount: sumsInWords([moneyOf(at.settings.currencies, one.currency, one.amount)], say),
                  until: one.until,
                }),
              }))}
              filled={end}
            />
            <TextField name="reason" label={say("points.why")} filled={end} />
          </ActForm>
        </details>
      )}
    </>
  );
}
