/** The turn: who is next, and with what. */

import { keepTurn, movedUp, turnOf, type Waiting, without } from "../day/turn.ts";
import { Act, Bar, MainAct } from "../parts/acts.tsx";
import { useCanReceive } from "../parts/health.tsx";
import { Icon } from "../parts/icon.tsx";
import { Notice } from "../parts/notice.tsx";
import { personTitle, personUnder } from "../parts/person.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { beginHandOver } from "./hand-over/begin.ts";

/** Who waits, as they are called at the point. */
function useCalled(): (one: Waiting) => { readonly title: string; readonly under: string } {
  const { core, say } = useField();
  return (one) => {
    const person = one.agent === null ? null : core.person(one.agent);
    const sacks = one.sacks === "" ? "" : say("field.turn.sacks", { count: one.sacks });
    const title = person === null ? one.name || say("field.person.no-number") : personTitle(person, say);
    const under = [person === null ? "" : personUnder(person, say), sacks].filter((part) => part !== "").join(" · ");
    return { title, under };
  };
}

/** Must: name the next one first; let somebody go before, or leave, without losing anything that was begun. */
export function TurnScreen() {
  const field = useField();
  const { core, say, go } = field;
  const called = useCalled();
  const canReceive = useCanReceive();
  const waiting = turnOf(core);
  const [next] = waiting;
  const begin = async (one: Waiting): Promise<void> => {
    await keepTurn(core, without(waiting, one.id));
    await beginHandOver(field, one.agent === null ? { unknown: { name: one.name } } : { agent: one.agent });
  };
  return (
    <Shown
      title={next === undefined ? say("field.turn.empty") : say("field.turn.next", { who: called(next).title })}
      speak
      bar={
        <Bar>
          {next === undefined || !canReceive ? null : (
            <MainAct icon="scale" onPress={() => void begin(next)}>
              {say("field.turn.begin", { who: called(next).title })}
            </MainAct>
          )}
          <Act icon="plus" onPress={() => go("who", "turn")}>
            {say("field.turn.add")}
          </Act>
        </Bar>
      }
    >
      {waiting.length === 0 ? (
        <Notice state="none" title={say("field.turn.none")}>
          <p>{say("field.turn.none-why")}</p>
        </Notice>
      ) : (
        <Rows label={say("field.turn.title")}>
          {waiting.map((one, at) => (
            <Row key={one.id} icon="person" title={called(one).title} under={called(one).under}>
              <div class="row-acts">
                {at === 0 ? null : (
                  <button class="small-key" type="button" onClick={() => void keepTurn(core, movedUp(waiting, one.id))}>
                    <Icon name="up" />
                    <span>{say("field.turn.up")}</span>
                    <span class="away">{called(one).title}</span>
                  </button>
                )}
                <button class="small-key" type="button" onClick={() => void keepTurn(core, without(waiting, one.id))}>
                  <Icon name="close" />
                  <span>{say("field.turn.drop")}</span>
                  <span class="away">{called(one).title}</span>
                </button>
                {at === 0 || !canReceive ? null : (
                  <button class="small-key" type="button" onClick={() => void begin(one)}>
                    <Icon name="scale" />
                    <span>{say("field.turn.now")}</span>
                    <span class="away">{called(one).title}</span>
                  </button>
                )}
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </Shown>
  );
}
