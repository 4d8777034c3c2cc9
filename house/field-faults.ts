/** docs/field-faults.md against the scenarios: every fault names a test that runs, in the file where it stands. */

/** Every fault that the field must bear, by words of its row. None may leave the table. */
const mustBear = [
  ...[
    "killed between any two writes",
    "tab is closed",
    "500 on replay",
    "answer is lost",
    "captive portal",
    "kill -9",
    "Two tabs",
  ],
  ...[
    "storage is full",
    "clock jumps back",
    "key is missing",
    "newer app",
    "gap in the sequence",
    "rules break",
    "Revoked with 50",
  ],
];

const ROW = /^\| (?<fault>[^|]+) \| `(?<path>[^`]+)` `\[(?<tag>[a-z.-]+)\]` \| (?<asserted>[^|]+) \|$/;

/** What is wrong with the table; empty when nothing is. `tested`: tags of tests that run, each with its file. */
export function fieldFaultFaults(table: string, tested: ReadonlyMap<string, string>): readonly string[] {
  const lines = table.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| Fault "));
  const rows = lines.map((line) => ROW.exec(line)?.groups);
  const unread = lines.filter((_, at) => rows[at] === undefined).map((line) => `no row of this table: ${line}`);
  const unproven = rows.flatMap((row) =>
    row === undefined || tested.get(row.tag ?? "") === row.path
      ? []
      : [`${row.fault}: no test that runs in ${row.path} is marked [${row.tag}]`],
  );
  const told = rows.map((row) => row?.fault ?? "").join("\n");
  const missing = mustBear.filter((words) => !told.includes(words)).map((words) => `no row for "${words}"`);
  return [...unread, ...unproven, ...missing];
}
