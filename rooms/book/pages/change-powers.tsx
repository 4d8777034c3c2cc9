/** The form by which the matrix of powers is published anew: a line for each role and power. */
import { DayField, type Filled, TextField, wrongWith } from "../../../web/components/fields.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Mark } from "../../../web/components/mark.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import { roleName } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import { sentenceInWords } from "../../../web/language/sentence.ts";
import type { Page } from "../../../web/render.ts";
import type { PowerLine } from "../rules/matrix-form.ts";
import { allPowers, boundBy, mayAskSecond, type PowerLimit } from "../rules/powers.ts";
import { heldInWords, powerName } from "./limits.ts";

/** What a role holds as the form shows it: a line, or limits that it can only keep as they are. */
export type LineShown = { readonly line: PowerLine } | { readonly kept: readonly PowerLimit[] };

export type ChangePowersProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly action: string;
  readonly back: string;
  readonly act: string;
  readonly filled: Filled;
  readonly roles: readonly { readonly role: string; readonly lines: Readonly<Record<string, LineShown>> }[];
  readonly currencies: readonly string[];
};

function Tick({ name, says, ticked }: { name: string; says: string; ticked: boolean }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="yes" checked={ticked} />
      <span>{says}</span>
    </label>
  );
}

/** Limits of a power that its acts look at. */
function Limits({
  id,
  power,
  line,
  currencies,
}: {
  id: string;
  power: string;
  line: PowerLine;
  currencies: readonly string[];
}) {
  const say = useSay();
  const bound = boundBy[power] ?? [];
  return (
    <div class="limits">
      {mayAskSecond(power) ? (
        <Tick name={`second.${id}`} says={say("powers.with-second")} ticked={line.second} />
      ) : null}
      {bound.includes("apart") ? <Tick name={`apart.${id}`} says={say("powers.apart")} ticked={line.apart} /> : null}
      {bound.includes("amount") ? (
        <span class="withu">
          <label for={`upTo.${id}`}>{say("powers.up-to-label")}</label>
          <input
            id={`upTo.${id}`}
            name={`upTo.${id}`}
            class="field r"
            inputMode="decimal"
            autoComplete="off"
            value={line.upTo}
          />
          <select name={`currency.${id}`} class="field" aria-label={say("powers.currency")}>
            {currencies.map((one) => (
              <option value={one} selected={one === line.currency}>
                {one}
              </option>
            ))}
          </select>
        </span>
      ) : null}
      {bound.includes("product") ? (
        <span class="withu">
          <label for={`product.${id}`}>{say("powers.product-label")}</label>
          <input id={`product.${id}`} name={`product.${id}`} class="field" autoComplete="off" value={line.product} />
        </span>
      ) : null}
    </div>
  );
}

function Line({
  role,
  power,
  shown,
  currencies,
}: {
  role: string;
  power: string;
  shown: LineShown;
  currencies: readonly string[];
}) {
  const say = useSay();
  const id = `${role}.${power}`;
  if ("kept" in shown)
    return (
      <li>
        <Tick name={`keep.${id}`} says={`${powerName(power, say)}: ${heldInWords(shown.kept, say)}`} ticked />
        <p class="hint">{say("powers.kept-as-is")}</p>
      </li>
    );
  return (
    <li>
      <Tick name={`hold.${id}`} says={powerName(power, say)} ticked={shown.line.held} />
      <Limits id={id} power={power} line={shown.line} currencies={currencies} />
    </li>
  );
}

function Role({ props, at }: { props: ChangePowersProps; at: number }) {
  const say = useSay();
  const { role, lines } = props.roles[at] as ChangePowersProps["roles"][number];
  const wrong = wrongWith(props.filled, [`powers.${role}`, `upTo.${role}`]);
  const held = Object.values(lines).filter((one) => "kept" in one || one.line.held).length;
  return (
    <details class="role" open={wrong.length > 0}>
      <summary>
        <span>{say("powers.role-holds", { role: roleName(role, say), held: `${held}` })}</span>
      </summary>
      <fieldset>
        <legend class="away">{roleName(role, say)}</legend>
        <input type="hidden" name="role" value={role} />
        {wrong.map((one) => (
          <div class="err">
            <Mark name="broken" />
            <p>{sentenceInWords(one, say)}</p>
          </div>
        ))}
        <ul>
          {allPowers.map((power) => (
            <Line role={role} power={power} shown={lines[power] as LineShown} currencies={props.currencies} />
          ))}
        </ul>
      </fieldset>
    </details>
  );
}

function Body({ props }: { props: ChangePowersProps }) {
  const say = useSay();
  const named = ["from", "new-role", ...props.roles.flatMap(({ role }) => [`powers.${role}`, `upTo.${role}`])];
  return (
    <OfficeFrame frame={props.frame} skipTo="change-powers">
      <h1 class="speak">{say("powers.change-title")}</h1>
      <p class="soft">{say("powers.change-why")}</p>
      <ActForm
        action={props.action}
        act={props.act}
        filled={props.filled}
        named={named}
        submit={say("powers.publish")}
        other={{ href: props.back, says: say("form.go-back") }}
      >
        {props.roles.map((_, at) => (
          <Role props={props} at={at} />
        ))}
        <TextField
          name="new-role"
          label={say("powers.new-role")}
          hint={say("powers.new-role-hint")}
          filled={props.filled}
          size="short"
          optional
        />
        <DayField name="from" label={say("powers.from")} hint={say("powers.from-hint")} filled={props.filled} />
      </ActForm>
    </OfficeFrame>
  );
}

/** The page with the form. */
export const changePowersPage = (props: ChangePowersProps, say: Say): Page => ({
  title: `${say("powers.change-title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "notice", "form", "powers"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
