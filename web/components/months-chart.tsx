/** Bars by month, this season's full and the one before as an outline; the same in figures for who does not look. */
import { type Example, useSay } from "./speaking.tsx";
import { Table } from "./table.tsx";

/** One month: whole kilograms as text; null has not happened yet, or is not known. `runs`: the month is not over. */
export type MonthBar = {
  readonly short: string;
  readonly long: string;
  readonly now: string | null;
  readonly before: string | null;
  readonly runs: boolean;
};

type Props = {
  /** What the chart shows in one sentence, for who listens. */
  says: string;
  /** Names of the two measures: "2026", "2025". `before` null: nothing to compare with. */
  now: string;
  before: string | null;
  months: readonly MonthBar[];
};

/** Bars that fit a telephone; the table has every month. */
const most = 8;
/** Heights in tenths of a pixel: the ground line, and the tallest bar, which leaves room for its figure under the legend. */
const ground = 1340n;
const tallest = 970n;
const slot = 50;
/** How much the names of the measures take above the bars, which may be as tall as they are. */
const above = 24;

const tenths = (value: bigint): string => `${value / 10n}.${value % 10n}`;
const heightOf = (kilos: string, largest: bigint): bigint =>
  largest === 0n ? 0n : (BigInt(kilos) * tallest) / largest;

/** Of many months those up to now, and as many of the ones ahead as there is room for. */
function around(months: readonly MonthBar[]): readonly MonthBar[] {
  const happened = months.filter((one) => one.now !== null).length;
  const end = Math.max(Math.min(months.length, happened + 2), most);
  return months.slice(Math.max(0, end - most), end);
}

/** Must: start bars at zero; dash what has not happened; write figures at the bars; have a table with the same figures. */
export function MonthsChart({ says, now, before, months }: Props) {
  const say = useSay();
  const shown = around(months);
  const all = shown.flatMap((one) => [one.now, one.before]).filter((one) => one !== null);
  const largest = all.reduce((max, one) => (BigInt(one) > max ? BigInt(one) : max), 0n);
  const width = Math.max(shown.length, most) * slot;
  return (
    <figure>
      <svg class="chart" viewBox={`0 ${-above} ${width} ${154 + above}`} role="img" aria-label={says}>
        {shown.map((one, at) => (
          <Bars one={one} left={at * slot} largest={largest} />
        ))}
        <path d={`M0 134h${width}`} class="c-ground" />
        <path d="M2 -20h14v10H2z" class="c-now" />
        <text x="22" y="-10.5">
          {now}
        </text>
        {before === null ? null : (
          <>
            <path d="M130 -20h14v10h-14z" class="c-before" />
            <text x="150" y="-10.5">
              {before}
            </text>
          </>
        )}
      </svg>
      <details class="tab">
        <summary>{say("chart.figures")}</summary>
        <Table
          label={says}
          columns={[
            { head: say("chart.month") },
            { head: now, figures: true },
            ...(before === null ? [] : [{ head: before, figures: true }]),
          ]}
          rows={months.map((one) => ({
            name: one.runs ? say("chart.running", { month: one.long }) : one.long,
            cells: [one.now, ...(before === null ? [] : [one.before])].map((kilos) =>
              kilos === null ? null : say("value.figure", { value: kilos }),
            ),
          }))}
        />
      </details>
    </figure>
  );
}

function Bars({ one, left, largest }: { one: MonthBar; left: number; largest: bigint }) {
  const say = useSay();
  const middle = left + slot / 2;
  const top = (kilos: string) => ground - heightOf(kilos, largest);
  return (
    <>
      {one.before === null ? null : (
        <path
          d={`M${middle - 16} 134V${tenths(top(one.before))}h32V134`}
          class={one.now === null || one.runs ? "c-before ahead" : "c-before"}
        />
      )}
      {one.now === null ? null : <path d={`M${middle - 10} 134V${tenths(top(one.now))}h20V134z`} class="c-now" />}
      <text x={middle} y="150" text-anchor="middle">
        {one.short}
      </text>
      {one.now === null ? null : (
        <text x={middle} y={tenths(top(one.now) - 50n)} text-anchor="middle" class="b">
          {say("value.figure", { value: one.now })}
        </text>
      )}
    </>
  );
}

function MonthsExample() {
  const say = useSay();
  const month = (number: string, now: string | null, before: string, runs = false) => ({
    short: say(`calendar.short.${number}`),
    long: say(`calendar.month.${number}`),
    now,
    before,
    runs,
  });
  return (
    <MonthsChart
      says={say("product.coffee-parchment")}
      now="2026, kg"
      before="2025, kg"
      months={[
        month("7", "7460", "6900"),
        month("8", "14870", "12250"),
        month("9", "23660", "38700", true),
        month("10", null, "52300"),
      ]}
    />
  );
}

export const examples: readonly Example[] = [{ name: "months", draw: () => <MonthsExample /> }];
