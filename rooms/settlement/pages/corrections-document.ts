/** Corrections of earlier statements on the paper of one: line by line, what was, what is, and what is paid or owed for it. */
import type { PaperLine, PaperSection } from "../../../channels/paper/document.ts";
import type { Say } from "../../../web/language/say.ts";
import type { DeductionPlan } from "../../agreements/rules/deductions.ts";
import type { StatementCorrection } from "../content/correction.ts";
import type { StatementContent } from "../content.ts";
import { changesOf, lineName, lineReasons } from "./corrections-shape.ts";
import { wordsIn } from "./statement-words.ts";

type Held = { readonly content: StatementContent; readonly deductionPlan: DeductionPlan | null };
type Money = (grains: string | bigint) => string;

/** One section for each statement that is corrected, and one for what they come to. Empty where none is. */
export function correctionSections({ content, deductionPlan }: Held, money: Money, say: Say): readonly PaperSection[] {
  const { corrections } = content;
  if (corrections === undefined) return [];
  const { owed, repaid, paid } = corrections;
  const sum: PaperLine =
    owed === null
      ? {
          name: say(paid === "0" ? "corrected.nothing" : "corrected.paid"),
          figure: money(paid),
          rank: "total",
          reasons: [],
        }
      : {
          name: say("corrected.owed"),
          figure: money(owed.amount),
          rank: "total",
          reasons: [say("corrected.owed-why")],
        };
  return [
    ...corrections.of.map((of) => ofStatement(of, content, deductionPlan, money, say)),
    {
      heading: say("corrected.title"),
      lines: [
        ...repaid.map(
          ({ amount }): PaperLine => ({
            ...{ name: say("corrected.repaid"), figure: money(`-${amount}`), rank: "line", reasons: [] },
          }),
        ),
        sum,
      ],
      words: [say("corrected.why")],
    },
  ];
}

function ofStatement(
  of: StatementCorrection,
  content: StatementContent,
  plan: DeductionPlan | null,
  money: Money,
  say: Say,
): PaperSection {
  const nameOf = (code: string): string => {
    const found = plan?.deductions.find((one) => one.code === code);
    return found === undefined ? code : wordsIn(found.name, say).text;
  };
  return {
    heading: say("corrected.statement", { number: of.number }),
    lines: [
      ...of.lines.map(
        (one): PaperLine => ({
          name: lineName(one, say),
          figure: money(one.difference),
          rank: "line",
          reasons: [
            ...lineReasons(one, say),
            ...changesOf(one, content, say).map(({ what, before, after }) =>
              say("corrected.deduction", { name: what, before, after }),
            ),
          ],
        }),
      ),
      ...of.deductions.map(
        ({ before, after, difference }): PaperLine => ({
          name: nameOf((after ?? before)?.code ?? ""),
          figure: money(`${-BigInt(difference)}`),
          rank: "line",
          reasons: [
            say("corrected.deduction", {
              name: nameOf((after ?? before)?.code ?? ""),
              before: money(before?.amount ?? "0"),
              after: money(after?.amount ?? "0"),
            }),
          ],
        }),
      ),
      {
        ...{ name: say("corrected.difference"), figure: money(of.net.difference), rank: "subtotal", reasons: [] },
      },
    ],
    words: [],
  };
}
