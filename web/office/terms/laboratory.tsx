/** `/o/BOOK/prices/laboratory`: what did the laboratory find of what each producer brings? The newest first, and a form for one more. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { ChoiceField, DayField, FigureField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName, productName, productsNamed, wordOr } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { producerSaid } from "./producer.ts";

const path = "/o/:book/prices/laboratory";
/** What laboratories count of what is paid by means. */
const measures = ["bacteria", "somatic-cells"] as const;

type Row = Readonly<Record<"result" | "product" | "measure" | "value" | "on_day", string>> &
  Readonly<Record<"laboratory" | "name" | "member_number", string | null>> & { readonly replaced: boolean };

/** The list with its form. */
export const laboratoryPage: BookPage = { path, open: (at) => draw(at, null) };

/** Records one result. */
export const laboratoryForm: BookForm = { path, post };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const rows = (await rowsOf<Row>(at, "laboratory.results", { limit: 100 })) ?? [];
  const first = { on: at.today, product: rows[0]?.product ?? "milk", measure: rows[0]?.measure ?? "bacteria" };
  return done(
    formPage(at, {
      here: "prices",
      asks: say("laboratory.asks", { count: String(rows.length) }),
      about: say("laboratory.about"),
      children: (
        <>
          {at.powers.has("grade") ? <ResultForm at={at} filled={filled ?? fresh(first)} /> : null}
          <Results at={at} rows={rows} />
        </>
      ),
    }),
  );
}

function Results({ at: { say }, rows }: { at: PageAt; rows: readonly Row[] }) {
  if (rows.length === 0) return <Notice state="none" title={say("laboratory.none")} />;
  return (
    <Table
      label={say("laboratory.table")}
      columns={[
        { head: say("laboratory.producer") },
        { head: say("laboratory.measure") },
        { head: say("laboratory.value"), figures: true },
        { head: say("laboratory.on") },
        { head: say("laboratory.laboratory") },
      ]}
      rows={rows.map((row) => ({
        name: [row.member_number, personName({ ...row, erased: null }, say)].filter((one) => one !== null).join(" · "),
        cells: [
          wordOr("measure", row.measure, say),
          row.replaced ? (
            <del>{say("value.figure", { value: row.value })}</del>
          ) : (
            say("value.figure", { value: row.value })
          ),
          <span class="nb">{say("value.day", { value: row.on_day })}</span>,
          row.laboratory ?? "–",
        ],
      }))}
    />
  );
}

function ResultForm({ at, filled }: { at: PageAt; filled: Filled }) {
  const { say } = at;
  return (
    <ActForm
      action={at.address("prices/laboratory")}
      act={at.newAct()}
      filled={filled}
      named={["number", "product", "measure", "value", "on", "laboratory"]}
      submit={say("laboratory.record")}
    >
      <TextField
        name="number"
        label={say("terms.number")}
        hint={say("terms.number-hint")}
        filled={filled}
        size="short"
      />
      <ChoiceField
        name="product"
        label={say("prices.product")}
        choices={productsNamed.map((value) => ({ value, says: productName(value, say) }))}
        filled={filled}
      />
      <ChoiceField
        name="measure"
        label={say("laboratory.measure")}
        choices={measures.map((value) => ({ value, says: wordOr("measure", value, say) }))}
        filled={filled}
      />
      <FigureField name="value" label={say("laboratory.value")} unit="" filled={filled} />
      <DayField name="on" label={say("laboratory.on")} filled={filled} />
      <TextField name="laboratory" label={say("laboratory.laboratory")} filled={filled} optional />
    </ActForm>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [value, on, who] = [form.readFigure("value"), form.readDay("on"), await producerSaid(at, "number")];
  const wrong = [...form.wrong, ...(who.ok ? [] : [who.refusal])];
  if (value === null || on === null || !who.ok || wrong.length > 0) return draw(at, { typed: form.typed, wrong });
  const laboratory = form.maybe("laboratory");
  const spoken = await at.speak("laboratory.result", {
    ...{ result: at.idOf("result"), agent: who.value, product: form.text("product"), measure: form.text("measure") },
    ...{ value, on, ...(laboratory === undefined ? {} : { laboratory }) },
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  const told = spoken.questions.length > 0 ? "kept-with-questions" : "terms-recorded";
  return done({ goTo: at.address("prices/laboratory"), told });
}
