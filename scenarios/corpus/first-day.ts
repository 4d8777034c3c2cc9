/** A first day, as the corpus keeps it: what stood before the book, two signatures, what is shown and kept, an own objection. */
import { derivedUuid } from "../../kernel/ids.ts";
import { allActs } from "../../rooms/all.ts";
import { firstPowers } from "../../rooms/book/rules/first-powers.ts";
import { efrain, idOf, marta, openedBook, type Saying, today } from "../../rooms/book/testing.ts";
import { rosa, withRosa } from "../../rooms/people/testing.ts";
import { type Kept, keptOf } from "./corpus.ts";

const at = "2026-11-15T15:00:00.000Z";
const onSeat = (agent: string, seat: string): Saying => ({ by: agent, through: { way: "seat", seat, at } });
const bags = [{ gross_g: "50000", tare_g: "700", container: "sack", count: 1 }];

/** Says it all to a book in memory. */
export function firstDay(): readonly Kept[] {
  const book = withRosa(openedBook(...allActs.filter(({ room }) => room !== "book")));
  const asEfrain = onSeat(efrain.agent, efrain.seat);
  const asRosa = onSeat(rosa.agent, idOf("Rosa's seat"));
  book.speak("opening.cash", { account: "bank", amount: "785000", currency: "COP", on: "2026-10-31" });
  book.speak("opening.stock", { product: "coffee-parchment", place: "point-2", grams: "1250000", on: "2026-10-31" });
  book.speak("opening.serial", { papers: "receipt", of: "point-2", last: "1041", on: "2026-10-31" });
  book.speak("opening.member", {
    agent: rosa.agent,
    on: "2026-10-31",
    currency: "COP",
    shares: "350000",
    savings: "120000",
    advances: [{ advance: idOf("old advance"), owed: "80000", given: "2026-08-20" }],
    owed: { statement: idOf("old paper"), amount: "64500" },
  });
  const hand = { member: rosa.agent, product: "coffee-parchment", place: "point-2", bags };
  book.speak("delivery.record-past", { ...hand, delivery: idOf("old"), on: "2024-10-02" });
  book.speak("delivery.receive", { ...hand, delivery: idOf("new"), on: today });
  book.speak("seat.give", { seat: idOf("Rosa's seat"), agent: rosa.agent, roles: ["member"], from: "2026-01-01" });
  const objection = { objection: derivedUuid("corpus objection"), delivery: idOf("new"), against: "moisture" };
  book.speak("delivery.object-own", objection, asRosa);
  book.speak("delivery.object-own", { ...objection, delivery: idOf("old") }, onSeat(efrain.agent, efrain.seat));
  book.speak("powers.publish", {
    powers: { ...firstPowers, clerk: [...(firstPowers.clerk ?? []), { power: "grant-credit", second: true }] },
    from: today,
  });
  book.speak("powers.end-waiver", { reason: "Two can sign now." });
  const credit = { agent: rosa.agent, principal: "200000", currency: "COP", ratePerMonth: "1.5" };
  const terms = { method: "simple-monthly", start: today, due: "2027-06-30", purpose: "Abono" };
  const proposal = idOf("a credit that waits");
  book.speak("input-credit.grant", { credit: idOf("credit"), ...credit, ...terms }, { id: proposal, ...asEfrain });
  book.speak("proposal.sign", { proposal }, asEfrain);
  book.speak("proposal.sign", { proposal }, onSeat(marta.agent, marta.seat));
  book.speak("powers.waive-second", { until: "2027-03-31", reason: "Only two of us." });
  book.speak("retention.publish", { rules: [{ kind: "name", purpose: "Register of members", days: 1_825 }] });
  const shown = { shown: true, about: "Coffee of two hamlets.", reach: "Office, Tuesdays", prices: true };
  book.speak("public-page.publish", shown);
  return book.history.map(keptOf);
}
