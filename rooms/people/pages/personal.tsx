/** What is held on whom and why; and of one person, with the way to have it erased. */
import { FigureField, type Filled, WordsField } from "../../../web/components/fields.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { type ListPage, Pager } from "../../../web/components/list.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";

/** One kind of value: of how many people, what for, and how many days after they left it is kept. */
export type HeldKind = {
  readonly kind: string;
  readonly people: string;
  readonly purpose: string | null;
  readonly days: number | null;
};

/** One look at somebody's values: when (an instant in the book's zone, written), who, at whom. */
export type Look = {
  readonly at: string;
  readonly who: string;
  readonly whom: string;
  readonly kinds: readonly string[];
};

export type PersonalProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly held: readonly HeldKind[];
  readonly due: readonly {
    readonly href: string;
    readonly name: string;
    readonly leftOn: string;
    readonly keptUntil: string;
  }[];
  readonly looks: readonly Look[];
  readonly page: ListPage;
  /** The form of the retention sheet; null for whoever may not change it. */
  readonly form: { readonly action: string; readonly act: string; readonly filled: Filled } | null;
};

/** Looks as a table, the last first. */
export function Looks({ looks }: { looks: readonly Look[] }) {
  const say = useSay();
  if (looks.length === 0) return <p class="soft">{say("personal.nobody-looked")}</p>;
  return (
    <Table
      label={say("personal.looks")}
      columns={[
        { head: say("personal.when") },
        { head: say("personal.who") },
        { head: say("personal.whom") },
        { head: say("personal.what") },
      ]}
      rows={looks.map((one) => ({
        name: one.at,
        cells: [one.who, one.whom, one.kinds.map((kind) => say(`personal-kind.${kind}`)).join(", ")],
      }))}
    />
  );
}

const daysWords = (days: number | null, say: Say): string =>
  days === null ? say("personal.no-end") : say("personal.days", { days: `${days}` });

function Held({ held }: { held: readonly HeldKind[] }) {
  const say = useSay();
  if (held.length === 0) return <p class="soft">{say("personal.nothing-held")}</p>;
  return (
    <Table
      label={say("personal.held")}
      columns={[
        { head: say("personal.kind") },
        { head: say("personal.people"), figures: true },
        { head: say("personal.purpose") },
        { head: say("personal.kept") },
      ]}
      rows={held.map((one) => ({
        name: say(`personal-kind.${one.kind}`),
        cells: [
          say("value.figure", { value: one.people }),
          one.purpose ?? say("personal.no-purpose"),
          daysWords(one.days, say),
        ],
      }))}
    />
  );
}

/** Kinds that the sheet speaks of: those that the register can hold. */
export const sheetKinds = ["name", "identity-number", "telephone", "account-number", "address"] as const;

function SheetForm({ form }: { form: NonNullable<PersonalProps["form"]> }) {
  const say = useSay();
  const named = sheetKinds.flatMap((kind) => [`${kind}-purpose`, `${kind}-days`]);
  return (
    <section>
      <h2>{say("personal.sheet")}</h2>
      <p class="soft">{say("personal.sheet-why")}</p>
      <ActForm
        action={form.action}
        act={form.act}
        filled={form.filled}
        named={named}
        submit={say("personal.sheet-publish")}
      >
        {sheetKinds.map((kind) => (
          <>
            <WordsField
              name={`${kind}-purpose`}
              label={say("personal.purpose-of", { kind: say(`personal-kind.${kind}`) })}
              filled={form.filled}
              rows={2}
            />
            <FigureField
              name={`${kind}-days`}
              label={say("personal.days-of", { kind: say(`personal-kind.${kind}`) })}
              unit={say("personal.days-unit")}
              filled={form.filled}
              optional
            />
          </>
        ))}
      </ActForm>
    </section>
  );
}

function Body({ props }: { props: PersonalProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="personal">
      <h1 class="speak">{say("personal.answer", { due: `${props.due.length}` })}</h1>
      <p class="soft">{say("personal.explained")}</p>
      <section>
        <h2>{say("personal.held")}</h2>
        <Held held={props.held} />
      </section>
      {props.due.length === 0 ? null : (
        <section>
          <h2>{say("personal.due")}</h2>
          <Table
            label={say("personal.due")}
            columns={[
              { head: say("members.name") },
              { head: say("personal.left-on") },
              { head: say("personal.kept-until") },
            ]}
            rows={props.due.map((one) => ({
              name: <a href={one.href}>{one.name}</a>,
              cells: [say("value.day", { value: one.leftOn }), say("value.day", { value: one.keptUntil })],
            }))}
          />
        </section>
      )}
      <section>
        <h2>{say("personal.looks")}</h2>
        <Looks looks={props.looks} />
        {props.page.previous || props.page.next ? <Pager page={props.page} found="…" /> : null}
      </section>
      {props.form === null ? null : <SheetForm form={props.form} />}
    </OfficeFrame>
  );
}

const drawn = (title: string, book: string, body: ReturnType<typeof Body>, say: Say): Page => ({
  title,
  style: ["sheet", "desk", "table", "list", "form", "notice"],
  bandOf: book,
  bandLies: "up",
  ownStyle: "",
  body: <Speaking value={say}>{body}</Speaking>,
});

/** The page of the whole book. */
export const personalPage = (props: PersonalProps, say: Say): Page =>
  drawn(`${say("personal.title")} · ${props.frame.organisation}`, props.book, <Body props={props} />, say);

/** What is held on one person. */
export type OnePersonalProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly name: string;
  readonly values: readonly {
    readonly kind: string;
    readonly value: string | null;
    readonly since: string;
    readonly purpose: string | null;
  }[];
  readonly erasedOn: string | null;
  readonly looks: readonly Look[];
  /** The form to erase; null for whoever may not, or when it was done. */
  readonly form: { readonly action: string; readonly act: string; readonly filled: Filled } | null;
  readonly links: readonly { readonly href: string; readonly says: string }[];
};

/** Values held, each with its day and purpose; what was erased says so. */
export function Values({ values }: Pick<OnePersonalProps, "values">) {
  const say = useSay();
  if (values.length === 0) return <p class="soft">{say("personal.nothing-held")}</p>;
  return (
    <dl class="about">
      {values.map((one) => (
        <div>
          <dt>{say(`personal-kind.${one.kind}`)}</dt>
          <dd>
            <b>{one.value ?? say("personal.gone")}</b>
            <br />
            <span class="soft">
              {say("personal.since", { day: one.since })} {one.purpose ?? say("personal.no-purpose")}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function One({ props }: { props: OnePersonalProps }) {
  const say = useSay();
  return (
    <OfficeFrame frame={props.frame} skipTo="personal">
      <h1 class="speak">{say("personal.of", { name: props.name })}</h1>
      {props.erasedOn === null ? null : (
        <Notice state="none" title={say("personal.erased-on", { day: props.erasedOn })}>
          <p>{say("personal.erased-why")}</p>
        </Notice>
      )}
      <section>
        <Values values={props.values} />
        {props.links.map(({ href, says }) => (
          <p>
            <a class="quiet" href={href}>
              {says}
            </a>
          </p>
        ))}
      </section>
      <section>
        <h2>{say("personal.looks")}</h2>
        <Looks looks={props.looks} />
      </section>
      {props.form === null ? null : (
        <section>
          <h2>{say("personal.erase")}</h2>
          <p>{say("personal.erase-why")}</p>
          <ActForm
            action={props.form.action}
            act={props.form.act}
            filled={props.form.filled}
            named={["reason"]}
            submit={say("personal.erase-do")}
            grave
          >
            <WordsField name="reason" label={say("personal.erase-reason")} filled={props.form.filled} rows={2} />
          </ActForm>
        </section>
      )}
    </OfficeFrame>
  );
}

/** The page of one person. */
export const onePersonalPage = (props: OnePersonalProps, say: Say): Page =>
  drawn(
    `${say("personal.of", { name: props.name })} · ${props.frame.organisation}`,
    props.book,
    <One props={props} />,
    say,
  );
