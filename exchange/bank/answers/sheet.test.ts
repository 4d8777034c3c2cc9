import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Mapping } from "../../mapping/guess.ts";
import { openSheet } from "../../sheet/open.ts";
import { convert } from "./movements.ts";
import { guessedColumns, readBankSheet } from "./sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-bank-sheet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = {
  book: "7f3c0000-0000-8000-8000-000000000000",
  account: "own",
  grain: { currency: "COP", line: "1", cash: "50" },
};

async function read(text: string, said: Mapping = {}) {
  const file = join(folder, "movimientos.csv");
  writeFileSync(file, text);
  const opened = await openSheet(file);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { mapping } = await guessedColumns(opened.value);
  const found = await readBankSheet(opened.value, { ...mapping, ...said }, "COP");
  await opened.value.close();
  return { mapping, found };
}

const lines = (found: Awaited<ReturnType<typeof read>>["found"]) => {
  if (!found.ok) return found.refusal.code;
  const { told, unreadable } = convert(found.value.movements, at);
  return [
    ...told.map(({ movement: m }) => `${m.on} ${m.nature} ${m.amount} ${m.number ?? "-"} ${m.reference ?? "-"}`),
    ...unreadable.map(({ place, found: what }) => `row ${place}: ${what}`),
  ];
};

describe("the sheet of movements that a bank lets one download [bank.sheet]", () => {
  it("is read with one column for what went out and one for what came in", async () => {
    const { mapping, found } = await read(
      [
        "BANCO DE PRUEBA;;;;;",
        "Fecha;Descripción;Nº operación;Cargo;Abono;Saldo",
        "18/11/2026;PAGO PROVEEDORES P7F3C2026000001;8801;1.250.000;;8.750.000",
        "19/11/2026;DEVOLUCION P7F3C-2026-000001;8802;;1.250.000;10.000.000",
        "20/11/2026;ABONO EXPORTADORA;8803;;7.000.000;17.000.000",
        "mañana;PAGO;8804;5.000;;",
      ].join("\r\n"),
    );
    expect(mapping).toMatchObject({ day: 0, words: 1, reference: 2, out: 3, in: 4, balance: 5 });
    expect(lines(found)).toEqual([
      "2026-11-18 payment 1250000 P7F3C-2026-000001 8801",
      "2026-11-19 return 1250000 P7F3C-2026-000001 8802",
      "2026-11-20 incoming 7000000 - 8803",
      "row 6: 5000 COP",
    ]);
    expect(found.ok && found.value.closing).toEqual({ amount: "17000000", currency: "COP", on: "2026-11-20" });
  });
  it("is read with one column of signed amounts, in English, with points", async () => {
    const { found } = await read(
      "Date,Description,Amount\n2026-11-18,TRANSFER P7F3C-2026-000009,-799838.00\n2026-11-18,DEPOSIT,120.00\n",
    );
    expect(lines(found)).toEqual(["2026-11-18 payment 799838 P7F3C-2026-000009 -", "2026-11-18 incoming 120 - -"]);
  });
  it("is refused in words without a column of amounts, and where figures are written in two manners", async () => {
    expect(lines((await read("Fecha;Detalle\n18/11/2026;PAGO\n")).found)).toBe("bank-file.columns");
    const mixed = "Fecha;Monto\n18/11/2026;1.250,50\n19/11/2026;1,250.50\n";
    expect(lines((await read(mixed)).found)).toBe("bank-file.marks");
    expect(lines((await read("Fecha;Monto\n")).found)).toBe("bank-file.no-statement");
  });
});
