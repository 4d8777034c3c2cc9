/** Closed statements of made-up people: one still owed, one paid, one whose name was erased, one of a producer who is no member. */
import { coffee } from "./statements.fixture.ts";
import type { StatementRow, StatementsProps } from "./statements.tsx";

const row = (number: string, given: Partial<StatementRow>): StatementRow => ({
  number,
  memberNumber: null,
  name: null,
  erasedOn: null,
  closedOn: "2026-09-16",
  currency: "COP",
  value: "0",
  toPay: "0",
  owed: "0",
  href: `/office/statements/${number}`,
  ...given,
});

/** Four rows of one hundred and twelve. */
export const statements: readonly StatementRow[] = [
  row("L-2026-003184", {
    memberNumber: "0140",
    name: "Rosalba Tenorio Ipia",
    value: "96250",
    toPay: "40500",
    owed: "40500",
  }),
  row("L-2026-003183", { name: "Wilson Yatacué", value: "986700", toPay: "986700" }),
  row("L-2026-003182", {
    memberNumber: "0131",
    name: "María Elvira Chocué",
    value: "6494786",
    toPay: "2940800",
    owed: "2940786",
  }),
  row("L-2026-003181", { memberNumber: "0301", erasedOn: "2026-08-30", value: "512300", toPay: "498000" }),
];

/** A sale in dollars: among others it makes each figure carry its code. */
export const inDollars = row("L-2026-003185", {
  memberNumber: "0021",
  name: "Álvaro Guejia",
  currency: "USD",
  value: "61297.25",
  toPay: "59852.79",
  owed: "59852.79",
});

/** The first page of everybody's. */
export const statementsFixture: StatementsProps = {
  frame: {
    organisation: coffee.content.organisation,
    places: [
      { name: "Socios", href: "/office/members", here: false },
      { name: "Liquidaciones", href: "/office/statements", here: true },
    ],
    tongues: [
      { tag: "es", name: "español", href: "?lang=es" },
      { tag: "pt", name: "português", href: "?lang=pt" },
      { tag: "en", name: "English", href: "?lang=en" },
    ],
  },
  book: coffee.content.book,
  answer: {
    closed: "112",
    stillOwed: "2",
    owedInAll: [{ exact: "2981286", currency: "COP" }],
    found: "112",
    rows: statements,
  },
  whose: "everybody",
  person: null,
  kept: {},
  q: "",
  action: "/office/statements",
  previous: null,
  next: "/office/statements?skip=50",
  from: "1",
  to: "50",
};
