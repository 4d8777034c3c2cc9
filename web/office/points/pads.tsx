/** Pads of printed receipts that a point has for when its telephone fails. */
import { DayField, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { PointParts } from "./point.tsx";

/** A pad as the view `points.pads` tells it. */
export type PadShown = {
  readonly pad: string;
  readonly series: string;
  readonly serial_from: number;
  readonly serial_to: number;
  readonly on_day: string;
  readonly used: number;
  readonly accounted: number;
};

/** Must: say of each pad how many leaves nobody has accounted for. */
export function Pads({ at, parts }: { at: PageAt; parts: PointParts }) {
  const { say } = at;
  const { point, pads, tried } = parts;
  const filled =
    tried?.form === "pad" ? tried.filled : fresh({ on: at.today, series: `${point.prefix}P`, first: "1", last: "50" });
  const figures = ["pad-used", "pad-open"];
  return (
    <section aria-labelledby="pads">
      <h2 id="pads">{say("points.pads")}</h2>
      {pads.length === 0 ? (
        <p class="soft">{say("points.no-pads")}</p>
      ) : (
        <Table
          label={say("points.pads")}
          columns={["pad", "pad-since", "pad-used", "pad-open"].map((head) => ({
            head: say(`points.${head}`),
            figures: figures.includes(head),
          }))}
          rows={pads.map(({ series, serial_from, serial_to, on_day, used, accounted }) => ({
            name: say("points.pad-serials", { series, from: `${serial_from}`, to: `${serial_to}` }),
            cells: [
              say("value.day", { value: on_day }),
              say("value.figure", { value: `${used}` }),
              say("value.figure", { value: `${serial_to - serial_from + 1 - used - accounted}` }),
            ],
          }))}
        />
      )}
      {at.powers.has("manage-devices") ? (
        <details class="reach" open={tried?.form === "pad"}>
          <summary>
            <span>{say("points.issue-pad")}</span>
          </summary>
          <ActForm
            action={at.address(`points/${encodeURIComponent(point.place)}/pad`)}
            act={at.newAct()}
            filled={filled}
            named={["series", "first", "last", "on"]}
            submit={say("points.issue-it")}
          >
            <TextField
              name="series"
              label={say("points.series")}
              hint={say("points.series-hint")}
              filled={filled}
              size="short"
            />
            <div class="pair">
              <TextField name="first" label={say("points.first")} filled={filled} tells={["from"]} size="short" />
              <TextField name="last" label={say("points.last")} filled={filled} tells={["to"]} size="short" />
            </div>
            <DayField name="on" label={say("form.day")} filled={filled} />
          </ActForm>
        </details>
      ) : null}
    </section>
  );
}
