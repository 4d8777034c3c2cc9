/** `/o/BOOK/prices/consents`: who lets which deduction for somebody else be taken? What there is, and a form for one more. */
import { done, type Result } from "../../../kernel/refusal.ts";
import type { SeasonPolicy } from "../../../rooms/agreements/rules/season-policy.ts";
import { wordsIn } from "../../../rooms/settlement/pages/statement-words.ts";
import { type Choice, ChoiceField, DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { seasonsAt } from "../settling.ts";
import { producerSaid } from "./producer.ts";

const path = "/o/:book/prices/consents";
type Row = Readonly<Record<"agent" | "deduction" | "since" | "made", string>> &
  Readonly<Record<"until" | "creditor" | "name" | "member_number", string | null>> & { readonly given: boolean };

/** The list with its form. */
export const consentsPage: BookPage = { path, open: (at) => draw(at, null) };

/** Records that somebody consents, or no longer does. */
export const consentForm: BookForm = { path, post };

/** The deductions of all seasons that need consent, each once. */
async function deductionsAt(at: PageAt): Promise<readonly (Choice & { readonly creditor: string })[]> {
  const found = new Map<string, Choice & { readonly creditor: string }>();
  for (const { policy } of await seasonsAt(at))
    for (const { code, name, consent } of (policy as SeasonPolicy).deductions?.deductions ?? [])
      if (consent !== undefined)
        found.set(code, { value: code, says: wordsIn(name, at.say).text, creditor: consent.creditor });
  return [...found.values()];
}

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const rows = (await rowsOf<Row>(at, "deduction.consents")) ?? [];
  const deductions = await deductionsAt(at);
  const first = { from: at.today, given: "yes", made: "signed", deduction: deductions[0]?.value ?? "" };
  const mayRecord = at.powers.has("keep-register") && deductions.length > 0;
  return done(
    formPage(at, {
      here: "prices",
      asks: say("consents.asks", { count: String(rows.filter((one) => one.given).length) }),
      about: say("consents.about"),
      children: (
        <>
          {mayRecord ? <ConsentForm at={at} filled={filled ?? fresh(first)} choices={deductions} /> : null}
          {deductions.length === 0 ? <Notice state="none" title={say("consents.no-deductions")} /> : null}
          {rows.length === 0 ? null : <Consents at={at} rows={rows} choices={deductions} />}
        </>
      ),
    }),
  );
}

function Consents({ at: { say }, rows, choices }: { at: PageAt; rows: readonly Row[]; choices: readonly Choice[] }) {
  return (
    <Table
      label={say("consents.table")}
      columns={[
        { head: say("laboratory.producer") },
        { head: say("consents.deduction") },
        { head: say("consents.state") },
        { head: say("consents.since") },
        { head: say("consents.until") },
      ]}
      rows={rows.map((row) => ({
        name: [row.member_number, personName({ ...row, erased: null }, say)].filter((one) => one !== null).join(" · "),
        cells: [
          choices.find((one) => one.value === row.deduction)?.says ?? row.deduction,
          say(row.given ? "consents.given" : "consents.withdrawn"),
          <span class="nb">{say("value.day", { value: row.since })}</span>,
          row.until === null ? "–" : <span class="nb">{say("value.day", { value: row.until })}</span>,
        ],
      }))}
    />
  );
}

function ConsentForm({ at, filled, choices }: { at: PageAt; filled: Filled; choices: readonly Choice[] }) {
  const { say } = at;
  const among = (values: readonly string[]): readonly Choice[] =>
    values.map((value) => ({ value, says: say(`consents.${value}`) }));
  return (
    <ActForm
      action={at.address("prices/consents")}
      act={at.newAct()}
      filled={filled}
      named={["number", "deduction", "given", "from", "until", "made"]}
      submit={say("consents.record")}
    >
      <TextField
        name="number"
        label={say("terms.number")}
        hint={say("terms.number-hint")}
        filled={filled}
        size="short"
      />
      <ChoiceField name="deduction" label={say("consents.deduction")} choices={choices} filled={filled} />
      <ChoiceField name="given" label={say("consents.state")} choices={among(["yes", "no"])} filled={filled} />
      <DayField name="from" label={say("consents.since")} filled={filled} />
      <DayField name="until" label={say("consents.until")} filled={filled} optional />
      <ChoiceField
        name="made"
        label={say("consents.made")}
        choices={among(["signed", "spoken", "message"])}
        filled={filled}
      />
    </ActForm>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [from, until] = [form.readDay("from"), form.maybeDay("until")];
  const [deduction, who] = [form.readText("deduction"), await producerSaid(at, "number")];
  const wrong = [...form.wrong, ...(who.ok ? [] : [who.refusal])];
  if (from === null || until === null || deduction === null || !who.ok || wrong.length > 0)
    return draw(at, { typed: form.typed, wrong });
  const creditor = (await deductionsAt(at)).find((one) => one.value === deduction)?.creditor;
  const spoken = await at.speak("deduction.consent", {
    ...{ agent: who.value, deduction, given: form.text("given") !== "no", from, made: form.text("made") },
    ...(until === undefined ? {} : { until }),
    ...(creditor === undefined ? {} : { creditor }),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  const told = spoken.questions.length > 0 ? "kept-with-questions" : "terms-recorded";
  return done({ goTo: at.address("prices/consents"), told });
}
