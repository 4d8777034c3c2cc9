import { FigureRun, useSay } from "../../../components/speaking.tsx";

/** What a figure counts. A count's unit is the word beside it. */
export type Counted = "kg" | "money" | "price" | "percent" | "count";

const messages: Readonly<Record<Counted, string>> = {
  kg: "value.kilograms",
  money: "value.money",
  price: "value.price",
  percent: "value.percent",
  count: "value.figure",
};

/**
 * One figure with its unit beside it, and its exact value for machines. `exact` is decimal text; `basted`: not final, underlined
 * with dashes; `unit` says more than the unit alone ("kg netos").
 */
export function Figure({
  exact,
  of,
  currency,
  unit,
  size = "line",
  basted = false,
}: {
  exact: string;
  of: Counted;
  currency?: string;
  unit?: string;
  size?: "line" | "big" | "huge";
  basted?: boolean;
}) {
  const say = useSay();
  const message = of === "money" && currency !== undefined ? "value.money-line" : messages[of];
  const run = say.runs(message, { value: exact, currency: currency ?? say.currency })[0];
  if (run?.type !== "figure") return null;
  const parts = unit === undefined ? run.parts : run.parts.filter((part) => part.type === "figure");
  return (
    <span class={`fig ${size}${basted ? " basted" : ""}`}>
      <FigureRun run={{ ...run, parts }} />
      {unit === undefined ? null : <span class="u"> {unit}</span>}
    </span>
  );
}
