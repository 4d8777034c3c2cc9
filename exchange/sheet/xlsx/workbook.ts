/** The parts of a workbook: which sheets it has, under which names, and where they are kept. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { Archive } from "./archive.ts";
import { readWhole } from "./xml.ts";

/** A sheet: its name as people see it, and its part in the archive. */
export type WorkbookSheet = { readonly name: string; readonly part: string; readonly hidden: boolean };

/** A workbook. `from1904`: its days are counted from 1904, as old Macintosh files do. */
export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly from1904: boolean;
  readonly texts: string;
  readonly styles: string;
};

const usualPart = "xl/workbook.xml";

/** Finds the parts. Refusals: `sheet.open-document`, `sheet.old-excel` (a binary workbook), `sheet.not-a-sheet`, `sheet.broken`. */
export async function workbookIn(archive: Archive): Promise<Result<Workbook>> {
  const roots = await relationsOf(archive, "_rels/.rels", "");
  const part = roots.find((one) => one.type.endsWith("/officeDocument"))?.part ?? usualPart;
  const stream = part.toLowerCase().endsWith(".xml") ? await archive.stream(part) : null;
  if (stream === null) return refusalOf(archive, part);
  const [folder, name] = [part.slice(0, part.lastIndexOf("/") + 1), part.slice(part.lastIndexOf("/") + 1)];
  const relations = await relationsOf(archive, `${folder}_rels/${name}.rels`, folder);
  const sheets: WorkbookSheet[] = [];
  let [from1904, isWorkbook] = [false, false];
  await readWhole(stream, {
    begin: (element, attributes) => {
      if (element === "workbook") isWorkbook = true;
      if (element === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (element !== "sheet") return;
      const target = relations.find((one) => one.id === attributes.id && one.type.endsWith("/worksheet"));
      const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      if (target !== undefined) sheets.push({ name: attributes.name ?? "", part: target.part, hidden });
    },
  });
  if (!isWorkbook) return refused("sheet.not-a-sheet");
  const partOf = (type: string, usual: string): string =>
    relations.find((one) => one.type.endsWith(type))?.part ?? `${folder}${usual}`;
  const texts = partOf("/sharedStrings", "sharedStrings.xml");
  return done({ sheets, from1904, texts, styles: partOf("/styles", "styles.xml") });
}

/** What another archive is, as kindly as can be told from its entries. */
async function refusalOf(archive: Archive, part: string): Promise<Result<never>> {
  if (archive.names.has("content.xml") && archive.names.has("mimetype")) return refused("sheet.open-document");
  if (part.toLowerCase().endsWith(".bin") || archive.names.has("xl/workbook.bin")) return refused("sheet.old-excel");
  return archive.names.has("[content_types].xml") &&
    archive.names.has("_rels/.rels") &&
    archive.names.has(part.toLowerCase())
    ? refused("sheet.broken")
    : refused("sheet.not-a-sheet");
}

type Relation = { readonly id: string; readonly type: string; readonly part: string };

/** Targets stand relative to the folder of the part that names them, or absolute. */
async function relationsOf(archive: Archive, part: string, folder: string): Promise<readonly Relation[]> {
  const stream = await archive.stream(part);
  if (stream === null) return [];
  const relations: Relation[] = [];
  await readWhole(stream, {
    begin: (name, { Id: id = "", Type: type = "", Target: target = "" }) => {
      if (name === "Relationship") relations.push({ id, type, part: resolved(target, folder) });
    },
  });
  return relations;
}

function resolved(target: string, folder: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/"))
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  return steps.join("/");
}
