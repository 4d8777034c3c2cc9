/** One row of a member roll: a person and their membership. */
import { derivedUuid } from "../../kernel/ids.ts";
import { type PersonalKind, type PersonalValue, type Sealed, seal } from "../../kernel/personal.ts";
import { fold, foldNumber } from "./fold.ts";
import { askedRow, type Drafted, knownRow, type StartAct } from "./outcome.ts";
import { type Reading, seenBefore } from "./reading.ts";
import { listed, type Registered } from "./register.ts";
import type { RowAt } from "./row-at.ts";

type Member = {
  readonly number: string;
  readonly name: string;
  readonly document: string;
  readonly telephone: string;
  readonly community: string;
  readonly language: string;
};

/** Reads one member. Asks when number, document or name and community are somebody else's already. */
export function readMember(row: RowAt, at: Reading): Drafted {
  const member: Member = {
    number: row.maybe("number", 40) ?? "",
    name: row.maybe("name") ?? "",
    document: row.maybe("document", 80) ?? "",
    telephone: row.maybe("telephone", 80) ?? "",
    community: row.maybe("community") ?? "",
    language: row.maybe("language", 35) ?? "",
  };
  if (member.name === "" && member.number === "") throw row.fault("import.nobody-in-row", "name");
  if (member.name === "") throw row.fault("import.cell-empty", "name");
  const since = row.day("since");
  const left = row.day("left");
  if (since !== null && left !== null && left < since) throw row.fault("import.left-before-joining", "left");
  const doubt = likeAnother(row, member, at);
  if (doubt !== null) return doubt;
  const twice = seenBefore(identityOf(member), at) > 0;
  if (twice) return askedRow("import.row-twice", row.heading("name"), member.name);
  return entered(row, member, { since, left }, at);
}

/** What names a member whatever file they stand in: the number, else the document, else name and community. */
const identityOf = ({ number, name, document, community }: Member): string =>
  number !== ""
    ? `number ${foldNumber(number)}`
    : document !== ""
      ? `document ${foldNumber(document)}`
      : `name ${fold(name)} | ${fold(community)}`;

/** Whether the register has this person, or somebody with whom they may be confused; null when it has nobody like them. */
function likeAnother(row: RowAt, member: Member, { book: { register }, choices }: Reading): Drafted | null {
  const { number, name, document, community } = member;
  const isSame = (one: Registered): boolean => one.name === null || fold(one.name) === fold(name);
  const numbered = number === "" ? [] : register.numbered(number);
  const same = numbered.find(isSame);
  if (same !== undefined) return knownRow("import.member-known", name, { who: listed([same]) });
  if (numbered.length > 0)
    return askedRow("import.number-of-another", row.heading("number"), number, { who: listed(numbered) });
  const documented = document === "" ? [] : register.documented(document);
  if (documented.length > 0 && choices.keepBoth !== true) {
    const known = documented.find((one) => isSame(one) && (number === "" || one.number === null));
    if (known !== undefined) return knownRow("import.member-known", name, { who: listed([known]) });
    return askedRow("import.document-of-another", row.heading("document"), document, { who: listed(documented) });
  }
  if (number !== "" || document !== "") return null;
  const called = register.called(name, community);
  return called.length === 0 ? null : knownRow("import.member-known", name, { who: listed(called) });
}

type Days = { readonly since: string | null; readonly left: string | null };

/** The acts of one member, and their place in the register while the file is read. */
function entered(row: RowAt, member: Member, { since, left }: Days, at: Reading): Drafted {
  const { book, choices } = at;
  const agent = derivedUuid(`${book.book} member ${identityOf(member)}`);
  const tie = derivedUuid(`${agent} membership`);
  const beside: PersonalValue[] = [];
  const sealed = (kind: PersonalKind, value: string): Sealed | undefined => {
    if (value === "") return undefined;
    const made = seal(kind, value, at.salt());
    beside.push(made.beside);
    return made.sealed;
  };
  const person = {
    agent,
    name: sealed("name", member.name),
    identity: sealed("identity-number", member.document),
    telephone: sealed("telephone", member.telephone),
    ...(member.community === "" ? {} : { community: member.community }),
    ...(member.language === "" ? {} : { language: member.language }),
  };
  const begun = since ?? (left !== null && left < book.today ? left : (choices.since ?? book.today));
  const membership = {
    tie,
    from: agent,
    to: book.organisation,
    kind: "membership",
    since: begun,
    ...(member.number === "" ? {} : { number: member.number }),
    ...(left === null ? {} : { until: left }),
  };
  const number = row.row.number;
  const acts: readonly StartAct[] = [
    { id: derivedUuid(`${agent} entered`), row: number, kind: "person.register", says: person, beside },
    { id: derivedUuid(`${tie} begun`), row: number, kind: "tie.begin", says: membership },
  ];
  const { name, document, community } = member;
  book.register.add({
    agent,
    number: member.number === "" ? null : member.number,
    name,
    document: document === "" ? null : document,
    community: community === "" ? null : community,
  });
  return { outcome: "ready", acts, notes: since === null ? ["import.since-assumed"] : [] };
}
