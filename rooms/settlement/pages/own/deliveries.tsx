/** One's own hand-overs, and one of them: what did I bring, what became of it, and what do I say to it? */
import type { ComponentChildren } from "preact";
import { ChoiceField, type Filled, WordsField } from "../../../../web/components/fields.tsx";
import { ActForm } from "../../../../web/components/form.tsx";
import type { Frame } from "../../../../web/components/frames.tsx";
import { type ListPage, Pager } from "../../../../web/components/list.tsx";
import { Mark } from "../../../../web/components/mark.tsx";
import { Notice } from "../../../../web/components/notice.tsx";
import { OwnFrame } from "../../../../web/components/own-frame.tsx";
import { Speaking, useSay } from "../../../../web/components/speaking.tsx";
import type { Say } from "../../../../web/language/say.ts";
import type { Page } from "../../../../web/render.ts";
import { OwnDeliveries, type OwnDelivery } from "./shared.tsx";

export type OwnDeliveriesProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: string;
  readonly rows: readonly OwnDelivery[];
  readonly found: string;
  readonly page: ListPage;
};

/** One hand-over in words and figures: facts as name and text, objections with their day, questions that wait. */
export type OwnDeliveryProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: string;
  readonly title: string;
  readonly delivery: OwnDelivery;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly links: readonly { readonly href: string; readonly says: string }[];
  readonly objections: readonly { readonly on: string; readonly against: string; readonly words: string | null }[];
  /** What the book waits for about it, in words. */
  readonly waiting: boolean;
  /** The form to object; null where it is past. */
  readonly form: { readonly action: string; readonly act: string; readonly filled: Filled } | null;
};

const page = (title: string, book: string, body: ComponentChildren, say: Say): Page => ({
  title,
  style: ["sheet", "own", "list", "form", "notice"],
  bandOf: book,
  bandLies: "along",
  ownStyle: "",
  body: <Speaking value={say}>{body}</Speaking>,
});

function List({ props }: { props: OwnDeliveriesProps }) {
  const say = useSay();
  return (
    <OwnFrame frame={props.frame} who={props.who}>
      <h1 class="speak">{say("own.deliveries-answer", { found: props.found })}</h1>
      {props.rows.length === 0 ? (
        <Notice state="none" title={say("own.no-deliveries")}>
          <p>{say("own.no-deliveries-why")}</p>
        </Notice>
      ) : (
        <section>
          <OwnDeliveries rows={props.rows} />
          <Pager page={props.page} found={props.found} />
        </section>
      )}
    </OwnFrame>
  );
}

/** The list. */
export const ownDeliveriesPage = (props: OwnDeliveriesProps, say: Say): Page =>
  page(`${say("place.my-deliveries")} · ${props.frame.organisation}`, props.book, <List props={props} />, say);

/** What one may object against, in the order in which it is usual. */
const against = ["weight", "tare", "moisture", "grade", "price", "deduction", "other"] as const;

function Objecting({ form }: { form: NonNullable<OwnDeliveryProps["form"]> }) {
  const say = useSay();
  return (
    <section>
      <h2>{say("own.objection")}</h2>
      <p>{say("own.objection-why")}</p>
      <ActForm
        action={form.action}
        act={form.act}
        filled={form.filled}
        named={["against", "words"]}
        submit={say("own.objection-say")}
      >
        <ChoiceField
          name="against"
          label={say("own.objection-against")}
          filled={form.filled}
          none={say("form.choose")}
          choices={against.map((one) => ({ value: one, says: say(`objection.${one}`) }))}
        />
        <WordsField name="words" label={say("own.objection-words")} filled={form.filled} optional />
      </ActForm>
    </section>
  );
}

function One({ props }: { props: OwnDeliveryProps }) {
  const say = useSay();
  return (
    <OwnFrame frame={props.frame} who={props.who}>
      <h1 class="speak">{props.title}</h1>
      {props.waiting ? (
        <p class="owe">
          <span class="waiting">
            <Mark name="waiting" />
          </span>
          <span>{say("own.waiting")}</span>
        </p>
      ) : null}
      <section>
        <dl class="facts">
          {props.facts.map(({ name, text }) => (
            <>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
        {props.links.map(({ href, says }) => (
          <a class="do" href={href}>
            {says}
          </a>
        ))}
      </section>
      {props.objections.length === 0 ? null : (
        <section>
          <h2>{say("own.objections")}</h2>
          {props.objections.map((one) => (
            <div class="said">
              <p>
                <b>{say(`objection.${one.against}`)}</b> <span class="soft">{say("value.day", { value: one.on })}</span>
              </p>
              {one.words === null ? null : <p>{one.words}</p>}
            </div>
          ))}
        </section>
      )}
      {props.form === null ? null : <Objecting form={props.form} />}
    </OwnFrame>
  );
}

/** One hand-over. */
export const ownDeliveryPage = (props: OwnDeliveryProps, say: Say): Page =>
  page(`${props.title} · ${props.frame.organisation}`, props.book, <One props={props} />, say);
