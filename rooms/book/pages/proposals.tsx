/** What waits for a second signature: what it would do, who proposed it, and what the reader may do about it. */

import type { MovedAmount } from "../../../kernel/act/ground.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { WordsField } from "../../../web/components/fields.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { withNames } from "../../../web/language/coded.ts";
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import { sentenceInWords } from "../../../web/language/sentence.ts";
import type { Page } from "../../../web/render.ts";
import { actName, powerName } from "./limits.ts";

/** One thing that was said: its field, and its value in words. */
export type Told = { readonly field: string; readonly says: string; readonly href: string | null };

export type ProposalShown = {
  readonly proposal: string;
  readonly kind: string;
  readonly power: string;
  readonly proposer: string | null;
  readonly on: string;
  readonly until: string;
  readonly amounts: readonly MovedAmount[];
  readonly told: readonly Told[];
  readonly names: Readonly<Record<string, string>>;
  /** What the reader may do: sign or decline another's, withdraw one's own; or only look. */
  readonly may: "sign" | "withdraw" | "look";
  readonly acts: { readonly sign: string; readonly end: string };
};

/** One that is over: signed, declined, withdrawn, or nobody signed in time. */
export type EndedShown = Pick<ProposalShown, "kind" | "proposer" | "on"> & {
  readonly ended: "signed" | "declined" | "withdrawn" | "expired";
  readonly by: string | null;
  readonly reason: string | null;
  readonly endedOn: string;
};

export type ProposalsProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly action: string;
  readonly powersHref: string;
  readonly open: readonly ProposalShown[];
  readonly ended: readonly EndedShown[];
  readonly refused: { readonly proposal: string; readonly reason: string; readonly because: readonly Refusal[] } | null;
};

const fieldName = (field: string, say: Say): string => wordOr("field", field, say);

function What({ shown }: { shown: ProposalShown }) {
  const say = useSay();
  return (
    <dl class="about">
      {shown.amounts.map(({ amount, currency }) => (
        <div>
          <dt>{say("proposals.moves")}</dt>
          <dd>{say("value.money", { value: amount, currency })}</dd>
        </div>
      ))}
      {shown.told.map(({ field, says, href }) => (
        <div>
          <dt>{fieldName(field, say)}</dt>
          <dd>{href === null ? says : <a href={href}>{says}</a>}</dd>
        </div>
      ))}
    </dl>
  );
}

function EndForm({ shown, props, way }: { shown: ProposalShown; props: ProposalsProps; way: "decline" | "withdraw" }) {
  const say = useSay();
  const mine = props.refused?.proposal === shown.proposal && props.refused.reason !== "" ? props.refused : null;
  const reason = `reason-${shown.proposal}`;
  return (
    <details open={mine !== null}>
      <summary>
        <span>{say(`proposals.${way}-title`)}</span>
      </summary>
      <ActForm
        action={`${props.action}/${way}`}
        act={shown.acts.end}
        filled={{ typed: null, wrong: [] }}
        named={[]}
        submit={say(`proposals.${way}`)}
        grave
      >
        <input type="hidden" name="proposal" value={shown.proposal} />
        <WordsField
          name={reason}
          label={say("proposals.reason")}
          filled={{ typed: new URLSearchParams({ [reason]: mine?.reason ?? "" }), wrong: [] }}
          rows={2}
        />
      </ActForm>
    </details>
  );
}

function Open({ shown, props }: { shown: ProposalShown; props: ProposalsProps }) {
  const say = useSay();
  const refused = props.refused?.proposal === shown.proposal ? props.refused : null;
  const values = {
    proposer: shown.proposer ?? say("questions.somebody"),
    act: actName(shown.kind, say),
    on: shown.on,
    until: shown.until,
  };
  return (
    <li>
      <h2 class="asked-says">
        <Sentence of="proposals.one" values={values} />
      </h2>
      <What shown={shown} />
      {refused === null ? null : (
        <Notice state="broken" title={say("form.not-done")}>
          {refused.because.map((one) => (
            <p>{sentenceInWords({ code: one.code, facts: withNames(one.facts, shown.names) }, say)}</p>
          ))}
          <p>{say("proposals.stays-open")}</p>
        </Notice>
      )}
      {shown.may === "look" ? (
        <p class="soft">{say("proposals.who-signs", { power: powerName(shown.power, say) })}</p>
      ) : null}
      {shown.may === "withdraw" ? <p class="soft">{say("proposals.not-you")}</p> : null}
      {shown.may === "sign" ? (
        <form method="post" action={`${props.action}/sign`}>
          <input type="hidden" name="act" value={shown.acts.sign} />
          <input type="hidden" name="proposal" value={shown.proposal} />
          <p class="acts">
            <button class="do main" type="submit">
              {say("proposals.sign")}
            </button>
          </p>
        </form>
      ) : null}
      {shown.may === "look" ? null : (
        <EndForm shown={shown} props={props} way={shown.may === "sign" ? "decline" : "withdraw"} />
      )}
    </li>
  );
}

function Ended({ ended }: { ended: readonly EndedShown[] }) {
  const say = useSay();
  if (ended.length === 0) return null;
  return (
    <section aria-labelledby="ended">
      <h2 id="ended">{say("proposals.ended")}</h2>
      <Table
        label={say("proposals.ended")}
        columns={["what", "proposer", "how", "by", "why"].map((one) => ({ head: say(`proposals.${one}`) }))}
        rows={ended.map((one) => ({
          name: actName(one.kind, say),
          cells: [
            `${one.proposer ?? say("questions.somebody")}, ${say("value.day", { value: one.on })}`,
            say(`proposals.was-${one.ended}`),
            one.ended === "expired"
              ? say("proposals.nobody")
              : `${one.by ?? say("questions.somebody")}, ${say("value.day", { value: one.endedOn })}`,
            one.reason ?? "—",
          ],
        }))}
      />
    </section>
  );
}

function Body({ props }: { props: ProposalsProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="proposals">
      <h1 class="speak">
        <Sentence of="proposals.answer" values={{ open: `${props.open.length}` }} />
      </h1>
      <p class="soft">
        {say("proposals.explained")} <a href={props.powersHref}>{say("proposals.to-powers")}</a>
      </p>
      <section>
        <ol class="asked">
          {props.open.map((one) => (
            <Open shown={one} props={props} />
          ))}
        </ol>
      </section>
      <Ended ended={props.ended} />
    </OfficeFrame>
  );
}

/** The page of proposals. */
export const proposalsPage = (props: ProposalsProps, say: Say): Page => ({
  title: `${say("proposals.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "notice", "form", "asked"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
