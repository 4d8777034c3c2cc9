/**
 * The cooperative of the examples, with nobody real in it: how its book begins, and the season of 2013 with the real lots of
 * Colombia, whose people go by made-up codes.
 */
import { seal } from "../../kernel/personal.ts";
import { deductionsOf2013, greenGrading, pricesByScore, product } from "./colombia-2013.ts";
import { exampleId } from "../three-quebradas/ids.ts";
import { type ExampleAct, type ExampleBook, exampleAct, managerOf } from "./saying.ts";

/** By this name the book is found again. */
export const exampleName = "Cooperativa Tres Quebradas (ejemplo)";

/** Why terms of a past year are published today. */
const reason = "Ejemplo con café de 2013";

/** Opens the book: a cooperative in Colombia that pays in pesos at the scale, and in dollars for lots of export. */
export function exampleBeginning(example: ExampleBook): readonly ExampleAct[] {
  const { book, salt } = example;
  const manager = managerOf(book);
  const organisation = exampleId(book, "organisation");
  const settings = {
    name: exampleName,
    country: "CO",
    zone: "America/Bogota",
    currencies: [
      { currency: "COP", line: "1", cash: "50" },
      { currency: "USD", line: "0.01", cash: "0.01" },
    ],
    organisation,
    form: "cooperative",
  };
  const name = seal("name", "Teresa Guzmán", salt()); // A made-up name.
  return [
    exampleAct(example, "open", "book.open", { settings, founder: manager }),
    exampleAct(example, "organisation", "organisation.register", {
      agent: organisation,
      name: exampleName,
      form: "cooperative",
    }),
    exampleAct(example, "manager", "person.register", { agent: manager.agent, name: name.sealed }, [name.beside]),
    ...termsOf2013(example),
  ];
}

function termsOf2013(example: ExampleBook): readonly ExampleAct[] {
  const [plan, scheme] = [exampleId(example.book, "plan 2013"), exampleId(example.book, "scheme 2013")];
  const policy = {
    season: "2013",
    product,
    from: "2013-01-01",
    until: "2013-12-31",
    title: "on-settlement",
    pricePlan: plan,
    gradingScheme: scheme,
    deductions: deductionsOf2013,
    shrinkBorneBy: "organisation",
    objectionDays: 15,
    paymentDays: 30,
  };
  const from = "2013-01-01";
  return [
    exampleAct(example, "plan 2013", "price-plan.publish", { plan, body: pricesByScore, from, reason }),
    exampleAct(example, "scheme 2013", "grading-scheme.publish", { scheme, body: greenGrading, from, reason }),
    exampleAct(example, "season 2013", "season.open", { agreement: exampleId(example.book, "season 2013"), policy }),
  ];
}

/** A hand-over that is to be settled, and for whom. */
export type ToSettle = { readonly member: string; readonly delivery: string };

/** Settles the lots of 2013: drafted with one statement for each producer, reviewed, closed. */
export function settlementOf2013(example: ExampleBook, lots: readonly ToSettle[]): readonly ExampleAct[] {
  const { book } = example;
  const settlement = exampleId(book, "settlement 2013");
  const byMember = Map.groupBy(lots, ({ member }) => member);
  const statements = [...byMember].map(([agent, own]) => ({
    statement: exampleId(book, `statement 2013 ${agent}`),
    agent,
    deliveries: own.map(({ delivery }) => delivery),
  }));
  const season = exampleId(book, "season 2013");
  const draft = { settlement, season, title: "Colombia 2013", paidIn: "transfer", statements };
  return [
    exampleAct(example, "draft 2013", "settlement.draft", draft),
    exampleAct(example, "review 2013", "settlement.review", { settlement }),
    exampleAct(example, "close 2013", "settlement.close", { settlement }),
  ];
}
