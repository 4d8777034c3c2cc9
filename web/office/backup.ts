/** `/o/BOOK/backup`: could we lose everything tonight, and would it come back? For holders of the power `back-up`. */
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import { allRecords } from "../../rooms/all.ts";
import { backupPage as drawBackup, type Moment } from "../../rooms/book/pages/backup.tsx";
import type { ShownRehearsal } from "../../rooms/book/pages/rehearsal.tsx";
import { type BackupStanding, lastBackup } from "../../store/backup/last.ts";
import { isUnderWay } from "../../store/backup/lock.ts";
import { beginRehearsal, lastRehearsal, type Rehearsal } from "../../store/backup/rehearse.ts";
import { backUp } from "../../store/backup/run.ts";
import { backupOf, passphraseOf } from "../../store/backup/settings.ts";
import { mayBurden } from "../desk/burden.ts";
import type { BookForm, BookPage, GoTo, PageAt } from "../desk/page.ts";
import { receiptSealHolds } from "../field/server/receipt-seal.ts";
import { sentenceOf } from "../language/sentence.ts";
import { pageResponse } from "../server/page.ts";
import { backupBookPage } from "./backup-book.ts";

const path = "backup";
/** Seconds until the page looks again by itself while something is under way. */
const lookAgain = "4";

/** The page. */
export const backupPage: BookPage = { path: `/o/:book/${path}`, open: whenMay(backupAt) };

/** Backs up now: the whole installation, since that is what a backup is. It goes on while the page says so. */
export const backUpForm: BookForm = { path: `/o/:book/${path}/now`, post: whenMay(unburdened(beginBackup)) };

/** Rehearses a restore of this book. */
export const rehearseForm: BookForm = { path: `/o/:book/${path}/rehearsal`, post: whenMay(unburdened(beginPlay)) };

/** What there is about backups. */
export const backupPages: readonly BookPage[] = [backupPage, backupBookPage];
export const backupForms: readonly BookForm[] = [backUpForm, rehearseForm];

/** Backing up is a power of the book; who lacks it is told so. */
function whenMay<At extends PageAt, Answer>(
  open: (at: At) => Promise<Result<Answer>>,
): (at: At) => Promise<Result<Answer>> {
  return async (at) =>
    at.powers.has("back-up") ? open(at) : refused("power.missing", { power: "back-up", agent: at.session.agent });
}

/** Not for whoever looks around an example that is open to everybody. */
function unburdened<At extends PageAt, Answer>(
  go: (at: At) => Promise<Result<Answer>>,
): (at: At) => Promise<Result<Answer>> {
  return async (at) => {
    const may = mayBurden(at);
    return may.ok ? go(at) : may;
  };
}

async function backupAt(at: PageAt): Promise<Result<Response>> {
  const { say, services, book } = at;
  const { store } = services.installation;
  const app = store.connect("app");
  const [standing, rehearsal, isBackingUp, isPlaying] = await Promise.all([
    lastBackup(store, book, at.now),
    lastRehearsal(store, book),
    isUnderWay(app, "backup"),
    isUnderWay(app, "rehearsal"),
  ]);
  const played = rehearsal === null ? null : shownRehearsal(rehearsal, isPlaying, at);
  const page = drawBackup(
    {
      ...{ frame: at.frame("our-book"), book, isBackingUp, rehearsal: played },
      ...shownStanding(standing, at),
      actions: {
        now: at.address(`${path}/now`),
        rehearse: at.address(`${path}/rehearsal`),
        take: at.address(`${path}/book`),
        again: at.address(path),
      },
      acts: [at.newAct(), at.newAct()],
    },
    say,
  );
  const response = pageResponse(page, say, at.request);
  if (isBackingUp || played?.state === "under-way") response.headers.set("Refresh", lookAgain);
  return done(response);
}

/** A moment as the people of the book have it on their wall. */
function momentIn(instant: string, zone: string): Moment {
  const at = Date.parse(instant);
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return { day: dayInZone(at, zone), time: clock.format(at) };
}

const MEGABYTE = 1_000_000n;

function shownStanding({ good, failed, next }: BackupStanding, { settings, say, now }: PageAt) {
  const moment = (instant: string): Moment => momentIn(instant, settings.zone);
  return {
    good:
      good === null
        ? null
        : {
            ...moment(good.ended),
            place: good.place,
            megabytes: `${(BigInt(good.bytes) + MEGABYTE - 1n) / MEGABYTE}`,
            position: good.position?.toString() ?? null,
            rows: good.rows?.toString() ?? null,
            encrypted: good.encrypted,
          },
    failed: failed === null ? null : { ...moment(failed.ended), why: sentenceOf(failed.refusal, say) },
    next: Date.parse(next) <= now ? null : moment(next),
  };
}

/** A rehearsal that is noted as under way while nobody is at it was broken off with its server. */
function shownRehearsal(rehearsal: Rehearsal, isPlaying: boolean, { settings, say, now }: PageAt): ShownRehearsal {
  const { outcome, refusal } = rehearsal;
  const moment = momentIn(rehearsal.ended ?? rehearsal.began, settings.zone);
  if (rehearsal.ended === null) {
    const isYoung = now - Date.parse(rehearsal.began) < 5_000; // Not yet at its lock.
    return isPlaying || isYoung ? { state: "under-way", step: rehearsal.step } : { ...moment, state: "broken-off" };
  }
  if (outcome === null) return { ...moment, state: "refused", why: refusal === null ? "" : sentenceOf(refusal, say) };
  const tables = outcome.tables.map(({ table, rows, rowsRestored, isSame, runningSame }) => ({
    ...{ table: table.replace(/^ayni\./, ""), rows, restored: rowsRestored },
    isSame: isSame && runningSame !== false,
  }));
  const differing = tables.filter(({ isSame }) => !isSame).map(({ table }) => table);
  return {
    ...moment,
    state: "played",
    holds: differing.length === 0 && outcome.problems === 0,
    made: momentIn(outcome.made, settings.zone),
    acts: `${outcome.acts}`,
    differing: differing.join(", "),
    tables,
  };
}

async function beginBackup(at: PageAt): Promise<Result<GoTo>> {
  const { installation, report } = at.services;
  const app = installation.store.connect("app");
  const backing = backUp(backupOf(installation, process.env, "asked")).catch((error) => report("backup", error));
  let ended = false;
  void backing.then(() => {
    ended = true;
  });
  // The page that follows is to find it under way, or done.
  while (!ended && !(await isUnderWay(app, "backup"))) await new Promise((later) => setTimeout(later, 10));
  return done({ goTo: at.address(path) });
}

async function beginPlay(at: PageAt): Promise<Result<GoTo>> {
  const { installation, report } = at.services;
  const { store, tools, now } = installation;
  if (await isUnderWay(store.connect("app"), "rehearsal")) return done({ goTo: at.address(path) });
  const passphrase = passphraseOf(process.env);
  const whose = { book: at.book, by: at.session.agent };
  const asked = { store, tools, now, passphrase, records: allRecords, sealHolds: receiptSealHolds, ...whose };
  const { ended } = await beginRehearsal(asked);
  ended.catch((error) => report("rehearsal", error));
  return done({ goTo: at.address(path) });
}
