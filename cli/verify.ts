/** `ayni verify BOOK`: the book proves itself from its own history. */
import { isUuid } from "../kernel/ids.ts";
import { allRecords } from "../rooms/all.ts";
import type { Report } from "../store/verify/report.ts";
import { verifyBook } from "../store/verify/verify.ts";
import { receiptSealHolds } from "../web/field/server/receipt-seal.ts";
import { atInstallation, type Command, type Desk, found, tellUse, told, well } from "./command.ts";
import { readWords } from "./words.ts";

/** Problems said one by one; the rest are counted. */
const mostSaid = 50;
/** Acts between two words of progress. */
const progressEvery = 20_000;

/** Verifies one book; ends with `found` when anything does not hold. `--json` gives the whole report. */
export const verify: Command = async (words, desk) => {
  const read = readWords(words, { json: "flag" });
  const [book] = read?.rest ?? [];
  if (read === null || book === undefined || read.rest.length > 1 || !isUuid(book)) return tellUse("verify", desk);
  return atInstallation(desk, async ({ store, tools, sealKeys }) => {
    let said = 0;
    const progress = (acts: number): void => {
      if (acts - said < progressEvery) return;
      said = acts;
      desk.tell(told(desk, "verify.progress", { acts: `${acts}` }));
    };
    const how = { records: allRecords, tools, sealKeys, sealHolds: receiptSealHolds, progress };
    const report = await verifyBook(store.connect("keeper"), book, how);
    if (read.flags.json) desk.out(JSON.stringify(report, null, 1));
    else sayReport(report, desk);
    return report.problems.length === 0 && report.acts > 0 ? well : found;
  });
};

function sayReport(report: Report, desk: Desk): void {
  if (report.acts === 0) {
    desk.tell(told(desk, "verify.empty", { book: report.book }));
    return;
  }
  const { problems, book: _, head, ...counts } = report;
  const values = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, `${count}`]));
  desk.out(told(desk, "verify.read", values));
  desk.out(told(desk, "verify.derived", values));
  desk.out(told(desk, "verify.seals", values));
  if (report.paperSeals > 0) desk.out(told(desk, "verify.paper-seals", values));
  for (const { code, place, facts } of problems.slice(0, mostSaid))
    desk.out(
      `${place}: ${told(desk, code)} [${code}] ${Object.entries(facts)
        .map(([name, fact]) => `${name}=${fact}`)
        .join(" ")}`.trimEnd(),
    );
  if (problems.length > mostSaid) desk.out(told(desk, "verify.more", { problems: `${problems.length - mostSaid}` }));
  desk.out(
    problems.length === 0
      ? told(desk, "verify.holds", { head })
      : told(desk, "verify.broken", { problems: `${problems.length}` }),
  );
}
