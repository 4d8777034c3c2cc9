/** `/o/BOOK/premium`: what stands in the premium account, what was decided of it, and a decision. */
import { exactly } from "../../../kernel/exact/index.ts";
import { amountFrom } from "../../../kernel/money/index.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { premiumDestinations } from "../../../rooms/settlement/rules/pool/premium.ts";
import {
  ChoiceField,
  DayField,
  FigureField,
  type Filled,
  fresh,
  TextField,
  TickField,
} from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import { exactOf } from "../../desk/listed.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { moneyAt } from "../settling.ts";

type Decided = Readonly<
  Record<"decision" | "title" | "currency" | "total" | "decided_by" | "decided_on" | "minutes" | "members", string>
> & {
  readonly pool: string | null;
  readonly items: readonly { readonly what: string; readonly to: string; readonly amount: string }[];
};
type Stands = Readonly<Record<"currency" | "line" | "stands", string>>;
type Pool = Readonly<Record<"pool" | "title" | "currency" | "stage", string>>;

/** Parts that one form takes; more are further decisions under the same minutes. */
const parts = [1, 2, 3] as const;

export const premiumPage: BookPage = { path: "/o/:book/premium", open: (at) => draw(at, null) };
export const premiumForm: BookForm = { path: "/o/:book/premium", post };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const found = await at.ask("premium.decisions", {});
  if (!found.ok) return found;
  const stands = (await rowsOf<Stands>(at, "premium.account")) ?? [];
  const pools = ((await rowsOf<Pool>(at, "pools.list", { limit: 500 })) ?? []).filter(({ stage }) => stage !== "open");
  const rows = found.value.rows as readonly Decided[];
  return done(
    formPage(at, {
      here: "settlements",
      asks: say("premium.title"),
      about: say("premium.why"),
      children: (
        <>
          <dl class="facts">
            {stands.map((one) => (
              <>
                <dt>{say("premium.stands")}</dt>
                <dd>{say("value.money-code", { value: exactOf(one.stands, one.line), currency: one.currency })}</dd>
              </>
            ))}
          </dl>
          {stands.length === 0 ? <Notice state="none" title={say("premium.none")} /> : null}
          <DecisionsTable rows={rows} at={at} />
          {at.powers.has("close-settlement") ? <Deciding at={at} pools={pools} filled={filled} /> : null}
        </>
      ),
    }),
  );
}

function DecisionsTable({ rows, at }: { rows: readonly Decided[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0) return null;
  const money = (row: Decided, grains: string) =>
    say("value.money-code", { value: moneyAt(at, row.currency, grains), currency: row.currency });
  return (
    <section>
      <h2>{say("premium.decisions")}</h2>
      <Table
        label={say("premium.decisions")}
        columns={[
          { head: say("premium.decision") },
          { head: say("premium.decided-by") },
          { head: say("premium.parts") },
          { head: say("pool.amount"), figures: true },
        ]}
        rows={rows.map((row) => ({
          name: row.title,
          cells: [
            say("premium.decided", { by: row.decided_by, day: row.decided_on, minutes: row.minutes }),
            <ul>
              {row.items.map((one) => (
                <li>
                  {say("premium.part", {
                    what: one.what,
                    account: say(`account.${one.to}`),
                    amount: money(row, one.amount),
                  })}
                </li>
              ))}
              {row.members === "0" ? null : (
                <li>{say("premium.to-members", { pool: row.pool ?? "", amount: money(row, row.members) })}</li>
              )}
            </ul>,
            money(row, row.total),
          ],
        }))}
      />
    </section>
  );
}

function Deciding({ at, pools, filled }: { at: PageAt; pools: readonly Pool[]; filled: Filled | null }) {
  const { say } = at;
  const typed =
    filled ?? fresh({ decidedOn: at.today, currency: at.settings.currencies[0]?.currency ?? "", paidIn: "transfer" });
  const currencies = at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency }));
  const accounts = premiumDestinations.map((value) => ({ value, says: say(`premium.to.${value}`) }));
  const ways = (["transfer", "cash"] as const).map((value) => ({ value, says: say(`settle.way.${value}`) }));
  return (
    <section>
      <h2>{say("premium.new")}</h2>
      <ActForm
        action={at.address("premium")}
        act={at.newAct()}
        filled={typed}
        named={["title", "currency", "decidedBy", "decidedOn", "minutes", "members"]}
        submit={say("premium.submit")}
      >
        <TextField name="title" label={say("premium.name")} filled={typed} />
        <ChoiceField name="currency" label={say("pool.currency")} choices={currencies} filled={typed} />
        <TextField name="decidedBy" label={say("premium.who")} filled={typed} />
        <DayField name="decidedOn" label={say("pool.decided-on")} filled={typed} />
        <TextField name="minutes" label={say("premium.minutes")} filled={typed} />
        {parts.map((part) => (
          <fieldset>
            <legend>{say("premium.part-of", { part: `${part}` })}</legend>
            <TextField name={`what${part}`} label={say("premium.what")} filled={typed} optional />
            <ChoiceField name={`to${part}`} label={say("premium.to")} choices={accounts} filled={typed} />
            <FigureField name={`amount${part}`} label={say("pool.amount")} unit="" filled={typed} optional />
          </fieldset>
        ))}
        {pools.length === 0 ? null : (
          <fieldset>
            <legend>{say("premium.members")}</legend>
            <ChoiceField
              name="pool"
              label={say("premium.by-kilos")}
              choices={pools.map(({ pool, title }) => ({ value: pool, says: title }))}
              filled={typed}
              tells={["members.pool"]}
            />
            <FigureField name="members" label={say("pool.amount")} unit="" filled={typed} optional />
            <TickField name="paidIn" label={say("settle.way")} choices={ways} filled={typed} />
          </fieldset>
        )}
      </ActForm>
    </section>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [title, decidedBy, minutes] = [form.readText("title"), form.readText("decidedBy"), form.readText("minutes")];
  const decidedOn = form.readDay("decidedOn");
  const currency = form.text("currency");
  const grain = at.settings.currencies.find((one) => one.currency === currency);
  const grains = (name: string): string | null => {
    const said = form.maybeFigure(name);
    if (said === undefined || said === null || grain === undefined) return null;
    return `${amountFrom(exactly(said), grain, "half-up")}`;
  };
  const items = parts.flatMap((part) => {
    const amount = grains(`amount${part}`);
    return amount === null ? [] : [{ what: form.text(`what${part}`), to: form.text(`to${part}`), amount }];
  });
  const toMembers = grains("members");
  if (form.wrong.length > 0 || title === null || decidedOn === null)
    return draw(at, { typed: form.typed, wrong: form.wrong });
  const spoken = await at.speak("premium.decide", {
    ...{ decision: at.idOf("decision"), title, currency, decidedBy, decidedOn, minutes, items },
    ...(toMembers === null
      ? {}
      : { members: { pool: form.text("pool"), amount: toMembers, paidIn: form.text("paidIn") } }),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  return done({
    goTo: at.address("premium"),
    told: spoken.questions.length > 0 ? "kept-with-questions" : "premium-decided",
  });
}
