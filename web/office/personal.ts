/** `/o/BOOK/personal`: what do we hold on people, and who looked? And `/o/BOOK/members/MEMBER/personal`: on one of them. */
import { isUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import {
  personalPage as draw,
  onePersonalPage as drawOne,
  type HeldKind,
  type Look,
  sheetKinds,
} from "../../rooms/people/pages/personal.tsx";
import { type Filled, fresh } from "../components/fields.tsx";
import { listingOf, listPageOf, shown } from "../desk/listed.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import { momentWords } from "../language/moment.ts";
import type { Page } from "../render.ts";

/** What the view `personal.looked` answers. */
export type LookRow = {
  readonly at: string;
  readonly name: string | null;
  readonly about_name: string | null;
  readonly about: string | null;
  readonly about_paper: string | null;
  readonly kinds: readonly string[];
  readonly people: number;
};

/** What the view `personal.of` answers. */
export type ValueRow = {
  readonly kind: string;
  readonly value: string | null;
  readonly since: string;
  readonly purpose: string | null;
  readonly erased: string | null;
};

/** A look in words: the day of the book and the clock, who, and at whom or at how many. */
export const lookOf = (row: LookRow, at: PageAt): Look => ({
  at: momentWords(row.at, at.settings.zone, at.say),
  who: row.name ?? at.say("members.name-unknown"),
  whom:
    row.about_paper !== null
      ? at.say("personal.of-order", { number: row.about_paper, people: `${row.people}` })
      : row.about === null
        ? at.say("personal.several", { people: `${row.people}` })
        : (row.about_name ?? at.say("members.name-unknown")),
  kinds: row.kinds,
});

export const personalPage: BookPage = { path: "/o/:book/personal", open: (at) => personalAt(at, null) };
export const retentionForm: BookForm = { path: "/o/:book/personal", post: publish };

async function publish(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const rules = sheetKinds.map((kind) => {
    const purpose = form.readText(`${kind}-purpose`);
    const days = form.maybeFigure(`${kind}-days`);
    const typed = form.text(`${kind}-days`);
    if (typeof days === "string" && !/^\d+$/.test(days))
      form.wrong.push(refused("form.figure-unreadable", { typed }, `${kind}-days`).refusal);
    return { kind, purpose, ...(typeof days === "string" ? { days: Number.parseInt(days, 10) } : {}) };
  });
  const spoken = form.wrong.length > 0 ? null : await at.speak("retention.publish", { rules });
  if (spoken?.outcome === "done") return done({ goTo: at.address("personal"), told: "retention-published" });
  const wrong: readonly Refusal[] = [...form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
  return personalAt(at, { typed: form.typed, wrong });
}

async function personalAt(at: PageAt, typed: Filled | null): Promise<Result<Page>> {
  const { skip } = listingOf(at.request);
  const held = await at.ask("personal.held");
  if (!held.ok) return held;
  const due = await at.ask("personal.due", { today: at.today });
  const looked = await at.ask("personal.looked", { limit: shown, skip });
  if (!due.ok) return due;
  if (!looked.ok) return looked;
  const kinds = held.value.rows as readonly HeldKind[];
  const rows = looked.value.rows as readonly LookRow[];
  const sheet = await at.ask("retention.now");
  const props = {
    frame: at.frame("our-book"),
    book: at.book,
    held: kinds,
    due: (due.value.rows as readonly { agent: string; name: string | null; left_on: string; kept_until: string }[]).map(
      (one) => ({
        href: at.address(`members/${one.agent}/personal`),
        name: one.name ?? at.say("members.name-unknown"),
        leftOn: one.left_on,
        keptUntil: one.kept_until,
      }),
    ),
    looks: rows.map((row) => lookOf(row, at)),
    page: listPageOf(at.request, skip, rows.length, looked.value.next !== undefined),
    form: at.powers.has("settings")
      ? { action: at.address("personal"), act: at.newAct(), filled: typed ?? fresh(sheetWords(sheet)) }
      : null,
  };
  return done(draw(props, at.say));
}

type Sheet = Awaited<ReturnType<PageAt["ask"]>>;

/** What the sheet in force says, as the form's first words. */
function sheetWords(sheet: Sheet): Readonly<Record<string, string>> {
  const rules = sheet.ok
    ? ((sheet.value.rows[0]?.rules ?? []) as readonly { kind: string; purpose: string; days?: number }[])
    : [];
  return Object.fromEntries(
    rules.flatMap(({ kind, purpose, days }) => [
      [`${kind}-purpose`, purpose],
      ...(days === undefined ? [] : [[`${kind}-days`, `${days}`]]),
    ]),
  );
}

export const onePersonalPage: BookPage = {
  path: "/o/:book/members/:member/personal",
  open: (at) => onePersonalAt(at, fresh()),
};
export const erasureForm: BookForm = { path: "/o/:book/members/:member/personal", post: erase };

async function erase(at: FormAt): Promise<Result<Page | GoTo>> {
  const agent = at.parameter("member");
  const reason = at.form.readText("reason");
  const spoken = reason === null ? null : await at.speak("person.erase", { agent, reason });
  if (spoken?.outcome === "done") return done({ goTo: at.address(`members/${agent}/personal`), told: "person-erased" });
  const refusals = spoken?.outcome === "refused" ? spoken.refusals : [];
  return onePersonalAt(at, { typed: at.form.typed, wrong: [...at.form.wrong, ...refusals] });
}

async function onePersonalAt(at: PageAt, filled: Filled): Promise<Result<Page>> {
  const agent = at.parameter("member");
  if (!isUuid(agent)) return refused("agent.unknown", { agent });
  const held = await at.ask("personal.of", { agent });
  if (!held.ok) return held;
  const register = await at.ask("member.one", { agent });
  const looked = await at.ask("personal.looked", { about: agent, limit: 20 });
  if (!register.ok) return register;
  if (!looked.ok) return looked;
  const [person] = register.value.rows as readonly { readonly name: string | null; readonly erased: string | null }[];
  if (person === undefined) return refused("agent.unknown", { agent });
  const values = held.value.rows as readonly ValueRow[];
  const name = person.name ?? at.say("members.name-unknown");
  const isGone = values.every(({ value }) => value === null);
  const action = at.address(`members/${agent}/personal`);
  const props = {
    frame: at.frame("members"),
    book: at.book,
    name,
    values,
    erasedOn: person.erased,
    looks: (looked.value.rows as readonly LookRow[]).map((row) => lookOf(row, at)),
    form: at.powers.has("erase-person") && !isGone ? { action, act: at.newAct(), filled } : null,
    links: [
      { href: at.address(`members/${agent}/taxpayer`), says: at.say("purchase.taxpayer-link") },
      { href: at.address(`members/${agent}/history`), says: at.say("personal.take") },
    ],
  };
  return done(drawOne(props, at.say));
}
