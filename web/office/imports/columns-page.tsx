/** Which column is what: each field with what was guessed, and the first cells of each column beside its name. */
import { fieldsOf, type StartField, type StartKind, startKinds } from "../../../exchange/starts/kinds.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { ChoiceField, DayField, type Filled, TextField, TickField, wrongWith } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { type Frame, OfficeFrame } from "../../components/frames.tsx";
import { Speaking, useSay } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { columnField, daysOf, ticksOf, wordsOf } from "./read-choices.ts";

/** What the page shows. `columns`: heading and first cells of each column of the file. */
export type ColumnsProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly file: string;
  readonly kind: StartKind;
  readonly columns: readonly { readonly heading: string; readonly cells: readonly string[] }[];
  readonly sample: readonly (readonly string[])[];
  /** The visible sheets of a workbook, when there are several. */
  readonly sheets: readonly string[];
  /** The row of the headings as it was found; "0" where there is none. */
  readonly headerRow: string;
  readonly typed: URLSearchParams;
  readonly wrong: readonly Refusal[];
  /** The choices are those of the last sheet with this header. */
  readonly kept: boolean;
  /** Fields whose column no heading names: they were guessed. */
  readonly unsure: ReadonlySet<string>;
  readonly products: readonly { readonly value: string; readonly says: string }[];
  readonly action: string;
  readonly back: string;
  readonly act: string;
};

/** "C · Cédula (10.234.567; 10.234.568)" */
const columnName = ({ heading, cells }: ColumnsProps["columns"][number], at: number): string => {
  const shown = cells
    .filter((cell) => cell !== "")
    .slice(0, 2)
    .map((cell) => (cell.length > 24 ? `${cell.slice(0, 23)}…` : cell))
    .join("; ");
  return `${letters(at)} · ${heading === "" ? "—" : heading}${shown === "" ? "" : ` (${shown})`}`;
};

/** The name a spreadsheet gives a column: A … Z, AA … */
const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.trunc(at / 26) - 1)}${letters(at % 26)}`;

function KindForm({ props }: { props: ColumnsProps }) {
  const say = useSay();
  const filled: Filled = {
    typed: new URLSearchParams({
      kind: props.kind,
      sheet: props.typed.get("sheet") ?? "",
      headerRow: props.typed.get("headerRow") ?? "",
    }),
    wrong: [],
  };
  return (
    <form class="act" method="get" action={props.action}>
      <input type="hidden" name="columns" value="1" />
      <ChoiceField
        name="kind"
        label={say("imports.kind")}
        choices={startKinds.map((kind) => ({ value: kind, says: say(`imports.kind.${kind}`) }))}
        filled={filled}
      />
      {props.sheets.length > 1 ? (
        <ChoiceField
          name="sheet"
          label={say("imports.sheet")}
          choices={props.sheets.map((one) => ({ value: one, says: one }))}
          filled={filled}
        />
      ) : null}
      <TextField
        name="headerRow"
        label={say("imports.header-row")}
        hint={say("imports.header-row-why", { row: props.headerRow })}
        size="short"
        optional
        filled={filled}
      />
      <p class="acts">
        <button class="do" type="submit">
          {say("imports.kind-see")}
        </button>
      </p>
    </form>
  );
}

/** Fields that a column was found for, or must be; the others wait folded, for who wants them. */
function Columns({ props, filled }: { props: ColumnsProps; filled: Filled }) {
  const say = useSay();
  const choices = props.columns.map((column, at) => ({ value: `${at}`, says: columnName(column, at) }));
  const chosen = ({ field, required }: StartField): boolean =>
    required || props.typed.has(columnField(field)) || wrongWith(filled, [columnField(field)]).length > 0;
  const drawn = ({ field, required }: StartField) => (
    <ChoiceField
      name={columnField(field)}
      label={say(`imports.field.${field}`)}
      choices={choices}
      none={say("imports.no-column")}
      optional={!required}
      tells={[field]}
      {...(props.unsure.has(field) ? { hint: say("imports.guessed") } : {})}
      filled={filled}
    />
  );
  const others = fieldsOf[props.kind].filter((one) => !chosen(one));
  return (
    <>
      {fieldsOf[props.kind].filter(chosen).map(drawn)}
      {others.length === 0 ? null : (
        <details class="ask">
          <summary>{say("imports.other-fields", { count: `${others.length}` })}</summary>
          {others.map(drawn)}
        </details>
      )}
    </>
  );
}

function ForAllRows({ props, filled }: { props: ColumnsProps; filled: Filled }) {
  const say = useSay();
  const { kind } = props;
  return (
    <>
      {wordsOf[kind].map((name) =>
        name === "product" && props.products.length > 0 ? (
          <ChoiceField
            name="product"
            label={say("imports.for-all.product")}
            choices={props.products}
            none={say("imports.in-the-rows")}
            optional
            filled={filled}
          />
        ) : (
          <TextField name={name} label={say(`imports.for-all.${name}`)} size="short" optional filled={filled} />
        ),
      )}
      {daysOf[kind].map((name) => (
        <DayField name={name} label={say(`imports.for-all.${name}`)} optional filled={filled} />
      ))}
      {ticksOf[kind].map((name) => (
        <TickField
          name={name}
          label={say(`imports.tick.${name}`)}
          hint={say(`imports.tick.${name}-why`)}
          choices={[{ value: "yes", says: say(`imports.tick.${name}-yes`) }]}
          many
          optional
          filled={filled}
        />
      ))}
      <ChoiceField
        name="mark"
        label={say("imports.mark")}
        choices={[
          { value: ",", says: say("imports.mark.comma") },
          { value: ".", says: say("imports.mark.point") },
        ]}
        none={say("imports.as-the-file")}
        optional
        filled={filled}
      />
      <ChoiceField
        name="order"
        label={say("imports.order")}
        choices={[
          { value: "day-first", says: say("imports.order.day-first") },
          { value: "month-first", says: say("imports.order.month-first") },
        ]}
        none={say("imports.as-the-file")}
        optional
        filled={filled}
      />
    </>
  );
}

function Sample({ props }: { props: ColumnsProps }) {
  const say = useSay();
  const shown = props.columns.slice(0, 8);
  return (
    <Table
      label={say("imports.sample")}
      columns={shown.map(({ heading }, at) => ({ head: heading === "" ? letters(at) : heading }))}
      rows={props.sample.map(([first = "", ...rest]) => ({
        name: first,
        cells: rest.slice(0, 7),
      }))}
    />
  );
}

function Body({ props }: { props: ColumnsProps }) {
  const say = useSay();
  const filled: Filled = { typed: props.typed, wrong: props.wrong };
  const named = [
    ...fieldsOf[props.kind].flatMap(({ field }) => [columnField(field), field]),
    "mark",
    "order",
    "on",
    "since",
  ];
  return (
    <OfficeFrame frame={props.frame} skipTo="columns">
      <h1 class="speak">{say(props.kept ? "imports.columns-kept" : "imports.columns-answer", { file: props.file })}</h1>
      <a class="quiet" href={props.back}>
        {say("imports.all")}
      </a>
      <KindForm props={props} />
      <section>
        <h2>{say("imports.sample")}</h2>
        <Sample props={props} />
      </section>
      <section>
        <h2>{say("imports.columns")}</h2>
        <ActForm
          action={`${props.action}/columns`}
          act={props.act}
          filled={filled}
          named={named}
          submit={say("imports.try")}
        >
          <input type="hidden" name="kind" value={props.kind} />
          <input type="hidden" name="sheet" value={props.typed.get("sheet") ?? ""} />
          <input type="hidden" name="headerRow" value={props.typed.get("headerRow") ?? ""} />
          <Columns props={props} filled={filled} />
          <ForAllRows props={props} filled={filled} />
        </ActForm>
      </section>
    </OfficeFrame>
  );
}

/** The page. */
export const columnsPage = (props: ColumnsProps, say: Say): Page => ({
  title: `${say("imports.columns")} · ${props.frame.organisation}`,
  style: ["desk", "table", "list", "form", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
