/** How a member stood with the organisation before the book: shares, savings, debts, and what is owed to them. */
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { always, each, tally } from "../../../kernel/act/need.ts";
import type { CurrencyGrain } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { advanceOf, creditOf, openingOf } from "../../finance/needs.ts";
import { grainIn } from "../../finance/rules/amount.ts";
import { isToldAgain, openingFaults } from "../../finance/rules/opening.ts";
import { agent } from "../../people/needs.ts";
import { resultOf } from "../needs.ts";
import { openingFigures } from "../rules/opening-figures.ts";
import { openingParts, openingSerial } from "./opening-parts.ts";
import { type OpenMemberSaid, openMemberSaid } from "./opening-said.ts";

/** Names the matter: one statement for each member and currency. */
const aboutOf = ({ agent, currency }: OpenMemberSaid): string => `${agent}|${currency}`;

/**
 * States a member's balances as the book begins: share capital, savings, advances and credits still owed, and what is owed to the
 * member for deliveries settled before. A decision: all of it or nothing. Posts each against `opening`; interest owed is in no
 * account until it is collected, as with every credit here. Advances and credits are collected by settlements like any other,
 * what is owed is paid like a closed statement. The same told again changes nothing. Refused: `opening.told-otherwise`,
 * `opening.day-to-come`, `opening.currency-unknown`, `opening.amount-unreadable`, `opening.given-after`, `opening.nothing-said`,
 * `opening.id-used`, `credit.due-before-start`, `agent.unknown`.
 */
export const openMember: ActDeclaration = decision({
  kind: "opening.member",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "record-opening",
  says: openMemberSaid,
  needs: (said) => ({
    kept: openingOf("member", aboutOf(said)),
    agent: agent(said.agent),
    serial: tally("serial", openingSerial(said.on)),
    advances: each((said.advances ?? []).map((one) => advanceOf(one.advance))),
    credits: each((said.credits ?? []).map((one) => creditOf(one.credit))),
    result: said.owed === undefined ? always(null) : resultOf(said.owed.statement),
  }),
  follows: (said, known, context): PartsOfFollows | Refused => {
    if (known.kept !== null && isToldAgain(known.kept, said)) return {};
    const wrong = openingFaults(known.kept, said.on, context.today);
    if (known.agent === null) wrong.push(refused("agent.unknown", { agent: said.agent }, "agent").refusal);
    wrong.push(...usedIds(said, known));
    const grain = grainIn(context.settings, said.currency);
    if (grain === null)
      return refuse(...wrong, refused("opening.currency-unknown", { currency: said.currency }, "currency").refusal);
    return carried(said, grain, wrong, known.serial, context);
  },
});

function carried(
  said: OpenMemberSaid,
  grain: CurrencyGrain,
  before: readonly Refusal[],
  serial: bigint,
  context: Context,
): PartsOfFollows | Refused {
  const { figures, wrong } = openingFigures(said, grain);
  if (before.length + wrong.length > 0) return refuse(...before, ...wrong);
  return openingParts(said, figures, { grain, about: aboutOf(said), serial, act: context.act });
}

/** Ids that another advance, credit or statement has. */
function usedIds(
  said: OpenMemberSaid,
  known: { readonly advances: readonly unknown[]; readonly credits: readonly unknown[]; readonly result: unknown },
): readonly Refusal[] {
  const used: string[] = [];
  for (const [at, one] of (said.advances ?? []).entries()) if (known.advances[at] !== null) used.push(one.advance);
  for (const [at, one] of (said.credits ?? []).entries()) if (known.credits[at] !== null) used.push(one.credit);
  if (said.owed !== undefined && known.result !== null) used.push(said.owed.statement);
  const named = [...(said.advances ?? []).map((one) => one.advance), ...(said.credits ?? []).map((one) => one.credit)];
  for (const id of named.filter((one, at) => named.indexOf(one as never) !== at)) used.push(id);
  return used.map((id) => refused("opening.id-used", { id }).refusal);
}
