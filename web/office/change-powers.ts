/** Publishing the matrix of powers anew, from its form. */
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { changePowersPage as draw, type LineShown } from "../../rooms/book/pages/change-powers.tsx";
import { limitsFromLine, lineFromLimits, type PowerLine } from "../../rooms/book/rules/matrix-form.ts";
import { allPowers, type PowerLimit, type PowerMatrix, rolesInOrder } from "../../rooms/book/rules/powers.ts";
import type { Filled } from "../components/fields.tsx";
import type { Form } from "../desk/form.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import type { Page } from "../render.ts";
import { versionsAt } from "./powers.ts";

/** The matrix that the form begins with: the newest, whether or not its day has come. */
async function newestAt(at: PageAt): Promise<Result<PowerMatrix>> {
  const versions = await versionsAt(at);
  return versions.ok ? done((versions.value.next ?? versions.value.now).matrix) : versions;
}

const shownOf = (matrix: PowerMatrix, role: string, power: string): LineShown => {
  const line = lineFromLimits(matrix, role, power);
  return line === null ? { kept: (matrix[role] ?? []).filter((one) => one.power === power) } : { line };
};

/** A line as it was typed. */
const typedLine = (form: Form, id: string): PowerLine => ({
  held: form.ticked(`hold.${id}`),
  second: form.ticked(`second.${id}`),
  apart: form.ticked(`apart.${id}`),
  upTo: form.text(`upTo.${id}`),
  currency: form.text(`currency.${id}`),
  product: form.text(`product.${id}`),
});

/** An amount stands in the form as people of the book's country write it, and is read so. */
const written = (line: PowerLine, { say }: PageAt): PowerLine =>
  line.upTo === "" ? line : { ...line, upTo: say("value.figure", { value: line.upTo }) };

async function page(at: PageAt, filled: Filled, typed: Form | null): Promise<Result<Page>> {
  if (!at.powers.has("settings")) return refused("power.missing", { power: "settings", agent: at.session.agent });
  const matrix = await newestAt(at);
  if (!matrix.ok) return matrix;
  const roles = rolesInOrder(matrix.value).map((role) => ({
    role,
    lines: Object.fromEntries(
      allPowers.map((power) => {
        const shown = shownOf(matrix.value, role, power);
        if (typed === null && "line" in shown) return [power, { line: written(shown.line, at) }];
        return [power, typed === null || "kept" in shown ? shown : { line: typedLine(typed, `${role}.${power}`) }];
      }),
    ),
  }));
  const props = {
    frame: at.frame("our-book"),
    book: at.book,
    action: at.address("powers/change"),
    back: at.address("powers"),
    act: at.newAct(),
    filled,
    roles,
    currencies: at.settings.currencies.map((one) => one.currency),
  };
  return done(draw(props, at.say));
}

export const changePowersPage: BookPage = {
  path: "/o/:book/powers/change",
  open: (at) => page(at, { typed: new URLSearchParams({ from: at.today }), wrong: [] }, null),
};

/** Says `powers.publish` with what was ticked. Refusals stand with their role. */
export const changePowersForm: BookForm = { path: "/o/:book/powers/change", post: publish };

/** The limits of one line as typed; an amount that cannot be read is noted under its role. */
function limitsTyped(form: Form, matrix: PowerMatrix, role: string, power: string): readonly PowerLimit[] {
  const id = `${role}.${power}`;
  const shown = shownOf(matrix, role, power);
  if ("kept" in shown) return form.ticked(`keep.${id}`) ? shown.kept : [];
  const line = typedLine(form, id);
  const upTo = line.held ? form.maybeFigure(`upTo.${id}`) : undefined;
  return limitsFromLine(power, { ...line, upTo: upTo ?? "" });
}

async function publish(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const matrix = await newestAt(at);
  if (!matrix.ok) return matrix;
  const from = form.readDay("from");
  const added = form.maybe("new-role");
  const powers = Object.fromEntries([
    ...Object.keys(matrix.value).map((role) => [
      role,
      allPowers.flatMap((power) => limitsTyped(form, matrix.value, role, power)),
    ]),
    ...(added === undefined || Object.hasOwn(matrix.value, added) ? [] : [[added, []]]),
  ]);
  if (form.wrong.length > 0) return page(at, { typed: form.typed, wrong: form.wrong }, form);
  const spoken = await at.speak("powers.publish", { powers, from });
  if (spoken.outcome === "refused")
    return page(at, { typed: form.typed, wrong: spoken.refusals.map((one) => placed(one, added)) }, form);
  return done({ goTo: at.address("powers"), told: "kept" });
}

/** A new role that is not spelled as a code is told beside its own field. */
const placed = (refusal: Refusal, added: string | undefined): Refusal =>
  added !== undefined && refusal.field?.startsWith(`powers.${added}`) ? { ...refusal, field: "new-role" } : refusal;
