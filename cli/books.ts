/** `ayni books`: which books are here, and who sits in them. */
import { booksHere } from "../web/server/operator.ts";
import { atInstallation, type Command, tellUse, told, well } from "./command.ts";

/** Lists the books with their seats. */
export const books: Command = async (words, desk) => {
  if (words.length > 0) return tellUse("books", desk);
  return atInstallation(desk, async ({ store }) => {
    for (const { book, name, seats } of await booksHere(store.connect("keeper"))) {
      desk.out(`${book}  ${name}`);
      for (const { seat, roles } of seats) desk.out(told(desk, "books.seat", { seat, roles: roles.join(", ") }));
    }
    return well;
  });
};
