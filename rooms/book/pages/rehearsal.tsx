/** What came of a rehearsed restore, in plain words; table by table for who wants to see it. */
import { Notice } from "../../../web/components/notice.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Moment } from "./backup.tsx";

/** A table of the book in a rehearsal; rows as whole numbers in text. */
export type ShownTable = {
  readonly table: string;
  readonly rows: string;
  readonly restored: string;
  readonly isSame: boolean;
};

/** A rehearsal that was played to its end. */
export type Played = Moment & {
  readonly state: "played";
  readonly holds: boolean;
  readonly made: Moment;
  readonly acts: string;
  /** Names of the tables that are not the same. */
  readonly differing: string;
  readonly tables: readonly ShownTable[];
};

/** The last rehearsal: under way at a step, broken off, refused for a reason, or played to its end. */
export type ShownRehearsal =
  | { readonly state: "under-way"; readonly step: string }
  | (Moment & { readonly state: "broken-off" })
  | (Moment & { readonly state: "refused"; readonly why: string })
  | Played;

function Tables({ tables }: Pick<Played, "tables">) {
  const say = useSay();
  return (
    <details>
      <summary>{say("backup.tables")}</summary>
      <Table
        label={say("backup.tables")}
        columns={[
          { head: say("backup.table") },
          { head: say("backup.rows"), figures: true },
          { head: say("backup.restored"), figures: true },
          { head: say("backup.same") },
        ]}
        rows={tables
          .filter(({ rows, isSame }) => rows !== "0" || !isSame)
          .map(({ table, rows, restored, isSame }) => ({
            name: table,
            cells: [
              say("value.figure", { value: rows }),
              say("value.figure", { value: restored }),
              say(isSame ? "backup.yes" : "backup.no"),
            ],
          }))}
      />
    </details>
  );
}

/** Must: answer "would it all come back?" before anything else, and say what to do when it would not. */
export function Rehearsed({ rehearsal }: { rehearsal: ShownRehearsal | null }) {
  const say = useSay();
  if (rehearsal === null) return <Notice state="none" title={say("backup.never-rehearsed")} />;
  if (rehearsal.state === "under-way")
    return (
      <Notice state="waiting" title={say("backup.rehearsing")}>
        <p>{say(`backup.step.${rehearsal.step}`)}</p>
      </Notice>
    );
  const { day, time } = rehearsal;
  if (rehearsal.state !== "played")
    return (
      <Notice state="broken" title={say("backup.rehearsal-failed", { day, time })}>
        <p>{rehearsal.state === "refused" ? rehearsal.why : say("backup.broken-off")}</p>
      </Notice>
    );
  const { made, acts, tables, differing, holds } = rehearsal;
  return (
    <>
      <Notice
        state={holds ? "kept" : "broken"}
        title={say(holds ? "backup.rehearsal-holds" : "backup.rehearsal-differs", { day, time })}
      >
        <p>{say("backup.rehearsal-of", { day: made.day, time: made.time, tables: `${tables.length}`, acts })}</p>
        {holds ? null : <p>{say("backup.rehearsal-remedy", { differing })}</p>}
      </Notice>
      <Tables tables={tables} />
    </>
  );
}
