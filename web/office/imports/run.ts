/** `/o/BOOK/imports/RUN`: the columns of a new file, then what would happen, what is happening, and what happened. */
import { Readable } from "node:stream";
import { csvPieces } from "../../../exchange/export/csv.ts";
import { mediaTypes } from "../../../exchange/export/table.ts";
import { xlsxPieces } from "../../../exchange/export/xlsx.ts";
import { choices as choicesSchema } from "../../../exchange/starts/choices.ts";
import { addedHeads, type SayRow, waitingTable } from "../../../exchange/starts/waiting-rows.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { begin, isBrokenOff, waitingPathOf, workOf } from "../../importing/jobs.ts";
import type { Run } from "../../importing/runs.ts";
import { notationOf } from "../../language/notation.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { pageResponse } from "../../server/page.ts";
import { columnsOf } from "./columns.ts";
import { firstWaiting, waitingRows } from "./first-rows.ts";
import { powerFor, runAt } from "./places.ts";
import { type RunProps, runPage } from "./run-page.tsx";

/** Rows that wait, shown on the page; all of them are in the sheet. */
const waitingShown = 20;
/** Seconds after which a page of work in progress asks again. */
const askAgain = "2";
/** How long the answer to a form waits for a small file, in milliseconds. */
const patience = 2_000;

/** The page of one import. */
export const importPage: BookPage = { path: "/o/:book/imports/:run", open: opened };

async function opened(at: PageAt): Promise<Result<Page | Response>> {
  const found = await runAt(at);
  if (!found.ok) return found;
  const run = found.value;
  const mayChange = run.stage === "brought" || run.stage === "tried" || run.stage === "failed";
  const unsure = run.stage === "failed" && run.told?.trial === true && run.told.refusal?.field === "mark";
  if (run.stage === "brought" || unsure || (mayChange && at.words.has("columns")))
    return columnsOf(at, run, unsure && run.told?.refusal !== undefined ? [run.told.refusal] : []);
  const page = runPage(await propsOf(at, run), at.say);
  if (run.stage !== "trying" && run.stage !== "running") return done(page);
  const response = pageResponse(page, at.say, at.request);
  if (!isBrokenOff(at.services, run)) response.headers.set("Refresh", askAgain);
  return done(response);
}

async function propsOf(at: PageAt, run: Run): Promise<RunProps> {
  const { services, book } = at;
  const working = run.stage === "trying" || run.stage === "running";
  const trial = run.stage === "trying" || (run.stage !== "running" && run.told?.trial === true);
  const stopped = run.stage === "failed";
  return {
    frame: at.frame("imports"),
    book,
    file: run.file,
    kind: run.kind ?? "members",
    state: isBrokenOff(services, run)
      ? "broken-off"
      : working
        ? "working"
        : stopped
          ? "failed"
          : run.stage === "tried"
            ? "tried"
            : "done",
    trial,
    rows: run.rows,
    account: working || stopped ? null : (run.told?.account ?? null),
    refusal: stopped ? (run.told?.refusal ?? null) : null,
    waiting: working ? [] : await firstWaiting(waitingPathOf(services, book, run.run), waitingShown),
    action: at.address(`imports/${run.run}`),
    back: at.address("imports"),
    act: at.newAct(),
  };
}

/** Carries an import out that was tried, or goes on with one that was broken off. */
export const goForm: BookForm = { path: "/o/:book/imports/:run/go", post: (at) => begun(at, "running") };
/** Tries again. */
export const againForm: BookForm = { path: "/o/:book/imports/:run/again", post: (at) => begun(at, "trying") };

async function begun(at: FormAt, what: "trying" | "running"): Promise<Result<GoTo>> {
  const found = await runAt(at);
  if (!found.ok) return found;
  const run = found.value;
  const choices = choicesSchema.safeParse(run.choices);
  if (!choices.success) return done({ goTo: at.address(`imports/${run.run}`) });
  const power = powerFor(choices.data);
  if (!at.powers.has(power)) return refused("power.missing", { power, day: at.today });
  const isTried = run.stage === "tried" || run.stage === "failed" || isBrokenOff(at.services, run);
  if (isTried) {
    // Whoever lets it go in says it: the rows speak through their seat.
    await begin(at.services, at.book, { ...run, by: at.session.agent, seat: at.session.seat }, what);
    await Promise.race([workOf(at.services, run.run), new Promise((go) => setTimeout(go, patience))]);
  }
  return done({ goTo: at.address(`imports/${run.run}`) });
}

/** The rows that wait, as a workbook or as separated values, with what to do beside each. */
export const waitingPages: readonly BookPage[] = (["csv", "xlsx"] as const).map((format) => ({
  path: `/o/:book/imports/:run/waiting.${format}` as const,
  open: (at) => waitingFile(at, format),
}));

async function waitingFile(at: PageAt, format: "csv" | "xlsx"): Promise<Result<Response>> {
  const found = await runAt(at);
  if (!found.ok) return found;
  const run = found.value;
  const header = run.told?.header;
  if (header === undefined) return refused("import.run-unknown");
  const say: SayRow = (key, facts) =>
    key.startsWith("import.column") || key.startsWith("import.outcome")
      ? at.say(key)
      : sentenceOf({ code: key, facts }, at.say);
  const table = waitingTable(
    addedHeads(say)[1] ?? "",
    header,
    waitingRows(waitingPathOf(at.services, at.book, run.run)),
    say,
  );
  const style = notationOf(at.language, at.settings.country).decimal === "," ? "es" : "en";
  const pieces = format === "csv" ? encoded(csvPieces(table, style, true)) : xlsxPieces(table);
  const name = `${run.file.replace(/\.[a-z]{2,4}$/i, "")} ${at.say("imports.waiting-name")}.${format}`;
  const headers = {
    "Content-Type": mediaTypes[format],
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  return done(new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>, { headers }));
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
