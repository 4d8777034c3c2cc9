/** `/o/BOOK/points/POINT`: how one collection point stands: telephones, day, cash, pads, and the sheet it works by. */
import { done } from "../../../kernel/refusal.ts";
import type { FieldTicket } from "../../../store/field/tickets.ts";
import { About } from "../../components/about.tsx";
import type { Filled } from "../../components/fields.tsx";
import { OfficeFrame } from "../../components/frames.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { begun, productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import type { OpenDebt } from "../debts.ts";
import { rowsOf } from "../read.ts";
import type { DayShown } from "./days.tsx";
import { ClosedDays } from "./days.tsx";
import { type HoldShown, Holds } from "./holds.tsx";
import { kilosOf, pointStyle } from "./list.tsx";
import { type PadShown, Pads } from "./pads.tsx";
import { dayWords, type PointShown, pointsAt, type TelephoneShown, telephonesAt } from "./read.ts";
import { unknown } from "./sheet.tsx";
import { Telephones } from "./telephones.tsx";

/** The forms that stand on the page, by name: what was typed into the one that was sent. */
export type PointForm = "float" | "debt" | "end" | "pad";
export type Tried = { readonly form: PointForm; readonly filled: Filled; readonly of?: string } | null;

/** What the page shows besides the point itself; null is not the reader's to see. */
export type PointParts = {
  readonly point: PointShown;
  readonly telephones: readonly TelephoneShown[] | null;
  readonly tickets: readonly FieldTicket[];
  readonly days: readonly DayShown[];
  readonly holds: readonly HoldShown[] | null;
  readonly debts: readonly OpenDebt[];
  readonly pads: readonly PadShown[];
  readonly tried: Tried;
};

/** One point. */
export const pointPage: BookPage = {
  path: "/o/:book/points/:place",
  open: async (at) => {
    const answer = await at.ask("points.list", { today: at.today, place: at.parameter("place") });
    if (!answer.ok) return answer;
    const page = await pointAt(at, null);
    return page === null ? unknown(at) : done(page);
  },
};

/** Reads and draws the point of the address; null when there is none. */
export async function pointAt(at: PageAt, tried: Tried): Promise<Page | null> {
  const [point] = await pointsAt(at, at.parameter("place"));
  if (point === undefined) return null;
  const { place } = point;
  const all = await telephonesAt(at);
  const tickets = at.powers.has("manage-devices") ? await at.services.installation.tickets.open(at.book) : [];
  return draw(at, {
    point,
    telephones: all?.filter((one) => one.place === place) ?? null,
    tickets: tickets.filter((one) => one.place === place),
    days: (await rowsOf<DayShown>(at, "points.days", { place, limit: 14 })) ?? [],
    holds: await rowsOf<HoldShown>(at, "points.holds", { place }),
    debts: at.powers.has("pay") ? ((await rowsOf<OpenDebt>(at, "debts.open", { limit: 200 })) ?? []) : [],
    pads: (await rowsOf<PadShown>(at, "points.pads", { place })) ?? [],
    tried,
  });
}

function draw(at: PageAt, parts: PointParts): Page {
  const { say } = at;
  const { point } = parts;
  const frame = at.frame("points");
  return {
    title: `${point.name} · ${frame.organisation}`,
    style: pointStyle,
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={say}>
        <OfficeFrame frame={frame} skipTo="point">
          <h1 class="speak">{answer(at, point)}</h1>
          <p class="soft">{dayWords(point, at)}</p>
          {parts.telephones === null ? null : <Telephones at={at} parts={parts} telephones={parts.telephones} />}
          {parts.holds === null ? null : <Holds at={at} parts={parts} holds={parts.holds} />}
          <ClosedDays at={at} days={parts.days} />
          <Pads at={at} parts={parts} />
          <Sheet at={at} point={point} />
        </OfficeFrame>
      </Speaking>
    ),
  };
}

function answer({ say }: PageAt, { name, deliveries, net_g }: PointShown): string {
  if (deliveries === 0) return say("points.point-nothing", { name });
  return say("points.point-came", { name, deliveries: `${deliveries}`, kilos: kilosOf(net_g) });
}

function Sheet({ at, point }: { at: PageAt; point: PointShown }) {
  const { say } = at;
  const { sheet } = point;
  return (
    <section aria-labelledby="sheet">
      <h2 id="sheet">{say("points.sheet")}</h2>
      <About
        facts={[
          { name: say("points.code"), is: point.place },
          { name: say("points.prefix"), is: say("points.prefix-is", { prefix: point.prefix }) },
          { name: say("points.products"), is: sheet.products.map((one) => begun(productName(one, say))).join(", ") },
          { name: say("points.scales"), is: scalesWords(at, point) },
          { name: say("points.cash"), is: say(point.pays_cash ? "points.pays-cash" : "points.no-cash") },
          { name: say("points.from"), is: say("value.day", { value: point.since }) },
          ...(point.until === null
            ? []
            : [{ name: say("points.until"), is: say("value.day", { value: point.until }) }]),
        ]}
      />
      {at.powers.has("manage-devices") ? (
        <p class="doors">
          <a class="do" href={at.address(`points/${encodeURIComponent(point.place)}/sheet`)}>
            {say("points.change-sheet")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** Each scale with its last check: when, and whether it weighed right. */
function scalesWords({ say }: PageAt, { sheet, scales }: PointShown): string {
  if (sheet.scales.length === 0) return say("points.no-scale");
  return sheet.scales
    .map(({ scale }) => {
      const checked = scales.find((one) => one.scale === scale);
      if (checked === undefined) return say("points.scale-unchecked", { scale });
      return say(checked.good === false ? "points.scale-off" : "points.scale-checked", { scale, day: checked.on });
    })
    .join("; ");
}
