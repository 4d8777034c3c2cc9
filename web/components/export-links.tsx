/** Where a list can be taken along as a sheet. */
import { type Example, useSay } from "./speaking.tsx";

/** Addresses of the files of one list: `at.address("export/VIEW.xlsx", words)`, with the words that the list was asked with. */
export type ExportFiles = { readonly xlsx: string; readonly csv: string };

/** Must: stand under its list, and say of each link what it gives. */
export function ExportLinks({ files }: { files: ExportFiles }) {
  const say = useSay();
  return (
    <p class="soft">
      {say("export.take")}{" "}
      <a class="quiet" href={files.xlsx} download>
        {say("export.xlsx-short")}
      </a>{" "}
      <a class="quiet" href={files.csv} download>
        {say("export.csv-short")}
      </a>
    </p>
  );
}

const files: ExportFiles = { xlsx: "?file=xlsx", csv: "?file=csv" };

export const examples: readonly Example[] = [
  { name: "a list to take along", draw: () => <ExportLinks files={files} /> },
];
