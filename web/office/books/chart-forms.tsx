/** The forms of the chart page: begin with a template, bring a sheet, put one account, say where one of ours goes, say who checked it. */
import type { ComponentChildren } from "preact";
import { chartTemplates } from "../../../exchange/charts/templates.ts";
import { chart as ledger } from "../../../kernel/ledger/chart.ts";
import { accountKinds } from "../../../rooms/book/rules/chart-of-accounts.ts";
import { accountName } from "../../../rooms/settlement/pages/people.tsx";
import { productName } from "../../../rooms/settlement/pages/statement-words.ts";
import { ChoiceField, DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { SeasonChoice } from "./chart.tsx";
import type { ReadChart } from "./charts.ts";

/** Which form was sent, and what was wrong with it. */
export type ChartTyped = { readonly form: ChartForm; readonly filled: Filled };
export const chartFormNames = ["template", "account", "place", "about"] as const;
export type ChartForm = (typeof chartFormNames)[number];

type Props = {
  readonly at: PageAt;
  readonly read: ReadChart | null;
  readonly seasons: readonly SeasonChoice[];
  readonly typed: ChartTyped | null;
};

/** All of them; without a chart only the ways to begin one. */
export function ChartForms(props: Props) {
  return (
    <>
      {props.read === null ? null : (
        <>
          <PlaceForm {...props} read={props.read} />
          <AccountForm {...props} />
          <AboutForm {...props} read={props.read} />
        </>
      )}
      <SheetForm at={props.at} />
      <TemplateForm {...props} />
    </>
  );
}

function One(props: {
  of: ChartForm;
  form: Props;
  first?: Readonly<Record<string, string>>;
  named: readonly string[];
  children: (filled: Filled) => ComponentChildren;
}) {
  const { at, typed } = props.form;
  const { say } = at;
  // A first chart reads the whole year; a change of one holds from today.
  const from = props.form.read === null ? `${at.today.slice(0, 4)}-01-01` : at.today;
  const filled = typed?.form === props.of ? typed.filled : fresh({ from, ...props.first });
  return (
    <details class="opens" open={typed?.form === props.of || (props.form.read === null && props.of === "template")}>
      <summary>{say(`books.form-${props.of}`)}</summary>
      <ActForm
        action={at.address("ledger/chart")}
        act={at.newAct()}
        filled={filled}
        named={[...props.named, "from"]}
        submit={say("books.publish-chart")}
      >
        <input type="hidden" name="do" value={props.of} />
        {props.children(filled)}
        <DayField name="from" label={say("books.from")} hint={say("books.from-hint")} filled={filled} />
      </ActForm>
    </details>
  );
}

const codes = (read: ReadChart) =>
  read.chart.accounts.map(({ code }) => ({ value: code, says: `${code} ${read.nameOf(code)}` }));

function PlaceForm(props: Props & { readonly read: ReadChart }) {
  const { say } = props.at;
  const products = [...new Set(props.seasons.map((one) => one.product))];
  return (
    <One of="place" form={props} named={["account", "product", "season", "code"]}>
      {(filled) => (
        <>
          <ChoiceField
            name="account"
            label={say("books.our-account")}
            filled={filled}
            choices={Object.keys(ledger).map((value) => ({ value, says: accountName(value, say) }))}
          />
          <ChoiceField
            name="product"
            label={say("books.only-product")}
            filled={filled}
            optional
            none={say("books.all-products")}
            choices={products.map((value) => ({ value, says: productName(value, say) }))}
          />
          <ChoiceField
            name="season"
            label={say("books.only-season")}
            filled={filled}
            optional
            none={say("books.all-seasons")}
            choices={props.seasons.map((one) => ({
              value: one.agreement,
              says: `${one.season} (${productName(one.product, say)})`,
            }))}
          />
          <ChoiceField
            name="code"
            label={say("books.goes-to")}
            filled={filled}
            optional
            none={say("books.goes-nowhere")}
            choices={codes(props.read)}
          />
        </>
      )}
    </One>
  );
}

function AccountForm(props: Props) {
  const { say } = props.at;
  const names = ["name_es", "name_en", "name_pt"] as const;
  return (
    <One of="account" form={props} named={["new-code", "kind", ...names]}>
      {(filled) => (
        <>
          <TextField
            name="new-code"
            label={say("books.code")}
            hint={say("books.code-hint")}
            filled={filled}
            size="short"
          />
          {names.map((name) => (
            <TextField name={name} label={say(`books.column.${name}`)} filled={filled} optional />
          ))}
          <ChoiceField
            name="kind"
            label={say("books.kind")}
            filled={filled}
            choices={accountKinds.map((value) => ({ value, says: say(`books.kind.${value}`) }))}
          />
        </>
      )}
    </One>
  );
}

function AboutForm(props: Props & { readonly read: ReadChart }) {
  const { say } = props.at;
  const { title, source = "", checkedBy = "", otherwise, results = "" } = props.read.chart;
  return (
    <One
      of="about"
      form={props}
      first={{ title, source, checkedBy, otherwise, results }}
      named={["title", "source", "checkedBy", "otherwise", "results"]}
    >
      {(filled) => (
        <>
          <TextField name="title" label={say("books.title")} filled={filled} />
          <TextField name="source" label={say("books.where-from")} filled={filled} optional />
          <TextField
            name="checkedBy"
            label={say("books.who-checked")}
            hint={say("books.who-checked-hint")}
            filled={filled}
            optional
          />
          <ChoiceField
            name="otherwise"
            label={say("books.takes-otherwise")}
            filled={filled}
            choices={codes(props.read)}
          />
          <ChoiceField
            name="results"
            label={say("books.takes-results")}
            filled={filled}
            optional
            none={say("books.results-nowhere")}
            choices={codes(props.read)}
          />
        </>
      )}
    </One>
  );
}

function TemplateForm(props: Props) {
  const { say } = props.at;
  const own = chartTemplates.find((one) => one.country === props.at.settings.country) ?? chartTemplates[0];
  return (
    <One of="template" form={props} first={{ template: own.template }} named={["template"]}>
      {(filled) => (
        <>
          <p>{say("books.template-why")}</p>
          <ChoiceField
            name="template"
            label={say("books.template")}
            filled={filled}
            choices={chartTemplates.map(({ template }) => ({
              value: template,
              says: say(`books.template.${template}`),
            }))}
          />
          <ul class="small soft">
            {chartTemplates.map(({ template }) => (
              <li>
                {say("books.template-source", {
                  template: say(`books.template.${template}`),
                  source: say(`books.template.${template}.source`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </One>
  );
}

function SheetForm({ at }: { at: PageAt }) {
  const { say } = at;
  return (
    <details class="opens">
      <summary>{say("books.form-sheet")}</summary>
      <form class="act" method="post" action={at.address("ledger/chart/sheet")} encType="multipart/form-data">
        <div class="ask">
          <label for="file">{say("books.sheet")}</label>
          <p class="hint" id="file-hint">
            {say("books.sheet-hint")}
          </p>
          <input id="file" name="file" class="field" type="file" required aria-describedby="file-hint" />
        </div>
        <p class="acts">
          <button class="do" type="submit">
            {say("books.sheet-read")}
          </button>
        </p>
      </form>
    </details>
  );
}
