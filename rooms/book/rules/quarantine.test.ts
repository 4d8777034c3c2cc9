import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Body } from "../../../kernel/act/envelope.ts";
import { efrain, idOf, testBook } from "../testing.ts";
import { isSaidAfterLoss, releaseOf } from "./quarantine.ts";

const received = "2026-11-15T15:00:00.000Z";
const lost = { lost_at: "2026-11-14T12:00:00Z", last_sequence: 40 };
const row = (of: object = lost) =>
  ({ device: efrain.device, state: "revoked", lost_at: null, last_sequence: null, ...of }) as never;
const said = (sequence: number, at: string): Body => ({
  id: idOf(`act ${sequence}`),
  book: testBook,
  kind: "delivery.receive",
  version: 1,
  by: efrain.agent,
  through: { way: "device", device: efrain.device, sequence, at },
  says: {},
});

describe("what a lost telephone said [field.lost]", () => {
  it.each([
    ["before the loss, never heard until now", 55, "2026-11-14T11:59:59Z", false],
    ["in the very moment of the loss", 55, "2026-11-14T12:00:00Z", false],
    ["after the loss", 41, "2026-11-14T12:00:01Z", true],
    ["by a clock of 1970, counted no further than was heard", 40, "1970-01-01T00:00:00Z", false],
    ["by a clock of 1970, counted further", 41, "1970-01-01T00:00:00Z", true],
    ["by a clock of 2100, counted no further", 40, "2100-01-01T00:00:00Z", false],
    ["by a clock of 2100, counted further", 41, "2100-01-01T00:00:00Z", true],
    ["more than a season ago, counted further", 41, "2026-05-01T00:00:00Z", true],
  ])("%s", (_, sequence, at, waits) => {
    expect(isSaidAfterLoss(said(sequence, at), row(), received)).toBe(waits);
  });
  it("of one whose count nobody knew: a clock of 1970 says nothing, one of last season may be right", () => {
    const unknown = row({ lost_at: lost.lost_at });
    expect(isSaidAfterLoss(said(1, "1970-01-01T00:00:00Z"), unknown, received)).toBe(true);
    expect(isSaidAfterLoss(said(1, "2026-05-01T00:00:00Z"), unknown, received)).toBe(false);
  });
});

test("a telephone that is not lost keeps nothing waiting, whatever its clock", () => {
  const at = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(at, fc.integer({ min: 1, max: 10_000 }), (clock, sequence) => {
      expect(isSaidAfterLoss(said(sequence, clock.toISOString()), row({}), received)).toBe(false);
    }),
  );
});

test("a release lets in what it names, and nothing beside it", () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
  fc.assert(
    fc.property(range, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), ([from, until], one, act) => {
      const releases = [
        { acts: null, from_sequence: from, until_sequence: until },
        { acts: [idOf(`act ${act}`)], from_sequence: null, until_sequence: null },
      ] as never;
      const isNamed = (from <= one && one <= until) || one === act;
      expect(releaseOf(said(one, received), releases) !== null).toBe(isNamed);
    }),
  );
});
