/** Who may do what in this book, and whether one signature is enough. */

import { seated } from "../../kernel/act/ground.ts";
import { done, type Refusal, type Result } from "../../kernel/refusal.ts";
import { allActs, allViews } from "../../rooms/all.ts";
import { powersPage as draw, type MatrixSheet, type PowersProps, type Reach } from "../../rooms/book/pages/powers.tsx";
import { asksForTwo, limitsFor, officerRoles, type PowerMatrix } from "../../rooms/book/rules/powers.ts";
import { enoughOfficers } from "../../rooms/book/rules/waiver.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";

type Version = {
  readonly version: number;
  readonly since: string;
  readonly reading: number | null;
  readonly matrix: PowerMatrix;
};
type Waiver = {
  readonly until: string;
  readonly reason: string | null;
  readonly waiver: string | null;
  readonly since: string;
};
type Seat = {
  readonly agent: string;
  readonly roles: readonly string[];
  readonly since: string;
  readonly until: string | null;
};

const sheetOf = ({ matrix, since, version }: Version): MatrixSheet => ({ matrix, since, version: `${version}` });

/** The version in force today, and the newest one whose day has not come. */
export async function versionsAt(at: PageAt): Promise<Result<{ now: Version; next: Version | null }>> {
  const found = await at.ask("powers.versions", {});
  if (!found.ok) return found;
  const versions = found.value.rows as unknown as readonly Version[]; // Newest first.
  const now = versions.find((one) => one.since <= at.today);
  const [newest] = versions;
  const none: Version = { version: 0, since: at.today, reading: null, matrix: {} };
  return done({ now: now ?? none, next: newest !== undefined && newest.since > at.today ? newest : null });
}

/** People in office today, and powers that ask for another's signature and that only one of them holds. */
type Officers = { readonly people: number; readonly lonely: readonly string[] };

/** Null when the reader may not see who sits where. */
async function officersAt(at: PageAt, matrix: PowerMatrix): Promise<Officers | null> {
  const seats = at.may("seats.list") ? await at.ask("seats.list") : null;
  if (seats === null || !seats.ok) return null;
  const roles = officerRoles(matrix);
  const sitting = (seats.value.rows as unknown as readonly Seat[]).filter(
    (one) =>
      one.since <= at.today &&
      (one.until === null || at.today <= one.until) &&
      one.roles.some((role) => roles.has(role)),
  );
  const holders = (power: string) =>
    new Set(sitting.filter((one) => limitsFor(matrix, one.roles, power).length > 0).map((one) => one.agent)).size;
  const second = new Set(
    Object.values(matrix).flatMap((limits) => limits.filter((one) => one.second === true).map((one) => one.power)),
  );
  return {
    people: new Set(sitting.map((one) => one.agent)).size,
    lonely: [...second].filter((power) => holders(power) === 1).sort(),
  };
}

const rolesWith = (matrix: PowerMatrix, powers: readonly string[]): ReadonlySet<string> =>
  new Set(
    Object.keys(matrix).filter((role) =>
      powers.some((power) => power === seated || limitsFor(matrix, [role], power).length > 0),
    ),
  );

const actsOf = (matrix: PowerMatrix): readonly Reach[] =>
  allActs.map(({ kind, power }) => ({ name: kind, roles: rolesWith(matrix, [power]), own: false }));

const viewsOf = (matrix: PowerMatrix): readonly Reach[] =>
  allViews.map(({ name, askers, self, everybody }) => ({
    name,
    roles: rolesWith(matrix, everybody === true ? [seated] : askers),
    own: self !== undefined,
  }));

type Refused = { readonly wrong: readonly Refusal[]; readonly typed: URLSearchParams } | null;

async function powersAt(at: PageAt, refused: Refused): Promise<Result<Page>> {
  const versions = await versionsAt(at);
  if (!versions.ok) return versions;
  const { now, next } = versions.value;
  const said = await at.ask("powers.waiver", {});
  if (!said.ok) return said;
  const waiting = await at.ask("proposals.list", { open: true, limit: 500 });
  if (!waiting.ok) return waiting;
  const officers = await officersAt(at, now.matrix);
  const [waiver] = said.value.rows as unknown as readonly Waiver[];
  const isSmall = officers === null || officers.people < enoughOfficers;
  const holds = waiver !== undefined && waiver.since <= at.today && at.today <= waiver.until && isSmall;
  const open = (waiting.value.rows as readonly { readonly until?: unknown }[]).filter(
    (one) => String(one.until) >= at.today,
  );
  const props: PowersProps = {
    frame: at.frame("our-book"),
    book: at.book,
    now: sheetOf(now),
    next: next === null ? null : sheetOf(next),
    isOld: now.reading === null,
    asksForTwo: now.reading !== null && asksForTwo(Object.values(now.matrix).flat()),
    waiver: holds ? { until: waiver.until, reason: waiver.reason, by: waiver.waiver } : null,
    officers: officers === null ? null : `${officers.people}`,
    lonely: holds ? [] : (officers?.lonely ?? []),
    proposals: { open: `${open.length}`, href: at.address("proposals") },
    changeHref: at.powers.has("settings") ? at.address("powers/change") : null,
    acts: actsOf(now.matrix),
    views: viewsOf(now.matrix),
    waive: at.powers.has("settings")
      ? {
          action: at.address("powers/waiver"),
          act: at.newAct(),
          filled: { typed: refused?.typed ?? null, wrong: refused?.wrong ?? [] },
          possible: isSmall,
        }
      : null,
  };
  return done(draw(props, at.say));
}

export const powersPage: BookPage = { path: "/o/:book/powers", open: (at) => powersAt(at, null) };

/** Says `powers.waive-second`. */
export const waiverForm: BookForm = {
  path: "/o/:book/powers/waiver",
  post: (at) =>
    decided(at, "powers.waive-second", { until: at.form.readDay("until"), reason: at.form.readText("reason") }),
};

/** Says `powers.end-waiver`. */
export const endWaiverForm: BookForm = {
  path: "/o/:book/powers/waiver/end",
  post: (at) => decided(at, "powers.end-waiver", { reason: at.form.readText("reason") }),
};

async function decided(at: FormAt, kind: string, says: unknown): Promise<Result<Page | GoTo>> {
  const { form } = at;
  if (form.wrong.length > 0) return powersAt(at, { wrong: form.wrong, typed: form.typed });
  const spoken = await at.speak(kind, says);
  if (spoken.outcome === "refused") return powersAt(at, { wrong: spoken.refusals, typed: form.typed });
  return done({ goTo: at.address("powers"), told: "kept" });
}
