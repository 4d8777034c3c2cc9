/** What happened to a hand-over, in its order; what is awaited comes last. */
import type { Happening } from "../../components/days.tsx";
import type { PageAt } from "../../desk/page.ts";
import { named } from "../../language/names.ts";
import { sentenceInWords } from "../../language/sentence.ts";
import type { Whole } from "../delivery.ts";

type Dated = Happening & { readonly on: string };

/** Received, measured again, objected, answered, settled, voided. */
export function historyOf(row: Whole, { say }: Pick<PageAt, "say">): readonly Happening[] {
  const dated = (on: string, mark: Happening["mark"], what: string, more: string | null = null): Dated => ({
    on,
    mark,
    day: say("value.day", { value: on }),
    what,
    more,
  });
  const happened: Dated[] = [
    dated(row.happened, "kept", say("history.received"), row.receipt),
    ...row.results.map((one) => dated(one.on, "kept", say("history.graded"), one.laboratory)),
    ...row.objections.map((one) =>
      dated(one.on, "waiting", say("history.objected", { against: say(`against.${one.against}`) }), one.words),
    ),
    ...row.questions
      .filter((one) => one.on !== null)
      .map((one) =>
        dated(
          one.on ?? "",
          "kept",
          say("history.answered", { answer: named("answer", one.answer ?? "", say) }),
          one.note ?? sentenceInWords(one, say),
        ),
      ),
    ...(row.settled === null ? [] : [dated(row.settled.on, "kept", say("history.settled"), row.settled.number)]),
    ...(row.voided_on === null ? [] : [dated(row.voided_on, "broken", say("history.voided"), row.void_reason)]),
  ];
  const isOver = row.voided_on !== null || row.settled !== null || row.past !== null;
  const awaited: Happening = { mark: "none", day: null, what: say("history.to-settle"), more: null };
  return [...happened.sort((one, other) => one.on.localeCompare(other.on)), ...(isOver ? [] : [awaited])];
}
