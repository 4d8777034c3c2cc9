/** What the book doubts about a hand-over. Goods may be rejected; the record never is: each doubt is a question to a role. */

import { type Grams, kilogramsText, standardUnit } from "../../kernel/quantity/index.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import type { Member } from "../people/needs.ts";
import type { Tie } from "../people/rules/ties.ts";
import type { Delivery } from "./needs.ts";
import { wrongWithPaper } from "./rules/from-paper.ts";
import { doubtfulReadings, type ReadingDoubt } from "./rules/readings.ts";
import { implausibleWeighing } from "./rules/weights.ts";
import type { Measurement, ReceiveSaid, Weighing } from "./said.ts";
import type { Terms } from "./terms.ts";

/** Who answers for readings and grades. */
export const gradeRole = "technician";
const manager = "manager";

type ReadingFacts = { readonly measure: string; readonly value: string; readonly unit: string };
type Asking = (about: string, facts: ReadingFacts) => Question;

const askOfReading: Readonly<Record<ReadingDoubt["doubt"], Asking>> = {
  "not-in-scheme": (about, facts) => question("delivery.measure-not-in-scheme", gradeRole, about, facts),
  "outside-plausible": (about, facts) => question("delivery.measure-implausible", gradeRole, about, facts),
  "unit-unknown": (about, facts) => question("delivery.unit-unknown", gradeRole, about, facts),
  "other-unit": (about, facts) => question("delivery.unit-other", gradeRole, about, facts),
};

/** Doubts about readings: a measure the scheme does not have, a reading no sample gives, a unit that nobody defined. */
export const readingDoubts = (readings: readonly Measurement[], terms: Terms, about: string): readonly Question[] =>
  doubtfulReadings(readings, terms.scheme, terms.units).map(({ at, doubt }) => {
    const { measure, value, unit } = readings[at] as Measurement;
    return askOfReading[doubt](about, { measure, value, unit });
  });

/** A weight as a question states it: kilograms, exact. */
const kilos = (grams: bigint): string => kilogramsText(grams as Grams);

/** Doubts about weights: none at all, more tare than gross, containers too light or too heavy, a scale in an unknown unit. */
function weightDoubts({ bags }: ReceiveSaid, row: Delivery, terms: Terms): readonly Question[] {
  const found: Question[] = [];
  const about = row.delivery;
  const facts = { gross: kilos(row.gross_g), tare: kilos(row.tare_g) };
  if (row.net_g < 0n) found.push(question("delivery.net-negative", manager, about, facts));
  if (row.net_g === 0n) found.push(question("delivery.weight-missing", manager, about, {}));
  const at = implausibleWeighing(bags, terms.season?.policy.containers ?? []);
  if (at >= 0) {
    const { container, count, gross_g } = bags[at] as Weighing;
    found.push(
      question("delivery.weight-implausible", manager, about, { container, count, gross: kilos(BigInt(gross_g)) }),
    );
  }
  for (const unit of foreignUnits(bags))
    if (!terms.units.has(unit)) found.push(question("delivery.scale-unit-unknown", manager, about, { unit }));
  return found;
}

/** Units in which scales were read and that are not standard. */
export const foreignUnits = (bags: readonly Weighing[]): readonly string[] => {
  const found = new Set<string>();
  for (const { reading } of bags) if (reading && standardUnit(reading.unit) === null) found.add(reading.unit);
  return [...found];
};

/** Doubts about who, when and by which scale. */
function circumstanceDoubts(said: ReceiveSaid, row: Delivery, member: Member, terms: Terms, today: string) {
  const found: Question[] = [];
  const about = row.delivery;
  if (member.agent === null) found.push(question("delivery.member-unknown", manager, about, { member: said.member }));
  else if (member.memberships.length === 0)
    found.push(question("delivery.not-a-member", manager, about, { member: said.member, day: said.on }));
  if (said.on > today) found.push(question("delivery.day-ahead", manager, about, { day: said.on, today }));
  if (terms.season === null)
    found.push(question("delivery.season-closed", manager, about, { product: said.product, day: said.on }));
  const { scaleChecked } = said;
  if (scaleChecked === null || (scaleChecked !== undefined && scaleChecked < said.on))
    found.push(
      question("delivery.scale-unchecked", manager, about, { scale: said.scale ?? null, checked: scaleChecked }),
    );
  return found;
}

/** Doubts about who it was, beside those of every hand-over: somebody who left, a number that is not theirs. */
export function memberDoubts(said: ReceiveSaid, member: Member, before: Tie | null): readonly Question[] {
  const found: Question[] = [];
  const about = said.delivery;
  if (before !== null) {
    const facts = { member: said.member, left: before.until, day: said.on };
    found.push(question("delivery.member-left", manager, about, facts));
  }
  const who = said.shown?.who;
  const numbers = [...member.memberships, ...(before === null ? [] : [before])].flatMap(({ number }) => number ?? []);
  if (who !== undefined && numbers.length > 0 && !numbers.includes(who)) {
    const facts = { member: said.member, shown: who, found: numbers[0] ?? null };
    found.push(question("delivery.number-differs", manager, about, facts));
  }
  return found;
}

/** Doubts about papers: the number was used before, or what was shown is not what the book finds. Both stand. */
function paperDoubts(said: ReceiveSaid, row: Delivery, before: readonly Delivery[]): readonly Question[] {
  const found: Question[] = [];
  const about = row.delivery;
  const same = before.find((one) => one.place === row.place);
  if (same !== undefined)
    found.push(question("delivery.receipt-used", manager, about, { receipt: row.receipt, other: same.delivery }));
  const net = said.shown?.net_g;
  if (net !== undefined && net !== row.net_g.toString())
    found.push(
      question("delivery.shown-differs", manager, about, { shown: kilos(BigInt(net)), found: kilos(row.net_g) }),
    );
  return found;
}

/** The sealed paper it was entered from says otherwise, or cannot be read: then the book issues no receipt in the device's name. */
export function sealedPaperDoubts(said: ReceiveSaid, book: string): readonly Question[] {
  const wrong = wrongWithPaper(said, book);
  if (wrong === null) return [];
  if (wrong === "unreadable") return [question("delivery.paper-unreadable", manager, said.delivery, {})];
  const [{ field, paper, said: other }] = wrong as readonly [(typeof wrong)[number]];
  return [question("delivery.paper-differs", manager, said.delivery, { field, paper, said: other })];
}

/** All that is doubted about a hand-over, in a lasting order. `before`: hand-overs that have its receipt number. */
export const deliveryDoubts = (
  said: ReceiveSaid,
  row: Delivery,
  known: { readonly member: Member; readonly terms: Terms; readonly before: readonly Delivery[] },
  today: string,
): readonly Question[] => [
  ...weightDoubts(said, row, known.terms),
  ...circumstanceDoubts(said, row, known.member, known.terms, today),
  ...readingDoubts(said.measurements, known.terms, row.delivery),
  ...paperDoubts(said, row, known.before),
];
