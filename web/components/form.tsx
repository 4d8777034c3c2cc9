/** A form that says an act, and what stands above it when something is to be mended. */
import type { ComponentChildren } from "preact";
import { sentenceInWords } from "../language/sentence.ts";
import { ChoiceField, DayField, FigureField, type Filled, TextField, TickField, wrongWith } from "./fields.tsx";
import { Notice } from "./notice.tsx";
import { type Example, useSay } from "./speaking.tsx";

/**
 * A form that says an act. Must: hold what was typed when something is wrong, and say that it was not done; be safe to send
 * twice; have one main act. `named` are the fields it shows: refusals of none of them stand above the form.
 */
export function ActForm(props: {
  action: string;
  /** `at.newAct()`: the same form sent twice says one act. */
  act: string;
  filled: Filled;
  named: readonly string[];
  submit: string;
  /** A quiet second way, such as going back without doing anything. */
  other?: { readonly href: string; readonly says: string } | null;
  /** As wide as the page: for forms that are lists. */
  wide?: boolean;
  /** Says it plainly where it cannot be undone. */
  grave?: boolean;
  children?: ComponentChildren;
}) {
  const say = useSay();
  const { wrong } = props.filled;
  const beside = wrongWith(props.filled, props.named);
  const above = wrong.filter((one) => !beside.includes(one));
  return (
    <form class={props.wide ? "act wide" : "act"} method="post" action={props.action}>
      <input type="hidden" name="act" value={props.act} />
      {wrong.length === 0 ? null : (
        <Notice state="broken" title={say("form.not-done")}>
          {above.map((one) => (
            <p>{sentenceInWords(one, say)}</p>
          ))}
          <p>{say(beside.length > 0 ? "form.mend-fields" : "form.kept-typed")}</p>
        </Notice>
      )}
      {props.children}
      <p class="acts">
        <button class={props.grave ? "do main grave" : "do main"} type="submit">
          {props.submit}
        </button>
        {props.other ? (
          <a class="quiet" href={props.other.href}>
            {props.other.says}
          </a>
        ) : null}
      </p>
    </form>
  );
}

function FormExample() {
  const say = useSay();
  const typed = new URLSearchParams({ "example-weight": "61,5,0", "example-day": "2026-09-16", "example-place": "b" });
  const filled: Filled = {
    typed,
    wrong: [{ code: "form.figure-unreadable", facts: { typed: "61,5,0" }, field: "example-weight" }],
  };
  const places = [
    { value: "a", says: "Quebrada Dos" },
    { value: "b", says: "Alto Cruz" },
  ];
  return (
    <ActForm
      action="#"
      act="01994f6e-0000-7000-8000-0000000a0100"
      filled={filled}
      named={["example-weight"]}
      submit={say("form.save")}
    >
      <TextField name="example-name" label={say("members.name")} filled={filled} optional />
      <FigureField name="example-weight" label={say("members.season-weight")} unit="kg" filled={filled} />
      <DayField name="example-day" label={say("form.day")} filled={filled} />
      <ChoiceField name="example-place" label={say("members.community")} choices={places} filled={filled} />
      <TickField name="example-ticks" label={say("members.community")} choices={places} filled={filled} many optional />
    </ActForm>
  );
}

export const examples: readonly Example[] = [{ name: "form", draw: () => <FormExample /> }];
