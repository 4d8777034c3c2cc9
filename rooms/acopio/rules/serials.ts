/** Serials of receipts: a series and a number counted from 1. The telephone, the pad and the office spell them alike. */

/** The receipt's number as printed: "QD2A-000018". */
export const receiptNumberOf = (series: string, serial: number): string =>
  `${series}-${serial.toString().padStart(6, "0")}`;

/** Longest range that is looked at serial by serial: far beyond any season of one telephone, and still a moment's work. */
export const longestRange = 50_000;

/** Serials from one to another, both counted; none when they are turned, and the last ones when they are too many. */
export function serialsIn(from: number, to: number): readonly number[] {
  const first = Math.max(from, to - longestRange + 1);
  return Array.from({ length: Math.max(0, to - first + 1) }, (_, at) => first + at);
}

/** Serials as a person reads them, runs drawn together: "18–21, 25". At most `runs` of them; what is beyond is an ellipsis. */
export function serialsText(serials: readonly number[], runs = 12): string {
  const found: { from: number; to: number }[] = [];
  for (const serial of [...serials].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && serial === last.to + 1) last.to = serial;
    else found.push({ from: serial, to: serial });
  }
  const words = found.slice(0, runs).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return [...words, ...(found.length > runs ? ["…"] : [])].join(", ");
}
