/** Each reading with its word and what it does to weight or price, and the sum of its reasons. */

import { decimal, subtract } from "../../../../../kernel/exact/index.ts";
import type { Reason } from "../../../../../rooms/agreements/rules/reasons.ts";
import { Sentence, useSay } from "../../../../components/speaking.tsx";
import { named } from "../../../../language/names.ts";
import type { Say } from "../../../../language/say.ts";
import { Icon } from "../../parts/icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import type { Facts } from "./facts.ts";
import type { FirstPayment } from "./rules/first-payment.ts";
import type { GradedReading } from "./rules/grade.ts";
import { measureWords, readingWords, wordsIn } from "./words.ts";

type Known = Extract<FirstPayment, { known: true }>;

/** A drawing for a measure: water, the sieve of what is sorted out, the bean for all else. */
const icons: Readonly<Record<string, IconName>> = {
  moisture: "drop",
  "pasilla-grams": "sieve",
  "local-share": "sieve",
  "export-share": "check",
};
const iconOf = (measure: string): IconName => icons[measure] ?? "bean";

/** Better, worse or as the base of the plan, where it has one. Only a factor is better when it is lower. */
function besideBase(reason: Reason, say: Say): string | null {
  if (reason.base === null) return null;
  const [reading, base] = [decimal(reason.reading), decimal(reason.base)];
  if (reading === null || base === null) return null;
  const over = subtract(reading, base).numerator;
  if (reason.what === "yield-factor") {
    const how = over < 0n ? "better" : over > 0n ? "worse" : "same";
    return say(`field.hand-over.factor-${how}`, { base: reason.base });
  }
  return say(`field.hand-over.base-${over > 0n ? "above" : "within"}`, { base: reason.base });
}

/** What a reason does, as figure and unit. */
function effectWords({ effect }: Reason, { currency, unit }: Known, say: Say): string {
  if (effect.of === "in-price") return say("field.hand-over.in-price");
  const value = effect.change;
  if (!/[1-9]/.test(value)) return say("field.hand-over.no-change");
  if (effect.of === "weight" || effect.of === "share")
    return say(`field.hand-over.by-${effect.of}`, { value, unit: named("unit", unit, say) });
  return say("field.hand-over.by-price", { value, currency, unit: named("unit", unit, say) });
}

type LineOf = {
  icon: IconName;
  name: string;
  word: string | null;
  state?: string;
  figure: string | null;
  onPress: () => void;
};

const Line = ({ icon, name, word, state, figure, onPress }: LineOf) => (
  <li class={state}>
    <button type="button" onClick={onPress}>
      <Icon name={icon} />
      <span>
        <b>
          {name}
          {word === null ? "" : ":"}
        </b>
        {word === null ? null : ` ${word}`}
      </span>
      {figure === null ? null : <span class="fig">{figure}</span>}
    </button>
  </li>
);

/** The scheme's own word for a reading, and the goods' state where it is not simply taken. */
function wordOf(reading: GradedReading, say: Say): string | null {
  const { band, state } = reading;
  const grade = band === null ? null : wordsIn(band.name, say);
  const goods = state === "accepted" ? null : say(`field.hand-over.state-${state}`);
  const both = [grade, goods].filter((one) => one !== null);
  return both.length === 0 ? null : both.join(", ");
}

type Props = { facts: Facts; onMeasure: (measure: string) => void };

/** Nothing was read yet: one line, which leads through all measures one after the other. */
const Unmeasured = ({ facts, onMeasure }: Props) => {
  const say = useSay();
  return (
    <Line
      icon="drop"
      name={say("field.hand-over.unmeasured")}
      word={null}
      state="missing"
      figure={say("field.hand-over.measure")}
      onPress={() => onMeasure(facts.readings[0]?.measure.measure ?? "")}
    />
  );
};

/** Must: give every effect its reason; say what is missing and never guess it. */
export function GradeLines({ facts, onMeasure }: Props) {
  const say = useSay();
  const { readings, payment } = facts;
  const why = payment.known ? payment.why : null;
  const explained = new Set(why?.reasons.flatMap(({ measures }) => measures) ?? []);
  const lines = payment.known ? (why?.reasons ?? []) : [];
  return (
    <section class="grade" aria-labelledby="grade-heading">
      <h2 id="grade-heading" class="away">
        {say("field.hand-over.grade")}
      </h2>
      <ul>
        {readings.every(({ state }) => state === "missing") ? <Unmeasured facts={facts} onMeasure={onMeasure} /> : null}
        {lines.map((reason) => {
          const reading = readings.find(({ measure }) => measure.measure === reason.what);
          const own = reading === undefined ? null : wordOf(reading, say);
          const name =
            reading === undefined
              ? say(`field.hand-over.${reason.what}`, { value: reason.reading })
              : `${measureWords(reading, say)} ${readingWords(reason.reading, reading.measure.unit, say)}`;
          return (
            <Line
              key={reason.what}
              icon={iconOf(reason.what)}
              name={name}
              word={own ?? besideBase(reason, say)}
              {...(reading === undefined ? {} : { state: reading.state })}
              figure={payment.known ? effectWords(reason, payment, say) : null}
              onPress={() => onMeasure(reason.measures.at(-1) ?? "")}
            />
          );
        })}
        {readings
          .filter(({ measure, typed }) => !explained.has(measure.measure) && (why === null || typed !== ""))
          .filter((_, __, shown) => shown.length < readings.length || readings.some(({ typed }) => typed !== ""))
          .map((reading) => (
            <Line
              key={reading.measure.measure}
              icon={iconOf(reading.measure.measure)}
              name={
                reading.value === null
                  ? measureWords(reading, say)
                  : `${measureWords(reading, say)} ${readingWords(reading.value, reading.measure.unit, say)}`
              }
              word={
                reading.state === "missing"
                  ? say(reading.needed ? "field.hand-over.state-provisional" : "field.hand-over.state-missing")
                  : wordOf(reading, say)
              }
              state={reading.state}
              figure={reading.state === "missing" ? say("field.hand-over.measure") : null}
              onPress={() => onMeasure(reading.measure.measure)}
            />
          ))}
        {payment.known && why?.sum != null ? (
          <li class="sum">
            <span>{say("field.hand-over.price-of-yours")}</span>
            <span class="fig">
              <Sentence
                of="field.hand-over.price-sum"
                values={{
                  base: why.sum.base,
                  price: why.sum.unitPrice,
                  currency: payment.currency,
                  unit: named("unit", payment.unit, say),
                }}
              />
            </span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
