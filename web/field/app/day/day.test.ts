/** What the telephone counts of its own day, and who waits, as specifications. */
import { expect, test } from "vitest";
import { notationOf } from "../../../language/notation.ts";
import { gistOf } from "../core/outbox/gist.ts";
import { pressed } from "../parts/pad.tsx";
import type { OutboxEntry } from "../ports.ts";
import { hashOf, routeOf, ticketIn } from "../route.ts";
import { sumOf } from "./cash.ts";
import { gramsTyped } from "./kilograms.ts";
import { agentIn, purposeOf, withPerson } from "./purpose.ts";
import { dayTold, gapsIn } from "./told.ts";
import { joined, movedUp, type Waiting, without } from "./turn.ts";

const item = (
  sequence: number,
  kind: string,
  says: object,
  text = JSON.stringify({ says }),
  act = `act ${sequence}`,
): OutboxEntry => ({
  ...{ sequence, act, kind, at: "2026-11-15T12:00:00Z", gist: gistOf(act, kind, text) },
  ...{ state: "waiting", answer: null, position: null },
});

const received = (sequence: number, receipt: string, gross_g: string, more: object = {}) =>
  item(sequence, "delivery.receive", {
    delivery: `delivery ${sequence}`,
    product: "coffee-parchment",
    on: "2026-11-15",
    receipt,
    bags: [{ gross_g, tare_g: "700" }],
    ...more,
  });

const items = [
  item(1, "point.open-day", { on: "2026-11-15" }),
  received(2, "QD2A-000018", "61500"),
  received(3, "QD2A-000019", "58000"),
  item(4, "delivery.void", { delivery: "delivery 3", on: "2026-11-15" }),
  received(5, "QD2A-000021", "62500"),
  received(6, "QD2P-000451", "40000", { pad: { serial: 451 } }),
  received(7, "QD2A-000022", "50000", { on: "2026-11-14" }),
  item(8, "delivery.receive", {}, "{half a li"),
];

test("a day is counted hand-over by hand-over: voids apart, pads told, other days left out [field.day-counted]", () => {
  const day = dayTold(items, "2026-11-15", () => false);
  expect(day.handOvers.map((one) => one.receipt)).toEqual(["QD2A-000018", "QD2A-000019", "QD2A-000021", "QD2P-000451"]);
  expect(day.voids.map((one) => one.receipt)).toEqual(["QD2A-000019"]);
  expect(day.handOvers.filter((one) => one.fromPad).map((one) => one.receipt)).toEqual(["QD2P-000451"]);
  // 60.8 + 61.8 + 39.3 kg
  expect(day.kilos).toEqual([{ product: "coffee-parchment", net: 161_900n }]);
  expect([day.opened?.sequence, day.closed]).toEqual([1, null]);
});

test("a hand-over that the office voided does not count either", () => {
  const day = dayTold(items, "2026-11-15", (delivery) => delivery === "delivery 2");
  expect(day.kilos).toEqual([{ product: "coffee-parchment", net: 101_100n }]);
});

test("a serial that nobody can account for is named, in this telephone's series only", () => {
  const receipts = items.map((one) => one.gist?.receipt ?? "");
  expect(gapsIn(receipts, "QD2A")).toEqual([20]);
  expect(gapsIn(receipts, "QD2P")).toEqual([]);
  expect(gapsIn([], "QD2A")).toEqual([]);
});

test("who waits may be let go before, and leaves without taking anybody along", () => {
  const one = (id: string): Waiting => ({ id, agent: null, name: id, sacks: "", since: "" });
  const waiting = joined([one("Rosa"), one("José")], one("Ana"));
  const names = (list: readonly Waiting[]) => list.map((two) => two.name);
  expect(names(movedUp(waiting, "Ana"))).toEqual(["Rosa", "Ana", "José"]);
  expect(names(movedUp(waiting, "Rosa"))).toEqual(["Rosa", "José", "Ana"]);
  expect(names(without(waiting, "Rosa"))).toEqual(["José", "Ana"]);
});

test("a box is summed by the grain of its currency", () => {
  const colombian = { currency: "COP", line: "1", cash: "50" };
  expect(sumOf({ "50000": "30", "20000": "25", "1000": "" }, colombian)).toBe("2000000");
  expect(sumOf({ "0.50": "3", "10": "2" }, { currency: "PEN", line: "0.01", cash: "0.10" })).toBe("21.50");
  expect(sumOf({}, colombian)).toBe("0");
});

test("a weight is read as the country writes it, to the gram, also below nothing", () => {
  const colombia = notationOf("es", "CO");
  expect(gramsTyped("19,98", colombia)).toBe(19_980n);
  expect(gramsTyped("-0,05", colombia)).toBe(-50n);
  expect([gramsTyped("", colombia), gramsTyped("19,9877", colombia), gramsTyped("doce", colombia)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("keys write one decimal mark, no idle zeros, and nothing longer than a scale shows", () => {
  const typed = (keys: readonly string[]) => keys.reduce((text, key) => pressed(text, key, ","), "");
  expect(typed(["0", "6", "1", ",", "5", ","])).toBe("61,5");
  expect(typed([",", "5"])).toBe("0,5");
  expect(typed(["6", "1", "erase"])).toBe("6");
  expect(typed([..."1234567890123"])).toBe("123456789012");
});

test("a manager's code is understood as scanned, as its end, and as typed with blanks; nothing else is", () => {
  const ticket = { ticket: "aB3-_678901234567890", keyId: "0123456789abcdef" };
  const code = "e.aB3-_678901234567890.0123456789abcdef";
  expect(ticketIn(`https://coop.example/field#${code}`)).toEqual(ticket);
  expect(ticketIn(`#${code}`)).toEqual(ticket);
  expect(ticketIn("e.aB3-_6789 01234567890. 0123 4567 89AB CDEF ")).toEqual(ticket);
  expect(["", "#/who", "e.short.0123456789abcdef", `${code}0`].map(ticketIn)).toEqual([null, null, null, null]);
});

test("an address leads to its screen; a strange one leads home", () => {
  expect(routeOf(hashOf({ name: "person", argument: "turn|a b/ñ" }))).toEqual({
    name: "person",
    argument: "turn|a b/ñ",
  });
  expect(routeOf("#/turn")).toEqual({ name: "turn", argument: "" });
  expect([routeOf(""), routeOf("#nonsense"), routeOf("#/who/%E0%A4%A")].map((one) => one.argument)).toEqual([
    "",
    "",
    "",
  ]);
});

test("for what somebody is looked for goes along with the person found", () => {
  const purposes = [
    { for: "receive" },
    { for: "turn" },
    { for: "change", draft: "d1" },
    { for: "paper", slip: "451" },
  ] as const;
  for (const purpose of purposes) {
    const argument = withPerson(purpose, "agent-7");
    expect([purposeOf(argument), agentIn(argument)]).toEqual([purpose, "agent-7"]);
  }
});
