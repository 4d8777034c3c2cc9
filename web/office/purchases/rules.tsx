/** `/o/BOOK/purchases/rules`: what holds of purchases from growers on a day, which numbers are left, and what is missing to issue. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { day as readDay } from "../../../kernel/time/index.ts";
import { wordsOf as inWords } from "../../../rooms/purchases/pages/purchase-document.ts";
import { holdingOn, type PurchaseTax, type TaxPeriod } from "../../../rooms/purchases/rules/sheet.ts";
import { templates } from "../../../rooms/purchases/rules/templates/all.ts";
import { DayField, type Filled, fresh } from "../../components/fields.tsx";
import { Filter } from "../../components/filter.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { wordOr } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rulesAt, type SeriesRow, type SheetRow, sheetsOn } from "./read.ts";
import { SeriesForm } from "./series-form.tsx";

export const rulesPage: BookPage = { path: "/o/:book/purchases/rules", open: (at) => draw(at, null) };
export const seriesForm: BookForm = { path: "/o/:book/purchases/rules", post };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const rules = await rulesAt(at);
  if (!rules.ok) return rules;
  const { sheets, series } = rules.value;
  const on = readDay(at.words.get("on") ?? "") ?? at.today;
  const holding = sheetsOn(sheets, on);
  const mayPublish = at.powers.has("close-accounting-day");
  return done(
    formPage(at, {
      here: "settlements",
      asks: say("purchase.rules-title"),
      about: say("purchase.rules-why"),
      style: ["books"],
      children: (
        <div class="books">
          <Filter action={at.address("purchases/rules")} narrowed={at.words.has("on")}>
            <DayField name="on" label={say("purchase.on")} filled={fresh({ on })} />
          </Filter>
          {holding.length === 0 ? (
            <Notice state="none" title={say("purchase.no-sheet", { day: on })}>
              <p>{say("purchase.no-sheet-why")}</p>
            </Notice>
          ) : (
            holding.map((one) => <Sheet row={one} on={on} mayPublish={mayPublish} at={at} />)
          )}
          {mayPublish ? <Templates at={at} /> : null}
          <SeriesTable rows={series} sheets={sheets} at={at} />
          {mayPublish && sheets.length > 0 ? (
            <SeriesForm sheets={sheets} filled={filled ?? begun(series, at)} at={at} />
          ) : null}
          <p>
            <a class="quiet" href={at.address(`members/${at.settings.organisation}/taxpayer`)}>
              {say("purchase.own-tax-number")}
            </a>
          </p>
        </div>
      ),
    }),
  );
}

/** A series that is to be put right stands in the form as it is. */
function begun(series: readonly SeriesRow[], { words }: PageAt): Filled | null {
  const one = series.find((row) => row.series === words.get("series"));
  if (one === undefined) return null;
  const { sheet, kind, prefix, digits, authorisation, until } = one;
  return fresh({
    ...{ series: one.series, sheet, kind, prefix, digits: `${digits}`, first: one.first_number, last: one.last_number },
    ...{ authorisation: authorisation ?? "", until: until ?? "" },
  });
}

type SheetProps = { row: SheetRow; on: string; mayPublish: boolean; at: PageAt };

function Sheet({ row, on, mayPublish, at }: SheetProps) {
  const { say } = at;
  const { body } = row;
  return (
    <section>
      <h2>{inWords(body.document.name, say)}</h2>
      <p>
        {say("purchase.sheet-version", { code: row.code, version: `${row.version}`, day: row.from_day })}{" "}
        {say(`purchase.sellers.${body.sellers}`)}
      </p>
      <Notice
        state={body.checkedBy === undefined ? "waiting" : "kept"}
        title={
          body.checkedBy === undefined ? say("purchase.not-checked") : say("purchase.checked", { by: body.checkedBy })
        }
      >
        <p>{say("purchase.read-on", { source: body.source, day: body.sourceDay })}</p>
      </Notice>
      {body.taxes.length === 0 ? null : (
        <Table
          label={say("purchase.taxes")}
          columns={[
            { head: say("purchase.tax") },
            { head: say("purchase.for-whom") },
            { head: say("purchase.on-this-day") },
            { head: say("purchase.account") },
            { head: say("purchase.source") },
          ]}
          rows={body.taxes.map((tax) => taxRow(tax, on, at))}
        />
      )}
      {mayPublish ? (
        <p>
          <a class="quiet" href={at.address("purchases/rules/sheet", { sheet: row.sheet })}>
            {say("purchase.change-sheet")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function taxRow(tax: PurchaseTax, on: string, at: PageAt) {
  const { say } = at;
  const period = holdingOn(tax.periods, on);
  return {
    name: `${inWords(tax.name, say)} · ${say(`purchase.effect-of.${tax.effect}`)}`,
    cells: [
      say(`purchase.sellers.${tax.sellers}`),
      period === null ? say("purchase.nothing-said") : holdsOf(period, at),
      wordOr("account", tax.account, say),
      period?.source ?? "",
    ],
  };
}

/** What holds of a tax, in a line. */
function holdsOf(period: TaxPeriod, { say }: PageAt): string {
  const until = period.until === undefined ? "" : ` ${say("purchase.holds-until", { day: period.until })}`;
  if (period.how === "suspended") return `${say("purchase.how.suspended")}${until}`;
  const rates = period.bands.map(({ upTo, rate }) =>
    upTo === undefined ? say("purchase.rate", { rate }) : say("purchase.band", { rate, upTo }),
  );
  return `${rates.join(", ")} · ${say(`purchase.how.${period.how}`)}${until}`;
}

function Templates({ at }: { at: PageAt }) {
  const { say } = at;
  return (
    <section>
      <h2>{say("purchase.templates")}</h2>
      <p>{say("purchase.templates-why")}</p>
      <ul>
        {templates.map((one) => (
          <li>
            <a class="quiet" href={at.address("purchases/rules/sheet", { template: one.code })}>
              {`${one.country} · ${inWords(one.document.name, say)}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SeriesTable({ rows, sheets, at }: { rows: readonly SeriesRow[]; sheets: readonly SheetRow[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0) return null;
  const left = (one: SeriesRow) => BigInt(one.last_number) - BigInt(one.first_number) + 1n - BigInt(one.used);
  return (
    <section>
      <h2>{say("purchase.series-title")}</h2>
      <Table
        label={say("purchase.series-title")}
        columns={[
          { head: say("purchase.series") },
          { head: say("purchase.series-of") },
          { head: say("purchase.next-number") },
          { head: say("purchase.left"), figures: true },
          { head: say("purchase.authorisation-head") },
          { head: say("purchase.valid-until") },
        ]}
        rows={rows.map((one) => ({
          name: (
            <a href={at.address("purchases/rules", { series: one.series })}>
              {`${one.prefix} · ${say(`purchase.series-kind.${one.kind}`)}`}
            </a>
          ),
          cells: [
            sheets.find((sheet) => sheet.sheet === one.sheet)?.code ?? "",
            left(one) > 0n
              ? `${one.prefix}${`${BigInt(one.first_number) + BigInt(one.used)}`.padStart(one.digits, "0")}`
              : say("purchase.used-up"),
            say("value.figure", { value: `${left(one)}` }),
            one.authorisation ?? "",
            one.until === null ? "" : say("value.day", { value: one.until }),
          ],
        }))}
      />
    </section>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [authorisation, until] = [form.maybe("authorisation"), form.maybeDay("until")];
  const says = {
    series: form.maybe("series") ?? at.idOf("series"),
    ...{ sheet: form.readId("sheet"), kind: form.text("kind"), prefix: form.text("prefix") },
    ...{ first: form.readText("first"), last: form.readText("last"), digits: Number(form.readText("digits")) },
    ...(authorisation === undefined ? {} : { authorisation }),
    ...(until ? { until } : {}),
  };
  const spoken = form.wrong.length > 0 ? null : await at.speak("purchase-series.publish", says);
  if (spoken?.outcome === "done")
    return done({ goTo: at.address("purchases/rules"), told: "purchase-series-published" });
  const wrong = [...form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
  return draw(at, { typed: form.typed, wrong });
}
