/**
 * Writers that look, after somebody was entered in the register, whether that person may be there already. Personal values are not in the
 * acts, so no rule can compare them; what is found is asked by an act of its own, on the seat that entered the person.
 */
import type { Body, Sent } from "../../kernel/act/envelope.ts";
import { plainOf } from "../../kernel/act/heard.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import type { Store } from "../../store/connection/pools.ts";
import { samePeople } from "../../store/reader/same-people.ts";
import type { Taken } from "../../store/writer/transaction.ts";
import type { Writers } from "../../store/writer/writers.ts";
import type { Services } from "./services.ts";

const entering = "person.register";

/** The same writers, asking. What goes wrong while asking is reported and harms no answer. */
export const askingWriters = (writers: Writers, store: Store, report: Services["report"]): Writers => ({
  ...writers,
  take: async (book, source, acts) => {
    const taken = await writers.take(book, source, acts);
    const entered = acts.flatMap((sent, at) => enteredBy(sent, taken[at]));
    if (entered.length > 0) {
      const asking = ask(writers, store, book, source, entered);
      await asking.catch((error) => report("person.maybe-same", error));
    }
    return taken;
  },
});

/** A person entered just now from a seat. What a device says is signed by it, and no server can speak for it. */
function enteredBy(sent: Sent, taken: Taken | undefined): readonly Body[] {
  if (!sent.body.includes(entering) || taken === undefined || !("outcome" in taken)) return [];
  const plain = plainOf(sent);
  const body = typeof plain === "string" ? null : (plain.value as Body);
  const isDone = taken.outcome === "done" || taken.outcome === "done with a question";
  return isDone && body?.kind === entering && "seat" in body.through ? [body] : [];
}

const agentOf = ({ says }: Body): string => (says as { readonly agent: string }).agent;

async function ask(writers: Writers, store: Store, book: string, source: string, entered: readonly Body[]) {
  const byAgent = new Map(entered.map((body) => [agentOf(body), body]));
  const pairs = await samePeople(store.connect("app"), book, [...byAgent.keys()]);
  const acts = pairs.flatMap(({ agent, other, because }) => {
    const body = byAgent.get(agent);
    if (body === undefined) return [];
    const id = derivedUuid(`${body.id}:maybe-same:${other}`);
    const { by, through } = body;
    const says = { agent, other, because };
    return [{ body: JSON.stringify({ id, book, kind: "person.maybe-same", version: 1, by, through, says }) }];
  });
  if (acts.length > 0) await writers.take(book, source, acts);
}
