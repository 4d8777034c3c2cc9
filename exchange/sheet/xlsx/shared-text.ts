/** The table of texts that a workbook's cells point into. */
import { refused } from "../../../kernel/refusal.ts";
import { mostSharedText } from "../limits.ts";
import { SheetBroken } from "../opened.ts";
import type { Archive } from "./archive.ts";
import { cellText } from "./cell.ts";
import { readWhole } from "./xml.ts";

/** Reads the table: rich text is joined, how a word is pronounced (rPh) left out. Throws `SheetBroken` when it is too large. */
export async function sharedTexts(archive: Archive, part: string): Promise<readonly string[]> {
  const stream = await archive.stream(part);
  if (stream === null) return [];
  const texts: string[] = [];
  let [characters, text, inText, aside] = [0, "", false, false];
  await readWhole(stream, {
    begin: (name) => {
      if (name === "si") text = "";
      if (name === "t") inText = true;
      if (name === "rPh") aside = true;
    },
    text: (piece) => {
      if (inText && !aside) text += piece;
    },
    end: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") aside = false;
      if (name !== "si") return;
      characters += text.length;
      if (characters > mostSharedText) throw new SheetBroken(refused("sheet.too-much-text").refusal);
      texts.push(cellText(text));
    },
  });
  return texts;
}
