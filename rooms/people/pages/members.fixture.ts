/** A roll of made-up members in September 2026, with everything that can be unknown: number, name, community, kilos, debts. */
import type { MemberRow, MembersProps } from "./members.tsx";

const pesos = (exact: string) => [{ exact, currency: "COP" }];

const row = (agent: string, given: Partial<MemberRow>): MemberRow => ({
  agent,
  number: agent,
  name: null,
  erasedOn: null,
  community: null,
  seasonWeight: "0",
  owed: [],
  debts: [],
  href: `/office/people/${agent}`,
  ...given,
});

/** Seven rows of forty-seven. */
export const members: readonly MemberRow[] = [
  row("0021", { name: "Álvaro Guejia", community: "El Filo", seasonWeight: "1240.5", owed: pesos("2940800") }),
  row("0131", {
    name: "María Elvira Chocué",
    community: "Quebrada Dos",
    seasonWeight: "404.82",
    debts: pesos("1908000"),
  }),
  row("0140", { name: "Rosalba Tenorio Ipia", community: "Quebrada Dos", seasonWeight: "96.25", owed: pesos("40500") }),
  row("0208", { name: "Luz Dary Ulcué", community: "Alto Cruz", seasonWeight: null, owed: null }),
  row("0280", { name: "Luz Dary Ulcué", community: "Alto Cruz", seasonWeight: "712.3", owed: pesos("2900300") }),
  row("0301", { erasedOn: "2026-08-30", community: null }),
  row("sin", { number: null, name: "Wilson Yatacué", community: null, seasonWeight: "61.5", href: null }),
];

/** The first page of the list. */
export const membersFixture: MembersProps = {
  frame: {
    organisation: "Cooperativa Tres Quebradas",
    places: [
      { name: "Socios", href: "/office/members", here: true },
      { name: "Liquidaciones", href: "/office/statements", here: false },
    ],
    tongues: [
      { tag: "es", name: "español", href: "?language=es" },
      { tag: "pt", name: "português", href: "?language=pt" },
      { tag: "en", name: "English", href: "?language=en" },
    ],
  },
  book: "01994f6e-0000-7000-8000-0000000a0100",
  answer: { members: "47", creditors: "3", owedInAll: pesos("5881600"), found: "47", rows: members },
  q: "",
  show: "",
  community: "",
  communities: ["Alto Cruz", "El Filo", "Quebrada Dos"],
  newHref: "/office/members/new",
  exports: [],
  action: "/office/members",
  previous: null,
  next: "/office/members?page=2",
  from: "1",
  to: "7",
};
