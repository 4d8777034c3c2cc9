import { webcrypto } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { AgentId, derivedUuid, isUuid, nextStamp, type Stamp, uuidTime, uuidv7 } from "./ids.ts";

const chance = (length = 10): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const chances = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("an id made by a device [kernel.ids]", () => {
  it("is the version 7 example of the standard (RFC 9562, appendix A.6)", () => {
    const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    expect(uuidv7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("carries its time", () => {
    fc.assert(
      fc.property(times, chances, (milliseconds, random) => {
        const id = uuidv7(milliseconds, random);
        expect(isUuid(id)).toBe(true);
        expect(uuidTime(id)).toBe(milliseconds);
      }),
    );
  });

  it("sorts by its time", () => {
    fc.assert(
      fc.property(times, times, chances, chances, (a, b, one, other) => {
        fc.pre(a < b);
        expect(uuidv7(a, one) < uuidv7(b, other)).toBe(true);
      }),
    );
  });

  it("sorts in the order made, ten thousand within one millisecond", () => {
    let stamp: Stamp | null = null;
    const made: string[] = [];
    for (let i = 0; i < 10_000; i += 1) {
      stamp = nextStamp(stamp, 1_795_000_000_000 + (i > 9_990 ? 1 : 0));
      made.push(uuidv7(stamp.milliseconds, chance(), stamp.counter));
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it("keeps its order when the clock is corrected back by a second", () => {
    expect(nextStamp({ milliseconds: 5_000, counter: 7 }, 4_000)).toEqual({ milliseconds: 5_000, counter: 8 });
    expect(nextStamp({ milliseconds: 5_000, counter: 7 }, 5_001)).toEqual({ milliseconds: 5_001, counter: 0 });
  });

  it("starts anew after a clock was set back", () => {
    expect(nextStamp({ milliseconds: 4_102_444_800_000, counter: 7 }, 1_795_000_000_000)).toEqual({
      milliseconds: 1_795_000_000_000,
      counter: 0,
    });
  });

  it("takes ten bytes of chance and a time of 48 bits, nothing else", () => {
    expect(() => uuidv7(1.5, chance())).toThrow("48 bits");
    expect(() => uuidv7(-1, chance())).toThrow("48 bits");
    expect(() => uuidv7(1, chance(9))).toThrow("10 bytes");
    expect(() => uuidv7(1, chance(), 4096)).toThrow("12 bits");
  });
});

describe("the spelling of an id", () => {
  it.each(["017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "919108f7-52d1-4320-9bac-f847db4148a8"])("takes %s", (id) => {
    expect(isUuid(id)).toBe(true);
    expect(AgentId.safeParse(id).success).toBe(true);
  });

  it.each([
    "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
    "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
    "017f22e279b07cc398c4dc0c0c07398f",
    "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
    "00000000-0000-0000-0000-000000000000",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n",
    "",
  ])("refuses %j", (id) => {
    expect(isUuid(id)).toBe(false);
    expect(AgentId.safeParse(id).success).toBe(false);
  });

  it("is in the published schema", () => {
    expect(z.toJSONSchema(AgentId)).toMatchObject({ type: "string", pattern: expect.stringContaining("[0-9a-f]{12}") });
  });

  it("tells no time where there is none", () => expect(uuidTime(derivedUuid("plot:Huabal 3"))).toBeNull());
});

describe("an id derived from a text", () => {
  it("is the same everywhere, and another for another text", () => {
    // The first 16 bytes of SHA-256("abc") with version 8 and the variant set.
    expect(derivedUuid("abc")).toBe("ba7816bf-8f01-8fea-8141-40de5dae2223");
    expect(derivedUuid("agent:farm 17")).not.toBe(derivedUuid("agent:farm 18"));
    fc.assert(fc.property(fc.string(), (text) => isUuid(derivedUuid(text))));
  });
});
