/** Whatever a row says, what is made of it can be read by the room that it is said to. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { hear } from "../../kernel/act/heard.ts";
import { ratio } from "../../kernel/exact/index.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { theDay } from "../../kernel/time/index.ts";
import { tools } from "../../rooms/all.ts";
import { bodyOf, type FileVoice } from "../act.ts";
import type { CoffeeLotDraft } from "./draft.ts";
import { delivererActs, delivererOf, farmAct, handOverAct, isCertain } from "./to-acts.ts";

const id = derivedUuid;
const at = "2026-11-15T15:00:00.000Z";
const voice: FileVoice = { book: id("book"), seat: id("seat"), agent: id("agent"), file: "c".repeat(64), at };

const words = fc.string({ unit: "grapheme", maxLength: 120 }).filter((text) => !text.includes("\0"));
const code = fc.nat(9999).map((number) => `P-${`${number}`.padStart(4, "0")}`);
const decimals = fc.nat(100_000).map((number) => `${number / 1000}`);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const lots: fc.Arbitrary<CoffeeLotDraft> = fc.record({
  source: fc.constant("arabica/cleaned/2"),
  key: words,
  species: fc.constantFrom("arabica", "robusta"),
  country: maybe(fc.constantFrom("CO", "GT", "ET")),
  region: maybe(words),
  owner: maybe(code),
  producer: maybe(code),
  farm: maybe(code),
  mill: fc.constant(null),
  lotNumber: fc.constant(null),
  bags: fc
    .record({ count: fc.bigInt(1n, 100_000n), netGrams: fc.bigInt(1n, 10n ** 13n) })
    .map((bags) => ({ ...bags, gramsEach: ratio(1n) })),
  gradedOn: fc.constant(theDay("2013-07-26")),
  expiresOn: fc.constant(null),
  season: fc.constant(null),
  variety: fc.constant(null),
  processing: fc.constant(null),
  altitude: maybe(fc.record({ lowMetres: decimals, highMetres: decimals })),
  green: fc.record({
    moisturePercent: maybe(decimals),
    categoryOneDefects: maybe(decimals),
    categoryTwoDefects: maybe(decimals),
    quakers: maybe(decimals),
    colour: fc.constant(null),
  }),
  cup: maybe(fc.record({ protocol: fc.constant("sca-100" as const), total: decimals, attributes: fc.constant([]) })),
});

test("every act of a certain lot is heard, without anything misread", () => {
  fc.assert(
    fc.property(lots, (lot) => {
      const deliverer = delivererOf(lot);
      if (!isCertain(lot) || deliverer === null) return;
      const membership = { organisation: id("cooperative"), since: lot.gradedOn, country: lot.country };
      const farm = farmAct(voice, 2, lot);
      const acts = [...delivererActs(voice, 2, deliverer, membership), handOverAct(voice, 2, lot)];
      for (const act of farm === null ? acts : [...acts, farm]) {
        const heard = hear({ body: bodyOf(act, voice) }, voice.book, at, tools.vocabulary);
        expect("heard" in heard ? heard.heard.misread : heard.kept).toEqual([]);
      }
    }),
  );
});
