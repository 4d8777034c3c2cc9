/** One row of ties between members: kin, household, work. */
import { derivedUuid } from "../../kernel/ids.ts";
import { fold } from "./fold.ts";
import { askedRow, type Drafted, knownRow, type StartAct } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { listed, type Registered } from "./register.ts";
import { type RowAt, RowFault } from "./row-at.ts";

/** Words for the kinds of tie, folded. */
const kinds: Readonly<Record<string, string>> = {
  kin: "familia familiar pariente parentesco kin relative hijo hija padre madre hermano hermana tio tia primo prima abuelo abuela nieto nieta filho filha pai mae irmao irma",
  household:
    "hogar casa conyuge esposo esposa pareja household spouse wife husband partner domicilio lar familia-nuclear esposo",
  work: "trabajo trabajador trabajadora jornalero jornalera peon work worker trabalho trabalhador trabalhadora empleado empleada",
};

const kindOf = (word: string): string | null => {
  const parts = new Set(fold(word).split(" "));
  for (const [kind, words] of Object.entries(kinds))
    if (parts.has(kind) || words.split(" ").some((one) => parts.has(one))) return kind;
  return null;
};

/** Reads one tie. Refused where it would lead back to where it began: kinship and households have no circles. */
export function readTie(row: RowAt, at: Reading): Drafted {
  const { book, choices } = at;
  row.needed("kind");
  const kind = kindOf(row.words("kind"));
  if (kind === null) throw row.fault("import.tie-kind-unknown", "kind");
  const from = personIn(row, "from", at);
  const other = personIn(row, "to", at);
  if (from.agent === other.agent) throw row.fault("import.tie-with-oneself", "to");
  const since = row.day("since") ?? choices.since ?? book.today;
  const left = row.day("left");
  if (left !== null && left < since) throw row.fault("import.left-before-joining", "left");
  if (book.ties.has(kind, from.agent, other.agent)) return knownRow("import.tie-known", row.words("to"));
  if (kind !== "work" && book.ties.leads(kind, other.agent, from.agent))
    throw row.fault("import.tie-circular", "to", { who: listed([from]) });
  book.ties.add(kind, from.agent, other.agent);
  const days = { since, ...(left === null ? {} : { until: left }) };
  const acts =
    kind === "household"
      ? householdActs(row, from, other, days, at)
      : [tieAct(row, kind, from.agent, other.agent, days, at)];
  return { outcome: "ready", acts, notes: [] };
}

function personIn(row: RowAt, field: "from" | "to", { book }: Reading): Registered {
  const word = row.needed(field);
  const found = book.register.findByWord(word);
  if (found.found !== null) return found.found;
  if (found.candidates.length === 0) throw row.fault("import.member-unknown", field);
  throw new RowFault(
    askedRow("import.member-ambiguous", row.heading(field), word, { candidates: listed(found.candidates) }),
  );
}

type Days = { readonly since: string; readonly until?: string };

function tieAct(row: RowAt, kind: string, from: string, to: string, days: Days, { book }: Reading): StartAct {
  const tie = derivedUuid(`${book.book} tie ${kind} ${from} ${to} ${days.since}`);
  const says = { tie, from, to, kind, ...days };
  return { id: derivedUuid(`${tie} begun`), row: row.row.number, kind: "tie.begin", says };
}

/** The head's own tie to the household: begun once, by the first row that names it. */
function headTie(row: RowAt, head: Registered, household: string, since: string): StartAct {
  const tie = derivedUuid(`${household} head`);
  const says = { tie, from: head.agent, to: household, kind: "household", since };
  return { id: derivedUuid(`${tie} begun`), row: row.row.number, kind: "tie.begin", says };
}

/** A household is somebody of its own: it is entered once, and both who live in it are tied to it. */
function householdActs(row: RowAt, one: Registered, head: Registered, days: Days, at: Reading): readonly StartAct[] {
  const household = derivedUuid(`${at.book.book} household of ${head.agent}`);
  const community = head.community ?? one.community;
  const says = { agent: household, ...(community === null ? {} : { community }) };
  return [
    { id: derivedUuid(`${household} entered`), row: row.row.number, kind: "household.register", says },
    headTie(row, head, household, days.since),
    tieAct(row, "household", one.agent, household, days, at),
  ];
}
