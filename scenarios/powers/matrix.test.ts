/** Every cell of the two matrices at the API: all declared acts × roles, and all declared views × roles, with the first matrix. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seated } from "../../kernel/act/ground.ts";
import { coffeeScheme } from "../../rooms/agreements/testing.ts";
import { allActs, allViews } from "../../rooms/all.ts";
import { firstPowers } from "../../rooms/book/rules/first-powers.ts";
import { boundBy } from "../../rooms/book/rules/powers.ts";
import { idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import { type Served, said, served } from "../../web/testing/served.ts";
import { sampleOf } from "./sample.ts";

const roles = Object.keys(firstPowers);
const held = new Map(roles.map((role) => [role, new Set(firstPowers[role]?.map((one) => one.power))]));
const personIn = (role: string) => ({ agent: idOf(`the ${role}`), seat: idOf(`the seat of the ${role}`) });

/** Said by hand: what no schema can make up. */
const written: Readonly<Record<string, unknown>> = {
  "grading-scheme.publish": { ...coffeeScheme, from: "2026-10-01" },
};
const sayings = new Map(allActs.map(({ kind, says }) => [kind, written[kind] ?? sampleOf(says)]));
const questions = new Map(
  allViews.map(({ name, asks }) => [name, sampleOf(asks) as Readonly<Record<string, unknown>>]),
);

let server: Served;
const tokens = new Map<string, string>();
/** Somebody whose seat ended yesterday, and somebody who was never given one. */
const [former, stranger] = [personIn("one who left"), personIn("stranger")];

beforeAll(async () => {
  server = await served();
  const give = (who: { agent: string; seat: string }, role: string) =>
    said("seat.give", { ...who, roles: [role], from: "2026-01-01" });
  const opening = [
    ...roles.map((role) => give(personIn(role), role)),
    give(former, "clerk"),
    said("seat.end", { seat: former.seat, until: "2026-01-02", reason: "went to study" }),
  ];
  // A manager's seat begins today.
  const manager = said("seat.give", {
    ...personIn("manager"),
    roles: ["manager"],
    from: new Date().toISOString().slice(0, 10),
  });
  const begun = await server.send([...opening.filter((_, at) => roles[at] !== "manager"), manager]);
  const made = server.services.installation.sessions;
  const people = [
    ...roles.map((role) => [role, personIn(role)] as const),
    ["former", former],
    ["stranger", stranger],
  ] as const;
  for (const [name, who] of people) tokens.set(name, await made.make({ book: testBook, ...who }));
  for (const answer of begun) if (answer.outcome !== "done") await laterToday(answer);
});
afterAll(() => server.close());

/** In the evening of Bogotá the day of UTC is tomorrow: then the seat begins on the book's own day. */
async function laterToday(answer: { outcome: string }): Promise<void> {
  const day = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10);
  const [again] = await server.send([said("seat.give", { ...personIn("manager"), roles: ["manager"], from: day })]);
  if (again?.outcome !== "done") throw new Error(JSON.stringify([answer, again]));
}

/** Says every act there is, as somebody; by kind, the codes that were answered. */
async function sayAll(
  name: string,
  who: { agent: string; seat: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const through = { way: "seat", seat: who.seat, at: new Date().toISOString() };
  const acts = allActs.map((one) =>
    said(one.kind, sayings.get(one.kind), {
      by: who.agent,
      through,
      version: one.version,
      id: idOf(`${name} ${one.kind}`),
    }),
  );
  const answers = await server.send(acts, tokens.get(name));
  const codes = answers.map((answer) => {
    if ("refusals" in answer) return answer.refusals.map((one) => one.code);
    if ("questions" in answer) return answer.questions.map((one) => one.code);
    return "because" in answer ? [`kept: ${answer.because.code}`] : [];
  });
  return new Map(allActs.map((one, at) => [one.kind, codes[at] ?? []]));
}

const withoutPower = (nature: string, codes: readonly string[] = []): boolean =>
  nature === "decision" ? codes.length === 1 && codes[0] === "power.missing" : codes.includes("act.without-power");

test("there is something to say for every act", () => {
  const unsaid = allActs.filter((one) => !one.says.safeParse(sayings.get(one.kind)).success);
  expect(unsaid.map((one) => one.kind)).toEqual([]);
});

describe.each(roles)("as %s [powers.matrix]", (role) => {
  test("every act is taken or refused as the matrix says", async () => {
    const codes = await sayAll(role, personIn(role));
    const expected = allActs.map(({ kind, power }) => [kind, power === seated || held.get(role)?.has(power) === true]);
    const found = allActs.map(({ kind, nature }) => [kind, !withoutPower(nature, codes.get(kind))]);
    expect(found).toEqual(expected);
    // Nothing was let through or stopped for another reason that hides the answer: every act was heard.
    expect([...codes].filter(([, all]) => all.some((code) => code.startsWith("kept:")))).toEqual([]);
  });
  test("every view answers or not as its askers say; of oneself, where it is about oneself", async () => {
    const cells = await Promise.all(
      allViews.map(async (view) => {
        const status = await statusOfView(role, view, {});
        const own =
          view.self === undefined ? null : await statusOfView(role, view, { [view.self]: personIn(role).agent });
        return [view.name, status !== 403, own === null || own !== 403];
      }),
    );
    const expected = allViews.map((view) => [
      view.name,
      view.everybody === true || view.askers.some((power) => held.get(role)?.has(power)),
      true,
    ]);
    expect(cells).toEqual(expected);
  });
});

/** Asks a view with something that fits its question. About a person it asks of somebody else, unless told otherwise. */
async function statusOfView(
  name: string,
  view: (typeof allViews)[number],
  more: Readonly<Record<string, string>>,
): Promise<number> {
  const asked = questions.get(view.name);
  const words = new URLSearchParams();
  for (const [field, value] of Object.entries({ ...asked, ...more }))
    for (const one of Array.isArray(value) ? value : [value]) words.append(field, String(one));
  const answer = await server.get(`/api/views/${view.name}?${words}`, tokens.get(name));
  if (answer.status === 403)
    expect(["view.not-yours", "session.seat-ended"]).toContain(((await answer.json()) as { code: string }).code);
  expect([200, 403], `${view.name}: ${answer.status}`).toContain(answer.status);
  return answer.status;
}

test("whoever left has no power and sees nothing, not even of themselves in the book", async () => {
  const codes = await sayAll("former", former);
  expect(allActs.filter(({ kind, nature }) => !withoutPower(nature, codes.get(kind))).map((one) => one.kind)).toEqual(
    [],
  );
  const statuses = await Promise.all(allViews.map((view) => statusOfView("former", view, {})));
  expect(new Set(statuses)).toEqual(new Set([403]));
});

test("somebody whose seat was never given is not heard, and sees nothing", async () => {
  const codes = await sayAll("stranger", stranger);
  expect([...codes].filter(([, all]) => all.join() !== "kept: seat.unknown")).toEqual([]);
  const statuses = await Promise.all(allViews.map((view) => statusOfView("stranger", view, {})));
  expect(new Set(statuses)).toEqual(new Set([403]));
});

test("a session of another book reaches no act, no page and no form of this one", async () => {
  const other = idOf("another book of ours");
  const opened = said("book.open", { settings: testSettings, founder: marta }, { book: other });
  await server.services.installation.writers.take(other, "test", [opened]);
  const token = await server.services.installation.sessions.make({ book: other, ...marta });
  const sent = await server.post(JSON.stringify({ book: testBook, acts: [said("seat.give", {})] }), {
    Authorization: `Bearer ${token}`,
  });
  expect([sent.status, ((await sent.json()) as { code: string }).code]).toEqual([404, "book.unknown"]);
  const routes = server.app.routes.filter(({ path, method }) => path.startsWith("/o/:book") && method !== "ALL");
  expect(routes.length).toBeGreaterThan(2);
  for (const { path, method } of routes) {
    const address = path.replace(":book", testBook).replace(/:[a-z]+(\{[^}]*\})?/g, testBook);
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await server.app.request(address, { method, headers, ...(method === "POST" ? { body: "" } : {}) });
    expect([method, path, answer.status]).toEqual([method, path, 404]);
  }
});

test("the form of powers offers limits exactly where acts weigh something", () => {
  const weighing = new Set(allActs.filter((one) => one.weighs !== undefined).map((one) => one.power));
  expect([...weighing].sort()).toEqual(Object.keys(boundBy).sort());
});
