/** Lending a point cash or the collecting of a debt, and ending what is lent. */
import type { ComponentChildren } from "preact";
import { ChoiceField, DayField, FigureField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { useSay } from "../../components/speaking.tsx";
import type { PageAt } from "../../desk/page.ts";
import { sumsInWords } from "../../language/sums.ts";
import { debtMoney } from "../debts.ts";
import { moneyOf } from "../read.ts";
import type { HoldShown } from "./holds.tsx";
import type { PointForm, PointParts } from "./point.tsx";

type Part = { readonly at: PageAt; readonly parts: PointParts };

/** Must: offer only what can be done: no float to a point that pays no cash, no end where nothing runs. */
export function Lending({ at, parts, holds }: Part & { holds: readonly HoldShown[] }) {
  const running = holds.filter((one) => one.ended_on === null);
  return (
    <>
      {parts.point.pays_cash ? <LendFloat at={at} parts={parts} /> : null}
      {parts.debts.length === 0 ? null : <LendDebt at={at} parts={parts} />}
      {running.length === 0 ? null : <EndHold at={at} parts={parts} running={running} />}
    </>
  );
}

/** What was typed into this form, if it was the one that was sent. */
function filledOf(form: PointForm, { at, parts }: Part): Filled {
  if (parts.tried?.form === form) return parts.tried.filled;
  return fresh({ currency: at.settings.currencies[0]?.currency ?? "" });
}

type Sheet = { readonly form: PointForm; readonly named: readonly string[]; readonly children: ComponentChildren };

/** A form that opens: its sentence and its button are named after it. */
function Opening({ at, parts, form, named, children }: Part & Sheet) {
  const { say } = at;
  return (
    <details class="reach" open={parts.tried?.form === form}>
      <summary>
        <span>{say(`points.do-${form}`)}</span>
      </summary>
      <ActForm
        action={at.address(`points/${encodeURIComponent(parts.point.place)}/${form}`)}
        act={at.newAct()}
        filled={filledOf(form, { at, parts })}
        named={named}
        submit={say(`points.do-${form}-it`)}
      >
        {children}
      </ActForm>
    </details>
  );
}

/** The unit beside an amount: the book's money; where it has several, that of what was chosen. */
function useUnit({ settings }: PageAt): string {
  const say = useSay();
  const [first, second] = settings.currencies;
  return first !== undefined && second === undefined ? first.currency : say("points.of-that-currency");
}

function LendFloat({ at, parts }: Part) {
  const { say, settings } = at;
  const filled = filledOf("float", { at, parts });
  const currencies = settings.currencies.map(({ currency }) => ({ value: currency, says: currency }));
  return (
    <Opening at={at} parts={parts} form="float" named={["amount", "currency", "until", "from"]}>
      <ChoiceField name="currency" label={say("points.currency")} choices={currencies} filled={filled} />
      <FigureField name="amount" label={say("points.amount")} unit={useUnit(at)} filled={filled} />
      <DayField name="until" label={say("points.until-day")} hint={say("points.float-until-hint")} filled={filled} />
      <TextField
        name="from"
        label={say("points.from-box")}
        hint={say("points.from-box-hint")}
        filled={filled}
        size="short"
        optional
      />
    </Opening>
  );
}

function LendDebt({ at, parts }: Part) {
  const { say, today, settings } = at;
  const filled = filledOf("debt", { at, parts });
  const debts = parts.debts.map((one) => ({
    value: one.debt,
    says: say("points.debt-of", {
      name: one.name ?? say("unknown"),
      number: one.member_number ?? "",
      owed: sumsInWords([debtMoney(one, today, settings.currencies).principal], say),
    }),
  }));
  return (
    <Opening at={at} parts={parts} form="debt" named={["debt", "debts", "upTo", "debtUntil", "until"]}>
      <ChoiceField
        name="debt"
        label={say("points.which-debt")}
        hint={say("points.which-debt-hint")}
        choices={debts}
        filled={filled}
        tells={["debts.0.debt"]}
      />
      <FigureField
        name="upTo"
        label={say("points.up-to")}
        unit={useUnit(at)}
        filled={filled}
        tells={["debts.0.upTo"]}
        optional
      />
      <DayField name="debtUntil" label={say("points.until-day")} filled={filled} tells={["until"]} />
    </Opening>
  );
}

function EndHold({ at, parts, running }: Part & { running: readonly HoldShown[] }) {
  const { say, settings } = at;
  const filled = filledOf("end", { at, parts });
  const holds = running.map((one) => ({
    value: one.hold,
    says: say("points.hold-of", {
      what:
        one.kind === "cash" ? say("points.lent-cash") : say("points.lent-debt", { name: one.name ?? say("unknown") }),
      amount: sumsInWords([moneyOf(settings.currencies, one.currency, one.amount)], say),
      until: one.until,
    }),
  }));
  return (
    <Opening at={at} parts={parts} form="end" named={["hold", "reason"]}>
      <ChoiceField name="hold" label={say("points.which-hold")} choices={holds} filled={filled} />
      <TextField name="reason" label={say("points.why")} filled={filled} />
    </Opening>
  );
}
