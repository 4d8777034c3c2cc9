/** `/o/BOOK/imports`: bring a sheet, and see what was brought before. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { uuidv7 } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import { dayInZone } from "../../../kernel/time/index.ts";
import { mayBurden } from "../../desk/burden.ts";
import type { BookForm, BookPage, GoTo, PageAt } from "../../desk/page.ts";
import { daysKept, isBrokenOff, pathOf, runsHere, swept } from "../../importing/jobs.ts";
import { lookOver } from "../../importing/look-over.ts";
import type { Run } from "../../importing/runs.ts";
import { largestFile, receiveFile } from "../../importing/upload.ts";
import type { Page } from "../../render.ts";
import { type ImportRow, listPage } from "./list-page.tsx";
import { mayImport } from "./places.ts";

/** Imports shown. */
const mostShown = 50;

/** The list, with the form that brings a file. */
export const importsPage: BookPage = {
  path: "/o/:book/imports",
  place: "imports",
  open: (at) => drawn(at, null),
};

/** Takes a file. */
export const bringForm: BookForm = { path: "/o/:book/imports", body: "own", post: brought };

async function drawn(at: PageAt, refusal: Refusal | null): Promise<Result<Page>> {
  const may = mayImport(at);
  if (!may.ok) return may;
  const runs = await runsHere(at.services, at.book).list(mostShown);
  const names = new Map<string, string | null>();
  for (const { by } of runs) if (!names.has(by)) names.set(by, await nameOf(at, by));
  const props = {
    frame: at.frame("imports"),
    book: at.book,
    imports: runs.map((run) => rowOf(run, at, names.get(run.by) ?? null)),
    refusal,
    largest: `${largestFile >> 20}`,
    days: `${daysKept}`,
    openings: at.address("openings"),
    action: at.address("imports"),
  };
  return done(listPage(props, at.say));
}

function rowOf(run: Run, at: PageAt, by: string | null): ImportRow {
  return {
    href: at.address(`imports/${run.run}`),
    file: run.file,
    kind: run.kind,
    stage: isBrokenOff(at.services, run) ? "broken-off" : run.stage,
    rows: run.rows,
    day: dayInZone(Date.parse(run.broughtAt), at.settings.zone),
    by,
  };
}

/** The name of who brought it; null where the reader may not know it, or there is none. */
async function nameOf(at: PageAt, agent: string): Promise<string | null> {
  const found = await at.ask("member.one", { agent });
  const name: unknown = found.ok ? found.value.rows[0]?.name : null;
  return typeof name === "string" ? name : null;
}

async function brought(at: PageAt): Promise<Result<Page | GoTo>> {
  const may = mayImport(at);
  if (!may.ok) return may;
  const burdens = mayBurden(at);
  if (!burdens.ok) return drawn(at, burdens.refusal);
  const { services, session, book } = at;
  await swept(services, book);
  const run = uuidv7(at.now, randomBytes(10));
  const path = pathOf(services, book, run);
  const file = await receiveFile(at.request, path);
  if (!file.ok) return drawn(at, file.refusal);
  const looked = await lookOver(path, {}, services.catalogues);
  if (!looked.ok) {
    await rm(path, { force: true });
    return drawn(at, looked.refusal);
  }
  await looked.value.sheet.close();
  const { name, digest, bytes } = file.value;
  await runsHere(services, book).add({
    run,
    file: name,
    digest,
    bytes: `${bytes}`,
    by: session.agent,
    seat: session.seat,
  });
  return done({ goTo: at.address(`imports/${run}`) });
}
