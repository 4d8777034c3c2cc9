/** Reads the words after a command's name. */
import { parseArgs } from "node:util";

/** Options by name: "text" takes a value, "flag" is there or not. */
export type Options = Readonly<Record<string, "text" | "flag">>;

/** What was read. */
export type ReadWords = {
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly rest: readonly string[];
};

/** Null when an option is unknown or lacks its value. */
export function readWords(words: readonly string[], options: Options): ReadWords | null {
  const asked = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [
      name,
      { type: kind === "text" ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: asked,
      allowPositionals: true,
      strict: true,
    });
    const texts: Record<string, string | undefined> = {};
    const flags: Record<string, boolean> = {};
    for (const [name, kind] of Object.entries(options)) {
      const value = values[name];
      if (kind === "text") texts[name] = typeof value === "string" ? value : undefined;
      else flags[name] = value === true;
    }
    return { texts, flags, rest: positionals };
  } catch {
    return null; // An expected way of being asked wrongly: the caller says how the command is used.
  }
}
