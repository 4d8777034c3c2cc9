import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { decision, fact } from "../../kernel/act/declaration.ts";
import { refuse } from "../../kernel/act/follows.ts";
import { question, refused } from "../../kernel/refusal.ts";
import { openQuestions } from "./needs.ts";
import { byTelephone, codesOf, efrain, emptyBook, idOf, marta, openedBook, testSettings, today } from "./testing.ts";

/** A note is a made-up fact, a decree a made-up decision: the ground is the same for both. */
const note = fact({
  kind: "test.note",
  version: 1,
  rules: 1,
  room: "test",
  power: "receive",
  says: z.object({ doubt: z.optional(z.string()) }),
  needs: () => ({}),
  follows: ({ doubt }) => (doubt === undefined ? {} : { questions: [question("test.doubt", "technician", doubt)] }),
});
const decree = decision({
  kind: "test.decree",
  version: 1,
  rules: 1,
  room: "test",
  power: "publish-price",
  says: z.object({ about: z.optional(z.string()) }),
  needs: ({ about }) => ({ open: openQuestions(about === undefined ? [] : [about]) }),
  follows: (_said, { open }) =>
    open.length === 0 ? {} : refuse(...open.map((one) => refused("test.waits", { code: one.code }).refusal)),
});
const opened = () => openedBook(note, decree);

describe("the ground of an act", () => {
  it("hears nobody in an empty book but the one who opens it", () => {
    const book = emptyBook(note);
    expect(codesOf(book.speak("test.note", {}))).toEqual(["seat.unknown"]);
    expect(book.speak("book.open", { settings: testSettings, founder: marta }).outcome).toBe("done");
    expect(book.speak("test.note", {}).outcome).toBe("done");
  });

  it("keeps what comes from a device that was never enrolled, and hears it once it is", () => {
    const book = opened();
    const lost = {
      by: efrain.agent,
      through: { way: "device", device: idOf("new"), sequence: 1, at: `${today}T15:00:00Z` },
    } as const;
    expect(book.speak("test.note", {}, lost)).toMatchObject({
      outcome: "kept, not yet understood",
      because: { code: "device.unknown" },
    });
    book.speak("device.enrol", { device: idOf("new"), publicKey: "B".repeat(43) });
    expect(book.speak("test.note", {}, lost).outcome).toBe("done");
  });

  it("does not hear one person through another's seat", () => {
    expect(codesOf(opened().speak("test.note", {}, { by: efrain.agent }))).toEqual(["seat.unknown"]);
  });

  it("refuses a decision without the power, and keeps a fact with a question", () => {
    const book = opened();
    expect(codesOf(book.speak("test.decree", {}, byTelephone(1)))).toEqual(["power.missing"]);
    const member = { agent: idOf("Rosa"), seat: idOf("Rosa's seat") };
    book.speak("seat.give", { ...member, roles: ["member"], from: "2026-01-01" });
    const through = { way: "seat", seat: member.seat, at: `${today}T15:00:00Z` } as const;
    expect(codesOf(book.speak("test.note", {}, { by: member.agent, through }))).toEqual(["act.without-power"]);
  });

  it("keeps a fact of a revoked telephone and takes no decision from it", () => {
    const book = opened();
    book.speak("seat.give", { ...efrain, roles: ["manager"], from: "2026-01-01", device: undefined });
    expect(book.speak("test.decree", {}, byTelephone(1)).outcome).toBe("done");
    book.speak("device.revoke", { device: efrain.device, reason: "stolen on the bus" });
    expect(codesOf(book.speak("test.note", {}, byTelephone(2)))).toEqual(["device.revoked"]);
    expect(codesOf(book.speak("test.decree", {}, byTelephone(3)))).toEqual(["device.revoked"]);
  });

  it.each([
    ["1970-01-01T00:03:00Z", "1970"],
    ["2100-01-01T00:00:00Z", "future"],
    ["2026-06-01T00:00:00Z", "far"],
  ])("asks about a clock at %s, and keeps the fact", (at, doubt) => {
    const answer = opened().speak("test.note", {}, byTelephone(1, at));
    expect(answer).toMatchObject({ folded: { outcome: { questions: [{ code: "clock.doubted", facts: { doubt } }] } } });
  });

  it("lets a closing wait for the questions about its document, and go on when they are answered", () => {
    const book = opened();
    book.speak("test.note", { doubt: "lot 7" });
    const position = String(book.history.length);
    expect(codesOf(book.speak("test.decree", { about: "lot 7" }))).toEqual(["test.waits"]);
    expect(book.speak("test.decree", { about: "lot 8" }).outcome).toBe("done");
    expect(book.speak("question.answer", { position, ordinal: 0, answer: "stands" }).outcome).toBe("done");
    expect(book.speak("test.decree", { about: "lot 7" }).outcome).toBe("done");
  });

  it("takes back the questions of an act that came to nothing", () => {
    const cause = decision({
      kind: "test.cause",
      version: 1,
      rules: 1,
      room: "test",
      power: "publish-price",
      says: z.object({}),
      needs: () => ({}),
      follows: () => ({
        questions: [question("test.doubt", "technician", "lot 9")],
        also: [{ kind: "test.never", version: 1, says: {} }],
      }),
    });
    const never = decision({
      kind: "test.never",
      version: 1,
      rules: 1,
      room: "test",
      power: "publish-price",
      says: z.object({}),
      needs: () => ({}),
      follows: () => ({ refused: [{ code: "test.no", facts: {} }] }),
    });
    const book = openedBook(decree, cause, never);
    expect(codesOf(book.speak("test.cause", {}))).toEqual(["test.no"]);
    expect(book.speak("test.decree", { about: "lot 9" }).outcome).toBe("done");
  });
});
