/** `/o/BOOK/prices/fixings`: which lots of which contract were fixed, at which level? By contract, and a form for one more letter. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { DayField, FigureField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";

const path = "/o/:book/prices/fixings";
type Row = Readonly<Record<"fixing" | "contract" | "month" | "lots" | "level" | "on_day" | "fixed_by", string>> & {
  readonly reference: string | null;
  readonly replaced: boolean;
};

/** The list with its form. */
export const fixingsPage: BookPage = { path, open: (at) => draw(at, null) };

/** Records one letter of fixing. */
export const fixingForm: BookForm = { path, post };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const rows = (await rowsOf<Row>(at, "prices.fixings")) ?? [];
  const first = { on: at.today, month: at.today.slice(0, 7), lots: "1" };
  return done(
    formPage(at, {
      here: "prices",
      asks: say("fixings.asks", { count: String(rows.length) }),
      about: say("fixings.about"),
      children: (
        <>
          {at.powers.has("record-price") ? <FixingForm at={at} filled={filled ?? fresh(first)} /> : null}
          {rows.length === 0 ? <Notice state="none" title={say("fixings.none")} /> : <Fixings at={at} rows={rows} />}
        </>
      ),
    }),
  );
}

function Fixings({ at: { say }, rows }: { at: PageAt; rows: readonly Row[] }) {
  const figure = (value: string, replaced: boolean) =>
    replaced ? <del>{say("value.figure", { value })}</del> : say("value.figure", { value });
  return (
    <Table
      label={say("fixings.table")}
      columns={[
        { head: say("plan.field.contract") },
        { head: say("fixings.on") },
        { head: say("plan.field.lots"), figures: true },
        { head: say("fixings.level"), figures: true },
        { head: say("fixings.month") },
        { head: say("fixings.by") },
      ]}
      rows={rows.map((row) => ({
        name: row.contract,
        cells: [
          <span class="nb">{say("value.day", { value: row.on_day })}</span>,
          figure(row.lots, row.replaced),
          figure(row.level, row.replaced),
          row.month,
          row.reference === null ? row.fixed_by : `${row.fixed_by} · ${row.reference}`,
        ],
      }))}
    />
  );
}

function FixingForm({ at, filled }: { at: PageAt; filled: Filled }) {
  const { say } = at;
  return (
    <ActForm
      action={at.address("prices/fixings")}
      act={at.newAct()}
      filled={filled}
      named={["contract", "month", "lots", "level", "on", "by", "reference"]}
      submit={say("fixings.record")}
    >
      <TextField
        name="contract"
        label={say("plan.field.contract")}
        hint={say("fixings.contract-hint")}
        filled={filled}
      />
      <FigureField name="lots" label={say("plan.field.lots")} unit="" filled={filled} />
      <FigureField name="level" label={say("fixings.level")} unit="" filled={filled} />
      <TextField
        name="month"
        label={say("fixings.month")}
        hint={say("fixings.month-hint")}
        filled={filled}
        size="short"
      />
      <DayField name="on" label={say("fixings.on")} filled={filled} />
      <TextField name="by" label={say("fixings.by")} filled={filled} />
      <TextField name="reference" label={say("fixings.reference")} filled={filled} optional />
    </ActForm>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [contract, month, by] = [form.readText("contract"), form.readText("month"), form.readText("by")];
  const [lots, level, on] = [form.readFigure("lots"), form.readFigure("level"), form.readDay("on")];
  if (form.wrong.length > 0 || !contract || !month || !by || !lots || !level || !on) return draw(at, form);
  const reference = form.maybe("reference");
  const spoken = await at.speak("price.fix", {
    ...{ fixing: at.idOf("fixing"), contract, month, lots, level, on, by },
    ...(reference === undefined ? {} : { reference }),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  const told = spoken.questions.length > 0 ? "kept-with-questions" : "terms-recorded";
  return done({ goTo: at.address("prices/fixings"), told });
}
