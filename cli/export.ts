/** `ayni export journal BOOK`: the ledger as a plain-text journal, for any accounting program that reads one. */
import { once } from "node:events";
import { journalText } from "../exchange/journal/journal.ts";
import { isUuid } from "../kernel/ids.ts";
import { refused } from "../kernel/refusal.ts";
import { inTransaction } from "../store/connection/pools.ts";
import { booksHere } from "../web/server/operator.ts";
import { atInstallation, type Command, tellRefusal, tellUse, well } from "./command.ts";
import { ledgerOf } from "./ledger-source.ts";

/** Writes the journal to the output stream. */
export const exportBook: Command = async ([what, book = "", ...more], desk) => {
  if (what !== "journal" || !isUuid(book) || more.length > 0) return tellUse("export", desk);
  return atInstallation(desk, async ({ store }) => {
    const keeper = store.connect("keeper");
    const here = (await booksHere(keeper)).find((one) => one.book === book);
    if (here === undefined) return tellRefusal(refused("book.unknown").refusal, desk);
    await inTransaction(keeper, async (client) => {
      await client.query("set transaction isolation level repeatable read read only");
      for await (const piece of journalText(await ledgerOf(client, book, `${here.name} ${book}`)))
        if (!process.stdout.write(piece)) await once(process.stdout, "drain");
    });
    return well;
  });
};
