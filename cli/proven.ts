/** A book that came from elsewhere proves itself before anybody relies on it. */
import { allRecords } from "../rooms/all.ts";
import type { Installation } from "../store/installation/open.ts";
import { verifyBook } from "../store/verify/verify.ts";
import { receiptSealHolds } from "../web/field/server/receipt-seal.ts";
import { type Desk, told } from "./command.ts";

/** Verifies a book and says so in one line; true when nothing was found, and its head is the one it came with. */
export async function provenBook(
  { store, tools, sealKeys }: Pick<Installation, "store" | "tools" | "sealKeys">,
  { book, name, head }: { readonly book: string; readonly name: string; readonly head: string },
  desk: Desk,
): Promise<boolean> {
  const how = { records: allRecords, tools, sealKeys, sealHolds: receiptSealHolds };
  const report = await verifyBook(store.connect("keeper"), book, how);
  const { acts, problems } = report;
  desk.out(
    told(desk, "restore.verified", { name, acts: `${acts}`, problems: `${problems.length}`, head: report.head }),
  );
  for (const { code, place } of problems.slice(0, 20)) desk.out(`  ${place}: ${told(desk, code)} [${code}]`);
  return problems.length === 0 && report.head === head;
}
