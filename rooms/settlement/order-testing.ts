/** Orders for tests: a settlement paid by transfer, our account and the members' accounts. Banks, wallets and numbers are made up. */
import { seal } from "../../kernel/personal.ts";
import { codesOf, idOf, type TestBook, testSettings } from "../book/testing.ts";
import { cherryBook, closed, draftOf, handOver, julian, paymentOf, rosa, statementOf, told } from "./testing.ts";

const salt = "0123456789abcdef0123456789abcdef";
/** The id of the account that pays, and of another of ours. */
export const ours = idOf("our account");

/** What stating an account says, and the values beside it. */
export function accountSaid(
  name: string,
  agent: string,
  more: Readonly<Record<string, unknown>> & { number?: string; holder?: string } = {},
) {
  const { number: written = `0011${name.length}`, holder, ...rest } = more;
  const number = seal("account-number", written, salt);
  const holds = holder === undefined ? null : seal("name", holder, salt);
  const says = {
    ...{ account: idOf(name), agent, scheme: "bank", institution: "1007", branch: "045" },
    ...{ number: number.sealed, currency: "COP", since: "2026-01-15", ...rest },
    ...(holds === null ? {} : { holder: holds.sealed }),
  };
  return { says, how: { beside: [number.beside, ...(holds === null ? [] : [holds.beside])] } };
}

/** States an account; it must be taken. */
export function withAccount(book: TestBook, ...of: Parameters<typeof accountSaid>): void {
  const { says, how } = accountSaid(...of);
  told(book, "account.state", says, how);
}

/** Closed by transfer: Rosa is owed 799,838, Julián 398,722; our account and theirs are known. Julián has a name. */
export function orderBook(): TestBook {
  const book = cherryBook();
  const name = seal("name", "Julián Ñáñez", salt);
  told(book, "profile.correct", { agent: julian.agent, name: name.sealed }, { beside: [name.beside] });
  handOver(book, "A", 100_300n);
  handOver(book, "B", 50_000n, julian.agent);
  const draft = draftOf("first", [rosa.agent, "A"], [julian.agent, "B"]);
  told(book, "settlement.draft", { ...draft, paidIn: "transfer" });
  told(book, "settlement.review", { settlement: idOf("first") });
  told(book, "settlement.close", { settlement: idOf("first") });
  withAccount(book, "our account", testSettings.organisation, { number: "55500012345", town: "Pitalito" });
  withAccount(book, "Rosa's account", rosa.agent, { number: "24500031031" });
  withAccount(book, "Julián's account", julian.agent, {
    scheme: "wallet",
    institution: "Nequi",
    branch: undefined,
    number: "3000000032",
  });
  return book;
}

/** What an order of a person's statements of the settlement "first" says. */
export const orderOf = (name: string, ...agents: readonly string[]) => ({
  order: idOf(name),
  account: ours,
  layout: "pain.001.001.09/1",
  on: "2026-11-17",
  statements: agents.map((agent) => statementOf("first", agent)),
});

/** The codes of an answer: of questions, or of refusals. */
export const codes = (book: TestBook, kind: string, says: object): readonly string[] => codesOf(book.speak(kind, says));

/** A payment that the bank tells of. */
export const transferOf = (amount: string, payment: string, agent = rosa.agent) => {
  const { place: _, ...said } = paymentOf("first", amount, payment, agent);
  return { ...said, paidIn: "transfer" };
};

export { closed, julian, rosa, statementOf, told };
