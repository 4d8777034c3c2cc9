/** A price plan as it is typed: from a body to fields of a form and back, and what its buttons do to its steps. */
import type { Notation } from "../language/notation.ts";
import { written } from "../language/notation.ts";
import { readFigure } from "../language/reading.ts";
import type { StepField } from "./plan-fields.ts";
import { stepFields } from "./plan-fields.ts";
import { percentsSaid, percentsTyped, placesSaid, placesTyped } from "./plan-lists.ts";
import type { PlanBody } from "./plan-templates.ts";

/** Most steps a plan may have. */
const mostSteps = 60;
const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

type Fields = [name: string, value: string][];

/** The fields of a plan, figures written as the book's country writes them. */
export function typedOf(body: PlanBody, notation: Notation): URLSearchParams {
  const fields: Fields = [
    ["code", body.code],
    ["product", body.product],
    ["currency", body.currency],
    ["unit", body.unit.code],
    ["grams", body.unit.grams],
    ["delivered", body.delivered],
    ["steps", String(body.steps.length)],
  ];
  for (const [at, step] of body.steps.entries()) fields.push(...stepTyped(step, `s.${at}`, notation));
  return new URLSearchParams(fields);
}

function stepTyped(step: Readonly<Record<string, unknown>>, at: string, notation: Notation): Fields {
  const fields: Fields = [
    [`${at}.id`, String(step.id)],
    [`${at}.kind`, String(step.kind)],
  ];
  const figure = (text: unknown): string =>
    isDecimal(String(text)) ? written(String(text), notation) : String(text ?? "");
  for (const field of fieldsOf(String(step.kind))) {
    const value = step[field.name];
    const name = `${at}.${field.name}`;
    if (field.as === "figure" || field.as === "maybe-figure") fields.push([name, figure(value)]);
    else if (field.as === "percents") fields.push([name, percentsTyped(value, figure)]);
    else if (field.as === "places") fields.push(...placesTyped(value, name));
    else if (field.as === "words")
      for (const [tag, text] of Object.entries((value ?? {}) as Record<string, string>))
        fields.push([`${name}.${tag}`, text]);
    else if (field.as === "rounding" || field.as === "must-round") {
      const { mode, grain } = (value ?? { mode: "", grain: "" }) as { readonly mode: string; readonly grain: string };
      fields.push([`${name}.mode`, mode], [`${name}.grain`, figure(grain)]);
    } else if (field.as === "weights") for (const one of (value ?? []) as readonly string[]) fields.push([name, one]);
    else if (field.as === "bands")
      for (const [row, band] of ((value ?? []) as readonly Record<string, string>[]).entries())
        for (const part of ["from", "below", "adds"]) fields.push([`${name}.${row}.${part}`, figure(band[part])]);
    else fields.push([name, String(value ?? "")]);
  }
  return fields;
}

/** The fields of a kind; of an unknown kind none. */
export const fieldsOf = (kind: string): readonly StepField[] =>
  Object.hasOwn(stepFields, kind) ? stepFields[kind as keyof typeof stepFields] : [];

/** How many steps a form has. */
export function stepsIn(typed: URLSearchParams): number {
  const said = typed.get("steps") ?? "0";
  return /^\d{1,2}$/.test(said) ? Math.min(Number.parseInt(said, 10), mostSteps) : 0;
}

/** The body that a form says; what is no figure stays as it was typed, so that the plan's own check names it. */
export function bodyOf(typed: URLSearchParams, notation: Notation): PlanBody {
  const text = (name: string): string => (typed.get(name) ?? "").trim();
  const figure = (name: string): string => readFigure(text(name), notation) ?? text(name);
  const read: Reading = { typed, text, figure, notation };
  return {
    code: text("code"),
    product: text("product"),
    currency: text("currency"),
    unit: { code: text("unit"), grams: text("grams") },
    delivered: text("delivered"),
    steps: Array.from({ length: stepsIn(typed) }, (_, at) => stepSaid(read, `s.${at}`)),
  };
}

type Reading = {
  readonly typed: URLSearchParams;
  readonly text: (name: string) => string;
  readonly figure: (name: string) => string;
  readonly notation: Notation;
};

function stepSaid(read: Reading, at: string): Readonly<Record<string, unknown>> {
  const kind = read.text(`${at}.kind`);
  const step: Record<string, unknown> = { id: read.text(`${at}.id`), kind };
  for (const field of fieldsOf(kind)) {
    const value = fieldSaid(read, field, `${at}.${field.name}`);
    if (value !== undefined) step[field.name] = value;
  }
  return step;
}

function fieldSaid({ typed, text, figure, notation }: Reading, field: StepField, name: string): unknown {
  switch (field.as) {
    case "figure":
      return figure(name);
    case "maybe-figure":
      return text(name) === "" ? undefined : figure(name);
    case "currency":
    case "maybe-measure":
    case "day":
    case "maybe-day":
      return text(name) === "" ? undefined : text(name);
    case "percents":
      return percentsSaid(text(name), notation);
    case "places":
      return placesSaid(text, name);
    case "weights":
      return typed.getAll(name);
    case "words": {
      const words = [...typed].filter(([one, value]) => one.startsWith(`${name}.`) && value.trim() !== "");
      return Object.fromEntries(words.map(([one, value]) => [one.slice(name.length + 1), value.trim()]));
    }
    case "rounding":
    case "must-round":
      return text(`${name}.mode`) === "" ? undefined : { mode: text(`${name}.mode`), grain: figure(`${name}.grain`) };
    case "bands":
      return bandsSaid(text, figure, name);
    default:
      return text(name);
  }
}

/** Bands one after the other; a row with nothing in it is no band. */
function bandsSaid(text: Reading["text"], figure: Reading["figure"], name: string) {
  const bands: Record<string, string>[] = [];
  for (let row = 0; row < 20; row += 1) {
    const parts = ["from", "below", "adds"].filter((part) => text(`${name}.${row}.${part}`) !== "");
    if (parts.length === 0) continue;
    bands.push(Object.fromEntries(parts.map((part) => [part, figure(`${name}.${row}.${part}`)])));
  }
  return bands;
}

/** What a button says: move a step up or down, take it out, or add one at the end. Anything else changes nothing. */
export function afterButton(body: PlanBody, button: string, kind: string): PlanBody {
  const [what = "", place = ""] = button.split(":");
  const at = /^\d{1,2}$/.test(place) ? Number.parseInt(place, 10) : -1;
  const steps = [...body.steps];
  if (what === "add" && fieldsOf(kind).length > 0 && steps.length < mostSteps) {
    const used = new Set(steps.map((one) => one.id));
    let id = kind;
    for (let next = 2; used.has(id); next += 1) id = `${kind}-${next}`;
    steps.push({ id, kind });
  }
  const [moved] = at >= 0 && what !== "add" ? steps.splice(at, 1) : [];
  if (moved !== undefined && what !== "drop") {
    const to = what === "up" ? at - 1 : what === "down" ? at + 1 : at;
    steps.splice(Math.max(0, to), 0, moved);
  }
  return { ...body, steps };
}
