/** All that is unsent as one file, to be carried by hand to the office: one act a line, as it would have travelled; then the seals. */
import type { Telephone } from "../telephone.ts";
import { sentOf } from "./item.ts";

/** The form of the file; its first line says it. */
export const unsentForm = "ayni-unsent/1";

/** The lines of the file: the heading (`unsentHead`), acts, and the seals of their receipts. */
export async function unsentLines(telephone: Telephone): Promise<string> {
  const { enrolled } = telephone;
  const waiting = await telephone.wholes(telephone.waiting());
  const { book, device, series } = enrolled;
  const heading = { form: unsentForm, book, device, series, at: telephone.now(), acts: waiting.length };
  const seals = waiting.flatMap(({ seal }) => (seal === null ? [] : [{ seal }]));
  return [heading, ...waiting.map(sentOf), ...seals].map((line) => `${JSON.stringify(line)}\n`).join("");
}
