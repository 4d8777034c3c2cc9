/** What the book asks, and the answers: one tap each, with a note where there is more to say. */
import { done, type Refusal, type Result } from "../../kernel/refusal.ts";
import { questionsPage as draw, type QuestionRow, type QuestionsChosen } from "../../rooms/book/pages/questions.tsx";
import { answers, type QuestionAnswer } from "../../rooms/book/rules/answers.ts";
import { listingOf, listPageOf, shown } from "../desk/listed.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";

/** Topics of the questions there are: the first words of their codes. */
const topics = [
  ...["delivery", "sample-result", "objection", "price", "advance", "payment", "settlement", "person", "agent", "tie"],
  ...["profile", "organisation", "people", "plot", "agreement", "opening", "act", "clock", "device", "letter"],
];

type Asked = Pick<QuestionRow, "position" | "ordinal" | "code" | "facts" | "names" | "role" | "since" | "speaker"> &
  Readonly<Record<"act_kind" | "found", string>> &
  Readonly<
    Record<
      "note" | "answered_on" | "answered_by" | "delivery" | "receipt" | "agent" | "settlement" | "statement",
      string | null
    >
  > & {
    readonly answer: QuestionAnswer | null;
  };

/** What of the address, or of a form's kept words, is chosen. */
function chosenIn(word: (name: string) => string): QuestionsChosen {
  const text = (name: string) => word(name).slice(0, 64);
  return {
    role: text("role"),
    topic: text("topic"),
    code: text("code"),
    state: word("state") === "answered" ? "answered" : "waiting",
    order: word("order") === "newest" ? "newest" : "oldest",
  };
}

const asked = ({ role, topic, code, state, order }: QuestionsChosen) => ({
  ...(role === "" ? {} : { role }),
  ...(topic === "" ? {} : { topic }),
  ...(code === "" ? {} : { code }),
  answered: state === "answered",
  newest: order === "newest",
  limit: shown,
});

/** The document a question is about, in words, and where it is. */
function documentOf(row: Asked, at: PageAt): QuestionRow["document"] {
  const { say, address, powers } = at;
  const to = (path: string, ...wanted: readonly string[]) =>
    [...wanted, "audit"].some((power) => powers.has(power)) ? address(path) : null;
  if (row.delivery !== null)
    return {
      says: say("questions.delivery", { receipt: row.receipt ?? "" }),
      href: to(`deliveries/${row.delivery}`, "see-deliveries"),
    };
  if (row.statement !== null)
    return {
      says: say("questions.statement", { number: row.statement }),
      href: to(`statements/${encodeURIComponent(row.statement)}`, "see-statements"),
    };
  if (row.settlement !== null)
    return {
      says: say("questions.settlement"),
      href: to(`settlements/${row.settlement}`, "close-settlement", "see-statements"),
    };
  if (row.agent === null) return null;
  const says = row.names[row.agent] ?? say("questions.person");
  return { says, href: powers.has("see-members") ? address(`members/${row.agent}`) : null };
}

function rowOf(row: Asked, at: PageAt): QuestionRow {
  const { position, ordinal, code, facts, names, role, since, speaker } = row;
  const answer =
    row.answer === null ? null : { is: row.answer, by: row.answered_by, on: row.answered_on ?? "", note: row.note };
  const mayAnswer = at.powers.has("answer-question") && (at.roles.includes(role) || at.roles.includes("manager"));
  return {
    ...{ position, ordinal, code, facts, names, role, since, speaker, answer },
    actKind: row.act_kind,
    document: documentOf(row, at),
    act: mayAnswer ? at.newAct() : null,
  };
}

type Refused = { readonly place: string; readonly note: string; readonly because: readonly Refusal[] } | null;

async function questionsAt(at: PageAt, chosen: QuestionsChosen, refused: Refused): Promise<Result<Page>> {
  const { skip } = listingOf(at.request);
  const found = await at.ask("questions.list", { ...asked(chosen), skip });
  if (!found.ok) return found;
  const rows = found.value.rows as unknown as readonly Asked[];
  const props = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    frame: at.frame("questions"),
    book: at.book,
    action: at.address("questions"),
    chosen,
    roles: ["manager", "treasurer"],
    topics,
    found: rows[0]?.found ?? "0",
    rows: rows.map((row) => rowOf(row, at)),
    refused,
  };
  return done(draw(props, at.say));
}

export const questionsPage: BookPage = {
  path: "/o/:book/questions",
  place: "questions",
  open: (at) =>
    questionsAt(
      at,
      chosenIn((name) => at.words.get(name) ?? ""),
      null,
    ),
};

/** Says `question.answer`. What cannot be answered is told beside its question, with the note as it was written. */
export const questionsForm: BookForm = { path: "/o/:book/questions", post: answer };

async function answer(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const place = form.text("place");
  const note = form.maybe("note");
  const [position = "", ordinal = ""] = place.split(".");
  const chosen = chosenIn((name) => form.text(`kept-${name}`));
  const says = {
    position,
    ordinal: /^\d{1,6}$/.test(ordinal) ? Number.parseInt(ordinal, 10) : -1,
    answer: answers.find((one) => one === form.text("answer")),
    ...(note === undefined ? {} : { note }),
  };
  const spoken = await at.speak("question.answer", says);
  if (spoken.outcome === "refused")
    return questionsAt(at, chosen, { place, note: note ?? "", because: spoken.refusals });
  const words = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));
  return done({ goTo: at.address("questions", words), told: "answered" });
}
