/** The parts of a workbook that do not depend on its rows (ECMA-376, Office Open XML). */

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places of the cell styles: plain, heading, day in the reader's own short form, text that must never become a formula. */
export const styleOf = { plain: 0, heading: 1, day: 2, guarded: 3 } as const;

/** Control characters that XML cannot hold, and what looks like their escape (ECMA-376 part 1, 22.9.2.19). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not come through
const UNHOLDABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
/** Halves of letters that lost their other half. */
const LONELY = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it stands in XML. */
export const xmlText = (text: string): string =>
  text
    .replace(UNHOLDABLE, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(LONELY, "\uFFFD")
    .replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[one] ?? "&quot;");

/** A name that spreadsheet programs take for a sheet: at most 31 characters, none of []:*?/\, no apostrophe at its ends. */
export const sheetName = (name: string, number: number): string => {
  const ending = number === 1 ? "" : ` (${number})`;
  const clean = name
    .replace(/[[\]:*?/\\]/g, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  return `${(clean === "" ? "Ayni" : clean).slice(0, 31 - ending.length)}${ending}`;
};

type Part = { readonly name: string; readonly content: readonly [string] };
const part = (name: string, text: string): Part => ({ name, content: [`${declared}${text}`] });
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

/**
 * The parts that stand before the sheets: programs tell a workbook from another archive by its first entries. Sheets are what
 * every part is that is not named, so their number need not be known yet.
 */
export const partsBefore = (): readonly Part[] => [
  part(
    "[Content_Types].xml",
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  ),
  part(
    "_rels/.rels",
    `<Relationships xmlns="${packaged}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
  ),
  part("xl/styles.xml", styles()),
];

/** The parts that name so many sheets, behind them. */
export function partsAfter(name: string, sheets: number): readonly Part[] {
  const each = (draw: (number: number) => string): string =>
    Array.from({ length: sheets }, (_, place) => draw(place + 1)).join("");
  return [
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((one) => `<sheet name="${xmlText(sheetName(name, one))}" sheetId="${one}" r:id="rId${one}"/>`)}</sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packaged}/relationships">${each((one) => relation(`rId${one}`, "worksheet", `worksheets/sheet${one}.xml`))}${relation(`rId${sheets + 1}`, "styles", "styles.xml")}</Relationships>`,
    ),
  ];
}

/** Format 14 is the day as the reader's own computer writes it. */
const styles = (): string =>
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The beginning of a sheet: the heading stays in sight, columns as wide as their headings ask. */
export const sheetBeginning = (heads: readonly string[]): string =>
  `${declared}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${heads
    .map((head, place) => `<col min="${place + 1}" max="${place + 1}" width="${widthOf(head)}" customWidth="1"/>`)
    .join("")}</cols><sheetData>`;

const widthOf = (head: string): number => Math.min(40, Math.max(12, head.length + 3));

/** The name of a column: 0 is A, 26 is AA. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${columnName(Math.floor(place / 26) - 1)}${letter}`;
}

/** The end of a sheet: the heading filters its rows. */
export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData>${columns === 0 ? "" : `<autoFilter ref="A1:${columnName(columns - 1)}${rows}"/>`}</worksheet>`;
