/** The figures above the page of today. Products are never added to each other, and currencies neither. */
import { add, decimalText, exactly } from "../../../kernel/exact/index.ts";
import type { StripFigure } from "../../components/strip.tsx";
import { productName } from "../../language/names.ts";
import type { Say } from "../../language/say.ts";
import { type Money, sumsInWords } from "../../language/sums.ts";
import type { TodayProps } from "../today-page.tsx";

/** The sum of exact decimals. */
export const total = (exacts: readonly string[]): string =>
  decimalText(exacts.reduce((sum, one) => add(sum, exactly(one)), exactly("0")));

/** Kilograms of each product, in the order of the rows. */
export function byProduct(
  rows: readonly { readonly product: string; readonly kilos: string }[],
): readonly [string, string][] {
  const products = [...new Set(rows.map((row) => row.product))];
  return products.map((product) => [product, total(rows.filter((row) => row.product === product).map((r) => r.kilos))]);
}

/** A figure of kilograms for the strip: the first product large, the others in words below it. */
function kilosFigure(
  name: string,
  rows: readonly { readonly product: string; readonly kilos: string }[],
  more: readonly string[],
  say: Say,
): StripFigure {
  const [first = ["", "0"], ...others] = byProduct(rows);
  return {
    name,
    exact: first[1],
    figure: say("value.figure", { value: first[1] }),
    unit: "kg",
    below: [
      ...(first[0] === "" ? [] : [productName(first[0], say)]),
      ...others.map(([product, kilos]) => say("today.also", { kilos, product: productName(product, say) })),
      ...more,
    ],
  };
}

function moneyFigure(name: string, sums: readonly Money[], below: readonly string[], say: Say): StripFigure {
  const own = sums.filter((one) => one.currency === say.currency);
  const [first = { exact: "0", currency: say.currency }, ...others] = [
    ...own,
    ...sums.filter((one) => one.currency !== say.currency),
  ];
  const run = say.runs("value.money-line", { value: first.exact, currency: first.currency })[0];
  const parts = run?.type === "figure" ? run.parts : [];
  return {
    name,
    exact: first.exact,
    figure: parts.find((part) => part.type === "figure")?.value ?? first.exact,
    unit: parts.find((part) => part.type === "unit")?.value ?? first.currency,
    below: [...(others.length === 0 ? [] : [sumsInWords(others, say)]), ...below],
  };
}

/** Money of one currency added up; currencies are never added to each other. */
function byCurrency(all: readonly Money[]): readonly Money[] {
  const currencies = [...new Set(all.map((one) => one.currency))];
  return currencies.map((currency) => ({
    currency,
    exact: total(all.filter((one) => one.currency === currency).map((one) => one.exact)),
  }));
}

/** The figures of the blocks that the reader may see. */
export function figuresOf(props: TodayProps, say: Say): readonly StripFigure[] {
  const { cameIn, stock, holdings, owed } = props;
  const cash = byCurrency((holdings ?? []).filter((one) => one.account === "cash"));
  const receipts = total((cameIn?.rows ?? []).map((row) => row.deliveries));
  const people = total((owed ?? []).map((one) => one.people));
  return [
    ...(cameIn === null
      ? []
      : [kilosFigure(say(`today.came.${cameIn.days}`), cameIn.rows, [say("today.receipts", { receipts })], say)]),
    ...(stock === null ? [] : [kilosFigure(say("today.in-store"), stock, [], say)]),
    ...(holdings === null
      ? []
      : [
          moneyFigure(
            say("today.holdings"),
            byCurrency(holdings),
            cash.length === 0 ? [] : [say("today.in-cash", { sums: sumsInWords(cash, say) })],
            say,
          ),
        ]),
    ...(owed === null
      ? []
      : [moneyFigure(say("today.owed"), byCurrency(owed), [say("today.to-people", { people })], say)]),
  ];
}
