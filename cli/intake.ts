/** `ayni intake list|again BOOK`: bytes that were kept and not yet understood. */
import { isUuid } from "../kernel/ids.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { inTransaction } from "../store/connection/pools.ts";
import type { Installation } from "../store/installation/open.ts";
import { waitingIntake } from "../store/writer/intake.ts";
import { sentenceOf } from "../web/language/sentence.ts";
import { atInstallation, type Command, type Desk, type Ending, found, tellUse, told, well } from "./command.ts";

/** Lists what waits, or tries it again: after an upgrade, or once a device is enrolled or a seat given. */
export const intake: Command = async ([what, book = "", ...more], desk) => {
  if ((what !== "list" && what !== "again") || !isUuid(book) || more.length > 0) return tellUse("intake", desk);
  return atInstallation(desk, (installation) =>
    what === "list" ? list(installation, book, desk) : again(installation, book, desk),
  );
};

async function list({ store }: Installation, book: string, desk: Desk): Promise<Ending> {
  const { rows } = await store
    .connect("keeper")
    .query(
      "select number, received, source, reason from books.intake where book_id = $1::uuid and act_id is null order by number",
      [book],
    );
  for (const { number, received, source, reason } of rows)
    desk.out(`${number}  ${received}  ${source}  ${sentenceOf(reason as Refusal, desk.say)} [${reason.code}]`);
  desk.tell(told(desk, "intake.waiting", { count: `${rows.length}` }));
  return well;
}

async function again({ store, writers }: Installation, book: string, desk: Desk): Promise<Ending> {
  const waiting = await inTransaction(store.connect("keeper"), (client) => waitingIntake(client, book));
  const answers = await writers.again(book, waiting);
  const understood = answers.filter((one) => "outcome" in one && one.outcome !== "kept, not yet understood").length;
  desk.out(told(desk, "intake.again", { tried: `${answers.length}`, understood: `${understood}` }));
  return understood === answers.length ? well : found;
}
