/** `ayni session BOOK SEAT`: lets somebody in, by a link for a person or a token for a program; `--new`: lets somebody begin. */
import { isUuid } from "../kernel/ids.ts";
import { refused } from "../kernel/refusal.ts";
import { booksHere } from "../web/server/operator.ts";
import { atInstallation, type Command, type Desk, type Ending, tellRefusal, tellUse, told, well } from "./command.ts";
import { readWords } from "./words.ts";

/** Where a server listens when nobody says another address. */
const usualAddress = "http://127.0.0.1:8080";

/** Prints a token of 30 days, or with `--link ADDRESS` a link that can be used once within 30 minutes. */
export const session: Command = async (words, desk) => {
  const read = readWords(words, { link: "text", new: "flag" });
  if (read?.flags.new && read.rest.length === 0) return newOrganisation(read.texts.link, desk);
  const [book = "", seat = ""] = read?.rest ?? [];
  if (read === null || read.flags.new || read.rest.length !== 2 || !isUuid(book) || !isUuid(seat))
    return tellUse("session", desk);
  return atInstallation(desk, async ({ store, sessions }) => {
    const here = (await booksHere(store.connect("keeper"))).find((one) => one.book === book);
    const agent = here?.seats.find((one) => one.seat === seat)?.agent;
    if (here === undefined) return tellRefusal(refused("book.unknown").refusal, desk);
    if (agent === undefined) return tellRefusal(refused("seat.unknown", { seat }).refusal, desk);
    const of = { book, seat, agent };
    const address = read.texts.link;
    if (address === undefined) desk.out(await sessions.make(of));
    else desk.out(`${trimmed(address)}/enter/${await sessions.makeEntry(of)}`);
    desk.tell(told(desk, address === undefined ? "session.token" : "session.link"));
    return well;
  });
};

const trimmed = (address: string): string => address.replace(/\/$/, "");

/** A link with which somebody opens an organisation of their own from elsewhere. */
const newOrganisation = (link: string | undefined, desk: Desk): Promise<Ending> =>
  atInstallation(desk, async ({ sessions }) => {
    const address = trimmed(link ?? desk.environment.AYNI_ORIGIN ?? usualAddress);
    desk.out(`${address}/new?entry=${await sessions.makeEntry(null)}`);
    desk.tell(told(desk, "session.new"));
    return well;
  });
