/** The receipt that was given: its number and its square for the producer's own telephone, sharing, printing, and whoever is next. */
import { useMemo } from "preact/hooks";
import { voidOf } from "../../../../../rooms/acopio/needs.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { sentenceInWords } from "../../../../language/sentence.ts";
import { Act, Bar, MainAct, Quiet } from "../../parts/acts.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Open } from "../../parts/rows.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useField } from "../../screen.ts";
import { useSurroundings } from "../../surroundings.ts";
import { questionsOf } from "./asked.ts";
import { Hand } from "./hand-on.tsx";
import { givenBy, paperOf } from "./paper-of.ts";
import { canPayHere } from "./pay-here.ts";
import { Slip, Square } from "./slip.tsx";
import { useWhole } from "./use-whole.ts";

/** Must: show the square large enough for another telephone; tell what the book will ask, plainly; lead on to the next person. */
export function Receipt({ delivery }: { delivery: string }) {
  const { core, replace, go } = useField();
  const say = useSay();
  const { takeNewer } = useSurroundings();
  const whole = useWhole(delivery);
  const given = useMemo(() => givenBy(whole ?? null), [whole]);
  const next = (): void => {
    replace("turn");
    void takeNewer();
  };
  const bar = (
    <Bar>
      <MainAct icon="people" onPress={next}>
        {say("field.receipt.next-person")}
      </MainAct>
    </Bar>
  );
  if (whole === undefined) return null;
  if (given === null) return <Shown title={say("field.receipt.not-here")} bar={bar} />;
  const { content } = given;
  if (content === null)
    return (
      <Shown title={say("field.receipt.no-paper")} back={false} bar={bar}>
        <Notice state="waiting" title={say("field.receipt.kept")}>
          <p>{say("field.receipt.no-paper-why")}</p>
        </Notice>
      </Shown>
    );
  const voided = core.ask(voidOf(delivery));
  const asked = questionsOf(core, core.outbox().findLast((one) => one.act === delivery) ?? given.item);
  const notes = voided === null ? [] : [say("receipt.voided", { day: voided.on_day })];
  const paper = paperOf(core, { ...given, content }, say);
  const { square } = paper;
  return (
    <Shown title={say("field.receipt.title", { number: content.number })} away back={false} bar={bar}>
      <div class="receipt">
        <p class="receipt-number">
          <span>{say(voided === null ? "field.receipt.number" : "field.receipt.number-voided")}</span>
          <b>{content.number}</b>
        </p>
        {voided === null ? null : <Notice state="void" title={say("receipt.voided", { day: voided.on_day })} />}
        {!square ? null : (
          <>
            <Square code={square.text} label={square.says} />
            <p class="center">{say("field.receipt.photograph")}</p>
          </>
        )}
        {asked.length === 0 ? null : (
          <Notice state="waiting" title={say("field.receipt.asked", { count: `${asked.length}` })}>
            {asked.map((question) => (
              <p key={question.code}>{sentenceInWords(question, say)}</p>
            ))}
          </Notice>
        )}
        <div class="acts">
          {voided === null && canPayHere(core, content) ? (
            <Act icon="cash" onPress={() => go("pay", delivery)}>
              {say("field.receipt.pay-now")}
            </Act>
          ) : null}
          <Hand paper={paper} notes={notes} />
        </div>
        <Open summary={say("field.receipt.paper")}>{() => <Slip paper={paper} notes={notes} />}</Open>
        {voided === null ? <Quiet onPress={() => go("void", delivery)}>{say("field.receipt.void")}</Quiet> : null}
      </div>
    </Shown>
  );
}
