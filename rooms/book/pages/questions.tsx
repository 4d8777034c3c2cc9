/** What the book asks: each question in words, with its document and three answers. */
import type { ComponentChildren } from "preact";
import type { Fact, Refusal } from "../../../kernel/refusal.ts";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { type ListPage, Pager } from "../../../web/components/list.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { withNames } from "../../../web/language/coded.ts";
import { roleName, wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import { sentenceInWords } from "../../../web/language/sentence.ts";
import type { Page } from "../../../web/render.ts";
import { answers, type QuestionAnswer } from "../rules/answers.ts";

/** One question as the view answers; `href` leads to its document. */
export type QuestionRow = {
  readonly position: string;
  readonly ordinal: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly names: Readonly<Record<string, string>>;
  readonly role: string;
  readonly since: string;
  readonly actKind: string;
  readonly speaker: string | null;
  readonly document: { readonly says: string; readonly href: string | null } | null;
  readonly answer: {
    readonly is: QuestionAnswer;
    readonly by: string | null;
    readonly on: string;
    readonly note: string | null;
  } | null;
  /** What makes its form hold once; null when the reader may not answer. */
  readonly act: string | null;
};

/** What was chosen of the list. */
export type QuestionsChosen = {
  readonly role: string;
  readonly topic: string;
  readonly code: string;
  readonly state: "waiting" | "answered";
  readonly order: "oldest" | "newest";
};

export type QuestionsProps = ListPage & {
  readonly frame: Frame;
  readonly book: string;
  readonly action: string;
  readonly chosen: QuestionsChosen;
  readonly roles: readonly string[];
  readonly topics: readonly string[];
  readonly found: string;
  readonly rows: readonly QuestionRow[];
  /** Of a form sent just now that could not be done: which question, what was noted, and why. */
  readonly refused: { readonly place: string; readonly note: string; readonly because: readonly Refusal[] } | null;
};

const topicName = (topic: string, say: Say): string => wordOr("topic", topic, say);

/** The sentence of a question, with people and powers by their names. */
export const questionSays = (row: Pick<QuestionRow, "code" | "facts" | "names">, say: Say): string =>
  sentenceInWords({ code: row.code, facts: withNames(row.facts, row.names) }, say);

function Select(props: {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <div class="filter">
      <label for={props.name}>{props.label}</label>
      <select id={props.name} name={props.name} class="field">
        {props.options.map(([value, says]) => (
          <option value={value} selected={value === props.value}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}

function Filters({ props }: { props: QuestionsProps }) {
  const say = useSay();
  const { chosen } = props;
  const all = ["", say("questions.all")] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers of 2020, which people here have
    <form class="find" method="get" action={props.action} role="search">
      <Select
        name="role"
        label={say("questions.role")}
        value={chosen.role}
        options={[all, ...props.roles.map((one) => [one, roleName(one, say)] as const)]}
      />
      <Select
        name="topic"
        label={say("questions.topic")}
        value={chosen.topic}
        options={[all, ...props.topics.map((one) => [one, topicName(one, say)] as const)]}
      />
      <Select
        name="state"
        label={say("questions.state")}
        value={chosen.state}
        options={[
          ["waiting", say("questions.waiting")],
          ["answered", say("questions.answered")],
        ]}
      />
      <Select
        name="order"
        label={say("questions.order")}
        value={chosen.order}
        options={[
          ["oldest", say("questions.oldest")],
          ["newest", say("questions.newest")],
        ]}
      />
      <button class="do" type="submit">
        {say("questions.show")}
      </button>
    </form>
  );
}

/** Where it comes from: who said what, when, and the document it is about. */
function About({ row }: { row: QuestionRow }) {
  const say = useSay();
  const act = wordOr("act", row.actKind, say);
  const { document } = row;
  return (
    <p class="soft">
      {say("questions.from", { act, speaker: row.speaker ?? say("questions.somebody"), day: row.since })}
      {" · "}
      {say("questions.for", { role: roleName(row.role, say) })}
      {document === null ? null : " · "}
      {document === null ? null : document.href === null ? document.says : <a href={document.href}>{document.says}</a>}
    </p>
  );
}

function Answered({ row }: { row: QuestionRow }) {
  const say = useSay();
  const { answer } = row;
  if (answer === null) return null;
  const values = { answer: say(`answer.${answer.is}`), by: answer.by ?? say("questions.somebody"), day: answer.on };
  return (
    <p>
      <Sentence of="questions.was-answered" values={values} />
      {answer.note === null ? null : ` ${answer.note}`}
    </p>
  );
}

/** One tap answers; a note may be opened and written first. */
function AnswerForm({ row, props }: { row: QuestionRow; props: QuestionsProps }) {
  const say = useSay();
  const place = `${row.position}.${row.ordinal}`;
  const refused = props.refused?.place === place ? props.refused : null;
  if (row.act === null || row.answer !== null) return null;
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="act" value={row.act} />
      <input type="hidden" name="place" value={place} />
      {Object.entries(props.chosen).map(([name, value]) => (
        <input type="hidden" name={`kept-${name}`} value={value} />
      ))}
      {refused === null ? null : (
        <Notice state="broken" title={say("form.not-done")}>
          {refused.because.map((one) => (
            <p>{sentenceInWords({ code: one.code, facts: withNames(one.facts, row.names) }, say)}</p>
          ))}
        </Notice>
      )}
      <details open={refused !== null && refused.note !== ""}>
        <summary>
          <span>{say("questions.note")}</span>
        </summary>
        <label for={`note-${place}`}>{say("questions.note-label")}</label>
        <textarea id={`note-${place}`} name="note" class="field words" rows={2} maxLength={500}>
          {refused?.note ?? ""}
        </textarea>
      </details>
      <p class="acts">
        {answers.map((one) => (
          <button class="do" type="submit" name="answer" value={one} aria-describedby={`q-${place}`}>
            {say(`answer.${one}`)}
          </button>
        ))}
      </p>
    </form>
  );
}

function Question({ row, props }: { row: QuestionRow; props: QuestionsProps }) {
  const say = useSay();
  return (
    <li>
      <p class="asked-says" id={`q-${row.position}.${row.ordinal}`}>
        {questionSays(row, say)}
      </p>
      <About row={row} />
      <Answered row={row} />
      <AnswerForm row={row} props={props} />
    </li>
  );
}

function Empty({ chosen }: { chosen: QuestionsChosen }) {
  const say = useSay();
  const isFiltered = chosen.role !== "" || chosen.topic !== "" || chosen.code !== "" || chosen.state === "answered";
  return (
    <Notice state="none" title={say(isFiltered ? "questions.none-such" : "questions.none")}>
      <p>{say(isFiltered ? "questions.none-such-why" : "questions.none-why")}</p>
    </Notice>
  );
}

function Body({ props }: { props: QuestionsProps }): ComponentChildren {
  const say = useSay();
  const { chosen } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="questions">
      <h1 class="speak">
        <Sentence of={`questions.answer-${chosen.state}`} values={{ found: props.found }} />
      </h1>
      <p class="soft">{say("questions.what")}</p>
      <Filters props={props} />
      {chosen.code === "" ? null : (
        <p>
          {say("questions.one-kind")} <a href={props.action}>{say("questions.see-all")}</a>
        </p>
      )}
      <section>
        {props.rows.length === 0 ? <Empty chosen={chosen} /> : null}
        <ol class="asked">
          {props.rows.map((row) => (
            <Question row={row} props={props} />
          ))}
        </ol>
        <Pager page={props} found={props.found} />
      </section>
    </OfficeFrame>
  );
}

/** The page of questions. */
export const questionsPage = (props: QuestionsProps, say: Say): Page => ({
  title: `${say("questions.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "list", "notice", "form", "asked"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
