/** `ayni check-history FILE`: is the history that a member holds the one that was signed? Needs neither database nor server. */
import { existsSync, readFileSync } from "node:fs";
import * as z from "zod/mini";
import { refused } from "../kernel/refusal.ts";
import { checkPage } from "../store/history/signed-page.ts";
import { type Command, tellRefusal, tellUse, told, well } from "./command.ts";

const dataShape = z.object({
  book: z.string(),
  made: z.string(),
  head: z.object({ position: z.string(), digest: z.string() }),
  acts: z.array(z.unknown()),
});

/** Says which key signed it and which head of which book it was taken at. */
export const checkHistory: Command = async ([file, ...more], desk) => {
  if (file === undefined || more.length > 0) return tellUse("check-history", desk);
  if (!existsSync(file)) return tellRefusal(refused("history.unreadable", { file }).refusal, desk);
  const checked = checkPage(file, readFileSync(file));
  if (!checked.ok) return tellRefusal(checked.refusal, desk);
  const data = dataShape.safeParse(checked.value.data);
  if (!data.success) return tellRefusal(refused("history.unreadable", { file }).refusal, desk);
  const { book, made, head, acts } = data.data;
  desk.out(told(desk, "check-history.holds", { made, acts: `${acts.length}` }));
  desk.out(told(desk, "check-history.of", { book, position: head.position, head: head.digest }));
  desk.out(told(desk, "check-history.key", { key: checked.value.keyId }));
  return well;
};
