import { describe, expect, it } from "vitest";
import { codesOf, idOf, openedBook, testSettings } from "../book/testing.ts";
import { acts } from "./index.ts";
import { member, memberByNumber } from "./needs.ts";
import { rosa, sealed, withRosa } from "./testing.ts";

const opened = () => openedBook(...acts);
const withMember = () => withRosa(opened());
type Book = ReturnType<typeof opened>;
const memberOn = (book: Book, day: string, agent = rosa.agent) => {
  const tried = member(agent, day).tryOn(book.page);
  if ("missing" in tried) throw new Error("a whole page knows");
  return tried.known;
};
const written = (book: Book) => book.history.at(-1)?.follows.records ?? [];

describe("registering who there is [people.register]", () => {
  it("keeps a person without any papers", () => {
    const book = opened();
    expect(codesOf(book.speak("person.register", { agent: idOf("Juan") }))).toEqual([]);
    expect(memberOn(book, "2026-11-15", idOf("Juan"))).toEqual({
      agent: { agent: idOf("Juan"), kind: "person", form: null },
      memberships: [],
    });
  });
  it("keeps the name beside the act, never in it", () => {
    const book = withMember();
    const registering = book.history.find((one) => one.heard.body.kind === "person.register");
    expect(registering?.heard.text).not.toContain("Quispe");
    expect(registering?.heard.beside[0]?.value).toBe("Rosa Quispe");
  });
  it("said twice is once; another person under the same id asks the manager", () => {
    const book = withMember();
    const same = { agent: rosa.agent, name: sealed("name", "Rosa Quispe").sealed, community: "El Mirador" };
    expect(codesOf(book.speak("person.register", same))).toEqual([]);
    expect(written(book)).toEqual([]);
    expect(codesOf(book.speak("person.register", { ...same, community: "Otra" }))).toEqual(["agent.id-used"]);
    expect(codesOf(book.speak("household.register", same))).toEqual(["agent.id-used"]);
    expect(written(book).map((one) => one.record.table)).toEqual(["question"]);
  });
  it("of somebody corrected before anybody registered them is the next version, not the first once more", () => {
    const book = opened();
    book.speak("profile.correct", { agent: idOf("Juan"), community: "Otra" });
    expect(codesOf(book.speak("person.register", { agent: idOf("Juan"), community: "El Mirador" }))).toEqual([]);
    expect(written(book).map((one) => one.row.version)).toEqual([undefined, 2]);
  });
  it("keeps households, and organisations of every form, with a question about a form nobody knows", () => {
    const book = opened();
    expect(codesOf(book.speak("household.register", { agent: idOf("the Quispes") }))).toEqual([]);
    const named = (form: string) => ({ agent: idOf(form), name: "Los de Abajo", form });
    for (const form of ["informal", "seasonal", "kin", "company"])
      expect(codesOf(book.speak("organisation.register", named(form)))).toEqual([]);
    expect(codesOf(book.speak("organisation.register", named("guild")))).toEqual(["organisation.form-unknown"]);
  });
});

describe("correcting a profile [people.correct]", () => {
  it("is a new version; the one before stays", () => {
    const book = withMember();
    expect(codesOf(book.speak("profile.correct", { agent: rosa.agent, corrects: 1, community: "La Unión" }))).toEqual(
      [],
    );
    expect(written(book)[0]?.row).toMatchObject({ version: 2, community: "La Unión" });
  });
  it("asks when somebody else changed it since, and keeps both", () => {
    const book = withMember();
    book.speak("profile.correct", { agent: rosa.agent, corrects: 1, community: "La Unión" });
    const late = book.speak("profile.correct", { agent: rosa.agent, corrects: 1, community: "Alto Sinú" });
    expect(codesOf(late)).toEqual(["profile.changed-since"]);
    expect(written(book)[0]?.row).toMatchObject({ version: 3 });
  });
  it("asks about somebody nobody registered", () =>
    expect(codesOf(opened().speak("profile.correct", { agent: idOf("nobody") }))).toEqual(["agent.unknown"]));
});

describe("ties [people.ties]", () => {
  const begin = {
    tie: idOf("t"),
    from: rosa.agent,
    to: testSettings.organisation,
    kind: "membership",
    since: "2026-11-01",
  };
  it("make a member from the first to the last day, both included", () => {
    const book = withMember();
    book.speak("tie.end", { tie: rosa.tie, until: "2026-06-30", reason: "sells to her cousin" });
    const on = (day: string) => memberOn(book, day).memberships.map((one) => one.number);
    expect([on("2019-02-28"), on("2019-03-01"), on("2026-06-30"), on("2026-07-01")]).toEqual([[], ["31"], ["31"], []]);
  });
  it("may be several at once, and one may leave and come back", () => {
    const book = withMember();
    book.speak("tie.end", { tie: rosa.tie, until: "2026-06-30" });
    expect(codesOf(book.speak("tie.begin", { ...begin, number: "52" }))).toEqual([]);
    expect(codesOf(book.speak("tie.begin", { ...begin, tie: idOf("t2"), kind: "work" }))).toEqual([]);
    expect(memberOn(book, "2026-11-15").memberships.map((one) => one.number)).toEqual(["52"]);
    expect(memberByNumber("52", "2026-11-15").tryOn(book.page)).toEqual({ known: rosa.agent });
    expect(memberByNumber("31", "2026-11-15").tryOn(book.page)).toEqual({ known: null });
  });
  it("ask about agents and kinds nobody knows, and about a number that another member has", () => {
    const book = withMember();
    const odd = { ...begin, from: idOf("x"), kind: "friendship", number: "31" };
    expect(codesOf(book.speak("tie.begin", odd))).toEqual(["tie.agent-unknown", "tie.kind-unknown"]);
    const taken = { ...begin, tie: idOf("t3"), from: idOf("x"), number: "31" };
    expect(codesOf(book.speak("tie.begin", taken))).toEqual(["tie.agent-unknown", "tie.number-used"]);
    expect(memberByNumber("31", "2026-11-15").tryOn(book.page)).toEqual({ known: rosa.agent });
  });
  it("said twice are one; another under the same id asks", () => {
    const book = withMember();
    book.speak("tie.begin", begin);
    expect(codesOf(book.speak("tie.begin", begin))).toEqual([]);
    expect(written(book)).toEqual([]);
    expect(codesOf(book.speak("tie.begin", { ...begin, since: "2020-01-01" }))).toEqual(["tie.id-used"]);
  });
  it("end once; a second end, an unknown tie and an end before the beginning ask", () => {
    const book = withMember();
    expect(codesOf(book.speak("tie.end", { tie: idOf("none"), until: "2026-06-30" }))).toEqual(["tie.unknown"]);
    expect(codesOf(book.speak("tie.end", { tie: rosa.tie, until: "2026-06-30" }))).toEqual([]);
    expect(codesOf(book.speak("tie.end", { tie: rosa.tie, until: "2026-06-30" }))).toEqual([]);
    expect(codesOf(book.speak("tie.end", { tie: rosa.tie, until: "2026-07-31" }))).toEqual(["tie.ended-already"]);
    book.speak("tie.begin", begin);
    expect(codesOf(book.speak("tie.end", { tie: begin.tie, until: "2026-01-01" }))).toEqual([
      "tie.ends-before-it-begins",
    ]);
  });
});

describe("erasing a person [people.erase]", () => {
  const erase = { agent: rosa.agent, reason: "She asked for it in writing." };
  const left = (until = "2026-06-30") => {
    const book = withMember();
    book.speak("tie.end", { tie: rosa.tie, until });
    return book;
  };
  it("names the digests of every value the register ever held, once", () => {
    const book = left();
    const phone = sealed("telephone", "300 555 0101");
    book.speak("profile.correct", { agent: rosa.agent, telephone: phone.sealed }, { beside: [phone.beside] });
    expect(codesOf(book.speak("person.erase", erase))).toEqual([]);
    const digests = [sealed("name", "Rosa Quispe").sealed.digest, phone.sealed.digest];
    expect(written(book)).toMatchObject([{ record: { table: "erasure" }, row: { digests } }]);
    expect(codesOf(book.speak("person.erase", erase))).toEqual(["person.erased-already"]);
    const back = sealed("name", "Rosa Quispe de Mamani");
    expect(codesOf(book.speak("profile.correct", { agent: rosa.agent, name: back.sealed }))).toEqual(["person.erased"]);
    book.speak("question.answer", { position: String(book.history.length), ordinal: 0, answer: "stands" });
    expect(codesOf(book.speak("person.erase", erase))).toEqual([]);
    expect(written(book)).toMatchObject([{ row: { ordinal: 1, digests: [back.sealed.digest] } }]);
  });
  it("waits for the end of membership and for open questions", () => {
    const book = withMember();
    book.speak("profile.correct", { agent: rosa.agent, corrects: 9 });
    expect(codesOf(book.speak("person.erase", erase))).toEqual(["person.still-member", "person.open-question"]);
  });
  it("waits for the days the tax law wants, and says which day it is free", () => {
    const book = left("2026-11-10");
    book.speak("book.settings", { settings: { ...testSettings, taxHoldDays: 30 } });
    const answer = book.speak("person.erase", erase);
    // The newest entry in the register is of the day of the test, 15 November: 30 days are over on 15 December.
    expect(answer).toMatchObject({
      folded: { outcome: { refusals: [{ code: "person.held-by-tax", facts: { free: "2026-12-16" } }] } },
    });
  });
  it("is not for organisations or strangers", () => {
    const book = withMember();
    expect(codesOf(book.speak("person.erase", { ...erase, agent: testSettings.organisation }))).toEqual([
      "person.not-a-person",
    ]);
    expect(codesOf(book.speak("person.erase", { ...erase, agent: idOf("nobody") }))).toEqual(["agent.unknown"]);
  });
});
