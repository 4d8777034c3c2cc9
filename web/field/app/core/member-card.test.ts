/** A member's card on a telephone: given at the office, pulled, and taken back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf } from "../../../../rooms/book/testing.ts";
import { cardText } from "../../../../rooms/people/rules/cards.ts";
import { seven } from "../../../../scenarios/stories/seven-sacks.ts";
import { type Served, said } from "../../../testing/served.ts";
import { pointServed } from "../../testing/point.ts";
import type { FieldCore } from "../ports.ts";
import { fieldTelephone } from "./testing/over-server.ts";

let server: Served;
let core: FieldCore;
const [first, second] = [idOf("Amparo's card"), idOf("Amparo's next card")];
const officeSeat = { way: "seat", seat: idOf("Marta's seat") };

beforeAll(async () => {
  server = await pointServed();
  ({ core } = await fieldTelephone(server));
});
afterAll(() => server.close());

/** Says an act at the office, and lets the telephone hear of it. */
const heard = async (kind: string, says: unknown): Promise<void> => {
  const at = new Date(server.clock.now).toISOString();
  const [answer] = await server.send([said(kind, says, { through: { ...officeSeat, at } })]);
  expect(answer?.outcome).toBe("done");
  expect((await core.syncNow()).trouble).toBeNull();
};
const named = (card: string): string | null => core.personOfCard(cardText(card))?.agent ?? null;

test("a card names who carries it once the telephone heard of it; taken back, it names nobody [field.card]", async () => {
  expect(named(first)).toBeNull();
  await heard("card.issue", { cards: [{ card: first, agent: seven.member }] });
  expect(named(first)).toBe(seven.member);
  expect(core.personOfCard(cardText(first).toLowerCase())?.standing).toBe("member");
  await heard("card.issue", { cards: [{ card: second, agent: seven.member }] });
  expect([named(first), named(second)]).toEqual([null, seven.member]);
  await heard("card.void", { card: second, reason: "se perdió" });
  expect(named(second)).toBeNull();
});

test("what is no card names nobody: a number, a receipt, somebody's id [field.card]", () => {
  for (const code of ["", "0131", "HTTPS://T3Q.EXAMPLE/R#123456", seven.member])
    expect(core.personOfCard(code)).toBeNull();
});
