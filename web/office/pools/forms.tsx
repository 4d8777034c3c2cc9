/** The forms of a pool: a paper that counts in it, the decision, and paying it out. */
import { entryKinds } from "../../../rooms/settlement/rules/pool/kinds.ts";
import { standing } from "../../../rooms/settlement/rules/pool/standing.ts";
import { ChoiceField, DayField, FigureField, type Filled, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { PoolRow } from "./tables.tsx";

const ways = ["amount", "quantity", "foreign", "interest", "percent"];
const figures = ["amount", "quantity", "per", "price", "percent", "days", "rate"];
const texts = ["kind", "paper", "on", "way", "foreign", "source", "corrects", "reason"];

export function EnterForm({ row, filled, at }: { row: PoolRow; filled: Filled; at: PageAt }) {
  const { say } = at;
  const kinds = entryKinds.map((value) => ({ value, says: say(`pool.kind.${value}`) }));
  const papers = standing(row.entries.map((one) => ({ ...one, amount: BigInt(one.amount) })));
  const figure = (name: string, unit = "", tells: readonly string[] = []) => (
    <FigureField name={name} label={say(`pool.f-${name}`)} unit={unit} tells={tells} filled={filled} optional />
  );
  return (
    <section>
      <h2>{say("pool.enter")}</h2>
      <ActForm
        action={at.address(`pools/${row.pool}`)}
        act={at.newAct()}
        filled={filled}
        named={[...figures, ...texts]}
        submit={say("pool.keep-paper")}
      >
        <input type="hidden" name="do" value="entry" />
        <ChoiceField name="kind" label={say("pool.kind")} choices={kinds} filled={filled} />
        <div class="pair">
          <TextField name="paper" label={say("pool.paper-number")} filled={filled} />
          <DayField name="on" label={say("pool.day")} filled={filled} />
        </div>
        <ChoiceField
          name="way"
          label={say("pool.way")}
          hint={say("pool.way-hint")}
          choices={ways.map((value) => ({ value, says: say(`pool.way.${value}`) }))}
          filled={filled}
        />
        {figure("amount", row.currency, ["how.amount", "how.base"])}
        <div class="pair">
          {figure("quantity", "", ["how.quantity"])}
          {figure("per", "", ["how.per"])}
        </div>
        {figure("price", "", ["how.price"])}
        <div class="pair">
          {figure("percent", "%", ["how.percent", "how.percentPerYear", "how.share"])}
          {figure("days", "", ["how.days"])}
        </div>
        <div class="pair">
          <TextField name="foreign" label={say("pool.f-foreign")} filled={filled} tells={["how.currency"]} optional />
          {figure("rate", "", ["how.exchange.rate"])}
        </div>
        <TextField name="source" label={say("pool.f-source")} filled={filled} optional />
        {papers.length === 0 ? null : (
          <>
            <ChoiceField
              name="corrects"
              label={say("pool.f-corrects")}
              none={say("pool.f-none")}
              choices={papers.map((one) => ({
                value: one.entry,
                says: `${say(`pool.kind.${one.kind}`)} · ${one.paper}`,
              }))}
              filled={filled}
              optional
            />
            <TextField name="reason" label={say("pool.f-reason")} filled={filled} optional />
          </>
        )}
      </ActForm>
    </section>
  );
}

type Deciding = { pool: string; figures: Readonly<Record<string, string>>; filled: Filled; at: PageAt };

export function DecideForm({ pool, figures: seen, filled, at }: Deciding) {
  return (
    <section>
      <h2>{at.say("pool.decide")}</h2>
      <p>{at.say("pool.decide-why")}</p>
      <ActForm
        action={at.address(`pools/${pool}`)}
        act={at.newAct()}
        filled={filled.typed?.get("do") === "decide" ? filled : { typed: null, wrong: [] }}
        named={[]}
        submit={at.say("pool.decide")}
        grave
      >
        <input type="hidden" name="do" value="decide" />
        {["base", "surplus", "toMembers"].map((name) => (
          <input type="hidden" name={name} value={seen[name] ?? "0"} />
        ))}
      </ActForm>
    </section>
  );
}

export function PayOutForm({ pool, filled, at }: { pool: string; filled: Filled; at: PageAt }) {
  const { say } = at;
  return (
    <section>
      <h2>{say("pool.pay-out")}</h2>
      <p>{say("pool.pay-out-why")}</p>
      <ActForm
        action={at.address(`pools/${pool}`)}
        act={at.newAct()}
        filled={filled}
        named={["paidIn", "place", "payDay"]}
        submit={say("pool.pay-out")}
        grave
      >
        <input type="hidden" name="do" value="pay-out" />
        <TickField
          name="paidIn"
          label={say("pool.paid-in")}
          choices={["cash", "transfer"].map((value) => ({ value, says: say(`credit.mode.${value}`) }))}
          filled={filled}
        />
        <div class="pair">
          <TextField name="place" label={say("credit.place")} filled={filled} optional />
          <DayField name="payDay" label={say("pool.pay-day")} filled={filled} optional />
        </div>
      </ActForm>
    </section>
  );
}
