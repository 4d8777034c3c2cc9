/** Text in columns of one width: words broken where they end, figures whole at the right. */

/** Broken so that no line is longer than `columns`; a word that is longer by itself is cut. Spaces in front stay. */
export function wrapped(text: string, columns: number): readonly string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = indent;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = indent;
  };
  for (const word of text.trim().split(/ +/)) {
    if (line.trim() !== "" && line.length + 1 + word.length > columns) end();
    let rest = line.trim() === "" ? word : ` ${word}`;
    while (line.length + rest.length > columns) {
      const room = columns - line.length;
      line += rest.slice(0, room);
      rest = rest.slice(room);
      end();
    }
    line += rest;
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** A name at the left and its figure at the right: beside the name's last line where there is room, else below it. */
export function paired(left: string, right: string, columns: number): readonly string[] {
  const lines = wrapped(left, columns);
  const last = lines[lines.length - 1] ?? "";
  const room = columns - last.length - right.length;
  if (room >= 1) return [...lines.slice(0, -1), `${last}${" ".repeat(room)}${right}`];
  const narrow = wrapped(left, Math.max(8, columns - right.length - 1));
  const end = narrow[narrow.length - 1] ?? "";
  const gap = columns - end.length - right.length;
  if (gap >= 1 && right.length <= columns / 2) return [...narrow.slice(0, -1), `${end}${" ".repeat(gap)}${right}`];
  return [...lines, ...wrapped(right, columns).map((line) => line.padStart(columns))];
}

/** In the middle of the columns. */
export const centred = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, Math.floor((columns - text.length) / 2))) + text;
