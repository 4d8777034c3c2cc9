/** Days that a point closed: receipts, kilograms, and where the count of the box differed. */
import { Mark } from "../../components/mark.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { productName } from "../../language/names.ts";
import { moneyOf } from "../read.ts";
import { kilosOf } from "./list.tsx";

/** A day as the view `points.days` tells it. */
export type DayShown = {
  readonly closing: string;
  readonly on_day: string;
  readonly clock: string | null;
  readonly series: string | null;
  readonly serial_from: number | null;
  readonly serial_to: number | null;
  readonly hand_overs: number;
  readonly voids: number;
  readonly kilos: readonly { readonly product: string; readonly net_g: string }[];
  readonly by_name: string | null;
  readonly cash: readonly { readonly currency: string; readonly counted: string | null; readonly computed: string }[];
  readonly questions: number;
};

/** Must: say of each day whether it fits, in words; show both counts where the box differed. */
export function ClosedDays({ at, days }: { at: PageAt; days: readonly DayShown[] }) {
  const { say } = at;
  return (
    <section aria-labelledby="days">
      <h2 id="days">{say("points.days")}</h2>
      {days.length === 0 ? (
        <p class="soft">{say("points.no-days")}</p>
      ) : (
        <Table
          label={say("points.days")}
          columns={["closed-on", "by", "receipts", "kilos", "box-count", "fits"].map((head) => ({
            head: say(`points.${head}`),
            figures: head === "kilos",
          }))}
          rows={days.map((day) => ({
            name: say("points.day-at", { day: day.on_day, clock: day.clock ?? "" }),
            cells: [
              day.by_name,
              receiptsWords(day, at),
              kilosWords(day, at),
              boxWords(day, at),
              <Fits at={at} day={day} />,
            ],
          }))}
        />
      )}
    </section>
  );
}

function receiptsWords({ series, serial_from, serial_to, hand_overs, voids }: DayShown, { say }: PageAt): string {
  if (series === null || serial_from === null || serial_to === null) return say("points.no-receipts");
  const number = (serial: number): string => `${series}-${String(serial).padStart(6, "0")}`;
  const values = { from: number(serial_from), to: number(serial_to), receipts: `${hand_overs}`, voids: `${voids}` };
  return say(voids === 0 ? "points.receipts-from" : "points.receipts-voided", values);
}

const kilosWords = ({ kilos }: DayShown, { say }: PageAt): string =>
  kilos
    .map(({ product, net_g }) => say("points.kilos-of", { kilos: kilosOf(net_g), product: productName(product, say) }))
    .join("; ");

/** What lay in the box, and by how much it differs from what the book has. */
function boxWords({ cash }: DayShown, { say, settings }: PageAt): string {
  const told = cash.map(({ currency, counted, computed }) => {
    if (counted === null) return say("unknown");
    const money = (grains: bigint | string) => {
      const { exact } = moneyOf(settings.currencies, currency, grains);
      return say("value.money-code", { value: exact, currency });
    };
    const difference = BigInt(counted) - BigInt(computed);
    if (difference === 0n) return money(counted);
    const way = difference > 0n ? "over" : "short";
    return say(`points.box-${way}`, {
      counted: money(counted),
      difference: money(difference > 0n ? difference : -difference),
    });
  });
  return told.length === 0 ? say("points.not-counted") : told.join("; ");
}

function Fits({ at, day }: { at: PageAt; day: DayShown }) {
  const { say } = at;
  if (day.questions === 0)
    return (
      <span class="st stands kept">
        <Mark name="kept" /> <span>{say("points.it-fits")}</span>
      </span>
    );
  return (
    <span class="st stands waiting">
      <Mark name="waiting" />
      <a href={at.address("questions", { about: day.closing })}>
        {say("points.asks", { questions: `${day.questions}` })}
      </a>
    </span>
  );
}
