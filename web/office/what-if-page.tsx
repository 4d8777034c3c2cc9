/** The page after "who gains, who loses?": one sentence, then everybody with what was, what would be, and the difference. */
import { Figure } from "../components/figure.tsx";
import { type Frame, OfficeFrame } from "../components/frames.tsx";
import { Notice } from "../components/notice.tsx";
import { Sentence, Speaking, useSay } from "../components/speaking.tsx";
import { Table } from "../components/table.tsx";
import { exactOf } from "../desk/listed.ts";
import { personName } from "../language/names.ts";
import type { Say } from "../language/say.ts";
import { sentenceOf } from "../language/sentence.ts";
import type { Page } from "../render.ts";
import type { Outcome, PersonChanged } from "./what-if.ts";

export type WhatIfProps = {
  readonly frame: Frame;
  readonly book: string;
  /** The form of the plan, and every field as it was typed, so that one comes back to it. */
  readonly action: string;
  readonly typed: URLSearchParams;
  readonly code: string;
  readonly currency: string;
  readonly lineGrain: string;
  /** Null when no hand-over was paid by this plan, or the reader may not see it. */
  readonly outcome: Outcome | null;
};

const changeOf = ({ before, after }: PersonChanged): bigint => after - before;

function Answer({ outcome, money }: { outcome: Outcome; money: (grains: bigint) => string }) {
  const { people } = outcome;
  const gain = people.filter((one) => changeOf(one) > 0n).length;
  const lose = people.filter((one) => changeOf(one) < 0n).length;
  const sum = people.reduce((all, one) => all + changeOf(one), 0n);
  return (
    <h1 class="speak">
      <Sentence
        of="what-if.answer"
        values={{ gain: String(gain), lose: String(lose), sum: money(sum), deliveries: outcome.compared.toString() }}
      />
    </h1>
  );
}

function People({ outcome, props }: { outcome: Outcome; props: WhatIfProps }) {
  const say = useSay();
  const counted = { of: "money", currency: props.currency } as const;
  const figure = (grains: bigint, sign: "negative" | "always" = "negative") => (
    <Figure exact={exactOf(grains.toString(), props.lineGrain)} counted={counted} sign={sign} />
  );
  return (
    <Table
      label={say("what-if.people")}
      columns={[
        { head: say("what-if.who") },
        { head: say("what-if.deliveries"), figures: true },
        { head: say("what-if.before"), figures: true },
        { head: say("what-if.after"), figures: true },
        { head: say("what-if.change"), figures: true },
      ]}
      rows={outcome.people.map((one) => ({
        name: [one.number, personName(one, say)].filter((part) => part !== null).join(" · "),
        cells: [
          say("value.figure", { value: one.deliveries.toString() }),
          figure(one.before),
          figure(one.after),
          figure(changeOf(one), "always"),
        ],
      }))}
    />
  );
}

function Body({ props }: { props: WhatIfProps }) {
  const say = useSay();
  const { outcome } = props;
  const money = (grains: bigint): string =>
    say("what-if.money", { sum: exactOf(grains.toString(), props.lineGrain), currency: props.currency });
  const isEmpty = outcome === null || outcome.people.length === 0;
  return (
    <OfficeFrame frame={props.frame} skipTo="what-if">
      {isEmpty ? <h1 class="speak">{say("what-if.nothing")}</h1> : <Answer outcome={outcome} money={money} />}
      {outcome === null ? null : <p class="soft">{say("what-if.how", { since: outcome.since })}</p>}
      {outcome !== null && outcome.left > 0n ? (
        <Notice state="waiting" title={say("what-if.left", { left: outcome.left.toString() })}>
          {outcome.why === null ? null : (
            <p>{say(`what-if.why-${outcome.why.plan}`, { reason: sentenceOf(outcome.why.refusal, say) })}</p>
          )}
        </Notice>
      ) : null}
      {outcome !== null && outcome.compared + outcome.left < outcome.found ? (
        <p class="soft">{say("what-if.newest", { found: outcome.found.toString() })}</p>
      ) : null}
      {isEmpty ? null : <People outcome={outcome} props={props} />}
      <form method="post" action={props.action}>
        {[...props.typed].map(([name, value]) =>
          name === "do" ? null : <input type="hidden" name={name} value={value} />,
        )}
        <p class="moves">
          <button class="do do-main" type="submit" name="do" value="try">
            {say("what-if.back")}
          </button>
        </p>
      </form>
    </OfficeFrame>
  );
}

/** The page. */
export const whatIfPage = (props: WhatIfProps, say: Say): Page => ({
  title: `${say("what-if.title", { code: props.code })} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "money"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
