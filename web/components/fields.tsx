/** Fields of a form. Each says what it wants, shows how, keeps what was typed, and has what is wrong beside it in words. */
import type { ComponentChildren } from "preact";
import type { Refusal } from "../../kernel/refusal.ts";
import { sentenceInWords } from "../language/sentence.ts";
import { Mark } from "./mark.tsx";
import { useSay } from "./speaking.tsx";

/** What was typed before, by the names of the fields, and what is wrong with it. Nothing of both on a form that is new. */
export type Filled = { readonly typed: URLSearchParams | null; readonly wrong: readonly Refusal[] };

/** A form that nobody filled yet; `first` are values that it begins with. */
export const fresh = (first: Readonly<Record<string, string>> = {}): Filled => ({
  typed: new URLSearchParams(first),
  wrong: [],
});

const typedOf = ({ typed }: Filled, name: string): string => typed?.get(name) ?? "";

/** What is wrong with these fields: a refusal names one, or a part of it ("bags.2.gross"). */
export const wrongWith = ({ wrong }: Filled, names: readonly string[]): readonly Refusal[] =>
  wrong.filter(
    ({ field }) => field !== undefined && names.some((name) => field === name || field.startsWith(`${name}.`)),
  );

type About = {
  name: string;
  label: string;
  filled: Filled;
  /** How it is written, or what it is for; always with an example where that helps. */
  hint?: string;
  /** Fields of the act whose refusals belong here, when they are called otherwise there. */
  tells?: readonly string[];
  optional?: boolean;
};

/** Must: tie the label, the hint and what is wrong to the field for who listens; say that it may be left out where it may. */
function Around({
  about,
  children,
}: {
  about: About;
  children: (described: string | undefined, invalid: boolean) => ComponentChildren;
}) {
  const say = useSay();
  const wrong = wrongWith(about.filled, [about.name, ...(about.tells ?? [])]);
  const hint = about.hint ? `${about.name}-hint` : "";
  const told = wrong.length > 0 ? `${about.name}-wrong` : "";
  return (
    <div class="ask">
      <label for={about.name}>
        {about.label}
        {about.optional ? <span class="soft may"> {say("form.optional")}</span> : null}
      </label>
      {about.hint ? (
        <p class="hint" id={hint}>
          {about.hint}
        </p>
      ) : null}
      {children([hint, told].join(" ").trim() || undefined, wrong.length > 0)}
      {wrong.length > 0 ? (
        <div class="err" id={told}>
          <Mark name="broken" />
          <div>
            {wrong.map((one) => (
              <p>{sentenceInWords(one, say)}</p>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** A line of text. `kind` brings the telephone's fitting keys; `suggested` what is usual there, picked by its words and written as its code. */
export function TextField(
  props: About & { kind?: "text" | "tel" | "search"; size?: "short"; suggested?: readonly Choice[] },
) {
  const list = props.suggested === undefined ? undefined : `${props.name}-suggested`;
  return (
    <Around about={props}>
      {(described, invalid) => (
        <>
          <input
            id={props.name}
            name={props.name}
            class={props.size === "short" ? "field short" : "field"}
            {...({ type: props.kind ?? "text" } as { type: "text" })}
            {...(list === undefined ? {} : { list })}
            autoComplete="off"
            value={typedOf(props.filled, props.name)}
            required={!props.optional}
            aria-describedby={described}
            aria-invalid={invalid ? "true" : undefined}
          />
          {list === undefined ? null : (
            <datalist id={list}>
              {props.suggested?.map((one) => (
                <option value={one.value}>{one.says}</option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Around>
  );
}

/** A PIN. Must: never be shown again once typed; say to the browser whether it is a new one. */
export function PinField(props: About & { isNew?: boolean }) {
  return (
    <Around about={props}>
      {(described, invalid) => (
        <input
          id={props.name}
          name={props.name}
          class="field short"
          type="password"
          inputMode="numeric"
          autoComplete={props.isNew ? "new-password" : "current-password"}
          required={!props.optional}
          aria-describedby={described}
          aria-invalid={invalid ? "true" : undefined}
        />
      )}
    </Around>
  );
}

/** Several lines of text. */
export function WordsField(props: About & { rows?: number }) {
  return (
    <Around about={props}>
      {(described, invalid) => (
        <textarea
          id={props.name}
          name={props.name}
          class="field words"
          rows={props.rows ?? 3}
          required={!props.optional}
          aria-describedby={described}
          aria-invalid={invalid ? "true" : undefined}
        >
          {typedOf(props.filled, props.name)}
        </textarea>
      )}
    </Around>
  );
}

/** A figure with its unit beside it. It is read as the book's country writes it, so it is text with figure keys. */
export function FigureField(props: About & { unit: string }) {
  return (
    <Around about={props}>
      {(described, invalid) => (
        <span class="withu">
          <input
            id={props.name}
            name={props.name}
            class="field r"
            inputMode="decimal"
            autoComplete="off"
            value={typedOf(props.filled, props.name)}
            required={!props.optional}
            aria-describedby={[described, `${props.name}-unit`].join(" ").trim()}
            aria-invalid={invalid ? "true" : undefined}
          />
          <span class="u" id={`${props.name}-unit`}>
            {props.unit}
          </span>
        </span>
      )}
    </Around>
  );
}

/** A day. Browsers have their own way of choosing one; without it, it is typed. */
export function DayField(props: About) {
  return (
    <Around about={props}>
      {(described, invalid) => (
        <input
          id={props.name}
          name={props.name}
          class="field short"
          type="date"
          value={typedOf(props.filled, props.name)}
          required={!props.optional}
          aria-describedby={described}
          aria-invalid={invalid ? "true" : undefined}
        />
      )}
    </Around>
  );
}

/** One thing that can be chosen. */
export type Choice = { readonly value: string; readonly says: string };

/** One of several, from a list that opens. `none` says what choosing nothing means. */
export function ChoiceField(props: About & { choices: readonly Choice[]; none?: string }) {
  const chosen = typedOf(props.filled, props.name);
  return (
    <Around about={props}>
      {(described, invalid) => (
        <select
          id={props.name}
          name={props.name}
          class="field"
          required={!props.optional}
          aria-describedby={described}
          aria-invalid={invalid ? "true" : undefined}
        >
          {props.none === undefined ? null : <option value="">{props.none}</option>}
          {props.choices.map(({ value, says }) => (
            <option value={value} selected={value === chosen}>
              {says}
            </option>
          ))}
        </select>
      )}
    </Around>
  );
}

/** One of a few that all stand in view, or several of them (`many`). */
export function TickField(props: About & { choices: readonly Choice[]; many?: boolean }) {
  const say = useSay();
  const wrong = wrongWith(props.filled, [props.name, ...(props.tells ?? [])]);
  const chosen = props.filled.typed?.getAll(props.name) ?? [];
  return (
    <fieldset class="ask ticks">
      <legend>
        {props.label}
        {props.optional ? <span class="soft may"> {say("form.optional")}</span> : null}
      </legend>
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      {props.choices.map(({ value, says }) => (
        <label>
          <input
            type={props.many ? "checkbox" : "radio"}
            name={props.name}
            value={value}
            checked={chosen.includes(value)}
            required={!props.many && !props.optional}
          />
          <span>{says}</span>
        </label>
      ))}
      {wrong.map((one) => (
        <div class="err">
          <Mark name="broken" />
          <p>{sentenceInWords(one, say)}</p>
        </div>
      ))}
    </fieldset>
  );
}
