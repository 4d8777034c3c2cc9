/** One hand-over from sack to payment. */
import type { ComponentChildren } from "preact";
import { About, type Fact } from "../../../web/components/about.tsx";
import { Days, type Happening } from "../../../web/components/days.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { named, personName, productName } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Money } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";

type Text = string | null;

/** One weighing; kilograms as exact text. */
export type Weighed = Readonly<Record<"container" | "count" | "gross" | "tare" | "net", string>>;
/** One reading, and of which day and laboratory when it came later. `counts`: no later one stands in its place. */
export type Read = Readonly<Record<"measure" | "value" | "unit", string>> &
  Readonly<Record<"method" | "instrument" | "laboratory" | "on", Text>> & { readonly counts: boolean };
/** Something that can be done here. */
export type Door = { readonly says: string; readonly href: string; readonly main?: boolean };

export type DeliveryProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: { readonly name: Text; readonly erased: Text; readonly number: Text; readonly href: Text };
  readonly product: string;
  readonly happened: string;
  readonly clock: Text;
  readonly total: Readonly<Record<"bags" | "gross" | "tare" | "net", string>>;
  readonly weighings: readonly Weighed[];
  readonly readings: readonly Read[];
  readonly about: Readonly<Record<"place" | "origin" | "receivedOn" | "receivedAt" | "mode", string>> &
    Readonly<Record<"scale" | "scaleChecked" | "receiver" | "season" | "plot" | "claim" | "receipt", Text>>;
  readonly receiptHref: Text;
  readonly voided: { readonly reason: string; readonly on: string; readonly otherHref: Text } | null;
  readonly settled: { readonly value: Money; readonly number: string; readonly on: string; readonly href: Text } | null;
  readonly past: { readonly paid: Text; readonly currency: Text; readonly on: Text } | null;
  /** Sentences of what is asked and not answered, with to whom and where to answer. */
  readonly asked: readonly { readonly sentence: string; readonly role: string; readonly href: Text }[];
  readonly history: readonly Happening[];
  readonly doors: readonly Door[];
};

const kilos = (value: string, say: Say): string => say("value.figure", { value });

function Weighings({ props }: { props: DeliveryProps }) {
  const say = useSay();
  if (props.weighings.length === 0) return <p class="soft">{say("delivery.no-weight")}</p>;
  return (
    <Table
      label={say("delivery.weighings")}
      columns={[
        { head: say("delivery.container") },
        { head: say("delivery.count"), figures: true },
        { head: say("delivery.gross"), figures: true, unit: "kg" },
        { head: say("delivery.tare"), figures: true, unit: "kg" },
        { head: say("today.net"), figures: true, unit: "kg" },
      ]}
      rows={props.weighings.map((one) => ({
        name: named("container", one.container, say),
        cells: [one.count, kilos(one.gross, say), kilos(one.tare, say), kilos(one.net, say)],
      }))}
      foot={{
        name: say("today.all"),
        cells: [props.total.bags, ...(["gross", "tare", "net"] as const).map((of) => kilos(props.total[of], say))],
      }}
    />
  );
}

function Readings({ readings }: { readings: readonly Read[] }) {
  const say = useSay();
  if (readings.length === 0) return <p class="soft">{say("delivery.no-readings")}</p>;
  return (
    <Table
      label={say("delivery.readings")}
      columns={[
        { head: say("delivery.measure") },
        { head: say("delivery.reading"), figures: true },
        { head: say("delivery.method") },
        { head: say("delivery.when") },
      ]}
      rows={readings.map((one) => ({
        name: named("measure-name", one.measure, say),
        cells: [
          one.counts ? said(one, say) : <s>{said(one, say)}</s>,
          [one.method === null ? null : named("method", one.method, say), one.instrument].filter(Boolean).join(", ") ||
            null,
          one.on === null
            ? say("delivery.at-scale")
            : say("delivery.later", { day: one.on, laboratory: one.laboratory ?? "" }),
        ],
      }))}
    />
  );
}

const said = ({ value, unit }: Read, say: Say): string =>
  unit === "percent" || unit === "%"
    ? say("value.percent", { value })
    : `${say("value.figure", { value })} ${unit === "point" ? say("delivery.points") : unit}`;

function factsOf({ about, receiptHref, who }: DeliveryProps, say: Say): readonly Fact[] {
  const maybe = (name: string, is: ComponentChildren | null): readonly Fact[] => (is === null ? [] : [{ name, is }]);
  return [
    {
      name: say("delivery.receipt"),
      is:
        about.receipt === null ? (
          say("deliveries.no-receipt")
        ) : receiptHref === null ? (
          about.receipt
        ) : (
          <a href={receiptHref}>{about.receipt}</a>
        ),
    },
    {
      name: say("delivery.who"),
      is: who.href === null ? personName(who, say) : <a href={who.href}>{personName(who, say)}</a>,
    },
    { name: say("today.place"), is: about.place },
    { name: say("delivery.receiver"), is: about.receiver },
    {
      name: say("delivery.way"),
      is: say("delivery.way-when", {
        way: named("way", about.origin, say),
        day: about.receivedOn,
        at: about.receivedAt,
      }),
    },
    { name: say("delivery.scale"), is: about.scale },
    {
      name: say("delivery.scale-checked"),
      is: about.scaleChecked === null ? null : say("value.day", { value: about.scaleChecked }),
    },
    { name: say("deliveries.season"), is: about.season ?? say("delivery.no-season") },
    { name: say("delivery.whose"), is: say(`delivery.mode.${about.mode}`) },
    ...maybe(say("delivery.plot"), about.plot),
    ...maybe(say("delivery.claim"), about.claim),
  ];
}

function Standing({ props }: { props: DeliveryProps }) {
  const say = useSay();
  const { voided, settled, past, asked } = props;
  return (
    <>
      {voided === null ? null : (
        <Notice state="broken" title={say("delivery.voided", { day: voided.on })}>
          <p>{say("delivery.voided-why", { reason: voided.reason })}</p>
          {voided.otherHref === null ? null : (
            <a class="quiet" href={voided.otherHref}>
              {say("delivery.other")}
            </a>
          )}
        </Notice>
      )}
      {asked.map((one) => (
        <Notice state="waiting" title={say("delivery.asked", { role: named("role", one.role, say) })}>
          <p>{one.sentence}</p>
          {one.href === null ? null : (
            <a class="quiet" href={one.href}>
              {say("today.question-act")}
            </a>
          )}
        </Notice>
      ))}
      {settled === null ? null : (
        <Notice
          state="kept"
          title={say("delivery.settled", { amount: settled.value.exact, currency: settled.value.currency })}
        >
          <p>{say("delivery.settled-in", { number: settled.number, day: settled.on })}</p>
          {settled.href === null ? null : (
            <a class="quiet" href={settled.href}>
              {say("delivery.see-statement")}
            </a>
          )}
        </Notice>
      )}
      {past === null ? null : (
        <Notice state="kept" title={say("delivery.past")}>
          <p>{say("delivery.past-why")}</p>
        </Notice>
      )}
    </>
  );
}

function Body({ props }: { props: DeliveryProps }) {
  const say = useSay();
  const { total, product, happened, clock, doors } = props;
  const values = {
    name: personName(props.who, say),
    kilos: total.net,
    product: productName(product, say),
    day: happened,
  };
  const isOpen = props.voided === null && props.settled === null && props.past === null && props.asked.length === 0;
  return (
    <OfficeFrame frame={props.frame} skipTo="delivery">
      <h1 class="speak">
        <Sentence of="delivery.answer" values={values} />
      </h1>
      <p class="soft">
        {clock === null ? null : `${clock}. `}
        {isOpen ? say("delivery.open") : null}
      </p>
      {doors.length === 0 ? null : (
        <p class="doors">
          {doors.map((door) => (
            <a class={door.main ? "do" : "quiet"} href={door.href}>
              {door.says}
            </a>
          ))}
        </p>
      )}
      <div class="cols">
        <div>
          <section>
            <Standing props={props} />
          </section>
          <section>
            <h2>{say("delivery.weighings")}</h2>
            <Weighings props={props} />
          </section>
          <section>
            <h2>{say("delivery.readings")}</h2>
            <Readings readings={props.readings} />
          </section>
        </div>
        <div>
          <section>
            <h2>{say("delivery.about")}</h2>
            <About facts={factsOf(props, say)} />
          </section>
          <section>
            <h2>{say("delivery.history")}</h2>
            <Days label={say("delivery.history")} happenings={props.history} />
          </section>
        </div>
      </div>
    </OfficeFrame>
  );
}

/** The page of one hand-over. */
export const deliveryPage = (props: DeliveryProps, say: Say): Page => ({
  title: `${say("delivery.title", { name: personName(props.who, say), day: props.happened })} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "today"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
