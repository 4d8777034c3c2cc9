/** Settlements for tests: coffee cherry at a price of the day, two producers, an advance, a credit, and every limit there is. */
import type { z } from "zod/mini";
import type { PartsOfFollows } from "../../kernel/act/follows.ts";
import type { MemoryAnswer } from "../../kernel/act/memory.ts";
import type { Need } from "../../kernel/act/need.ts";
import { acts as acopioActs } from "../acopio/index.ts";
import { acts as agreementActs } from "../agreements/index.ts";
import type { deductionPlan } from "../agreements/rules/deductions.ts";
import type { pricePlan } from "../agreements/rules/plan.ts";
import { codesOf, idOf, openedBook, type Saying, type TestBook, testSettings, today } from "../book/testing.ts";
import { acts as financeActs } from "../finance/index.ts";
import { acts as marketActs } from "../market/index.ts";
import { acts as peopleActs } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";

export { rosa };
/** Julián, member 32. The names are made up. */
export const julian = { agent: idOf("Julián"), tie: idOf("Julián's membership"), number: "32" };

const peso = { mode: "half-up", grain: "1" } as const;
const inSpanish = (name: string) => ({ es: name });
const words = (name: string) => ({ name: inSpanish(name), reason: inSpanish(name) });
const rule = { id: "D-01", decidedBy: "Asamblea", from: "2026-01-01" };

/** Net kilos × the price of the day. */
export const cherryPlan: z.input<typeof pricePlan> = {
  code: "cereza-2026",
  product: "coffee-cherry",
  currency: "COP",
  unit: { code: "kg", grams: "1000" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross" },
    { id: "tare", kind: "weighed", what: "tare" },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "price", kind: "reference-price", series: "cereza", period: "day", quotedFor: "1" },
    {
      id: "value",
      kind: "value",
      line: "cherry",
      name: inSpanish("Cereza"),
      quantity: "net",
      price: "price",
      rounding: peso,
    },
  ],
};

/** Capital of 1 % up to COP 10,000 a year; then the advance and the credit, as long as 30 % is left to live on. */
export const cherryDeductions: z.input<typeof deductionPlan> = {
  code: "descuentos-cereza",
  currency: "COP",
  deductions: [
    {
      code: "capital",
      class: 3,
      rule,
      basis: { kind: "percent-of-value", percent: "1", rounding: peso },
      to: "share-capital",
      ...words("Aporte social"),
    },
    { code: "advance", class: 4, rule, basis: { kind: "advance-balance" }, to: "advances", ...words("Adelanto") },
    {
      code: "interest",
      class: 6,
      rule,
      basis: { kind: "credit-interest", rounding: peso },
      to: "credit-interest",
      ...words("Interés"),
    },
    {
      code: "credit",
      class: 6,
      rule,
      basis: { kind: "credit-principal" },
      to: "credit-principal",
      ...words("Crédito"),
    },
  ],
  caps: [
    { kind: "yearly", code: "capital-year", amount: "10000", base: "statute", limits: ["capital"] },
    {
      kind: "subsistence",
      code: "to-live-on",
      percent: "30",
      base: "value-less-levies-and-third-parties",
      limits: ["advance", "interest", "credit"],
      rounding: peso,
    },
  ],
};

/** The season of cherry; consigned until settled when `title` says so. */
export const cherrySeason = {
  agreement: idOf("season of cherry"),
  policy: {
    season: "2026-cereza",
    product: "coffee-cherry",
    from: "2026-09-01",
    until: "2026-12-31",
    title: "on-delivery",
    pricePlan: idOf("plan of cherry"),
    gradingScheme: null,
    deductions: cherryDeductions,
    shrinkBorneBy: "organisation",
    objectionDays: 15,
    paymentDays: 2,
  },
};

const reasonsOf = (answer: MemoryAnswer): string =>
  "folded" in answer ? JSON.stringify(answer.folded.outcome) : codesOf(answer).join(", ");

/** Says an act that a test takes for granted: it must come out plainly done. */
export function told(book: TestBook, kind: string, says: unknown, how: Saying = {}): PartsOfFollows {
  const answer = book.speak(kind, says, how);
  if (answer.outcome !== "done") throw new Error(`${kind}: ${answer.outcome} ${reasonsOf(answer)}`);
  return answer.folded.follows;
}

/** A book in which cherry is received at COP 8,055 a kilo; `policy` overrides the season's. */
export function cherryBook(policy: object = {}): TestBook {
  const book = withRosa(
    openedBook(...peopleActs, ...agreementActs, ...marketActs, ...acopioActs, ...financeActs, ...acts),
  );
  told(book, "person.register", { agent: julian.agent, community: "El Mirador" });
  const membership = { from: julian.agent, to: testSettings.organisation, kind: "membership", since: "2020-03-01" };
  told(book, "tie.begin", { tie: julian.tie, number: julian.number, ...membership });
  const series = { series: "cereza", title: "Cereza", currency: "COP", per: "kg", period: "day", source: "Compra" };
  told(book, "price-series.open", series);
  told(book, "prices.record", { series: "cereza", points: [{ period: "2026-11-14", value: "8055" }] });
  const plan = { plan: cherrySeason.policy.pricePlan, body: cherryPlan, from: "2026-08-15", reason: "asamblea" };
  told(book, "price-plan.publish", plan);
  told(book, "season.open", { ...cherrySeason, policy: { ...cherrySeason.policy, ...policy } });
  return book;
}

/** Somebody hands over cherry on 14 November: `grams` net, in one sack without tare. */
export function handOver(book: TestBook, name: string, grams: bigint, agent: string = rosa.agent): string {
  const delivery = idOf(name);
  const bags = [{ gross_g: `${grams}`, tare_g: "0", container: "sack", count: 1 }];
  const scale = { scale: "B-03", scaleChecked: "2026-11-14" };
  const said = { delivery, member: agent, product: "coffee-cherry", place: "point-2", on: "2026-11-14", bags };
  told(book, "delivery.receive", { ...said, ...scale, measurements: [] });
  return delivery;
}

/** An advance in cash. */
export function advanceOf(book: TestBook, name: string, amount: string, agent: string = rosa.agent): string {
  const said = { advance: idOf(name), agent, amount, currency: "COP", day: "2026-11-01", mode: "cash" };
  told(book, "advance.give", said);
  return said.advance;
}

/** A credit without interest, due at the season's end. */
export function creditOf(book: TestBook, name: string, principal: string, agent: string = rosa.agent): string {
  const terms = {
    currency: "COP",
    ratePerMonth: "0",
    method: "simple-monthly",
    start: "2026-11-01",
    due: "2026-12-31",
  };
  told(book, "input-credit.grant", { credit: idOf(name), agent, principal, ...terms, purpose: "Abono" });
  return idOf(name);
}

/** A draft of the settlement `name`; `statements` are of a person with the names of their hand-overs. */
export const draftOf = (name: string, ...statements: readonly (readonly [string, ...string[]])[]) => ({
  settlement: idOf(name),
  season: cherrySeason.agreement,
  title: "Noviembre",
  paidIn: "cash",
  statements: statements.map(([agent, ...deliveries]) => ({
    statement: statementOf(name, agent),
    agent,
    deliveries: deliveries.map(idOf),
  })),
});

/** The id of a person's statement in the settlement `name`. */
export const statementOf = (name: string, agent: string = rosa.agent): string => idOf(`${name}: statement of ${agent}`);

/** Drafts and reviews; then closes. */
export function reviewed(book: TestBook, name: string, ...statements: Parameters<typeof draftOf>[1][]): void {
  told(book, "settlement.draft", draftOf(name, ...statements));
  told(book, "settlement.review", { settlement: idOf(name) });
}
export function closed(book: TestBook, name: string, ...statements: Parameters<typeof draftOf>[1][]): void {
  reviewed(book, name, ...statements);
  told(book, "settlement.close", { settlement: idOf(name) });
}

/** A payment of a person's statement. */
export const paymentOf = (name: string, amount: string, payment: string, agent: string = rosa.agent) => ({
  payment: idOf(payment),
  statement: statementOf(name, agent),
  amount,
  currency: "COP",
  paidIn: "cash",
  place: "point-2",
  on: today,
});

/** Sum of an account in money, in pesos; of one agent when named. */
export const sumOf = (book: TestBook, account: string, agent?: string): bigint =>
  book.history
    .flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings))
    .filter((one) => one.account === account && one.commodity.startsWith("money:"))
    .filter((one) => agent === undefined || one.agent === agent)
    .reduce((sum, one) => sum + one.amount, 0n);

/** What a book in memory answers to a need. */
export function known<T>(book: TestBook, need: Need<T>): T {
  const tried = need.tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
}

/** The deductions of the newest statement issued: code, amount, what held it back. */
export function deductionsIn(book: TestBook): readonly (readonly [string, string, string | null])[] {
  const paper = book.history.flatMap((one) => one.follows.papers).findLast((one) => one.kind === "statement");
  const content = JSON.parse(paper?.content ?? "{}") as {
    deductions: { code: string; amount: string; heldBy: string | null }[];
  };
  return content.deductions.map((line) => [line.code, line.amount, line.heldBy]);
}
