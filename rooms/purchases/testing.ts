/** Documented purchases for tests: parchment in soles or cherry in pesos, bought from a member and from somebody who is none. */
import { type PersonalKind, seal } from "../../kernel/personal.ts";
import { acts as acopioActs } from "../acopio/index.ts";
import { acts as agreementActs } from "../agreements/index.ts";
import { idOf, openedBook, type Saying, type TestBook, testSettings } from "../book/testing.ts";
import { acts as financeActs } from "../finance/index.ts";
import { acts as marketActs } from "../market/index.ts";
import { acts as peopleActs } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts as settlementActs } from "../settlement/index.ts";
import { cherryPlan, cherrySeason, draftOf, statementOf, told } from "../settlement/testing.ts";
import { acts } from "./index.ts";
import type { PurchaseTaxSheet } from "./rules/sheet.ts";
import { peru } from "./rules/templates/peru.ts";

export { rosa };
/** Somebody who sells and is no member. The name is made up. */
export const hilario = { agent: idOf("Hilario") };
export const theSheet = idOf("sheet of taxes");
export const theSeries = idOf("series of documents");
export const theNotes = idOf("series of annulments");
const cent = { mode: "half-up", grain: "0.01" } as const;

/** Kilos at a fixed price, in the currency of the book's test. */
const planAt = (currency: string, price: string) => ({
  ...cherryPlan,
  code: `compra-${currency.toLowerCase()}`,
  product: "coffee-parchment",
  currency,
  steps: cherryPlan.steps.map((step) => {
    if (step.id === "price") return { id: "price", kind: "fixed-price", price };
    return step.kind === "value"
      ? { ...step, line: "parchment", rounding: currency === "COP" ? { ...cent, grain: "1" } : cent }
      : step;
  }),
});

const sealed = (book: BuyingBook, kind: PersonalKind, value: string) => {
  const { sealed: of, beside } = seal(kind, value, "0123456789abcdef0123456789abcdef");
  book.personal.push(beside);
  return of;
};

/** A book that buys parchment at a price. `deductions` of the season, where there are any. */
export function buyingBook(currency: string, price: string, deductions: unknown = null): BuyingBook {
  const opened = openedBook(
    ...[...peopleActs, ...agreementActs, ...marketActs, ...acopioActs, ...financeActs, ...settlementActs, ...acts],
  );
  const book = Object.assign(withRosa(opened), { personal: [] as BuyingBook["personal"] });
  identified(book, rosa.agent, "45678901", "Jr. Unión 12, El Mirador");
  told(book, "person.register", { agent: hilario.agent, community: "Alto Cruz" });
  const plan = {
    plan: cherrySeason.policy.pricePlan,
    body: planAt(currency, price),
    from: "2026-08-15",
    reason: "acta",
  };
  told(book, "price-plan.publish", plan);
  const policy = { ...cherrySeason.policy, season: "2026-pergamino", product: "coffee-parchment", deductions };
  told(book, "season.open", { agreement: cherrySeason.agreement, policy });
  return book;
}
export type BuyingBook = TestBook & { readonly personal: ReturnType<typeof seal>["beside"][] };

/** Gives somebody a name, an identity number and an address. */
export function identified(book: BuyingBook, agent: string, number: string, address: string): void {
  const at = book.personal.length;
  const said = {
    agent,
    name: sealed(book, "name", `Name of ${number}`),
    identity: sealed(book, "identity-number", number),
    community: "El Mirador",
  };
  const where = sealed(book, "address", address);
  told(book, "profile.correct", said, beside(book, at));
  told(book, "taxpayer.state", { agent, address: where }, beside(book, at));
}
const beside = (book: BuyingBook, from: number): Saying => ({ beside: book.personal.slice(from) });

/** The organisation's own tax number. */
export function withTaxNumber(book: BuyingBook): BuyingBook {
  const at = book.personal.length;
  const taxNumber = sealed(book, "identity-number", "20123456789");
  told(book, "taxpayer.state", { agent: testSettings.organisation, taxNumber }, beside(book, at));
  return book;
}

/** Publishes a sheet and its two series: documents from 1 to `last`, and annulments. */
export function published(book: TestBook, body: PurchaseTaxSheet, last = "99999999"): void {
  told(book, "purchase-tax.publish", { sheet: theSheet, body, from: "2026-11-15" });
  const series = { sheet: theSheet, first: "1", digits: 8, authorisation: "SUNAT 0112-2026", until: "2026-12-31" };
  told(book, "purchase-series.publish", { ...series, series: theSeries, kind: "document", prefix: "E001-", last });
  const notes = { ...series, series: theNotes, kind: "annulment", prefix: "NC01-" };
  told(book, "purchase-series.publish", { ...notes, last: "99999999" });
}

/** Somebody hands over parchment: `grams` net on a day. */
export function brought(book: TestBook, name: string, grams: bigint, agent: string, on = "2026-11-14"): string {
  const bags = [{ gross_g: `${grams}`, tare_g: "0", container: "sack", count: 1 }];
  const said = { delivery: idOf(name), member: agent, product: "coffee-parchment", place: "point-2", on };
  const scale = { scale: "B-03", scaleChecked: on };
  book.speak("delivery.receive", { ...said, ...scale, bags, receipt: `R-${name}`, measurements: [] });
  const { position, follows } = book.history.at(-1) ?? { position: 0n, follows: { questions: [] } };
  for (const ordinal of follows.questions.keys())
    told(book, "question.answer", { position: `${position}`, ordinal, answer: "stands" });
  return said.delivery;
}

/** Settles hand-overs, in cash unless said. */
export function settled(
  book: TestBook,
  name: string,
  how: { readonly paidIn?: "cash" | "transfer" },
  ...statements: Parameters<typeof draftOf>[1][]
): void {
  told(book, "settlement.draft", { ...draftOf(name, ...statements), ...how });
  told(book, "settlement.review", { settlement: idOf(name) });
  told(book, "settlement.close", { settlement: idOf(name) });
}

/** A document as said, over statements of these settlements. */
export const documentOf = (name: string, agent: string, ...settlements: readonly string[]) => ({
  document: idOf(name),
  series: theSeries,
  statements: settlements.map((one) => statementOf(one, agent)),
});

/** The paper of the newest document issued. */
export function paperIn(book: TestBook): { readonly number: string; readonly content: Record<string, unknown> } {
  const paper = book.history.flatMap((one) => one.follows.papers).findLast((one) => one.kind === "purchase-document");
  return { number: paper?.number ?? "", content: JSON.parse(paper?.content ?? "{}") as Record<string, unknown> };
}

/** Somebody of a number of sellers, none of them a member. */
export const sellerOf = (at: number) => ({ agent: idOf(`seller ${at}`), delivery: `sack ${at}` });

/** So many sellers brought from 1,000 kg on, each 10 kg more; all of it is settled and nothing paid. Their series ends at `last`. */
export function manySellers(count: number, last: string): BuyingBook {
  const book = withTaxNumber(buyingBook("PEN", "14.60"));
  const sellers = Array.from({ length: count }, (_, at) => ({ ...sellerOf(at), at }));
  for (const { agent, delivery, at } of sellers) {
    told(book, "person.register", { agent, community: "Alto Cruz" });
    identified(book, agent, `1000000${at}`, `Caserío ${at}`);
    brought(book, delivery, 1_000_000n + BigInt(at) * 10_000n, agent);
  }
  published(book, peru, last);
  settled(book, "first", { paidIn: "transfer" }, ...sellers.map(({ agent, delivery }) => [agent, delivery] as const));
  return book;
}
