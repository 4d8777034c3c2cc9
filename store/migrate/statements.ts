/** A place in SQL text where a semicolon does not end a statement: a string, a quoted name, a dollar-quoted body, a comment. */
const QUIET = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//y;

/**
 * Cuts a migration into its statements, because a distributed engine takes some of them only one per call. A statement ends with
 * a semicolon outside strings, quoted names, dollar-quoted bodies and comments. Pieces that are only comments are left out.
 */
export const statementsOf = (text: string): string[] => {
  const statements: string[] = [];
  let begin = 0;
  let at = 0;
  while (at < text.length) {
    const quiet = quietLength(text, at);
    if (quiet > 0) {
      at += quiet;
      continue;
    }
    if (text[at] === ";") {
      statements.push(text.slice(begin, at));
      begin = at + 1;
    }
    at += 1;
  }
  statements.push(text.slice(begin));
  return statements.map((statement) => statement.trim()).filter((statement) => !isOnlyComment(statement));
};

const quietLength = (text: string, at: number): number => {
  QUIET.lastIndex = at;
  return QUIET.exec(text)?.[0].length ?? 0;
};

const isOnlyComment = (statement: string): boolean =>
  statement
    .replace(/--[^\n]*/g, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .trim() === "";
