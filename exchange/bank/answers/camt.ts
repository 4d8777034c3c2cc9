/**
 * Reads an account statement of ISO 20022: camt.053.001.02 and .08. Sources: the schemas beside `exchange/bank/schemas`, and the
 * registration authority's code sets of return reasons and bank transaction codes.
 */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { SheetBroken } from "../../sheet/opened.ts";
import type { FileBytes } from "../../sheet/sheet.ts";
import { movementsOfEntry, strictDecimal } from "./entry.ts";
import type { RawBalance, RawMovement, RawStatement } from "./raw.ts";
import { at, type Element, elementsOf, wordsAt } from "./tree.ts";

/** The messages that are read. */
const READ = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(?:02|08)$/;
/** Any message of the same family, to be told by its name. */
const FAMILY = /^urn:iso:std:iso:20022:tech:xsd:(.{1,40})$/;

/** Movements of one file that are read. */
export const mostMovements = 50_000;

/** Told one by one within a statement: everything that is not an entry comes before the entries. */
const ASKED = new Set(["Acct", "Bal", "FrToDt", "Ntry"]);

type Growing = {
  account: string;
  currency: string;
  from: string;
  until: string;
  opening: RawBalance | null;
  closing: RawBalance | null;
  movements: RawMovement[];
};

/**
 * Reads a file. Refusals: `bank-file.broken` (no XML, or damaged), `bank-file.other-message` (a message we do not read, by name),
 * `bank-file.no-statement`, `bank-file.too-large`.
 */
export async function readCamt(bytes: FileBytes): Promise<Result<readonly RawStatement[]>> {
  const statements: Growing[] = [];
  let days = { from: "", until: "" };
  let entries = 0;
  let movements = 0;
  try {
    for await (const told of elementsOf(bytes, ASKED)) {
      if ("root" in told) {
        if (!READ.test(told.root))
          return refused("bank-file.other-message", { message: FAMILY.exec(told.root)?.[1] ?? told.root.slice(0, 80) });
        continue;
      }
      // An account within an entry is another's: only what stands directly in a statement is told here.
      if (!told.under.endsWith("/Stmt")) continue;
      const { element } = told;
      if (element.name === "FrToDt") days = daysOf(element); // Stands before the account it belongs to.
      if (element.name === "Acct") {
        statements.push({ ...begun(element), ...days });
        days = { from: "", until: "" };
      }
      const statement = statements.at(-1);
      if (statement === undefined) continue;
      if (element.name === "Bal") balanced(statement, element);
      if (element.name !== "Ntry") continue;
      entries += 1;
      const found = movementsOfEntry(element, entries);
      movements += found.length;
      if (movements > mostMovements) return refused("bank-file.too-large");
      statement.movements.push(...found);
    }
  } catch (error) {
    if (error instanceof SheetBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
  return statements.length === 0 ? refused("bank-file.no-statement") : done(statements);
}

const begun = (account: Element): Growing => ({
  account: wordsAt(account, "Id", "IBAN") || wordsAt(account, "Id", "Othr", "Id"),
  currency: wordsAt(account, "Ccy"),
  from: "",
  until: "",
  opening: null,
  closing: null,
  movements: [],
});

const daysOf = (element: Element) => ({
  from: wordsAt(element, "FrDtTm").slice(0, 10),
  until: wordsAt(element, "ToDtTm").slice(0, 10),
});

/** Of several of one kind (by page, or interim) the first opening and the last closing. */
function balanced(statement: Growing, element: Element): void {
  const kind = wordsAt(element, "Tp", "CdOrPrtry", "Cd");
  const amount = at(element, "Amt");
  const sign = wordsAt(element, "CdtDbtInd") === "DBIT" ? "-" : "";
  const balance: RawBalance = {
    amount: `${sign}${strictDecimal(amount?.text ?? "")}`,
    currency: amount?.attributes.Ccy ?? "",
    on: (wordsAt(element, "Dt", "Dt") || wordsAt(element, "Dt", "DtTm")).slice(0, 10),
  };
  if (kind === "OPBD" || kind === "PRCD") statement.opening ??= balance;
  if (kind === "CLBD") statement.closing = balance;
}
