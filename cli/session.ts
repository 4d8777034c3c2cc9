/** `ayni session BOOK SEAT`: lets somebody in, by a link for a person or a token for a program. */
import { isUuid } from "../kernel/ids.ts";
import { refused } from "../kernel/refusal.ts";
import { booksHere } from "../web/server/operator.ts";
import { atInstallation, type Command, tellRefusal, tellUse, told, well } from "./command.ts";
import { readWords } from "./words.ts";

/** Prints a token of 30 days, or with `--link ADDRESS` a link that can be used once within 30 minutes. */
export const session: Command = async (words, desk) => {
  const read = readWords(words, { link: "text" });
  const [book = "", seat = ""] = read?.rest ?? [];
  if (read === null || read.rest.length !== 2 || !isUuid(book) || !isUuid(seat)) return tellUse("session", desk);
  return atInstallation(desk, async ({ store, sessions }) => {
    const here = (await booksHere(store.connect("keeper"))).find((one) => one.book === book);
    const agent = here?.seats.find((one) => one.seat === seat)?.agent;
    if (here === undefined) return tellRefusal(refused("book.unknown").refusal, desk);
    if (agent === undefined) return tellRefusal(refused("seat.unknown", { seat }).refusal, desk);
    const of = { book, seat, agent };
    const address = read.texts.link;
    if (address === undefined) desk.out(await sessions.make(of));
    else desk.out(`${address.replace(/\/$/, "")}/enter/${await sessions.makeEntry(of)}`);
    desk.tell(told(desk, address === undefined ? "session.token" : "session.link"));
    return well;
  });
};
