/** How cells look before anybody has said how they are to be read. */
const DAY =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(T[\d:]+)?$|^\d{1,2}[-/. ](\d{1,2}|[\p{L}]{3,10}\.?|de [\p{L}]+ de)[-/. ]\d{2,4}$/u;
const FIGURE = /^[-+]?(?:\p{Sc}|[A-Z]{1,3}\$?)?\s?\d[\d.,'\s]*\s?%?$/u;

/** Whether a cell may be a day in any of the usual spellings. */
export const looksLikeDay = (cell: string): boolean => DAY.test(cell.trim());

/** Whether a cell may be a figure, with marks of thousands, a currency sign or a percent sign. */
export const looksLikeFigure = (cell: string): boolean => FIGURE.test(cell.trim());
