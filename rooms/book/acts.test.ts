import { describe, expect, it } from "vitest";
import { firstPowers } from "./rules/first-powers.ts";
import {
  byTelephone,
  codesOf,
  efrain,
  emptyBook,
  idOf,
  marta,
  openedBook,
  testBook,
  testSettings,
  today,
} from "./testing.ts";

const open = { settings: testSettings, founder: marta };
const opening = (settings: object) =>
  codesOf(emptyBook().speak("book.open", { ...open, settings: { ...testSettings, ...settings } }));

describe("opening a book [book.open]", () => {
  it("gives the founder the manager's seat and the usual powers", () => {
    const book = emptyBook();
    expect(book.speak("book.open", open).outcome).toBe("done");
    const tables = book.history[0]?.follows.records.map((one) => one.record.table);
    expect(tables).toEqual(["book_settings", "powers", "seat", "second_waiver"]);
    expect(book.speak("book.settings", { settings: testSettings }).outcome).toBe("done");
  });
  it.each(["informal", "seasonal", "kin"])("opens for a group of form %s, which has no papers", (form) =>
    expect(opening({ form })).toEqual([]),
  );
  it("in the evening in Bogotá, when it is tomorrow in UTC, the founder has powers at once", () => {
    const book = emptyBook();
    const evening = { received: "2026-11-16T01:30:00.000Z" };
    book.speak("book.open", open, evening);
    expect(book.speak("book.settings", { settings: testSettings }, evening).outcome).toBe("done");
  });
  it("the grain of a currency's lines stays, also when the currency was left out for a while; that of its cash may change", () => {
    const book = openedBook();
    const [pesos, soles] = testSettings.currencies;
    const change = (...currencies: unknown[]) =>
      codesOf(book.speak("book.settings", { settings: { ...testSettings, currencies } }));
    expect(change({ ...pesos, line: "0.01" }, soles)).toEqual(["settings.line-changed"]);
    expect(change({ ...pesos, cash: "100" }, soles)).toEqual([]);
    expect(change(soles)).toEqual([]);
    expect(change(soles, { ...pesos, line: "0.01" })).toEqual(["settings.line-changed"]);
    expect(change(soles, pesos, { currency: "USD", line: "0.01", cash: "0.05" })).toEqual([]);
  });
  it("happens once", () => {
    const book = openedBook();
    expect(codesOf(book.speak("book.open", open))).toEqual(["book.already-open"]);
  });
  it("sent twice does no harm", () => {
    const book = emptyBook();
    book.speak("book.open", open, { id: idOf("the opening") });
    expect(book.speak("book.open", open, { id: idOf("the opening") }).outcome).toBe("known already");
  });
  it("says everything that is wrong at once", () => {
    const currencies = [
      { currency: "COP", line: "1", cash: "50" },
      { currency: "COP", line: "0", cash: "50" },
      { currency: "PEN", line: "0.03", cash: "0.10" },
    ];
    expect(opening({ zone: "America/Macondo", currencies })).toEqual([
      "settings.zone-unknown",
      "settings.currency-twice",
      "settings.grain-not-positive",
      "settings.cash-not-whole-lines",
    ]);
  });
  it("can be tried again after it was refused", () => {
    const book = emptyBook();
    book.speak("book.open", { ...open, settings: { ...testSettings, zone: "America/Macondo" } });
    expect(book.speak("book.open", open).outcome).toBe("done");
  });
});

describe("settings", () => {
  it("hold from the day they are said", () => {
    const book = openedBook();
    book.speak("book.settings", { settings: { ...testSettings, zone: "America/La_Paz" } });
    book.speak("powers.publish", { powers: firstPowers, from: today });
    expect(book.history.at(-1)?.context.settings?.zone).toBe("America/La_Paz");
  });
});

describe("seats [book.seats]", () => {
  it("are in force from their day until their end", () => {
    const book = openedBook();
    const powers = { ...firstPowers, technician: [{ power: "manage-devices" }] };
    book.speak("powers.publish", { powers, from: today });
    book.speak("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["technician"], from: "2026-12-01" });
    const enrol = (name: string) => ({ device: idOf(name), publicKey: "C".repeat(43) });
    const before = {
      by: efrain.agent,
      through: { way: "seat", seat: efrain.seat, at: "2026-11-30T15:00:00Z" },
      received: "2026-11-30T15:00:00Z",
    } as const;
    const after = {
      ...before,
      through: { ...before.through, at: "2026-12-01T15:00:00Z" },
      received: "2026-12-01T15:00:00Z",
    };
    expect(codesOf(book.speak("device.enrol", enrol("one"), before))).toEqual(["power.missing"]);
    expect(codesOf(book.speak("device.enrol", enrol("one"), after))).toEqual([]);
    book.speak(
      "seat.end",
      { seat: efrain.seat, until: "2026-12-01", reason: "went to study" },
      { received: after.received },
    );
    const nextDay = {
      ...after,
      through: { ...after.through, at: "2026-12-02T15:00:00Z" },
      received: "2026-12-02T15:00:00Z",
    };
    expect(codesOf(book.speak("device.enrol", enrol("two"), after))).toEqual([]);
    expect(codesOf(book.speak("device.enrol", enrol("three"), nextDay))).toEqual(["power.missing"]);
  });
  it("are not given twice to different people, nor in roles nobody defined", () => {
    const book = openedBook();
    const given = {
      seat: marta.seat,
      agent: idOf("Rosa"),
      roles: ["queen", "constructor"],
      from: today,
      until: "2026-01-01",
    };
    expect(codesOf(book.speak("seat.give", given))).toEqual([
      "seat.role-unknown",
      "seat.role-unknown",
      "seat.id-used",
      "seat.ends-before-it-begins",
      "seat.last-manager",
    ]);
  });
  it("never end with nobody left to give seats", () => {
    const book = openedBook();
    const end = { seat: marta.seat, until: today, reason: "tired" };
    expect(codesOf(book.speak("seat.end", end))).toEqual(["seat.last-manager"]);
    const demoted = { ...marta, roles: ["member"], from: today };
    expect(codesOf(book.speak("seat.give", demoted))).toEqual(["seat.last-manager"]);
    book.speak("seat.give", {
      seat: efrain.seat,
      agent: efrain.agent,
      roles: ["clerk", "manager"],
      from: "2026-01-01",
    });
    expect(codesOf(book.speak("seat.end", end))).toEqual([]);
    expect(codesOf(book.speak("seat.end", { ...end, seat: efrain.seat }, byTelephone(1)))).toEqual([
      "seat.last-manager",
    ]);
  });
  it("of managers begin at once", () => {
    const later = { seat: efrain.seat, agent: efrain.agent, roles: ["manager"], from: "2026-11-16" };
    expect(codesOf(openedBook().speak("seat.give", later))).toEqual(["seat.manager-from-later"]);
  });
  it("that were never given cannot end", () =>
    expect(codesOf(openedBook().speak("seat.end", { seat: idOf("no seat"), until: today, reason: "?" }))).toEqual([
      "seat.unknown",
    ]));
});

describe("powers [book.powers]", () => {
  it("change from a day on, not before", () => {
    const book = openedBook();
    const powers = { ...firstPowers, clerk: [...(firstPowers.clerk ?? []), { power: "manage-devices" }] };
    expect(book.speak("powers.publish", { powers, from: "2026-11-16" }).outcome).toBe("done");
    const enrol = { device: idOf("d"), publicKey: "D".repeat(43) };
    expect(codesOf(book.speak("device.enrol", enrol, byTelephone(1)))).toEqual(["power.missing"]);
    const tomorrow = { ...byTelephone(2, "2026-11-16T15:00:00Z"), received: "2026-11-16T15:00:00Z" };
    expect(codesOf(book.speak("device.enrol", enrol, tomorrow))).toEqual([]);
  });
  it("cannot lock the manager out, name what does not exist, or change yesterday", () => {
    const powers = { manager: [{ power: "settings" }], clerk: [{ power: "fly" }, { power: "pay", upTo: "100" }] };
    expect(codesOf(openedBook().speak("powers.publish", { powers, from: "2026-11-14" }))).toEqual([
      "powers.unknown",
      "powers.limit-without-currency",
      "powers.manager-keeps",
      "powers.manager-keeps",
      "powers.manager-keeps",
      "powers.from-the-past",
    ]);
  });
});

describe("devices [book.devices]", () => {
  it("are enrolled once and revoked once", () => {
    const book = openedBook();
    const again = { device: efrain.device, publicKey: "A".repeat(43) };
    expect(codesOf(book.speak("device.enrol", again))).toEqual(["device.id-used"]);
    const revoke = { device: efrain.device, reason: "lost" };
    expect(codesOf(book.speak("device.revoke", revoke))).toEqual([]);
    expect(codesOf(book.speak("device.revoke", revoke))).toEqual(["device.revoked-already"]);
    expect(codesOf(book.speak("device.revoke", { ...revoke, device: idOf("none") }))).toEqual(["device.unknown"]);
  });
});

describe("answering a question [book.answer]", () => {
  /** Efraín's telephone says 1970: one question to the manager. */
  function asking() {
    const book = openedBook();
    const letter = {
      letter: idOf("letter"),
      from: idOf("other"),
      to: testBook,
      kind: "offer",
      digest: "0".repeat(64),
      signature: "A".repeat(86),
    };
    book.speak("letter.receive", letter);
    return { book, position: String(book.history.length) };
  }
  it("is kept once, in the place of the question", () => {
    const { book, position } = asking();
    const answer = { position, ordinal: 0, answer: "stands", note: "We know them." };
    expect(codesOf(book.speak("question.answer", answer))).toEqual([]);
    expect(book.history.at(-1)?.follows.records[0]?.row).toMatchObject({
      answer: "stands",
      about: idOf("letter"),
      answered_by: marta.agent,
    });
    expect(codesOf(book.speak("question.answer", answer))).toEqual(["question.answered"]);
  });
  it("is for the role asked, or the manager", () => {
    const { book, position } = asking();
    book.speak("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["treasurer"], from: "2026-01-01" });
    const answer = { position, ordinal: 0, answer: "stands" };
    expect(codesOf(book.speak("question.answer", answer, byTelephone(1)))).toEqual(["question.not-yours"]);
    expect(codesOf(book.speak("question.answer", { ...answer, ordinal: 9 }))).toEqual(["question.unknown"]);
  });
});

describe("closing accounting days [book.accounting-day]", () => {
  it("goes forward only, over days that are past", () => {
    const book = openedBook();
    expect(codesOf(book.speak("accounting-day.close", { until: today }))).toEqual(["accounting-day.not-over"]);
    expect(codesOf(book.speak("accounting-day.close", { until: "2026-10-31" }))).toEqual([]);
    expect(codesOf(book.speak("accounting-day.close", { until: "2026-10-31" }))).toEqual([
      "accounting-day.closed-already",
    ]);
    expect(book.history.at(-1)?.context.closedUntil).toBe("2026-10-31");
  });
});

describe("letters [book.letters]", () => {
  const sealed = { kind: "offer", digest: "0".repeat(64), signature: "A".repeat(86) };
  const came = { ...sealed, letter: idOf("l1"), from: idOf("Bean & Sons"), to: testBook };
  it("of a book we never wrote to ask the manager; of one we wrote to do not", () => {
    const book = openedBook();
    expect(codesOf(book.speak("letter.receive", came))).toEqual(["letter.sender-unknown"]);
    expect(codesOf(book.speak("letter.send", { ...sealed, letter: idOf("l2"), to: came.from }))).toEqual([]);
    expect(codesOf(book.speak("letter.receive", { ...came, letter: idOf("l3") }))).toEqual([]);
  });
  it("received twice are one; another under the same id asks", () => {
    const book = openedBook();
    book.speak("letter.receive", came);
    expect(book.speak("letter.receive", came).outcome).toBe("done");
    expect(book.history.at(-1)?.follows.records).toEqual([]);
    expect(codesOf(book.speak("letter.receive", { ...came, digest: "1".repeat(64) }))).toEqual(["letter.id-used"]);
  });
  it("meant for another book are kept and ask", () =>
    expect(codesOf(openedBook().speak("letter.receive", { ...came, to: idOf("third") }))).toEqual([
      "letter.sender-unknown",
      "letter.other-book",
    ]));
  it("are not sent to ourselves, nor twice under one id", () => {
    const book = openedBook();
    expect(codesOf(book.speak("letter.send", { ...sealed, letter: idOf("l4"), to: testBook }))).toEqual([
      "letter.to-itself",
    ]);
    book.speak("letter.send", { ...sealed, letter: idOf("l4"), to: came.from });
    expect(codesOf(book.speak("letter.send", { ...sealed, letter: idOf("l4"), to: came.from }))).toEqual([
      "letter.id-used",
    ]);
  });
});
