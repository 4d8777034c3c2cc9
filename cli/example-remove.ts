/** `ayni example remove`: the example leaves this server for everybody, and no later start makes it again. */
import { refused } from "../kernel/refusal.ts";
import { removeExample } from "../web/door/example.ts";
import { atInstallation, type Command, tellRefusal, tellUse, told, well } from "./command.ts";

/** Takes the example away. Refuses `example.not-here` when there is none. */
export const exampleRemove: Command = async (words, desk) => {
  if (words.length > 0) return tellUse("example", desk);
  return atInstallation(desk, async ({ store, sessions, now }) => {
    const book = await removeExample(store.connect("app"), store.connect("keeper"), now());
    if (book === null) return tellRefusal(refused("example.not-here").refusal, desk);
    await sessions.endAt(book, null);
    desk.out(told(desk, "example.removed"));
    return well;
  });
};
