/** One entry of a statement as movements: itself, or each of its details when they add up to it. */
import { add, decimal, decimalText, exactly, subtract } from "../../../kernel/exact/index.ts";
import type { RawMovement } from "./raw.ts";
import { allAt, at, type Element, everyWord, wordsAt } from "./tree.ts";

type Amount = { readonly amount: string; readonly currency: string };

/** The movements of an entry; `number` is its place in the file. */
export function movementsOfEntry(entry: Element, number: number): readonly RawMovement[] {
  const whole = amountOf(at(entry, "Amt"));
  const details = allAt(entry, "NtryDtls").flatMap((one) => allAt(one, "TxDtls"));
  const batch = allAt(entry, "NtryDtls")
    .map((one) => at(one, "Btch"))
    .find((one) => one !== null);
  const gathers = details.length === 0 ? batch !== undefined && wordsAt(batch ?? entry, "NbOfTxs") !== "1" : false;
  if (details.length === 0)
    return [movement(entry, null, { place: `${number}`, ...whole, batch: batch ?? null, gathered: gathers })];
  const [only] = details;
  if (details.length === 1 && only !== undefined) {
    const charges = chargesOf(only, whole) || chargesOf(entry, whole, detailAmount(only));
    return [movement(entry, only, { place: `${number}`, ...whole, batch: batch ?? null, gathered: false, charges })];
  }
  const amounts = details.map(detailAmount);
  if (!addUp(whole, amounts))
    return [movement(entry, null, { place: `${number}`, ...whole, batch: batch ?? null, gathered: true })];
  return details.map((detail, place) =>
    movement(entry, detail, {
      place: `${number}.${place + 1}`,
      ...(amounts[place] as Amount),
      batch: batch ?? null,
      gathered: false,
      charges: chargesOf(detail, amounts[place] as Amount),
    }),
  );
}

type Of = Amount & {
  readonly place: string;
  readonly batch: Element | null;
  readonly gathered: boolean;
  readonly charges?: string;
};

function movement(entry: Element, detail: Element | null, { batch, charges = "", ...of }: Of): RawMovement {
  const from = detail ?? entry;
  const references = at(from, "Refs");
  const returned = at(from, "RtrInf");
  const isReversal = wordsAt(entry, "RvslInd") === "true";
  const status = wordsAt(entry, "Sts", "Cd") || wordsAt(entry, "Sts");
  const reference = (element: Element | null, name: string) => (element === null ? "" : wordsAt(element, name));
  const said = wordsAt(from, "CdtDbtInd") || wordsAt(entry, "CdtDbtInd");
  const code = codeOf(at(from, "BkTxCd")) || codeOf(at(entry, "BkTxCd"));
  return {
    ...of,
    direction: said === "CRDT" ? "in" : "out",
    on: (wordsAt(entry, "BookgDt", "Dt") || wordsAt(entry, "BookgDt", "DtTm")).slice(0, 10),
    status: status === "BOOK" ? "booked" : status === "INFO" ? "information" : "pending",
    endToEnd: known(reference(references, "EndToEndId")),
    reference: reference(references, "AcctSvcrRef") || wordsAt(entry, "AcctSvcrRef"),
    message:
      reference(references, "PmtInfId") ||
      reference(references, "MsgId") ||
      reference(batch, "PmtInfId") ||
      reference(batch, "MsgId"),
    words: [
      ...everyWord(references),
      ...everyWord(at(from, "RmtInf")),
      ...everyWord(returned),
      wordsAt(from, "AddtlTxInf"),
      wordsAt(entry, "AddtlNtryInf"),
    ]
      .filter((one) => known(one) !== "")
      .join(" · "),
    code,
    returns: returned !== null || isReversal || /(?:^|\/)(?:RRTN|RPCR|RRCT|DRTN|CRTN)$/.test(code),
    reason: returned === null ? "" : wordsAt(returned, "Rsn", "Cd") || wordsAt(returned, "Rsn", "Prtry"),
    charges,
  };
}

/** "NOTPROVIDED" is how the standard says that there is none. */
const known = (reference: string): string => (/^not ?provided$/i.test(reference) ? "" : reference);

function codeOf(element: Element | null): string {
  if (element === null) return "";
  const parts = [
    wordsAt(element, "Domn", "Cd"),
    wordsAt(element, "Domn", "Fmly", "Cd"),
    wordsAt(element, "Domn", "Fmly", "SubFmlyCd"),
  ].filter((one) => one !== "");
  return parts.length > 0 ? parts.join("/") : wordsAt(element, "Prtry", "Cd");
}

/** A decimal of XML ("007.50", "+7", ".5") in our own spelling; empty when it is none. */
export function strictDecimal(text: string): string {
  const [, whole = "", fraction = ""] = /^\+?(\d*)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (whole === "" && fraction === "") return "";
  const spelled = `${whole.replace(/^0+(?=\d)/, "") || "0"}${fraction === "" ? "" : `.${fraction}`}`;
  const value = decimal(spelled);
  return value === null ? "" : decimalText(value);
}

const amountOf = (element: Element | null): Amount => ({
  amount: strictDecimal(element?.text ?? ""),
  currency: element?.attributes.Ccy ?? "",
});

/** Of version .08 the detail's own amount, of .02 what it says in its amount details; empty when it says none. */
const detailAmount = (detail: Element): Amount =>
  amountOf(at(detail, "Amt") ?? at(detail, "AmtDtls", "TxAmt", "Amt") ?? at(detail, "AmtDtls", "InstdAmt", "Amt"));

/**
 * Charges that are taken with the amount and included in it. Version .08 says so of each; .02 does not, and there they are included
 * where the detail's own amount and they come to the whole.
 */
function chargesOf(element: Element, whole: Amount, own: Amount = detailAmount(element)): string {
  const charges = allAt(element, "Chrgs").flatMap((one) => (at(one, "Rcrd") === null ? [one] : allAt(one, "Rcrd")));
  const taken = charges.filter((one) => wordsAt(one, "CdtDbtInd") !== "CRDT");
  const included = taken.filter((one) => wordsAt(one, "ChrgInclInd") === "true");
  if (included.length > 0) return sumOf(included);
  const sum = sumOf(taken.filter((one) => at(one, "ChrgInclInd") === null));
  if (sum === "" || own.amount === "") return "";
  return addUp(whole, [own, { amount: sum, currency: whole.currency }]) ? sum : "";
}

function sumOf(charges: readonly Element[]): string {
  const texts = charges.map((one) => strictDecimal(wordsAt(one, "Amt"))).filter((text) => text !== "");
  return texts.length === 0 ? "" : decimalText(texts.map(exactly).reduce((sum, one) => add(sum, one)));
}

/** Whether details of one currency come to the whole. */
function addUp(whole: Amount, parts: readonly Amount[]): boolean {
  if (decimal(whole.amount) === null) return false;
  if (parts.some((one) => decimal(one.amount) === null || one.currency !== whole.currency)) return false;
  const sum = parts.map((one) => exactly(one.amount)).reduce((all, one) => add(all, one));
  return subtract(sum, exactly(whole.amount)).numerator === 0n;
}
