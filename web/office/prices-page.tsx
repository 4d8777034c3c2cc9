/** What do we pay today, and by which rule? Seasons, plans and published prices. */
import type { ComponentChildren } from "preact";
import { productName } from "../../rooms/settlement/pages/statement-words.ts";
import { type Choice, ChoiceField, type Filled, TextField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { type Frame, OfficeFrame } from "../components/frames.tsx";
import { Notice } from "../components/notice.tsx";
import { Sentence, Speaking, useSay } from "../components/speaking.tsx";
import { Table } from "../components/table.tsx";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { templateNames } from "./plan-templates.ts";
import { TermsLinks } from "./terms/links.tsx";

/** A season that receives today: its plan in plain words, and where each is changed. */
export type SeasonShown = {
  readonly code: string;
  readonly product: string;
  readonly from: string;
  readonly until: string;
  readonly now: boolean;
  readonly plan: {
    readonly code: string;
    readonly version: string;
    readonly since: string;
    readonly says: string;
  } | null;
  readonly deductions: readonly string[];
  readonly href: string | null;
  readonly planHref: string | null;
};

export type PlanShown = {
  readonly code: string;
  readonly product: string;
  readonly version: string;
  readonly since: string;
  readonly reason: string | null;
  readonly href: string | null;
};

export type SeriesShown = {
  readonly code: string;
  readonly title: string;
  readonly per: string;
  readonly source: string;
  readonly currency: string;
  readonly last: { readonly period: string; readonly value: string } | null;
  readonly csv: string;
};

export type PricesProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly seasons: readonly SeasonShown[];
  readonly plans: readonly PlanShown[];
  readonly series: readonly SeriesShown[];
  readonly record: {
    readonly act: string;
    readonly action: string;
    readonly filled: Filled;
    readonly choices: readonly Choice[];
  } | null;
  readonly newPlan: ((template: string) => string) | null;
  readonly newSeason: string | null;
  readonly newSeries: string | null;
  /** The pages of dated data that plans and deductions refer to. */
  readonly terms: readonly { readonly name: string; readonly href: string }[];
};

function Season({ season }: { season: SeasonShown }) {
  const say = useSay();
  const { plan } = season;
  return (
    <section>
      <h2>{say("prices.season", { season: season.code, product: productName(season.product, say) })}</h2>
      <p class="soft">{say("prices.season-days", { from: season.from, until: season.until })}</p>
      {plan === null ? (
        <Notice state="broken" title={say("prices.no-plan")} />
      ) : (
        <>
          <p class="speak sentence-of-plan">{plan.says}</p>
          <p class="soft">{say("prices.by-plan", { code: plan.code, version: plan.version, since: plan.since })}</p>
        </>
      )}
      <p>
        {season.deductions.length === 0
          ? say("prices.no-deductions")
          : say("prices.deducted", { names: season.deductions.join(", ") })}
      </p>
      <p>
        {season.planHref === null ? null : (
          <a class="quiet" href={season.planHref}>
            {say("prices.change-plan")}
          </a>
        )}{" "}
        {season.href === null ? null : (
          <a class="quiet" href={season.href}>
            {say("prices.change-season")}
          </a>
        )}
      </p>
    </section>
  );
}

function Seasons({ props }: { props: PricesProps }) {
  const say = useSay();
  const over = props.seasons.filter((one) => !one.now);
  return (
    <>
      {props.seasons
        .filter((one) => one.now)
        .map((season) => (
          <Season season={season} />
        ))}
      {over.length === 0 ? null : (
        <section>
          <h2>{say("prices.other-seasons")}</h2>
          <Table
            label={say("prices.other-seasons")}
            columns={[
              { head: say("settle.season") },
              { head: say("prices.product") },
              { head: say("prices.first-day") },
              { head: say("prices.last-day") },
            ]}
            rows={over.map((one) => ({
              name: one.href === null ? one.code : <a href={one.href}>{one.code}</a>,
              cells: [
                productName(one.product, say),
                say("value.day", { value: one.from }),
                say("value.day", { value: one.until }),
              ],
            }))}
          />
        </section>
      )}
      {props.newSeason === null ? null : (
        <a class="quiet" href={props.newSeason}>
          {say("prices.new-season")}
        </a>
      )}
    </>
  );
}

function Plans({ props }: { props: PricesProps }) {
  const say = useSay();
  const { newPlan } = props;
  return (
    <section>
      <h2>{say("prices.plans")}</h2>
      {props.plans.length === 0 ? (
        <Notice state="none" title={say("prices.no-plans")}>
          <p>{say("prices.no-plans-why")}</p>
        </Notice>
      ) : (
        <Table
          label={say("prices.plans")}
          columns={[
            { head: say("plan.code") },
            { head: say("prices.product") },
            { head: say("prices.version"), figures: true },
            { head: say("prices.since") },
            { head: say("plan.reason") },
          ]}
          rows={props.plans.map((one) => ({
            name: one.href === null ? one.code : <a href={one.href}>{one.code}</a>,
            cells: [
              productName(one.product, say),
              say("value.figure", { value: one.version }),
              <span class="nb">{say("value.day", { value: one.since })}</span>,
              one.reason ?? "–",
            ],
          }))}
        />
      )}
      {newPlan === null ? null : (
        <details class="out">
          <summary>{say("prices.new-plan")}</summary>
          <ul>
            {templateNames.map((name) => (
              <li>
                <a class="quiet" href={newPlan(name)}>
                  {say(`plan.template.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Series({ props }: { props: PricesProps }) {
  const say = useSay();
  const value = (one: SeriesShown): ComponentChildren =>
    one.last === null ? null : say("value.money-of", { value: one.last.value, currency: one.currency, places: "0" });
  return (
    <section>
      <h2>{say("prices.series")}</h2>
      {props.series.length === 0 ? (
        <Notice state="none" title={say("prices.no-series")}>
          <p>{say("prices.no-series-why")}</p>
        </Notice>
      ) : (
        <Table
          label={say("prices.series")}
          columns={[
            { head: say("prices.series-title") },
            { head: say("prices.last-price"), figures: true },
            { head: say("prices.per") },
            { head: say("prices.of") },
            { head: say("prices.source") },
          ]}
          rows={props.series.map((one) => ({
            name: <a href={one.csv}>{one.title}</a>,
            cells: [
              value(one),
              one.per,
              one.last === null ? null : <span class="nb">{one.last.period}</span>,
              one.source,
            ],
          }))}
        />
      )}
      {props.newSeries === null ? null : (
        <a class="quiet" href={props.newSeries}>
          {say("prices.new-series")}
        </a>
      )}
    </section>
  );
}

function Record({ record }: { record: NonNullable<PricesProps["record"]> }) {
  const say = useSay();
  return (
    <section>
      <h2>{say("prices.record")}</h2>
      <ActForm
        action={record.action}
        act={record.act}
        filled={record.filled}
        named={["series", "period", "value"]}
        submit={say("prices.record-it")}
      >
        <ChoiceField name="series" label={say("prices.series-title")} choices={record.choices} filled={record.filled} />
        <TextField
          name="period"
          label={say("prices.of")}
          hint={say("prices.period-hint")}
          filled={record.filled}
          size="short"
        />
        <TextField
          name="value"
          label={say("prices.price")}
          hint={say("prices.price-hint")}
          filled={record.filled}
          size="short"
        />
      </ActForm>
    </section>
  );
}

function Body({ props }: { props: PricesProps }) {
  const say = useSay();
  const now = props.seasons.filter((one) => one.now);
  const names = now.map((one) => productName(one.product, say)).join(", ");
  return (
    <OfficeFrame frame={props.frame} skipTo="prices">
      <h1 class="speak">
        <Sentence of="prices.answer" values={{ seasons: String(now.length), products: names }} />
      </h1>
      <Seasons props={props} />
      <Series props={props} />
      {props.record === null || props.series.length === 0 ? null : <Record record={props.record} />}
      <Plans props={props} />
      <TermsLinks terms={props.terms} />
    </OfficeFrame>
  );
}

/** The page. */
export const pricesPage = (props: PricesProps, say: Say): Page => ({
  title: `${say("place.prices")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
