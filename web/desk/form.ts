/** What somebody typed into a form: texts by their fields' names, read leniently, refused with the field's name. */
import { isUuid } from "../../kernel/ids.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import { day } from "../../kernel/time/index.ts";
import { bodyBytes } from "../api/body.ts";
import type { Notation } from "../language/notation.ts";
import { readFigure } from "../language/reading.ts";
import { RequestRefused } from "../server/problem.ts";

/** Most bytes of a form without files. A price plan with all its steps takes some thousands. */
const largestForm = 512 * 1024;

/** A form as it was sent. Each `read…` notes what is wrong under its field and gives null; `wrong` has all of it. */
export class Form {
  readonly typed: URLSearchParams;
  readonly wrong: Refusal[] = [];
  private readonly notation: Notation;

  constructor(typed: URLSearchParams, notation: Notation) {
    this.typed = typed;
    this.notation = notation;
  }

  /** What was typed, trimmed; empty when nothing was. */
  text(name: string): string {
    return (this.typed.get(name) ?? "").trim();
  }

  /** The same, or undefined when nothing was typed: for what may be left unsaid. */
  maybe(name: string): string | undefined {
    const text = this.text(name);
    return text === "" ? undefined : text;
  }

  /** Every value of a field that may be ticked several times. */
  all(name: string): readonly string[] {
    return this.typed.getAll(name).filter((one) => one !== "");
  }

  ticked(name: string): boolean {
    return this.typed.get(name) !== null;
  }

  /** A text that must be there. Notes `form.field-empty`. */
  readText(name: string): string | null {
    const text = this.text(name);
    return text === "" ? this.note("form.field-empty", name) : text;
  }

  /** A figure as people of the book's country write it ("61,5", "1.240,50"), as exact decimal text. Notes `form.figure-unreadable`. */
  readFigure(name: string): string | null {
    const text = this.readText(name);
    if (text === null) return null;
    return readFigure(text, this.notation) ?? this.note("form.figure-unreadable", name, text);
  }

  /** A figure that may be left unsaid: undefined then. */
  maybeFigure(name: string): string | null | undefined {
    return this.text(name) === "" ? undefined : this.readFigure(name);
  }

  /** A day, "YYYY-MM-DD" as the browser's own field sends it, or "16/09/2026" typed. Notes `form.day-unreadable`. */
  readDay(name: string): string | null {
    const text = this.readText(name);
    if (text === null) return null;
    const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
    const iso = typed === null ? text : `${typed[3]}-${typed[2]?.padStart(2, "0")}-${typed[1]?.padStart(2, "0")}`;
    return day(iso) ?? this.note("form.day-unreadable", name, text);
  }

  maybeDay(name: string): string | null | undefined {
    return this.text(name) === "" ? undefined : this.readDay(name);
  }

  /** An id chosen from a list. Notes `form.nothing-chosen`. */
  readId(name: string): string | null {
    const text = this.text(name);
    return isUuid(text) ? text : this.note("form.nothing-chosen", name);
  }

  private note(code: string, field: string, typed = ""): null {
    this.wrong.push(refused(code, { typed: typed.slice(0, 80) }, field).refusal);
    return null;
  }
}

/** Reads the body of a form. Throws `RequestRefused` when it is larger than any form, or is none. */
export async function readForm(request: Request, notation: Notation): Promise<Form> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("Content-Type") ?? ""))
    throw new RequestRefused(415, refused("request.not-a-form").refusal);
  const bytes = await bodyBytes(request, largestForm);
  if (bytes === null) throw new RequestRefused(413, refused("request.too-large", { largestBody: largestForm }).refusal);
  return new Form(new URLSearchParams(Buffer.from(bytes).toString("utf8")), notation);
}

/** The codes that `Form` notes, as the languages must have them: form.field-empty, form.figure-unreadable, form.day-unreadable, form.nothing-chosen. */
export const formCodes = [
  refused("form.field-empty").refusal.code,
  refused("form.figure-unreadable", { typed: "" }).refusal.code,
  refused("form.day-unreadable", { typed: "" }).refusal.code,
  refused("form.nothing-chosen").refusal.code,
] as const;
