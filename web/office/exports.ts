/** Links to a list as a sheet: the same words, all pages of it. */
import type { PageAt } from "../desk/page.ts";

/** A link for each form a sheet can take. */
export const exportsOf = (
  view: string,
  words: Readonly<Record<string, string>>,
  { address, say }: Pick<PageAt, "address" | "say">,
): readonly { readonly says: string; readonly href: string }[] =>
  ["xlsx", "csv"].map((form) => ({ says: say(`sheet.${form}`), href: address(`export/${view}.${form}`, words) }));
