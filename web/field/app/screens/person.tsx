/** Who was found, in big figures: under which season, claim and agreement they deliver, before a sack is on the scale. */
import { useState } from "preact/hooks";
import { productName } from "../../../language/names.ts";
import { goOnWith } from "../day/begin.ts";
import { pointHere } from "../day/point.ts";
import { agentIn, purposeOf, purposeText } from "../day/purpose.ts";
import { agreementsOf, debtsOf, seasonsToday } from "../day/terms.ts";
import { Act, Bar, MainAct, PadBar } from "../parts/acts.tsx";
import { dayAndClock } from "../parts/clock.ts";
import { Figure } from "../parts/figure.tsx";
import { Notice } from "../parts/notice.tsx";
import { Pad } from "../parts/pad.tsx";
import { PersonCard, personTitle } from "../parts/person.tsx";
import { Row, Rows } from "../parts/rows.tsx";
import { Shown } from "../parts/shown.tsx";
import type { Person } from "../ports.ts";
import { useField } from "../screen.ts";

const acts = {
  receive: "field.who.weigh",
  paper: "field.who.weigh",
  turn: "field.turn.join",
  change: "field.who.change-to",
};

/** Must: show one person, and nothing that others at the point need not see. */
export function PersonScreen({ argument }: { argument: string }) {
  const field = useField();
  const { core, say, replace } = field;
  const purpose = purposeOf(argument);
  const person = core.person(agentIn(argument));
  const [sacks, setSacks] = useState<string | null>(null);
  if (person === null)
    return (
      <Shown title={say("field.who.title")}>
        <Notice state="none" title={say("field.who.found", { count: "0" })} />
        <Act icon="scan" onPress={() => replace("who", purposeText(purpose))}>
          {say("field.who.not-this")}
        </Act>
      </Shown>
    );
  const goOn = (): void => {
    if (purpose.for === "turn" && sacks === null) setSacks("");
    else void goOnWith(field, purpose, { agent: person.agent }, sacks ?? "");
  };
  return (
    <Shown
      title={personTitle(person, say)}
      away
      back={false}
      bar={
        sacks === null ? (
          <Bar>
            <Act icon="people" onPress={() => replace("who", purposeText(purpose))}>
              {say("field.who.not-this")}
            </Act>
            <MainAct icon={purpose.for === "turn" ? "turn" : "scale"} onPress={goOn}>
              {say(acts[purpose.for])}
            </MainAct>
          </Bar>
        ) : (
          <PadBar>
            <Pad
              name={say("field.turn.how-many")}
              label={say("field.turn.sacks-label")}
              unit=""
              keys="whole"
              value={sacks}
              onType={setSacks}
              onSave={goOn}
              save={say("field.turn.join")}
              hint={say("field.turn.how-many-hint")}
            />
          </PadBar>
        )
      }
    >
      <PersonCard person={person} />
      <Terms person={person} />
    </Shown>
  );
}

/** Season, claim, agreement and balances, as this telephone knows them. What it does not know, it says. */
function Terms({ person }: { person: Person }) {
  const { core, say, zone } = useField();
  const seasons = seasonsToday(core, pointHere(core)?.products ?? null);
  const agreements = agreementsOf(core, person.agent, seasons);
  const debts = debtsOf(core, person.agent);
  const knownOn = core.knownOn();
  const known = knownOn === null ? null : dayAndClock(knownOn, zone).day;
  return (
    <>
      {seasons.length === 0 ? (
        <Notice state="waiting" title={say("field.who.no-season")}>
          <p>{say("field.who.no-season-why")}</p>
        </Notice>
      ) : null}
      {seasons.map(({ policy }) => (
        <section key={policy.product} class="stands-in">
          <h2>{say("field.who.season")}</h2>
          <p class="season">{policy.season}</p>
          <p class="soft">
            {say("field.who.season-until", { product: productName(policy.product, say), until: policy.until })}
          </p>
        </section>
      ))}
      <dl class="facts">
        <dt>{say("field.who.agreement")}</dt>
        {agreements.length === 0 ? (
          <dd>{say("field.who.agreement-none")}</dd>
        ) : (
          agreements.map(({ kind, from }) => (
            <dd key={`${kind} ${from}`}>
              {say("field.who.agreement-since", { kind: say(`field.who.agreement-kind.${kind}`), from })}
            </dd>
          ))
        )}
        <dt>{say("field.who.claims")}</dt>
        <dd>{say("field.who.claims-unknown")}</dd>
      </dl>
      {debts.length === 0 || known === null ? null : (
        <>
          <h2>{say("field.who.debts", { known })}</h2>
          <Rows>
            {debts.map((one) => (
              <Row
                key={one.id}
                icon="cash"
                title={say(`field.who.debt-${one.kind}`)}
                figure={<Figure exact={one.amount} of="money" currency={one.currency} />}
              />
            ))}
          </Rows>
          <p class="small soft">{say("field.who.not-deducted")}</p>
        </>
      )}
      <p class="small soft">{known === null ? say("field.who.known-never") : say("field.who.known-on", { known })}</p>
    </>
  );
}
