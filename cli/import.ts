/** `ayni import FILE… --book B`: reads other people's tables into a book, and accounts for every row. */
import { type Command, tellUse } from "./command.ts";

/** Being written: knows no file yet, and says so by its use. */
export const importFiles: Command = async (_words, desk) => tellUse("import", desk);
