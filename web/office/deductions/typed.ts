/** A list of deductions as it is typed: from a plan to fields of a form and back, and what the buttons do to its lines. */
import { waterfallClasses } from "../../../rooms/agreements/rules/deductions.ts";
import { type Notation, written } from "../../language/notation.ts";
import { readFigure } from "../../language/reading.ts";
import { askedOf, capBases, isBasisWord } from "./kinds.ts";
import { type Beginning, type TypedDeductions, type Typing, withCap, withLines } from "./ready.ts";

/** Most lines, and most caps, that a list may have. */
const most = 40;
const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

type Fields = [name: string, value: string][];
type Sheet = { readonly mode?: string; readonly grain?: string };

/** The fields of a list; figures as the book's country writes them. A cap names its lines by their places. */
export function typedDeductions(body: TypedDeductions | null, notation: Notation): Fields {
  const { code = "", currency = "", deductions = [], caps = [] } = body ?? {};
  const figure = (value: unknown): string => {
    const text = String(value ?? "");
    return isDecimal(text) ? written(text, notation) : text;
  };
  const rounding = (at: string, value: unknown): Fields => {
    const { mode, grain } = (value ?? {}) as Sheet;
    return [
      [`${at}.rounding.mode`, mode ?? ""],
      [`${at}.rounding.grain`, figure(grain)],
    ];
  };
  const fields: Fields = [
    ["d.list", code],
    ["d.currency", deductions.length === 0 ? "" : currency],
    ["d.lines", String(deductions.length)],
    ["d.caps", String(caps.length)],
  ];
  for (const [place, line] of deductions.entries()) {
    const at = `d.${place}`;
    const { kind, rounding: rounded, ...basis } = line.basis as Record<string, unknown>;
    for (const name of ["code", "class", "to"]) fields.push([`${at}.${name}`, String(line[name] ?? "")]);
    fields.push([`${at}.kind`, String(kind)]);
    for (const [name, value] of Object.entries(basis))
      fields.push([`${at}.${name}`, isBasisWord(name) ? String(value) : figure(value)]);
    if (askedOf(String(kind)).rounds) fields.push(...rounding(at, rounded));
    for (const name of ["rule", "name", "reason", "consent"])
      for (const [part, text] of Object.entries((line[name] ?? {}) as Record<string, string>))
        fields.push([`${at}.${name}.${part}`, text]);
  }
  const codes = deductions.map((one) => one.code);
  for (const [place, cap] of caps.entries()) {
    const at = `c.${place}`;
    for (const name of ["kind", "code", "base"]) fields.push([`${at}.${name}`, String(cap[name] ?? "")]);
    if (cap.kind === "yearly") fields.push([`${at}.amount`, figure(cap.amount)]);
    else fields.push([`${at}.percent`, figure(cap.percent)], ...rounding(at, cap.rounding));
    for (const code of cap.limits as readonly string[])
      if (codes.includes(code)) fields.push([`${at}.limits`, String(codes.indexOf(code))]);
  }
  return fields;
}

const countIn = (typed: URLSearchParams, name: string): number => {
  const said = typed.get(name) ?? "0";
  return /^\d{1,2}$/.test(said) ? Math.min(Number.parseInt(said, 10), most) : 0;
};

/**
 * The list that a form says; what is no figure stays as it was typed, so that the list's own check names it. A list keeps the
 * currency it was begun in: its rates do not turn into another money when another price plan is chosen.
 */
export function deductionsSaid(typed: URLSearchParams, notation: Notation, paidIn: string): TypedDeductions {
  const text = (name: string): string => (typed.get(name) ?? "").trim();
  const figure = (name: string): string => readFigure(text(name), notation) ?? text(name);
  const inside = (at: string): Record<string, string> =>
    Object.fromEntries(
      [...typed].flatMap(([name, value]) =>
        name.startsWith(`${at}.`) && value.trim() !== "" ? [[name.slice(at.length + 1), value.trim()]] : [],
      ),
    );
  const rounding = (at: string) =>
    text(`${at}.mode`) === "" ? {} : { rounding: { mode: text(`${at}.mode`), grain: figure(`${at}.grain`) } };
  const line = (_: unknown, place: number): Typing => {
    const at = `d.${place}`;
    const kind = text(`${at}.kind`);
    const asked = askedOf(kind);
    const basis = asked.fields.map((name) => [
      name,
      isBasisWord(name) ? text(`${at}.${name}`) : figure(`${at}.${name}`),
    ]);
    return {
      code: text(`${at}.code`),
      class: waterfallClasses.find((one) => String(one) === text(`${at}.class`)) ?? "",
      rule: { id: "", decidedBy: "", ...inside(`${at}.rule`) },
      basis: { kind, ...Object.fromEntries(basis), ...(asked.rounds ? rounding(`${at}.rounding`) : {}) },
      to: text(`${at}.to`),
      name: inside(`${at}.name`),
      reason: inside(`${at}.reason`),
      ...(text(`${at}.consent.creditor`) === "" ? {} : { consent: { creditor: text(`${at}.consent.creditor`) } }),
    };
  };
  const deductions = Array.from({ length: countIn(typed, "d.lines") }, line).filter(
    ({ basis }) => askedOf((basis as { readonly kind: string }).kind).classes.length > 0,
  );
  const cap = (_: unknown, place: number): Typing => {
    const at = `c.${place}`;
    const kind = text(`${at}.kind`);
    const limits = typed
      .getAll(`${at}.limits`)
      .map((one) => deductions.find((_, where) => String(where) === one)?.code);
    const figures =
      kind === "yearly"
        ? { amount: figure(`${at}.amount`) }
        : { percent: figure(`${at}.percent`), ...rounding(`${at}.rounding`) };
    return { kind, code: text(`${at}.code`), ...figures, base: text(`${at}.base`), limits };
  };
  return {
    code: text("d.list") || "deductions",
    currency: text("d.currency") || paidIn,
    deductions,
    caps: Array.from({ length: countIn(typed, "d.caps") }, cap).filter(({ kind }) =>
      Object.hasOwn(capBases, String(kind)),
    ),
  };
}

/** What a button says: add what was chosen, move a line up or down, take a line or a cap out. Anything else changes nothing. */
export function afterPress(
  body: TypedDeductions,
  button: string,
  chosen: { readonly line: string; readonly cap: string },
  beginning: Beginning,
): TypedDeductions {
  const [what = "", place = ""] = button.split(":");
  if (what === "add") return body.deductions.length < most - 3 ? withLines(body, chosen.line, beginning) : body;
  if (what === "add-cap") return body.caps.length < most ? withCap(body, chosen.cap, beginning) : body;
  const at = /^\d{1,2}$/.test(place) ? Number.parseInt(place, 10) : -1;
  if (what === "drop-cap") return { ...body, caps: body.caps.filter((_, where) => where !== at) };
  const moved = at < 0 ? undefined : body.deductions[at];
  if (moved === undefined) return body;
  const others = body.deductions.toSpliced(at, 1);
  if (what === "drop") return { ...body, deductions: others, caps: body.caps.map((cap) => without(cap, moved.code)) };
  const to = what === "up" ? Math.max(0, at - 1) : what === "down" ? at + 1 : at;
  return { ...body, deductions: others.toSpliced(to, 0, moved) };
}

const without = (cap: Typing, code: unknown): Typing => ({
  ...cap,
  limits: (cap.limits as readonly unknown[]).filter((one) => one !== code),
});

/** The field of a policy as the form calls it: "policy.deductions.deductions.2.basis.rate" is "d.2.rate". */
export const deductionField = (field: string): string =>
  field
    .replace(/^policy\.deductions\.(?=deductions|caps|code|currency)/, "")
    .replace(/^deductions\.(\d+)$/, "d.$1.class")
    .replace(/^deductions\.(\d+)\.basis$/, "d.$1.kind")
    .replace(/^deductions\.(\d+)\.rule$/, "d.$1.rule.id")
    .replace(/^deductions\.(\d+)\.(?:basis\.)?/, "d.$1.")
    .replace(/^caps\.(\d+)$/, "c.$1.code")
    .replace(/^caps\.(?=\d)/, "c.");
