/** `ayni account recover WHO`: the operator of the machine lets somebody who forgot their PIN choose another. */
import { refused } from "../kernel/refusal.ts";
import { printedCode } from "../store/installation/invitations-codes.ts";
import { atInstallation, type Command, tellRefusal, tellUse, told, well } from "./command.ts";

/** Prints a code that holds for a day. It is written down for the person, who reads of it when they come in. */
export const account: Command = async (words, desk) => {
  const [what = "", ...who] = words;
  const signIn = who.join(" ").trim();
  if (what !== "recover" || signIn === "") return tellUse("account", desk);
  return atInstallation(desk, async ({ accounts, recoveries }) => {
    const found = await accounts.named(signIn);
    if (found === null) return tellRefusal(refused("account.unknown").refusal, desk);
    const code = await recoveries.byOperator(found.id);
    if (!code.ok) return tellRefusal(code.refusal, desk);
    desk.out(printedCode(code.value));
    desk.tell(told(desk, "account.code"));
    return well;
  });
};
