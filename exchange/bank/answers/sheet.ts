/** Reads the sheet that a bank lets one download (separated values or a workbook), by a mapping of its columns. */
import { decimal, decimalText, exactly } from "../../../kernel/exact/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { guessMapping, type Mapping, type WantedField } from "../../mapping/guess.ts";
import { type OpenSheet, SheetBroken, type SheetRow } from "../../sheet/open.ts";
import { type DayOrder, dayIn, orderOf } from "../../starts/day.ts";
import { figureIn, type Mark, markOf } from "../../starts/figure.ts";
import { looksLikeDay, looksLikeFigure } from "../../starts/looks.ts";
import { mostMovements } from "./camt.ts";
import type { RawMovement, RawStatement } from "./raw.ts";

const field = (
  name: string,
  heads: string,
  more: { readonly required?: boolean; readonly looks?: (cell: string) => boolean } = {},
): WantedField => ({ field: name, heads: heads.split("|"), required: false, ...more });

/**
 * What is looked for. Either one column of amounts with their sign, or one of what went out and one of what came in. Our own number
 * is found in the reference and in the words.
 */
export const sheetFields: readonly WantedField[] = [
  field(
    "day",
    "fecha|fecha de operacion|fecha operacion|fecha movimiento|fecha de proceso|booking date|date|data|data lancamento|data movimento",
    { required: true, looks: looksLikeDay },
  ),
  field("amount", "monto|importe|valor|amount|valor movimiento|montante", { looks: looksLikeFigure }),
  field("out", "cargo|cargos|debito|debitos|retiro|retiros|egreso|salida|debit|withdrawal|paid out|saida|saidas", {
    looks: looksLikeFigure,
  }),
  field("in", "abono|abonos|credito|creditos|deposito|depositos|ingreso|entrada|credit|deposit|paid in|entradas", {
    looks: looksLikeFigure,
  }),
  field(
    "reference",
    "numero de operacion|no operacion|operacion|documento|referencia bancaria|nro documento|transaction id|bank reference|reference|referencia|documento numero",
  ),
  field(
    "words",
    "descripcion|concepto|detalle|glosa|movimiento|description|details|remittance|historico|descricao|mensaje|observacion",
  ),
  field("balance", "saldo|balance|saldo contable|saldo disponible", { looks: looksLikeFigure }),
];

/** Rows that a guess of the columns looks at. */
const sampled = 30;

/** Columns guessed from the headings and the first rows; whatever a person says goes before. */
export async function guessedColumns(sheet: OpenSheet): Promise<{ mapping: Mapping; sample: readonly SheetRow[] }> {
  const sample: SheetRow[] = [];
  for await (const row of sheet.rows()) if (sample.push(row) >= sampled) break;
  return { mapping: guessMapping(sheet.header, sample, sheetFields).mapping, sample };
}

/** Whether a mapping holds enough to read movements. */
export const isEnough = (mapping: Mapping): boolean =>
  typeof mapping.day === "number" &&
  (typeof mapping.amount === "number" || typeof mapping.out === "number" || typeof mapping.in === "number");

/**
 * Reads the movements of one account and currency. A row without a day or amount that can be read is told by its number. Refusals:
 * `bank-file.columns`, `bank-file.marks` (figures written in two manners), `bank-file.too-large`, and those of a sheet.
 */
export async function readBankSheet(
  sheet: OpenSheet,
  mapping: Mapping,
  currency: string,
): Promise<Result<RawStatement>> {
  if (!isEnough(mapping)) return refused("bank-file.columns");
  try {
    const manner = await mannerOf(sheet, mapping);
    if (manner === null) return refused("bank-file.marks");
    const movements: RawMovement[] = [];
    let closing: RawStatement["closing"] = null;
    for await (const row of sheet.rows()) {
      const cell = (name: string): string => row.cells[mapping[name] ?? -1]?.trim() ?? "";
      const figure = (name: string) => figureIn(cell(name), { mark: manner.mark, workbook: sheet.kind === "xlsx" });
      const [amount, out, into] = [figure("amount"), figure("out"), figure("in")];
      const moved = movedOf(amount, out, into);
      if (moved === null && cell("day") === "" && cell("words") === "") continue;
      const on = dayIn(cell("day"), manner.order) ?? "";
      movements.push({
        ...plain(row.number, currency),
        ...(moved ?? nothing),
        on,
        reference: cell("reference"),
        words: cell("words"),
      });
      if (movements.length > mostMovements) return refused("bank-file.too-large");
      const balance = figure("balance");
      // The newest row tells the balance, whichever way the sheet runs.
      if (balance !== null && on !== "" && (closing === null || on >= closing.on))
        closing = { amount: balance, currency, on };
    }
    if (movements.length === 0) return refused("bank-file.no-statement");
    const days = movements
      .map((one) => one.on)
      .filter((one) => one !== "")
      .sort();
    return done({
      account: "",
      currency,
      from: days[0] ?? "",
      until: days.at(-1) ?? "",
      opening: null,
      // Of several rows of the last day nobody can tell which came last: a sheet's balance is not believed then.
      closing: closing !== null && days.filter((one) => one === closing?.on).length === 1 ? closing : null,
      movements,
    });
  } catch (error) {
    if (error instanceof SheetBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

const nothing = { direction: "out", amount: "" } as const;

const plain = (
  row: number,
  currency: string,
): Omit<RawMovement, "direction" | "amount" | "on" | "reference" | "words"> => ({
  place: `${row}`,
  currency,
  status: "booked",
  endToEnd: "",
  message: "",
  code: "",
  returns: false,
  reason: "",
  charges: "",
  gathered: false,
});

/** What moved: a signed amount, or the one of two columns that is not empty. Null when nothing can be read. */
function movedOf(
  amount: string | null,
  out: string | null,
  into: string | null,
): { readonly direction: "in" | "out"; readonly amount: string } | null {
  const isSaid = (text: string | null): text is string => text !== null && decimal(text)?.numerator !== 0n;
  if (isSaid(out) && isSaid(into)) return null;
  if (isSaid(out)) return { direction: "out", amount: positive(out) };
  if (isSaid(into)) return { direction: "in", amount: positive(into) };
  if (!isSaid(amount)) return null;
  return { direction: amount.startsWith("-") ? "out" : "in", amount: positive(amount) };
}

const positive = (text: string): string => decimalText(exactly(text.replace(/^-/, "")));

/** How figures and days are written in the whole sheet; null where they are written in two manners. */
async function mannerOf(sheet: OpenSheet, mapping: Mapping): Promise<{ mark: Mark; order: DayOrder } | null> {
  const marks = new Set<string>();
  let order: DayOrder = "day-first";
  let isDayFirst = false;
  for await (const { cells } of sheet.rows()) {
    for (const name of ["amount", "out", "in", "balance"]) {
      const cell = cells[mapping[name] ?? -1]?.trim() ?? "";
      const mark = markOf(cell);
      // No money of ours has three decimals: "1.234" is thousands.
      if (mark === "either") marks.add(cell.includes(".") ? "," : ".");
      else if (mark === "," || mark === ".") marks.add(mark);
    }
    const found = orderOf(cells[mapping.day ?? -1] ?? "");
    if (found === "day-first") isDayFirst = true;
    else if (found === "month-first") order = "month-first";
  }
  if (marks.size > 1 && sheet.kind !== "xlsx") return null;
  return { mark: marks.has(",") ? "," : ".", order: isDayFirst ? "day-first" : order };
}
