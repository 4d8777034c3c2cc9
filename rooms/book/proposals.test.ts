import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { decision, fact } from "../../kernel/act/declaration.ts";
import { refuse } from "../../kernel/act/follows.ts";
import { row } from "../../kernel/act/need.ts";
import { write } from "../../kernel/act/record.ts";
import { refused } from "../../kernel/refusal.ts";
import { letter } from "./records.ts";
import { firstPowers } from "./rules/first-powers.ts";
import { byTelephone, codesOf, efrain, idOf, marta, now, openedBook, type Saying, testBook, today } from "./testing.ts";

const base = { version: 1, rules: 1, room: "test", power: "pay" } as const;
const says = z.object({ id: z.string(), amount: z.string(), product: z.optional(z.string()) });
type Said = z.infer<typeof says>;

/** Made up for these tests: something bought once under an id, and money that was spent. */
const weighs = ({ amount, product }: Said) => ({
  amounts: [{ amount, currency: "COP", field: "amount" }],
  ...(product === undefined ? {} : { product }),
});
const kept = ({ id }: Said, today: string) =>
  write(letter, {
    ...{ letter: id, direction: "sent", other_book: id, from_book: id, to_book: id },
    ...{ kind: "bought", digest: "", signature: "", on_day: today },
  });
const buy = decision({
  ...base,
  kind: "test.buy",
  says,
  needs: (said) => ({ before: row(letter, said.id) }),
  weighs,
  follows: (said, { before }, { today }) =>
    before === null ? { records: [kept(said, today)] } : refuse(refused("letter.id-used", { letter: said.id }).refusal),
});
const spend = fact({ ...base, kind: "test.spend", says, needs: () => ({}), weighs, follows: () => ({}) });

const rosa = { agent: idOf("Rosa"), seat: idOf("Rosa's seat") };
const speaking = ({ agent, seat }: { agent: string; seat: string }, received = now): Saying => ({
  by: agent,
  through: { way: "seat", seat, at: received },
  received,
});
const [asMarta, asEfrain, asRosa] = [speaking(marta), speaking(efrain), speaking(rosa)];
const laptop = { id: idOf("a laptop"), amount: "2000000" };
const [waits] = [idOf("the proposal")];

/** Marta manages, Efraín and Rosa are treasurers: up to half a million pesos alone, beyond it with a second signature. */
function groupOfThree(
  pay: readonly object[] = [
    { power: "pay", upTo: "500000", currency: "COP" },
    { power: "pay", second: true },
  ],
) {
  const book = openedBook(buy, spend);
  const given = { roles: ["treasurer"], from: today };
  book.speak("seat.give", { ...efrain, device: undefined, ...given, account: "efrain" });
  book.speak("seat.give", { ...rosa, ...given, account: "rosa" });
  book.speak("powers.publish", { powers: { ...firstPowers, treasurer: pay }, from: today });
  return book;
}

/** Efraín has proposed to buy the laptop. */
function proposed() {
  const book = groupOfThree();
  const answer = book.speak("test.buy", laptop, { id: waits, ...asEfrain });
  return { book, answer, sign: (how: Saying) => book.speak("proposal.sign", { proposal: waits }, how) };
}

describe("limits of a power, for every act that weighs something [powers.limits]", () => {
  const upTo = [{ power: "pay", upTo: "500000", currency: "COP" }];
  it("a decision over the amount is refused, with both figures", () => {
    const answer = groupOfThree(upTo).speak("test.buy", laptop, asEfrain);
    expect(codesOf(answer)).toEqual(["power.over-limit"]);
    expect(answer).toMatchObject({
      folded: {
        outcome: { refusals: [{ field: "amount", facts: { amount: "2000000", limit: "500000", currency: "COP" } }] },
      },
    });
  });
  it("at the amount it is done", () =>
    expect(codesOf(groupOfThree(upTo).speak("test.buy", { ...laptop, amount: "500000.0" }, asEfrain))).toEqual([]));
  it("a fact over the amount is kept and asks", () => {
    const answer = groupOfThree(upTo).speak("test.spend", laptop, asEfrain);
    expect(answer.outcome).toBe("done with a question");
    expect(codesOf(answer)).toEqual(["act.over-limit"]);
  });
  it("a limit in another currency allows nothing of this one", () => {
    const soles = [{ power: "pay", upTo: "500000", currency: "PEN" }];
    expect(codesOf(groupOfThree(soles).speak("test.buy", laptop, asEfrain))).toEqual(["power.over-limit"]);
  });
  it("the kindest of several limits holds", () => {
    const both = [...upTo, { power: "pay", upTo: "3000000", currency: "COP" }];
    expect(codesOf(groupOfThree(both).speak("test.buy", laptop, asEfrain))).toEqual([]);
  });
  it("one product only", () => {
    const coffee = [{ power: "pay", product: "coffee-parchment" }];
    const book = groupOfThree(coffee);
    expect(codesOf(book.speak("test.buy", { ...laptop, product: "cocoa" }, asEfrain))).toEqual(["power.other-product"]);
    expect(codesOf(book.speak("test.spend", { ...laptop, product: "cocoa" }, asEfrain))).toEqual(["act.other-product"]);
    expect(codesOf(book.speak("test.buy", { ...laptop, product: "coffee-parchment" }, asEfrain))).toEqual([]);
  });
});

describe("a decision that two must sign [powers.second]", () => {
  it("is not carried out, but kept as a proposal under its own id, for two weeks", () => {
    const { book, answer } = proposed();
    expect(answer).toMatchObject({ outcome: "proposed", folded: { outcome: { until: "2026-11-29" } } });
    expect(book.history.at(-1)?.follows.records.map((one) => one.record.table)).toEqual(["proposal"]);
  });
  it("within the amount that one may decide alone, is done at once", () => {
    const answer = groupOfThree().speak("test.buy", { ...laptop, amount: "500000" }, asEfrain);
    expect(answer.outcome).toBe("done");
  });
  it("is refused at once when it could not be carried out", () => {
    const book = groupOfThree();
    book.speak("test.buy", laptop, asMarta);
    expect(codesOf(book.speak("test.buy", laptop, asEfrain))).toEqual(["letter.id-used"]);
  });
  it("is carried out by another's signature, with both names kept", () => {
    const { book, sign } = proposed();
    expect(sign(asRosa).outcome).toBe("done");
    const [signed, carriedOut] = book.history.slice(-2);
    expect(signed?.follows.records[0]?.row).toMatchObject({ ended: "signed", ended_by: rosa.agent });
    expect(carriedOut?.follows.records[0]?.row).toMatchObject({ letter: laptop.id });
    expect(carriedOut?.cause).toBe(signed?.heard.body.id);
  });
  it("cannot be signed by who proposed it: not on another seat, not under another agent of the same sign-in", () => {
    const { book, sign } = proposed();
    expect(codesOf(sign(asEfrain))).toEqual(["proposal.own"]);
    const second = { seat: idOf("another seat"), roles: ["manager"], from: today };
    book.speak("seat.give", { ...second, agent: efrain.agent });
    expect(codesOf(sign(speaking({ ...second, agent: efrain.agent })))).toEqual(["proposal.own"]);
    const double = { agent: idOf("Efraín once more"), seat: idOf("a third seat") };
    book.speak("seat.give", { ...double, roles: ["manager"], from: today, account: "efrain" });
    expect(codesOf(sign(speaking(double)))).toEqual(["proposal.own"]);
  });
  it("is signed by a person who signed in, not by a telephone that states one", () => {
    const { book, sign } = proposed();
    book.speak("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["manager"], from: today });
    expect(codesOf(sign(byTelephone(1)))).toEqual(["proposal.needs-a-seat"]);
  });
  it("is signed only by who holds the power, within their limits", () => {
    const { book, sign } = proposed();
    const powers = { ...firstPowers, treasurer: [{ power: "pay", second: true }], clerk: [{ power: "receive" }] };
    book.speak("powers.publish", { powers, from: today });
    book.speak("seat.give", { ...rosa, roles: ["clerk"], from: today });
    expect(codesOf(sign(asRosa))).toEqual(["power.missing"]);
    book.speak("powers.publish", {
      powers: { ...powers, clerk: [{ power: "pay", upTo: "100", currency: "COP" }] },
      from: today,
    });
    expect(codesOf(sign(asRosa))).toEqual(["power.over-limit"]);
    expect(codesOf(sign(asMarta))).toEqual([]);
  });
  it("is judged again at the signing: refused when things have changed, and it stays open", () => {
    const { book, sign } = proposed();
    book.speak("test.buy", laptop, asMarta);
    expect(codesOf(sign(asRosa))).toEqual(["letter.id-used"]);
    expect(book.history.at(-1)?.follows.records).toEqual([]);
    expect(codesOf(book.speak("proposal.decline", { proposal: waits, reason: "Marta bought it." }, asRosa))).toEqual(
      [],
    );
  });
  it("needs its proposer to hold the power still", () => {
    const { book, sign } = proposed();
    book.speak("seat.end", { seat: efrain.seat, until: "2026-11-14", reason: "left" });
    expect(codesOf(sign(asRosa))).toEqual(["proposal.proposer-without-power"]);
  });
  it("is signed once, in time", () => {
    const { book, sign } = proposed();
    const late = speaking(rosa, "2026-11-30T15:00:00.000Z");
    expect(codesOf(sign(late))).toEqual(["proposal.expired"]);
    expect(codesOf(sign(speaking(rosa, "2026-11-29T15:00:00.000Z")))).toEqual([]);
    expect(codesOf(sign(asMarta))).toEqual(["proposal.ended"]);
    expect(codesOf(book.speak("proposal.sign", { proposal: testBook }, asRosa))).toEqual(["proposal.unknown"]);
  });
  it("is withdrawn by who proposed it, declined by who could have signed, each with a reason", () => {
    const { book } = proposed();
    const why = { proposal: waits, reason: "Too dear." };
    expect(codesOf(book.speak("proposal.withdraw", why, asRosa))).toEqual(["proposal.not-own"]);
    expect(codesOf(book.speak("proposal.withdraw", why, asEfrain))).toEqual([]);
    const { book: other } = proposed();
    other.speak("seat.give", { ...rosa, roles: ["clerk"], from: today });
    expect(codesOf(other.speak("proposal.decline", why, asRosa))).toEqual(["power.missing"]);
    expect(codesOf(other.speak("proposal.decline", why, asMarta))).toEqual([]);
  });
  it("a fact of one is kept and asks, and another answers", () => {
    const book = groupOfThree();
    expect(codesOf(book.speak("test.spend", laptop, asEfrain))).toEqual(["act.second-missing"]);
    const answer = { position: String(book.history.length), ordinal: 0, answer: "stands" };
    book.speak("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["manager"], from: today });
    expect(codesOf(book.speak("question.answer", answer, asEfrain))).toEqual(["question.own-signature"]);
    expect(codesOf(book.speak("question.answer", answer, asMarta))).toEqual([]);
  });
});

describe("waiving the second signature in a tiny group [powers.waiver]", () => {
  const year = { until: "2027-11-15", reason: "We are two." };
  it("a book of one founder begins with it", () => {
    const book = openedBook(buy);
    const powers = { ...firstPowers, clerk: [{ power: "pay", second: true }] };
    book.speak("powers.publish", { powers, from: today });
    expect(book.speak("test.buy", laptop, asEfrain).outcome).toBe("done");
  });
  it("ends by itself with its day, or when a third officer sits", () => {
    const alone = () => {
      const book = openedBook(buy);
      book.speak("powers.publish", {
        powers: { ...firstPowers, clerk: [{ power: "pay", second: true }] },
        from: today,
      });
      book.speak("powers.waive-second", { ...year, until: "2026-11-20" });
      return book;
    };
    const later = speaking(efrain, "2026-11-21T15:00:00.000Z");
    expect(alone().speak("test.buy", laptop, speaking(efrain, "2026-11-20T15:00:00.000Z")).outcome).toBe("done");
    expect(alone().speak("test.buy", laptop, later).outcome).toBe("proposed");
    const grown = alone();
    grown.speak("seat.give", { ...rosa, roles: ["auditor", "member"], from: today });
    expect(grown.speak("test.buy", laptop, asEfrain).outcome).toBe("done");
    grown.speak("seat.give", { ...rosa, roles: ["technician"], from: today });
    expect(grown.speak("test.buy", { ...laptop, id: idOf("another") }, asEfrain).outcome).toBe("proposed");
  });
  it("is a decision with a reason and an end, not for a group of three", () => {
    expect(codesOf(groupOfThree().speak("powers.waive-second", year))).toEqual(["waiver.group-large-enough"]);
    const book = openedBook();
    expect(codesOf(book.speak("powers.waive-second", { ...year, until: "2026-11-14" }))).toEqual(["waiver.until-past"]);
    expect(codesOf(book.speak("powers.waive-second", { ...year, until: "2027-11-17" }))).toEqual(["waiver.too-long"]);
    expect(codesOf(book.speak("powers.waive-second", year, asEfrain))).toEqual(["power.missing"]);
    expect(codesOf(book.speak("powers.waive-second", year))).toEqual([]);
  });
  it("can be ended", () => {
    const book = openedBook(buy);
    book.speak("powers.publish", { powers: { ...firstPowers, clerk: [{ power: "pay", second: true }] }, from: today });
    expect(codesOf(book.speak("powers.end-waiver", { reason: "We want two." }))).toEqual([]);
    expect(book.speak("test.buy", laptop, asEfrain).outcome).toBe("proposed");
    expect(codesOf(book.speak("powers.end-waiver", { reason: "Once more." }))).toEqual(["waiver.none"]);
  });
  it("the manager keeps what can mend the powers without limits and without a second", () => {
    const powers = {
      ...firstPowers,
      manager: [
        { power: "settings", second: true },
        { power: "manage-seats", product: "cocoa" },
        { power: "manage-devices", apart: true },
      ],
    };
    const kept = Array.from({ length: 4 }, () => "powers.manager-keeps");
    expect(codesOf(openedBook().speak("powers.publish", { powers, from: today }))).toEqual(kept);
  });
});
