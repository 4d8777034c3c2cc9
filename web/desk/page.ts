/**
 * A page or a form of a book, declared: where it is, what it asks, what it draws. `serve.ts` opens it for whoever sits in the
 * book; a page itself knows neither cookies nor transactions.
 */
import type { BookSettings } from "../../kernel/act/declaration.ts";
import type { PersonalKind, Sealed } from "../../kernel/personal.ts";
import type { Question, Refusal, Result } from "../../kernel/refusal.ts";
import type { Session } from "../../store/installation/sessions.ts";
import type { Ask, May } from "../../store/reader/ask.ts";
import type { Frame } from "../components/frames.tsx";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import type { Services } from "../server/services.ts";
import type { Form } from "./form.ts";
import type { PlaceName } from "./places.ts";

/** What a page has at hand. Everything that is asked within one opening is read in one transaction. */
export type PageAt = {
  readonly request: Request;
  /** A named part of the address: `parameter("member")` of "/o/:book/members/:member". */
  parameter(name: string): string;
  /** The words of the address: `?q=…`. */
  readonly words: URLSearchParams;
  readonly session: Session;
  readonly book: string;
  readonly settings: BookSettings;
  /** The roles and powers of the reader, over all seats, today. To lead where one may go; the book itself decides. */
  readonly roles: readonly string[];
  readonly powers: ReadonlySet<string>;
  readonly ask: Ask;
  readonly may: May;
  /** Milliseconds since 1970, and the book's own day. */
  readonly now: number;
  readonly today: string;
  readonly language: string;
  /** Speaks the reader's language, and writes figures the way of the book's country. */
  readonly say: Say;
  /** What stands around the page: organisation, rail, languages, what was just done. `here` is the place it belongs to. */
  frame(here: PlaceName | null): Frame;
  /** An address of this book: `at.address("members")` is "/o/BOOK/members". */
  address(path: string, words?: Readonly<Record<string, string>>): string;
  /** What makes a form of this page hold once: goes into `ActForm` as `act`, new with each drawing. */
  newAct(): string;
  readonly services: Services;
};

/**
 * How an act was taken. A decision may be refused; a fact is kept, perhaps with questions. `waitsUntil`: it is a proposal until
 * that day, and the next page says so instead of what the form would tell (`told.proposed`).
 */
export type Spoken =
  | {
      readonly outcome: "done";
      readonly act: string;
      readonly questions: readonly Question[];
      readonly waitsUntil?: string;
    }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };

/** What a form has at hand besides. Each question is asked by itself, so that what was said just now is seen. */
export type FormAt = PageAt & {
  readonly form: Form;
  /**
   * Says an act on the reader's seat. The first one of a form takes the form's own act id, the next ones ids derived from it.
   * What does not fit the act's declaration is refused here, with its field (`act.field-unreadable`), and not sent.
   */
  speak(kind: string, says: unknown, how?: { readonly version?: number }): Promise<Spoken>;
  /** An id for what the form makes (`idOf("member")`): new with each form, the same when it is sent again. */
  idOf(what: string): string;
  /** Seals a personal value: the act says the seal, and the value travels beside the next act that is said. */
  seal(kind: PersonalKind, value: string): Sealed;
};

/** Where to go when a form was taken; `told` names the sentence `told.NAME` that the next page shows once. */
export type GoTo = { readonly goTo: string; readonly told?: string };

/** A page: `GET` of its path. `place` says that it is the front page of a place of the rail. */
export type BookPage = {
  readonly path: `/o/:book${string}`;
  readonly place?: PlaceName;
  open(at: PageAt): Promise<Result<Page | Response | GoTo>>;
};

/** A form: `POST` of its path. It answers by going on, or by drawing its page again with what is to be mended. */
export type BookForm = {
  readonly path: `/o/:book${string}`;
  /** "own": the form reads the body itself, as for a file. */
  readonly body?: "own";
  post(at: FormAt): Promise<Result<Page | Response | GoTo>>;
};
