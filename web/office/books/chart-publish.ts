/** Takes the forms of the chart page: each makes a whole new version of the chart and publishes it from a day. */
import { chartTemplate, isChartTemplate } from "../../../exchange/charts/templates.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import {
  accountKinds,
  type ChartAccount,
  type ChartOfAccounts,
  type ChartPlace,
  chartLanguages,
} from "../../../rooms/book/rules/chart-of-accounts.ts";
import type { Form } from "../../desk/form.ts";
import type { BookForm, FormAt, GoTo } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { drawChart } from "./chart.tsx";
import { type ChartForm, chartFormNames } from "./chart-forms.tsx";
import { chartsAt } from "./charts.ts";

/** Publishes what a form makes of the chart. */
export const chartForm: BookForm = { path: "/o/:book/ledger/chart", post: posted };

async function posted(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const which = chartFormNames.find((one) => one === form.text("do")) ?? "template";
  const again = (wrong: readonly Refusal[]) => drawChart(at, { form: which, filled: { typed: form.typed, wrong } });
  const now = (await chartsAt(at)).on(at.today)?.chart ?? null;
  const chart = which === "template" ? fromTemplate(at) : now === null ? null : changed[which](form, now);
  const from = form.readDay("from");
  if (chart === null || from === null || form.wrong.length > 0) return again(form.wrong);
  const spoken = await at.speak("chart.publish", { chart, from });
  return spoken.outcome === "refused"
    ? again(spoken.refusals)
    : done({ goTo: at.address("ledger/chart"), told: "chart-published" });
}

function fromTemplate({ form, say }: FormAt): ChartOfAccounts | null {
  const template = form.readText("template");
  if (template === null || !isChartTemplate(template)) return null;
  return {
    title: say(`books.template.${template}`),
    source: say(`books.template.${template}.source`),
    ...chartTemplate(template),
  };
}

/** What each form makes of the chart in force; null when it was not filled in. */
const changed: Readonly<
  Record<Exclude<ChartForm, "template">, (form: Form, chart: ChartOfAccounts) => ChartOfAccounts | null>
> = {
  place: (form, chart) => {
    const account = form.readText("account");
    if (account === null) return null;
    const [product, season, code] = [form.maybe("product"), form.maybe("season"), form.maybe("code")];
    const place = {
      account,
      ...(product === undefined ? {} : { product }),
      ...(season === undefined ? {} : { season }),
    };
    const others = chart.places.filter((one) => !isSamePlace(one, place));
    return { ...chart, places: code === undefined ? others : [...others, { ...place, code }] };
  },
  account: (form, chart) => {
    const code = form.readText("new-code");
    const kind = accountKinds.find((one) => one === form.text("kind"));
    if (code === null || kind === undefined) return null;
    const names = Object.fromEntries(
      chartLanguages.flatMap((language) => {
        const name = form.maybe(`name_${language}`);
        return name === undefined ? [] : [[language, name]];
      }),
    );
    const account: ChartAccount = { code, kind, names };
    const isKnown = chart.accounts.some((one) => one.code === code);
    const accounts = isKnown
      ? chart.accounts.map((one) => (one.code === code ? account : one))
      : [...chart.accounts, account].sort((one, other) => (one.code < other.code ? -1 : 1));
    return { ...chart, accounts };
  },
  about: (form, chart) => {
    const { accounts, places } = chart;
    const [title, otherwise] = [form.readText("title"), form.readText("otherwise")];
    if (title === null || otherwise === null) return null;
    const [source, checkedBy, results] = [form.maybe("source"), form.maybe("checkedBy"), form.maybe("results")];
    return {
      ...{ title, accounts, places, otherwise },
      ...(source === undefined ? {} : { source }),
      ...(checkedBy === undefined ? {} : { checkedBy }),
      ...(results === undefined ? {} : { results }),
    };
  },
};

const isSamePlace = (one: Omit<ChartPlace, "code">, other: Omit<ChartPlace, "code">): boolean =>
  one.account === other.account && one.product === other.product && one.season === other.season;
