/** `/o/BOOK/prices/schemes`: what do certification schemes publish, by version and source? Each sheet, and a form for its next version. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import type { SchemeSheetBody } from "../../../rooms/agreements/rules/scheme-sheet.ts";
import { wordsIn } from "../../../rooms/settlement/pages/statement-words.ts";
import { ChoiceField, DayField, FigureField, type Filled, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { productName, productsNamed } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { linesIn, schemeUnits, sheetSaid, typedOfSheet } from "./scheme-typed.ts";

const path = "/o/:book/prices/schemes";
type Row = Readonly<Record<"sheet" | "code" | "title" | "source" | "since", string>> & {
  readonly version: number;
  readonly body: SchemeSheetBody;
};

/** The sheets with the form. */
export const schemesPage: BookPage = { path, open: (at) => draw(at, null) };

/** Publishes a sheet, or its next version. */
export const schemeForm: BookForm = { path, post };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const rows = (await rowsOf<Row>(at, "scheme-sheets.list")) ?? [];
  const chosen = filled?.typed?.get("sheet") ?? at.words.get("sheet") ?? "";
  const of = rows.find((one) => one.sheet === chosen) ?? null;
  const typed = typedOfSheet(of?.body ?? null, say.language, say.notation);
  typed.set("from", at.today);
  return done(
    formPage(at, {
      here: "prices",
      asks: say("schemes.asks", { count: String(new Set(rows.map((one) => one.sheet)).size) }),
      about: say("schemes.about"),
      children: (
        <>
          {rows.length === 0 ? <Notice state="none" title={say("schemes.none")} /> : null}
          {rows.map((row) => (
            <Sheet at={at} row={row} />
          ))}
          {at.powers.has("publish-price") ? (
            <SheetForm at={at} filled={filled ?? { typed, wrong: [] }} of={of} />
          ) : null}
        </>
      ),
    }),
  );
}

/** The name of a sheet's unit; of one that the form does not offer, its grams. */
function unitOf(grams: string, { say }: PageAt): string {
  const known = schemeUnits.find((one) => one.value === grams);
  return known === undefined ? say("schemes.of-grams", { grams }) : say(`schemes.unit.${known.unit}`);
}

/** One version of a sheet with its lines. Must: say its source, and that nobody compared it where nobody did. */
function Sheet({ at, row }: { at: PageAt; row: Row }) {
  const { say } = at;
  const { verified, terms } = row.body;
  const money = (value: string | undefined, currency: string) =>
    value === undefined ? "–" : say("value.money-code", { value, currency });
  return (
    <section>
      <h2>{say("schemes.version", { title: row.title, version: String(row.version), since: row.since })}</h2>
      <p class="soft">{say("schemes.source", { source: row.source, code: row.code })}</p>
      <p>
        {verified === undefined
          ? say("schemes.not-verified")
          : say("schemes.verified", { by: verified.by, on: verified.on })}
      </p>
      <Table
        label={row.title}
        columns={[
          { head: say("plan.field.term") },
          { head: say("prices.per") },
          { head: say("plan.choice.minimum"), figures: true },
          { head: say("plan.choice.organic"), figures: true },
          { head: say("plan.choice.premium"), figures: true },
          { head: say("consents.until") },
        ]}
        rows={terms.map((term) => ({
          name: term.name === undefined ? term.term : `${wordsIn(term.name, say).text} (${term.term})`,
          cells: [
            unitOf(term.grams, at),
            ...[term.minimum, term.organic, term.premium].map((value) => money(value, term.currency)),
            term.until === undefined ? "–" : <span class="nb">{say("value.day", { value: term.until })}</span>,
          ],
        }))}
      />
      {at.powers.has("publish-price") ? (
        <p>
          <a class="quiet" href={at.address("prices/schemes", { sheet: row.sheet })}>
            {say("schemes.next-version")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function SheetForm({ at, filled, of }: { at: PageAt; filled: Filled; of: Row | null }) {
  const { say } = at;
  const lines = Array.from({ length: linesIn(filled.typed ?? new URLSearchParams()) }, (_, line) => line);
  return (
    <section>
      <h2>{of === null ? say("schemes.new") : say("schemes.new-version", { title: of.title })}</h2>
      <ActForm
        action={at.address("prices/schemes")}
        act={at.newAct()}
        filled={filled}
        named={["code", "title", "source", "from", "verifiedBy", "verifiedOn", ...lines.map((line) => `t.${line}`)]}
        submit={say("schemes.publish")}
      >
        <input type="hidden" name="sheet" value={of?.sheet ?? ""} />
        <TextField name="code" label={say("plan.code")} hint={say("schemes.code-hint")} filled={filled} size="short" />
        <TextField name="title" label={say("schemes.title")} filled={filled} />
        <TextField name="source" label={say("prices.source")} hint={say("schemes.source-hint")} filled={filled} />
        <DayField name="from" label={say("schemes.from")} filled={filled} />
        <TextField
          name="verifiedBy"
          label={say("schemes.verified-by")}
          hint={say("schemes.verified-hint")}
          filled={filled}
          optional
        />
        <DayField name="verifiedOn" label={say("schemes.verified-on")} filled={filled} optional />
        {lines.map((line) => (
          <LineFields at={at} filled={filled} line={line} isNew={line === lines.length - 1} />
        ))}
      </ActForm>
    </section>
  );
}

function LineFields({ at, filled, line, isNew }: { at: PageAt; filled: Filled; line: number; isNew: boolean }) {
  const { say } = at;
  const name = (part: string): string => `t.${line}.${part}`;
  return (
    <fieldset class="step">
      <legend>{isNew ? say("schemes.another-line") : say("schemes.line", { line: String(line + 1) })}</legend>
      <div class="step-fields">
        <TextField
          name={name("term")}
          label={say("plan.field.term")}
          hint={say("schemes.term-hint")}
          filled={filled}
          optional={isNew}
        />
        <TextField name={name("name")} label={say("schemes.name")} filled={filled} optional />
        <ChoiceField
          name={name("product")}
          label={say("prices.product")}
          choices={productsNamed.map((value) => ({ value, says: productName(value, say) }))}
          filled={filled}
        />
        <TextField name={name("form")} label={say("schemes.form")} filled={filled} optional />
        <TextField name={name("origin")} label={say("schemes.origin")} filled={filled} optional />
        <TextField name={name("currency")} label={say("credit.currency")} filled={filled} size="short" />
        <ChoiceField
          name={name("grams")}
          label={say("prices.per")}
          choices={schemeUnits.map(({ value, unit }) => ({ value, says: say(`schemes.unit.${unit}`) }))}
          filled={filled}
        />
        {(["minimum", "organic", "premium"] as const).map((what) => (
          <FigureField name={name(what)} label={say(`plan.choice.${what}`)} unit="" filled={filled} optional />
        ))}
        <DayField name={name("until")} label={say("consents.until")} filled={filled} optional />
      </div>
    </fieldset>
  );
}

/** The field of a body as the form calls it: "body.terms.3.minimum" is "t.3.minimum". */
const inForm = (refusal: Refusal): Refusal =>
  refusal.field === undefined
    ? refusal
    : { ...refusal, field: refusal.field.replace(/^body\./, "").replace(/^terms\.(?=\d)/, "t.") };

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const from = form.readDay("from");
  for (const name of ["code", "title", "source"]) form.readText(name);
  const body = sheetSaid(at);
  if (from === null || form.wrong.length > 0) return draw(at, form);
  const kept = form.text("sheet");
  const sheet = isUuid(kept) ? kept : at.idOf("sheet");
  const spoken = await at.speak("scheme-sheet.publish", { sheet, body, from });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals.map(inForm) });
  return done({ goTo: at.address("prices/schemes"), told: "terms-recorded" });
}
