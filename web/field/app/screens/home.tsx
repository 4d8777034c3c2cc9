/** What the clerk sees between two hand-overs: how the day stands, what is open, and the one act: to receive. */
import { useEffect } from "preact/hooks";

import { kilogramsOf } from "../day/kilograms.ts";
import { cashInBox, pointHere } from "../day/point.ts";
import { questionsHere } from "../day/questions.ts";
import { dayOf } from "../day/told.ts";
import { turnOf } from "../day/turn.ts";
import { Act, Bar, MainAct } from "../parts/acts.tsx";
import { Figure } from "../parts/figure.tsx";
import { HealthNotices, useCanReceive } from "../parts/health.tsx";
import { personTitle } from "../parts/person.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import { type Field, useField } from "../screen.ts";
import { begunHandOvers, resumeHandOver } from "./hand-over/begin.ts";
import { warmUp } from "./hand-over/warm.ts";

/** The day in one sentence. */
function answer({ core, say }: Field): string {
  const day = dayOf(core);
  const net = kilogramsOf(day.kilos.reduce((sum, one) => sum + one.net, 0n));
  const count = String(day.handOvers.length - day.voids.length);
  if (day.closed !== null) return say("field.home.closed", { count, net });
  if (day.handOvers.length > 0) return say("field.home.some", { count, net });
  return say(day.opened === null ? "field.home.not-open" : "field.home.none");
}

/** Hand-overs that were begun and not given a receipt yet. */
function Begun() {
  const field = useField();
  const { core, say } = field;
  return (
    <>
      {begunHandOvers(core).map((one) => {
        const person = "agent" in one.who ? core.person(one.who.agent) : null;
        const name = "unknown" in one.who ? one.who.unknown.name : "";
        const who = person === null ? name || say("field.person.no-number") : personTitle(person, say);
        return (
          <Row
            key={one.id}
            mark="waiting"
            title={say("field.home.begun", { who })}
            under={say("field.home.begun-bags", { count: String(one.bags), gross: one.gross })}
            onPress={() => resumeHandOver(field, one.id)}
          />
        );
      })}
    </>
  );
}

/** Must: answer first; count truthfully; keep the one act in reach of the thumb. */
export function HomeScreen() {
  const field = useField();
  const { core, say, go } = field;
  useEffect(() => warmUp(core, say.notation), [core, say]);
  const day = dayOf(core);
  const waiting = turnOf(core).length;
  const open = questionsHere(core).filter((one) => one.answer === null).length;
  const cash = cashInBox(core);
  const canReceive = useCanReceive();
  const opens = day.opened === null && day.closed === null;
  return (
    <Shown
      title={answer(field)}
      speak
      back={false}
      bar={
        <Bar>
          {opens && canReceive ? (
            <Act icon="calendar" onPress={() => go("open-day")}>
              {say("field.home.open-day")}
            </Act>
          ) : null}
          {canReceive ? (
            <MainAct icon="sack" onPress={() => go("who")}>
              {say("field.home.receive")}
            </MainAct>
          ) : (
            <MainAct icon="send" onPress={() => go("unsent")}>
              {say("field.health.to-unsent")}
            </MainAct>
          )}
        </Bar>
      }
    >
      <p class="soft small under-title">
        {say("field.home.point", {
          organisation: core.settings()?.name ?? "",
          place: pointHere(core)?.name ?? core.place,
        })}
      </p>
      <HealthNotices />
      <Rows label={say("field.home.more")}>
        <Begun />
        <Row
          icon="turn"
          title={say("field.turn.title")}
          under={say("field.home.waiting", { count: String(waiting) })}
          onPress={() => go("turn")}
        />
        <Row
          icon="receipt"
          title={say("field.home.receipts")}
          onPress={() => go("receipts")}
          figure={<b>{day.handOvers.length}</b>}
        />
        {cash.map(({ currency, amount }) => (
          <Row
            key={currency}
            icon="cash"
            title={say("field.home.float")}
            onPress={() => go("float")}
            figure={<Figure exact={amount} of="money" currency={currency} />}
          />
        ))}
        <Row
          icon="question"
          title={say("field.home.questions")}
          under={say("field.home.questions-count", { count: String(open) })}
          onPress={() => go("questions")}
        />
        <Row icon="paper" title={say("field.home.paper")} onPress={() => go("paper")} />
        <Row icon="scale" title={say("field.scale.title")} onPress={() => go("scale")} />
        {opens ? null : <Row icon="box" title={say("field.home.close-day")} onPress={() => go("close-day")} />}
        <Row
          icon="person"
          title={say("field.home.clerk", { name: core.clerk()?.name ?? "" })}
          under={say("field.home.change-clerk")}
          onPress={() => core.lock()}
        />
        <Row icon="more" title={say("field.home.more")} onPress={() => go("more")} />
      </Rows>
    </Shown>
  );
}
