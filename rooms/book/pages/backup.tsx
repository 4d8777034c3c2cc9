/** Backup of the book: could we lose everything tonight, and would it come back? */
import { fresh } from "../../../web/components/fields.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";
import { Rehearsed, type ShownRehearsal } from "./rehearsal.tsx";

/** A moment in the book's place: its day "YYYY-MM-DD" and the time, "02:03". */
export type Moment = { readonly day: string; readonly time: string };

/** The last good backup. `megabytes`, and `rows` of this book, are whole numbers in text; null when this book is not in it yet. */
export type ShownBackup = Moment & {
  readonly place: string;
  readonly megabytes: string;
  readonly position: string | null;
  readonly rows: string | null;
  readonly encrypted: boolean;
};

export type BackupProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly good: ShownBackup | null;
  readonly failed: (Moment & { readonly why: string }) | null;
  readonly next: Moment | null;
  readonly isBackingUp: boolean;
  readonly rehearsal: ShownRehearsal | null;
  readonly actions: { readonly now: string; readonly rehearse: string; readonly take: string; readonly again: string };
  /** The act ids of the two forms. */
  readonly acts: readonly [string, string];
};

function Last({ good, next }: Pick<BackupProps, "good" | "next">) {
  const say = useSay();
  if (good === null) return <p>{say("backup.why")}</p>;
  const { place, megabytes, position, rows, encrypted } = good;
  return (
    <>
      <p>
        {say("backup.where", { place, megabytes })}{" "}
        {position === null || rows === null ? say("backup.not-in") : say("backup.figures", { position, rows })}
      </p>
      <p>{say(encrypted ? "backup.closed" : "backup.open")}</p>
      {next === null ? null : <p>{say("backup.next", next)}</p>}
    </>
  );
}

function LookAgain({ href }: { href: string }) {
  const say = useSay();
  return (
    <p>
      <a href={href}>{say("backup.look-again")}</a>
    </p>
  );
}

function Rehearsal({ props }: { props: BackupProps }) {
  const say = useSay();
  const { rehearsal, actions, acts } = props;
  return (
    <section>
      <h2>{say("backup.rehearsal")}</h2>
      <p>{say("backup.rehearsal-why")}</p>
      <Rehearsed rehearsal={rehearsal} />
      {rehearsal?.state === "under-way" ? (
        <LookAgain href={actions.again} />
      ) : (
        <ActForm action={actions.rehearse} act={acts[1]} filled={fresh()} named={[]} submit={say("backup.rehearse")} />
      )}
    </section>
  );
}

function Body({ props }: { props: BackupProps }) {
  const say = useSay();
  const { good, next, failed, isBackingUp, actions, acts } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="backup">
      <h1 class="speak">
        {good === null ? say("backup.none") : say("backup.last", { day: good.day, time: good.time })}
      </h1>
      {failed === null ? null : (
        <Notice state="broken" title={say("backup.failed", { day: failed.day, time: failed.time })}>
          <p>{failed.why}</p>
        </Notice>
      )}
      <section>
        <Last good={good} next={next} />
        {isBackingUp ? (
          <>
            <Notice state="waiting" title={say("backup.under-way")} />
            <LookAgain href={actions.again} />
          </>
        ) : (
          <ActForm action={actions.now} act={acts[0]} filled={fresh()} named={[]} submit={say("backup.now")} />
        )}
      </section>
      <Rehearsal props={props} />
      <section>
        <h2>{say("backup.leave")}</h2>
        <p>{say("backup.leave-why")}</p>
        <p>
          <a href={actions.take}>{say("backup.take")}</a>
        </p>
      </section>
    </OfficeFrame>
  );
}

/** The page of backups. */
export const backupPage = (props: BackupProps, say: Say): Page => ({
  title: `${say("backup.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "form", "notice"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "main section{margin-top:28px}main section>*+*{margin-top:10px}",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
