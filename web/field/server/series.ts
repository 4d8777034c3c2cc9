/** The series of a telephone's receipts: the prefix of its point, and a letter that no telephone of the book has had. */

const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"; // Without I, L and O: on thermal paper they are taken for digits.

/** The letters after a prefix, in their order: A … Z, then AA … */
function lettersOf(place: number): string {
  const letter = LETTERS[place % LETTERS.length] as string;
  return place < LETTERS.length ? letter : `${lettersOf(Math.floor(place / LETTERS.length) - 1)}${letter}`;
}

/** The first series of a prefix that is not taken: "QD2A", "QD2B" … */
export function nextSeries(prefix: string, taken: ReadonlySet<string>): string {
  for (let place = 0; ; place += 1) {
    const series = `${prefix}${lettersOf(place)}`;
    if (!taken.has(series)) return series;
  }
}
