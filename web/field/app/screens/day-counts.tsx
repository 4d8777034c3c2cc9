/** The day in figures: receipts against their serials, voids, kilos by product. */
import { productName } from "../../../language/names.ts";
import { kilogramsOf } from "../day/kilograms.ts";
import { type DayTold, gapsIn, rangeOf } from "../day/told.ts";
import { Figure } from "../parts/figure.tsx";
import { Notice } from "../parts/notice.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { useField } from "../screen.ts";

/** Receipts, voids, kilos, and serials that nobody can account for. */
export function DayCounts({ day }: { day: DayTold }) {
  const { core, say } = useField();
  const range = rangeOf(day, core.series);
  const gaps = gapsIn(
    day.handOvers.map((one) => one.receipt ?? ""),
    core.series,
  );
  const onPaper = day.handOvers.filter((one) => one.fromPad).length;
  return (
    <>
      <Rows label={say("field.close.counts")}>
        <Row
          icon="receipt"
          title={say("field.close.receipts")}
          under={
            range === null
              ? say("field.close.no-receipts")
              : say("field.close.range", { series: range.series, from: String(range.from), to: String(range.to) })
          }
          figure={<b>{day.handOvers.length}</b>}
        />
        {day.voids.length === 0 ? null : (
          <Row mark="void" title={say("field.close.voids")} figure={<b>{day.voids.length}</b>} />
        )}
        {onPaper === 0 ? null : <Row icon="paper" title={say("field.close.from-pad")} figure={<b>{onPaper}</b>} />}
        {day.kilos.map(({ product, net }) => (
          <Row
            key={product}
            icon="sack"
            title={productName(product, say)}
            under={say("field.close.net")}
            figure={<Figure exact={kilogramsOf(net)} of="kg" />}
          />
        ))}
      </Rows>
      {gaps.length === 0 ? null : (
        <Notice state="waiting" title={say("field.close.gaps", { serials: gaps.slice(0, 12).join(", ") })}>
          <p>{say("field.close.gaps-why")}</p>
        </Notice>
      )}
    </>
  );
}
