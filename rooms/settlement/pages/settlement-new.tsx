/** A new settlement: whose hand-overs it will name. What is held is named with the reason; what is not wanted is ticked out. */
import { DayField, type Filled, TextField, TickField } from "../../../web/components/fields.tsx";
import { Filter } from "../../../web/components/filter.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import type { Say } from "../../../web/language/say.ts";
import { type Coded, sentenceOf } from "../../../web/language/sentence.ts";
import type { Page } from "../../../web/render.ts";
import { type Person, personIn } from "./people.tsx";
import { productName } from "./statement-words.ts";

/** One hand-over that waits. `held` is the question about it; `late` that it came before the last closing. */
export type ProposedDelivery = {
  readonly delivery: string;
  readonly receipt: string | null;
  readonly day: string;
  readonly place: string;
  readonly kilograms: string;
  readonly held: Coded | null;
  readonly late: boolean;
};

/** One correction of a closed statement that waits: of which, and why. */
export type ProposedCorrection = {
  readonly correction: string;
  readonly number: string;
  readonly day: string | null;
  readonly reason: string;
  readonly held: Coded | null;
};

/** One producer with all hand-overs that wait, oldest first, and corrections of statements closed before. */
export type ProposedProducer = Person & {
  readonly agent: string;
  readonly deliveries: string;
  readonly kilograms: string;
  readonly list: readonly ProposedDelivery[];
  readonly corrections: readonly ProposedCorrection[];
};

export type SettlementNewProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly season: { readonly code: string; readonly product: string };
  readonly answer: {
    readonly producers: string;
    readonly deliveries: string;
    readonly kilograms: string;
    readonly held: string;
  };
  /** How the proposal is narrowed: form of its own, by GET. */
  readonly choose: {
    readonly action: string;
    readonly kept: Readonly<Record<string, string>>;
    readonly filled: Filled;
  };
  readonly rows: readonly ProposedProducer[];
  /** Which rows of how many; `previous` and `next` are the first rows of those pages, null where there is none. */
  readonly turn: {
    readonly from: string;
    readonly to: string;
    readonly found: string;
    readonly previous: string | null;
    readonly next: string | null;
  };
  readonly act: string;
  readonly filled: Filled;
  /** Words that the form carries: season, until, at, and everything ticked out on other pages. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly action: string;
  readonly back: string;
};

function Delivery({ one, out }: { one: ProposedDelivery; out: ReadonlySet<string> }) {
  const say = useSay();
  const values = { day: one.day, receipt: one.receipt ?? "", place: one.place, weight: one.kilograms };
  return (
    <label>
      <input
        type="checkbox"
        name="out"
        value={one.delivery}
        checked={out.has(one.delivery)}
        disabled={one.held !== null}
      />
      <span>
        {say(one.receipt === null ? "settle.delivery-bare" : "settle.delivery", values)}
        {one.late ? <span class="small soft"> {say("settle.late")}</span> : null}
        {one.held === null ? null : (
          <span class="waiting small"> {say("settle.held-because", { why: sentenceOf(one.held, say) })}</span>
        )}
      </span>
    </label>
  );
}

function Correction({ one, out }: { one: ProposedCorrection; out: ReadonlySet<string> }) {
  const say = useSay();
  const why = say(`corrected.reason.${one.reason}`);
  return (
    <label>
      <input
        type="checkbox"
        name="out"
        value={one.correction}
        checked={out.has(one.correction)}
        disabled={one.held !== null}
      />
      <span>
        {say("settle.correction", { number: one.number, day: one.day ?? "", reason: why })}
        {one.held === null ? null : (
          <span class="waiting small"> {say("settle.held-because", { why: sentenceOf(one.held, say) })}</span>
        )}
      </span>
    </label>
  );
}

function Producer({ row, out }: { row: ProposedProducer; out: ReadonlySet<string> }) {
  const say = useSay();
  return (
    <details class="out">
      <summary>
        {say("settle.producer", { person: personIn(row, say), deliveries: row.deliveries, weight: row.kilograms })}
        {[...row.list, ...row.corrections].some((one) => one.held !== null) ? (
          <span class="waiting small"> {say("settle.with-held")}</span>
        ) : null}
      </summary>
      <label>
        <input type="checkbox" name="out" value={row.agent} checked={out.has(row.agent)} />
        <b>{say("settle.leave-out-person")}</b>
      </label>
      {row.list.map((one) => (
        <Delivery one={one} out={out} />
      ))}
      {row.corrections.map((one) => (
        <Correction one={one} out={out} />
      ))}
    </details>
  );
}

/** Turning pages inside the form: what is ticked travels along. */
function Turn({ turn }: { turn: SettlementNewProps["turn"] }) {
  const say = useSay();
  return (
    <p class="moves">
      <span class="soft">{say("list.range", { from: turn.from, to: turn.to, found: turn.found })}</span>
      {turn.previous === null ? null : (
        <button class="do" type="submit" name="turn" value={turn.previous} formNoValidate>
          {say("list.previous")}
        </button>
      )}
      {turn.next === null ? null : (
        <button class="do" type="submit" name="turn" value={turn.next} formNoValidate>
          {say("list.next")}
        </button>
      )}
    </p>
  );
}

function DraftForm({ props }: { props: SettlementNewProps }) {
  const say = useSay();
  const { filled, turn } = props;
  const out = new Set(filled.typed?.getAll("out"));
  const ways = (["cash", "transfer"] as const).map((value) => ({ value, says: say(`settle.way.${value}`) }));
  return (
    <ActForm
      action={props.action}
      act={props.act}
      filled={filled}
      named={["title", "paidIn", "place", "payDay"]}
      submit={say("settle.make-draft")}
      other={{ href: props.back, says: say("form.go-back") }}
      wide
    >
      {props.hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <section>
        <h2>{say("settle.whom")}</h2>
        <p class="hint">{say("settle.tick-out")}</p>
        {props.rows.map((row) => (
          <Producer row={row} out={out} />
        ))}
        {turn.previous === null && turn.next === null ? null : <Turn turn={turn} />}
      </section>
      <section>
        <h2>{say("settle.how-paid")}</h2>
        <TextField name="title" label={say("settle.name")} hint={say("settle.name-hint")} filled={filled} />
        <TickField name="paidIn" label={say("settle.way")} choices={ways} filled={filled} />
        <TextField name="place" label={say("settle.pay-place")} filled={filled} optional />
        <DayField name="payDay" label={say("settle.pay-day")} filled={filled} optional />
      </section>
    </ActForm>
  );
}

function Body({ props }: { props: SettlementNewProps }) {
  const say = useSay();
  const { season, choose, answer } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="settlement-new">
      <h1 class="speak">
        <Sentence
          of="settle.new-answer"
          values={{ ...answer, season: season.code, product: productName(season.product, say) }}
        />
      </h1>
      <Filter action={choose.action} kept={choose.kept} narrowed={choose.filled.typed?.has("at") ?? false}>
        <DayField name="until" label={say("settle.until")} filled={choose.filled} />
        <TextField name="at" label={say("settle.place")} filled={choose.filled} optional />
      </Filter>
      {props.rows.length === 0 ? (
        <Notice state="none" title={say("settle.nothing-here")}>
          <p>{say("settle.nothing-here-why")}</p>
        </Notice>
      ) : (
        <DraftForm props={props} />
      )}
    </OfficeFrame>
  );
}

/** The page that begins a settlement. */
export const settlementNewPage = (props: SettlementNewProps, say: Say): Page => ({
  title: `${say("settle.new")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
