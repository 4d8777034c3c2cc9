/** Reads the XML of a workbook's parts as it unpacks. */
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { refused } from "../../../kernel/refusal.ts";
import { SheetBroken } from "../opened.ts";
import { textOf } from "../text.ts";

/** Attributes of an element, without the names of name spaces. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done at each element, by its local name; `text` gets what stands in it, in pieces. */
export type Elements = {
  begin?(name: string, attributes: Attributes): void;
  end?(name: string): void;
  text?(text: string): void;
};

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): Attributes {
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name] as string;
  return local;
}

/**
 * Reads a part; yields after each piece of it, so that what was gathered can be handed on. Throws `SheetBroken` for damage: of
 * the archive, of the XML, or entities that a workbook never declares.
 */
export async function* readXml(stream: Readable, elements: Elements): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  parser.on("error", (error) => {
    throw error;
  });
  if (elements.begin !== undefined)
    parser.on("opentag", ({ name, attributes }) =>
      elements.begin?.(localName(name), localAttributes(attributes as Record<string, string>)),
    );
  if (elements.end !== undefined) parser.on("closetag", ({ name }) => elements.end?.(localName(name)));
  if (elements.text !== undefined) {
    parser.on("text", (text) => elements.text?.(text));
    parser.on("cdata", (text) => elements.text?.(text));
  }
  const pieces = textOf(stream)[Symbol.asyncIterator]();
  try {
    for (let next = await taken(pieces.next()); !next.done; next = await taken(pieces.next())) {
      attempt(() => parser.write(next.value));
      yield;
    }
    attempt(() => parser.close());
    yield;
  } finally {
    stream.destroy();
  }
}

/** Reads a whole part at once, for the small ones. */
export async function readWhole(stream: Readable, elements: Elements): Promise<void> {
  for await (const _ of readXml(stream, elements));
}

const broken = (): SheetBroken => new SheetBroken(refused("sheet.broken").refusal);

/** Bytes that do not unpack are damage of the file. */
async function taken<T>(next: Promise<T>): Promise<T> {
  try {
    return await next;
  } catch {
    throw broken();
  }
}

/** What the parser complains of is damage of the file; what our own elements throw by name goes on as it is. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    throw error instanceof SheetBroken ? error : broken();
  }
}
