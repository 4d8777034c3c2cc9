/** Reads the XML of a bank piece by piece: no entities of its own, no depth without end, and only one element at a time in memory. */
import { SaxesParser } from "saxes";
import { refused } from "../../../kernel/refusal.ts";
import { SheetBroken } from "../../sheet/opened.ts";
import type { FileBytes } from "../../sheet/sheet.ts";
import { textOf } from "../../sheet/text.ts";

/** An element with what stands in it. `text` is trimmed. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly Element[];
};

/** Elements within elements: a message of ISO 20022 has about fifteen. */
const deepest = 40;
/** Signs of one text, and elements of one piece: an entry that stands for a whole payroll has some fifty each. */
const longestText = 10_000;
const mostInside = 500_000;

const broken = (): SheetBroken => new SheetBroken(refused("bank-file.broken").refusal);

/** What is told while reading: the root's name and name space once, then each element that was asked for, whole. */
export type Told = { readonly root: string } | { readonly element: Element; readonly under: string };

type Growing = { name: string; attributes: Record<string, string>; text: string; inside: Element[] };

/**
 * Reads a file; tells each element whose name is in `asked`, with the path it stands under, and forgets it. Elements within one
 * that was asked for are its own. Throws `SheetBroken`: `bank-file.broken`, `bank-file.too-large`.
 */
export async function* elementsOf(bytes: FileBytes, asked: ReadonlySet<string>): AsyncGenerator<Told> {
  const parser = new SaxesParser({ position: false });
  const told: Told[] = [];
  const path: string[] = [];
  const growing: Growing[] = [];
  let held = 0;
  parser.on("error", () => {
    throw broken();
  });
  // A document type may declare entities that swell or reach outside; no bank's message has one.
  parser.on("doctype", () => {
    throw broken();
  });
  parser.on("opentag", ({ name, attributes }) => {
    const local = name.slice(name.indexOf(":") + 1);
    if (path.length >= deepest) throw broken();
    if (path.length === 0) told.push({ root: rootOf(name, attributes as Record<string, string>) });
    path.push(local);
    if (growing.length === 0 && !asked.has(local)) return;
    held += 1;
    if (held > mostInside) throw new SheetBroken(refused("bank-file.too-large").refusal);
    growing.push({ name: local, attributes: { ...(attributes as Record<string, string>) }, text: "", inside: [] });
  });
  const gather = (text: string) => {
    const last = growing.at(-1);
    if (last === undefined) return;
    if (last.text.length + text.length > longestText) throw broken();
    last.text += text;
  };
  parser.on("text", gather);
  parser.on("cdata", gather);
  parser.on("closetag", () => {
    path.pop();
    const last = growing.pop();
    if (last === undefined) return;
    const element = { ...last, text: last.text.trim() };
    const above = growing.at(-1);
    if (above !== undefined) above.inside.push(element);
    else {
      held = 0;
      told.push({ element, under: path.join("/") });
    }
  });
  for await (const piece of textOf(bytes)) {
    written(() => parser.write(piece));
    yield* told.splice(0);
  }
  written(() => parser.close());
  yield* told.splice(0);
}

/** The name space of the root, or its bare name where it has none. */
function rootOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const prefix = name.includes(":") ? `xmlns:${name.slice(0, name.indexOf(":"))}` : "xmlns";
  return attributes[prefix] ?? name;
}

function written(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    throw error instanceof SheetBroken ? error : broken();
  }
}

/** The first element at a path under another: `at(entry, "BookgDt", "Dt")`; null when there is none. */
export function at(element: Element, ...path: readonly string[]): Element | null {
  let here: Element | undefined = element;
  for (const name of path) here = here?.inside.find((one) => one.name === name);
  return here ?? null;
}

/** Its text; empty when there is none. */
export const wordsAt = (element: Element, ...path: readonly string[]): string => at(element, ...path)?.text ?? "";

/** All elements of a name directly under another. */
export const allAt = (element: Element, name: string): readonly Element[] =>
  element.inside.filter((one) => one.name === name);

/** Every text under an element, in order. */
export const everyWord = (element: Element | null): readonly string[] =>
  element === null ? [] : [...(element.text === "" ? [] : [element.text]), ...element.inside.flatMap(everyWord)];
