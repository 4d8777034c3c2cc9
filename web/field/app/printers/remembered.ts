/** What this telephone remembers of printing: which printer was chosen, how wide its paper is, which papers were given once already. */

const mostPapers = 300;
const papersKey = "ayni.papers-given";
const rollKey = "ayni.roll";

/** Where a browser keeps nothing, it is forgotten when the app is closed. */
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const write = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Asked for again the next time.
  }
};

/** The printer chosen for a way: its name. */
export const chosenPrinter = (way: string): string | null => read(`ayni.printer.${way}`);
/** Remembers it, or forgets it. */
export const choosePrinter = (way: string, name: string | null): void => write(`ayni.printer.${way}`, name);

/** The width of the paper in the printer, in millimetres. */
export const rollHere = (): 58 | 80 => (read(rollKey) === "80" ? 80 : 58);
/** Remembers it. */
export const chooseRoll = (roll: 58 | 80): void => write(rollKey, `${roll}`);

const papers = (): readonly string[] => (read(papersKey) ?? "").split("\n").filter((one) => one !== "");

/** Whether this paper left the telephone before: what comes now is a copy. `paper`: its kind and number, nothing of a person. */
export const wasGiven = (paper: string): boolean => papers().includes(paper);

/** Remembers that it left. */
export function rememberGiven(paper: string): void {
  if (!wasGiven(paper)) write(papersKey, [...papers(), paper].slice(-mostPapers).join("\n"));
}
