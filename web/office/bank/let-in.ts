/** Says to the book what a bank's file says, statement by statement, through the seat of whoever let it in. */

import { bodyOf } from "../../../exchange/act.ts";
import { bankActs, tryStatement } from "../../../exchange/bank/answers/acts.ts";
import { uuidTime } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import type { PageAt } from "../../desk/page.ts";
import type { Brought, TriedStatement } from "./brought.ts";
import { bookSays } from "./standing.ts";

/** Acts given to the writer at once. */
const atOnce = 1_000;

/** Tries each statement once more on what the book knows now, and says it. Gives how many questions that raised. */
export async function letIn(at: PageAt, file: Brought, statements: readonly TriedStatement[]): Promise<Result<number>> {
  const { session, book, services } = at;
  // The moment is that of bringing the file: a form sent twice says the very same words twice.
  const brought = new Date(uuidTime(file.run) ?? at.now).toISOString();
  const voice = { book, seat: session.seat, agent: session.agent, file: file.digest, at: brought };
  let questions = 0;
  for (const { account, raw, converted, grain, at: place } of statements) {
    const knows = await bookSays(
      at,
      converted.told.map(({ movement }) => movement),
    );
    if (!knows.ok) return knows;
    const said = { digest: file.digest, account: account.account, at: place };
    const acts = bankActs(book, said, raw, tryStatement(converted, knows.value), grain.currency);
    for (let from = 0; from < acts.length; from += atOnce) {
      const sent = acts.slice(from, from + atOnce).map((act) => ({ body: bodyOf(act, voice) }));
      const answers = await services.installation.writers.take(book, `seat ${session.seat}`, sent);
      for (const answer of answers) {
        const refusal = refusalOf(answer);
        if (refusal !== null) return { ok: false, refusal };
        if ("outcome" in answer && answer.outcome === "done with a question") questions += 1;
      }
    }
  }
  return done(questions);
}

type Answer = Awaited<ReturnType<PageAt["services"]["installation"]["writers"]["take"]>>[number];

/** What stops the rest. That somebody else brought the same movement at this very moment stops nothing: it is in the book once. */
function refusalOf(answer: Answer): Refusal | null {
  if ("full" in answer) return answer.full;
  if (answer.outcome === "kept, not yet understood")
    return answer.because.code === "act.id-used" ? null : answer.because;
  if (answer.outcome !== "refused") return null;
  return answer.refusals.find((one) => one.code !== "bank-entry.placed-already") ?? null;
}
