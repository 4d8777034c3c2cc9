/** What corrections ask of the book: what was decided, the papers of the statements they correct, and what is known now of their lines. */

import { issuedPaper } from "../../../kernel/act/issued.ts";
import { always, andThen, each, map, type Need, row, rows, rowsOfEach, together } from "../../../kernel/act/need.ts";
import type { Row } from "../../../kernel/act/record.ts";
import { settledDelivery } from "../../acopio/records.ts";
import { agreementVersions, planVersions, seasonNow } from "../../agreements/needs.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { SeasonPolicy } from "../../agreements/rules/season-policy.ts";
import { type OpenQuestion, openQuestions } from "../../book/needs.ts";
import { collecting } from "../../finance/needs.ts";
import type { StatementCorrection } from "../content/correction.ts";
import type { StatementContent } from "../content.ts";
import {
  correction,
  correctionEnd,
  correctionSettled,
  settlement,
  statementCorrection,
  statementResult,
} from "../records.ts";
import { overpaidId } from "../rules/correction/netted.ts";
import type { ClosedStatement, CorrectionKnown } from "../rules/correction/prepared.ts";
import type { HandOver } from "../rules/hand-over.ts";
import { type PlanRow, type PricesRead, pricesRead, yearlyCodes } from "../rules/plans-of-season.ts";
import { withBeside } from "./beside.ts";
import { handOvers } from "./hand-overs.ts";
import { priceTableOf } from "./prices.ts";
import { deductedInYear } from "./year.ts";

/** What is named of corrections, with what it was found to need. */
export type NamedCorrections = {
  readonly known: ReadonlyMap<string, CorrectionKnown>;
  /** Questions that wait about the hand-overs they are about. */
  readonly questions: readonly OpenQuestion[];
};

/** None. */
export const noCorrections: NamedCorrections = { known: new Map(), questions: [] };

/** The corrections under these ids, with everything by which they are worked out. */
export function correctionsByIds(ids: readonly string[]): Need<NamedCorrections> {
  if (ids.length === 0) return always(noCorrections);
  const first = {
    decided: rowsOfEach(correction, "key", ids),
    ended: rowsOfEach(correctionEnd, "key", ids),
    settled: rowsOfEach(correctionSettled, "key", ids),
  };
  return andThen(together(first), ({ decided, ended, settled }) => {
    const found = decided.map((one) => one[0] ?? null);
    const statements = [...new Set(found.flatMap((one) => one?.statement ?? []))];
    const documents = found
      .flatMap((one) => [one?.delivery, one?.replaced_by])
      .filter((one) => typeof one === "string");
    const then = {
      closed: each(statements.map(closedStatement)),
      handOvers: handOvers(documents),
      questions: openQuestions(documents),
      // What they may leave owed is a debt that this very settlement collects from.
      owed: each(ids.map((id) => together(collecting(overpaidId([{ lines: [{ correction: id }] }]))))),
    };
    return andThen(together(then), ({ closed, handOvers: deliveries, questions }) => {
      const plans = closed.flatMap((one) => one?.plans ?? []);
      return map(withBeside(plans, deliveries), (whole) => {
        const byId = new Map<string, HandOver>(whole.map((one) => [one.id, one]));
        const of = (id: string | null | undefined): HandOver | null => byId.get(id ?? "") ?? null;
        const known = ids.map((id, at): CorrectionKnown => {
          const one = found[at] ?? null;
          return {
            ...{ id, decided: one, isEnded: (ended[at]?.length ?? 0) > 0 },
            settledBy: settled[at]?.[0]?.statement ?? null,
            closed: closed[statements.indexOf(one?.statement ?? "")] ?? null,
            handOver: of(one?.delivery),
            replacement: of(one?.replaced_by),
          };
        });
        return { known: new Map(known.map((one) => [one.id, one])), questions };
      });
    });
  });
}

/** A closed statement as it may be corrected; null when it is not closed or issued no paper, as of what was owed before the book. */
export function closedStatement(statement: string): Need<ClosedStatement | null> {
  const asked = {
    result: row(statementResult, statement),
    papers: rows(issuedPaper, "byAbout", [statement]),
    corrections: rows(statementCorrection, "byCorrects", [statement]),
  };
  return andThen(together(asked), ({ result, papers, corrections }) => {
    const paper = papers.find((one) => one.kind === "statement");
    if (result === null || paper === undefined) return always(null);
    const content = JSON.parse(paper.content) as StatementContent;
    return closedOf(
      result,
      content,
      corrections.map((one) => one.said as StatementCorrection),
    );
  });
}

function closedOf(
  result: Row<typeof statementResult>,
  paper: StatementContent,
  corrections: readonly StatementCorrection[],
): Need<ClosedStatement> {
  const season = andThen(row(settlement, result.settlement), (found) =>
    found === null ? always(null) : seasonNow(found.season),
  );
  const asked = { season, list: paper.deductionPlan === null ? always([]) : agreementVersions(paper.deductionPlan.id) };
  return andThen(together(asked), ({ season: now, list }) => {
    const policy = list.find((one) => one.version === paper.deductionPlan?.version)?.body as SeasonPolicy | undefined;
    const deductions: DeductionPlan | null = policy?.deductions ?? null;
    const pricePlan = now?.policy.pricePlan ?? null;
    const named = [
      ...paper.deliveries,
      ...corrections.flatMap(({ lines }) => lines.flatMap(({ after }) => after ?? [])),
    ];
    const ids = new Set([...named.map((one) => one.plan.id), ...(pricePlan === null ? [] : [pricePlan])]);
    const codes = yearlyCodes(deductions);
    const then = {
      plans: each([...ids].map(planVersions)),
      taken: each(codes.map((code) => deductedInYear(result.agent, code, result.closed_on))),
    };
    return map(together(then), ({ plans, taken }) => ({
      ...{ statement: result.statement, closed: result.closed_on, paper, corrections, pricePlan, deductions },
      plans: plans.flat() as readonly PlanRow[],
      yearTaken: Object.fromEntries(codes.map((code, at) => [code, taken[at] ?? 0n])),
    }));
  });
}

/** Corrections of a hand-over, each with whether it was taken back or settled. */
export const correctionsOfDelivery = (delivery: string) =>
  andThen(rows(correction, "byDelivery", [delivery]), (found) =>
    map(
      together({
        ended: rowsOfEach(
          correctionEnd,
          "key",
          found.map((one) => one.correction),
        ),
        settled: rowsOfEach(
          correctionSettled,
          "key",
          found.map((one) => one.correction),
        ),
      }),
      ({ ended, settled }) =>
        found.map((one, at) => ({
          decided: one,
          isEnded: (ended[at]?.length ?? 0) > 0,
          settledBy: settled[at]?.[0]?.statement ?? null,
        })),
    ),
  );

/** One correction by its id, with what became of it. */
export const correctionOf = (id: string) =>
  together({ decided: row(correction, id), ended: row(correctionEnd, id), settled: row(correctionSettled, id) });

/**
 * The closed statement whose line a hand-over is: the one that took it, or, where it took the place of another, the one that took that one;
 * null when none has it.
 */
export const statementOfLine = (delivery: string): Need<ClosedStatement | null> =>
  andThen(row(settledDelivery, delivery), (settled) => {
    if (settled === null) return always(null);
    return closedStatement(settled.statement);
  });

/** The prices that corrected hand-overs may read: by every version of the plans of their statements, on their days. */
export const pricesOfCorrections = (known: readonly Pick<CorrectionKnown, "closed" | "handOver" | "replacement">[]) =>
  known.flatMap(({ closed, handOver, replacement }): readonly PricesRead[] => {
    const days = [handOver, replacement].flatMap((one) => one?.received?.happened ?? []);
    const plans = (closed?.plans ?? []).map((plan) => ({ ...plan, from_day: "" }));
    return plans.flatMap((plan) => pricesRead([plan], days));
  });

/** What is said of a line before it is decided. */
export type Asked = {
  readonly correction: string;
  readonly delivery: string;
  readonly reason: string;
  readonly replacedBy?: string | undefined;
};

/** A correction that nobody has decided yet, as it would be known, with the prices of now; `closed` is null where no statement has the line. */
export const askedCorrection = (said: Asked) =>
  andThen(statementOfLine(said.delivery), (closed) => {
    const asked = {
      result: closed === null ? always(null) : row(statementResult, closed.statement),
      handOvers: andThen(
        handOvers([said.delivery, ...(said.replacedBy === undefined ? [] : [said.replacedBy])]),
        (found) => withBeside(closed?.plans ?? [], found),
      ),
    };
    return andThen(together(asked), ({ result, handOvers: [handOver, replacement] }) => {
      const decided = {
        ...{ correction: said.correction, statement: closed?.statement ?? "", delivery: said.delivery },
        ...{ agent: result?.agent ?? "", reason: said.reason, replaced_by: said.replacedBy ?? null },
      };
      const known: CorrectionKnown = {
        ...{ id: said.correction, decided, isEnded: false, settledBy: null, closed },
        ...{ handOver: handOver ?? null, replacement: replacement ?? null },
      };
      return map(priceTableOf(pricesOfCorrections([known])), (prices) => ({ known, prices }));
    });
  });
