/** Where the deductions of a season are built: their lines and caps, and beside them an example worked through all of them. */
import type { DeductionPlan } from "../../../rooms/agreements/rules/deductions.ts";
import type { StatementContent } from "../../../rooms/settlement/content.ts";
import { Deductions } from "../../../rooms/settlement/pages/statement-deductions.tsx";
import { moneyOf } from "../../../rooms/settlement/pages/statement-shape.ts";
import { type Choice, ChoiceField, FigureField, type Filled, TextField } from "../../components/fields.tsx";
import { Figure } from "../../components/figure.tsx";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/speaking.tsx";
import { Subtotal } from "../../components/statement-line.tsx";
import type { Coded } from "../../language/sentence.ts";
import { sentenceOf } from "../../language/sentence.ts";
import { basisKinds, capKinds } from "./kinds.ts";
import { CapFields, LineFields } from "./line.tsx";
import { readyNames } from "./ready.ts";

/** What is being built. */
export type Building = {
  readonly filled: Filled;
  readonly currency: string;
  readonly unit: string;
  /** The list's own code, which goes along. */
  readonly list: string;
  readonly lines: readonly { readonly kind: string; readonly name: string; readonly says: string | null }[];
  readonly caps: readonly { readonly kind: string; readonly says: string | null }[];
  /** Seasons whose deductions may be taken over. */
  readonly seasons: readonly Choice[];
  /** What can be tried already, what the example comes to, and what is still missing. */
  readonly plan: DeductionPlan | null;
  readonly worked: StatementContent | null;
  readonly wrong: readonly Coded[];
};

function Press({ what, says }: { what: string; says: string }) {
  return (
    <p class="moves">
      <button class="do" type="submit" name="build" value={what} formNoValidate>
        {says}
      </button>
    </p>
  );
}

/** Begin from ready lines, from an empty one, or from another season's list. */
function Adding({ building }: { building: Building }) {
  const say = useSay();
  const { filled, seasons, lines } = building;
  const wanted = [
    ...readyNames.map((value) => ({ value, says: say(`deduct.${value}`) })),
    ...basisKinds.map((value) => ({ value, says: say("deduct.empty-line", { kind: say(`deduct.kind.${value}`) }) })),
  ];
  return (
    <div class="step">
      <ChoiceField name="addLine" label={say("deduct.add-which")} choices={wanted} filled={filled} optional />
      <Press what="add" says={say("deduct.add")} />
      {lines.length === 0 ? null : (
        <>
          <ChoiceField
            name="addCap"
            label={say("deduct.add-which-cap")}
            choices={capKinds.map((value) => ({ value, says: say(`deduct.cap-kind.${value}`) }))}
            filled={filled}
            optional
          />
          <Press what="add-cap" says={say("deduct.add-cap")} />
        </>
      )}
      {seasons.length === 0 ? null : (
        <>
          <ChoiceField
            name="deductions"
            label={say("deduct.take-which")}
            hint={say("deduct.take-hint")}
            choices={seasons}
            none={say("season.no-deductions")}
            filled={filled}
            optional
          />
          <Press what="take" says={say("deduct.take")} />
        </>
      )}
    </div>
  );
}

/** The example: what it is worth, what each line takes and where that goes, and what is left. */
function Example({ building }: { building: Building }) {
  const say = useSay();
  const { filled, currency, unit, worked, plan, wrong } = building;
  return (
    <div class="worked side">
      <h3>{say("deduct.worked")}</h3>
      {wrong.map((one) => (
        <Notice state="waiting" title={say("deduct.not-whole")}>
          <p>{sentenceOf(one, say)}</p>
        </Notice>
      ))}
      {worked === null || plan === null ? null : (
        <>
          <Subtotal
            name={say("deduct.value")}
            figure={<Figure exact={moneyOf(worked, worked.subtotals.value)} counted={{ of: "money", currency }} />}
          />
          <Deductions content={worked} plan={plan} openAll />
        </>
      )}
      <h3>{say("deduct.example")}</h3>
      <div class="step-fields">
        <FigureField name="x.value" label={say("deduct.value")} unit={currency} filled={filled} />
        <FigureField name="x.weight" label={say("deduct.weight")} unit={unit} filled={filled} />
        <TextField name="x.bags" label={say("plan.bags")} filled={filled} size="short" />
        <FigureField name="x.advance" label={say("deduct.advance")} unit={currency} filled={filled} />
        <FigureField name="x.credit" label={say("deduct.credit")} unit={currency} filled={filled} />
        <FigureField name="x.rate" label={say("deduct.rate")} unit="%" filled={filled} />
        <TextField name="x.months" label={say("deduct.months")} filled={filled} size="short" />
      </div>
      <Press what="try" says={say("plan.try")} />
    </div>
  );
}

/** Must: show beside the lines always what they come to; keep all that was typed whatever button is pressed. */
export function BuildDeductions({ building }: { building: Building }) {
  const say = useSay();
  const { lines, caps, filled, currency } = building;
  const limitable = lines.map(({ name }, at) => ({ value: String(at), says: name }));
  return (
    <section id="deduct">
      <h2>{say("season.deductions")}</h2>
      <p>{say("deduct.closed-list")}</p>
      <input type="hidden" name="d.list" value={building.list} />
      <input type="hidden" name="d.currency" value={lines.length === 0 ? "" : currency} />
      <input type="hidden" name="d.lines" value={String(lines.length)} />
      <input type="hidden" name="d.caps" value={String(caps.length)} />
      <div class={lines.length === 0 ? "" : "two"}>
        <div>
          {lines.map(({ kind, says }, at) => (
            <LineFields
              at={at}
              last={at === lines.length - 1}
              kind={kind}
              says={says}
              filled={filled}
              currency={currency}
            />
          ))}
          {caps.map(({ kind, says }, at) => (
            <CapFields at={at} kind={kind} says={says} filled={filled} currency={currency} lines={limitable} />
          ))}
          <Adding building={building} />
        </div>
        {lines.length === 0 ? null : <Example building={building} />}
      </div>
    </section>
  );
}
