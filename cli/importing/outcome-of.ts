/** What became of a row once the book has answered what it says. */
import type { RowOutcome } from "../../exchange/outcome.ts";
import { remark } from "../../exchange/outcome.ts";
import { type Fact, question } from "../../kernel/refusal.ts";
import type { Answer } from "../../store/writer/answers.ts";

/** A row that says something: taken, or taken with a question of its own. */
export type Speaking<Draft> = Extract<RowOutcome<Draft>, { readonly draft: Draft }>;

type Coded = { readonly code: string; readonly facts: Readonly<Record<string, Fact>> };

/** The row is already in the book; `where` names what holds it. */
export const knownRow = <Draft>(
  { row, notes }: Speaking<Draft>,
  code: "import.lot-known" | "import.price-known",
  where: string,
): RowOutcome<Draft> => ({ outcome: "known", row, reason: remark(code, "", where), notes });

/** The book asks about what the row says. The row's own question leads; the book keeps its own either way. */
export function questionedRow<Draft>(read: Speaking<Draft>, { code, facts }: Coded): RowOutcome<Draft> {
  if (read.outcome === "questioned") return read;
  const { row, draft, notes } = read;
  return { outcome: "questioned", row, draft, reason: { code, field: "", found: "", facts }, notes };
}

/** The outcome of a row whose act was answered. */
export function outcomeOf<Draft>(
  read: Speaking<Draft>,
  answer: Answer,
  known: { readonly code: "import.lot-known" | "import.price-known"; readonly where: string },
): RowOutcome<Draft> {
  const { row, notes } = read;
  const refused = ({ code, facts }: Coded): RowOutcome<Draft> => ({
    outcome: "refused",
    row,
    reason: { code, field: "", found: "", facts },
    notes,
  });
  switch (answer.outcome) {
    case "done":
      return read;
    case "known already":
      return knownRow(read, known.code, known.where);
    case "done with a question":
      return questionedRow(read, answer.questions[0] as Coded);
    case "proposed":
      return questionedRow(read, question("proposal.waits", "manager", answer.act, { until: answer.until }));
    case "refused":
      return refused(answer.refusals[0] as Coded);
    case "kept, not yet understood":
      // Another import of the same file said it in the meantime; it only spoke at another time.
      if (answer.because.code === "act.id-used") return knownRow(read, known.code, known.where);
      return refused(answer.because);
  }
}
