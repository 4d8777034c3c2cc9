/** Writes an order in a layout: the same order in the same layout gives the same bytes, whenever and wherever it is asked for. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { type Fields, orderFields, type PlainOrder, paymentFields, writable } from "./fields.ts";
import type { Layout, LetterSet, SheetLayout, XmlElement, XmlLayout } from "./layout.ts";
import { inLetters } from "./letters.ts";

/** The file's text. Code: `payment-order.account-unwritable`. */
export function writeOrder(order: PlainOrder, layout: Layout): Result<string> {
  const fit = writable(order);
  if (!fit.ok) return fit;
  return done(layout.kind === "xml" ? xmlText(order, layout) : sheetText(order, layout));
}

type Writing = { readonly letters: LetterSet; readonly payments: readonly Fields[] };

/** A field as it is written; empty when there is nothing to write. */
function textOf(
  { is, says, words, longest }: Pick<XmlElement, "is" | "says" | "words" | "longest">,
  fields: Fields,
  letters: LetterSet,
): string {
  const value = is === undefined ? (says ?? "") : (fields[is] ?? "");
  return value !== "" && words ? inLetters(value, letters, longest ?? 140) : value;
}

function xmlText(order: PlainOrder, layout: XmlLayout): string {
  const writing = { letters: layout.letters, payments: order.payments.map(paymentFields) };
  const body = elementText(layout.root, orderFields(order), writing, "  ");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${layout.namespace}">\n${body}</Document>\n`;
}

function elementText(element: XmlElement, fields: Fields, writing: Writing, indent: string): string {
  const { each, ...one } = element;
  if (each !== undefined)
    return writing.payments.map((own) => elementText(one, { ...fields, ...own }, writing, indent)).join("");
  const { tag, of, attribute } = element;
  const named = attribute === undefined ? "" : ` ${attribute.name}="${escaped(fields[attribute.is] ?? "")}"`;
  if (of === undefined) {
    const value = textOf(element, fields, writing.letters);
    return value === "" ? "" : `${indent}<${tag}${named}>${escaped(value)}</${tag}>\n`;
  }
  const inner = of.map((part) => elementText(part, fields, writing, `${indent}  `)).join("");
  return inner === "" ? "" : `${indent}<${tag}${named}>\n${inner}${indent}</${tag}>\n`;
}

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

function sheetText(order: PlainOrder, layout: SheetLayout): string {
  const heading = orderFields(order);
  const rows = order.payments.map((payment) => {
    const fields = { ...heading, ...paymentFields(payment) };
    return layout.columns.map((one) => {
      const value = textOf(one, fields, layout.letters);
      return quoted(one.words ? value.replace(FORMULA, "") : value);
    });
  });
  return [layout.columns.map(({ head }) => head), ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** Words of people do not begin with what a spreadsheet program takes for a formula. */
const FORMULA = /^[=+\-@ ]+(?=.)/;

/** As RFC 4180 has it. */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
