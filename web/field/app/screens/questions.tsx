/** What the book asked about what this telephone said: both versions, who decides, and the answers that came. */

import { roleName } from "../../../language/names.ts";
import { sentenceInWords } from "../../../language/sentence.ts";
import { factsInWords, questionsHere } from "../day/questions.ts";
import { actTitle, actUnder } from "../day/words.ts";
import { Notice } from "../parts/notice.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";

/** Must: say that what was said is kept, and who decides; nothing is answered here. */
export function QuestionsScreen() {
  const { core, say, zone } = useField();
  const questions = questionsHere(core);
  const open = questions.filter((one) => one.answer === null).length;
  return (
    <Shown title={open === 0 ? say("field.asked.none") : say("field.asked.some", { count: String(open) })} speak>
      {questions.length === 0 ? (
        <Notice state="none" title={say("field.asked.empty")}>
          <p>{say("field.asked.empty-why")}</p>
        </Notice>
      ) : (
        <>
          <p class="soft">{say("field.asked.kept")}</p>
          <Rows label={say("field.home.questions")}>
            {questions.map((one) => (
              <Row
                key={`${one.item.act} ${one.code}`}
                mark={one.answer === null ? "waiting" : "kept"}
                title={sentenceInWords(
                  { code: one.code, facts: factsInWords(core, one.facts, say("field.person.no-name")) },
                  say,
                )}
                under={`${actTitle(one.item, core, say)} · ${actUnder(one.item, zone, say)}`}
              >
                <p class="answered">
                  {one.answer === null
                    ? say("field.asked.to", { role: roleName(one.to, say) })
                    : say("field.asked.answered", {
                        answer: say.has(`field.answer.${one.answer.answer}`)
                          ? say(`field.answer.${one.answer.answer}`)
                          : one.answer.answer,
                        day: one.answer.day,
                      })}
                  {one.answer?.note ? ` ${say("field.asked.note", { note: one.answer.note })}` : ""}
                </p>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </Shown>
  );
}
