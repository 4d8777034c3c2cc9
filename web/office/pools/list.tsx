/** `/o/BOOK/pools`: which pools are there, and how far has each come? Opening one, by the board's rule. */
import { done, type Result } from "../../../kernel/refusal.ts";
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
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { moneyAt, type SeasonRow, seasonsAt } from "../settling.ts";

/** What the view `pools.list` answers. */
type Listed = Readonly<
  Record<"pool" | "title" | "product" | "currency" | "first_day" | "last_day" | "stage", string>
> & {
  readonly totals: Readonly<Record<string, string>> | null;
};

export const poolsPage: BookPage = { path: "/o/:book/pools", open: (at) => draw(at, null) };
export const openPoolForm: BookForm = { path: "/o/:book/pools", post: postOpen };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const found = await at.ask("pools.list", { limit: 500 });
  if (!found.ok) return found;
  const seasons = at.powers.has("open-season") ? await seasonsAt(at) : [];
  return done(
    formPage(at, {
      here: "settlements",
      asks: at.say("pool.title"),
      about: at.say("pool.why"),
      children: (
        <>
          <Pools rows={found.value.rows as readonly Listed[]} at={at} />
          {at.may("premium.decisions") ? (
            <p class="doors">
              <a class="do" href={at.address("premium")}>
                {at.say("premium.title")}
              </a>
            </p>
          ) : null}
          {seasons.length === 0 ? null : <Opening at={at} seasons={seasons} filled={filled} />}
        </>
      ),
    }),
  );
}

function Pools({ rows, at }: { rows: readonly Listed[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0)
    return (
      <Notice state="none" title={say("pool.none")}>
        <p>{say("pool.none-why")}</p>
      </Notice>
    );
  return (
    <Table
      label={say("pool.title")}
      columns={[
        { head: say("pool.name") },
        { head: say("pool.days") },
        { head: say("pool.stage") },
        { head: say("pool.surplus"), figures: true },
        { head: say("pool.rate"), figures: true },
      ]}
      rows={rows.map((row) => ({
        name: <a href={at.address(`pools/${row.pool}`)}>{`${row.title} · ${productName(row.product, say)}`}</a>,
        cells: [
          [row.first_day, row.last_day].map((value) => say("value.day", { value })).join(" – "),
          say(`pool.stage.${row.stage}`),
          row.totals === null
            ? ""
            : say("value.money-line", {
                value: moneyAt(at, row.currency, row.totals.surplus ?? "0"),
                currency: row.currency,
              }),
          row.totals === null ? "" : say("value.figure", { value: row.totals.rate ?? "0" }),
        ],
      }))}
    />
  );
}

function Opening({ at, seasons, filled }: { at: PageAt; seasons: readonly SeasonRow[]; filled: Filled | null }) {
  const { say } = at;
  const [season] = seasons;
  const typed =
    filled ??
    fresh({
      season: season?.agreement ?? "",
      from: season?.first_day ?? "",
      until: season?.last_day ?? "",
      currency: season?.currency ?? at.settings.currencies[0]?.currency ?? "",
      percent: "",
      rateGrain: "0.0001",
      decidedOn: at.today,
    });
  const choices = seasons.map((one) => ({
    value: one.agreement,
    says: say("settle.season-product", { season: one.season, product: productName(one.product, say) }),
  }));
  const currencies = at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency }));
  const grains = ["0.0001", "0.001", "0.01", "0.1", "1"].map((value) => ({
    value,
    says: say("value.figure", { value }),
  }));
  return (
    <section>
      <h2>{say("pool.new")}</h2>
      <ActForm
        action={at.address("pools")}
        act={at.newAct()}
        filled={typed}
        named={["title", "season", "from", "until", "currency", "percent", "rateGrain", "decidedBy", "decidedOn"]}
        submit={say("pool.new")}
      >
        <TextField name="title" label={say("pool.name")} filled={typed} />
        <ChoiceField name="season" label={say("pool.season")} choices={choices} filled={typed} tells={["seasons"]} />
        <div class="pair">
          <DayField name="from" label={say("pool.from")} filled={typed} />
          <DayField name="until" label={say("pool.until")} filled={typed} />
        </div>
        <ChoiceField name="currency" label={say("pool.currency")} choices={currencies} filled={typed} />
        <FigureField
          name="percent"
          label={say("pool.percent")}
          hint={say("pool.percent-hint")}
          unit="%"
          tells={["rule.percent"]}
          filled={typed}
        />
        <ChoiceField name="rateGrain" label={say("pool.rate-grain")} choices={grains} filled={typed} />
        <TickField
          name="past"
          label={say("pool.past-label")}
          choices={[{ value: "yes", says: say("pool.past") }]}
          filled={typed}
          many
          optional
        />
        <TextField name="decidedBy" label={say("pool.decided-by")} filled={typed} />
        <DayField name="decidedOn" label={say("pool.decided-on")} tells={["rule.decidedOn"]} filled={typed} />
      </ActForm>
    </section>
  );
}

async function postOpen(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [title, season, decidedBy] = [form.readText("title"), form.readId("season"), form.readText("decidedBy")];
  const [from, until, decidedOn] = [form.readDay("from"), form.readDay("until"), form.readDay("decidedOn")];
  const percent = form.readFigure("percent");
  if (form.wrong.length > 0) return draw(at, { typed: form.typed, wrong: form.wrong });
  const pool = at.idOf("pool");
  const spoken = await at.speak("pool.open", {
    ...{ pool, title, seasons: [season], from, until, currency: form.text("currency") },
    rule: { percent, rateGrain: form.text("rateGrain"), decidedBy, decidedOn },
    ...(form.ticked("past") ? { past: true } : {}),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  return done({ goTo: at.address(spoken.waitsUntil === undefined ? `pools/${pool}` : "pools"), told: "pool-opened" });
}
