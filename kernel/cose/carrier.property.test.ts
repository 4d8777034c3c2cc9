/** A code survives what cameras, chats and people do to an address and to a long number. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesInText, bytesOfDigits, codeText, digitsOf, fitsCode, squareOf } from "./index.ts";

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 220 });
const hosts = fc.constantFrom("t3q.example", "ayni.quebrada-dos.example:8443", "192.168.4.1", "a");

/** What is done to a text on its way, as WHATWG's URL does it and as people do. */
const onTheWay: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "parsed as an address": (text) => new URL(text).href,
  "parsed, and only its fragment given": (text) => new URL(text).hash,
  "in small letters": (text) => text.toLowerCase(),
  "with a slash more before the sign": (text) => text.replace("#", "/#"),
  "with a slash behind": (text) => `${text}/`,
  "with spaces around": (text) => ` \t${text}\r\n`,
  "broken into lines, as a chat shows it": (text) => text.replace(/.{40}/g, "$&\n"),
  "in groups, as people write long numbers": (text) => text.replace(/(\d{5})(?=\d)/g, "$1 "),
  "with the sign escaped": (text) => encodeURIComponent(text),
  "escaped twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "spaces escaped": (text) => text.replace(/(\d{60})/g, "$1%20"),
  "with marks nobody sees": (text) => `\ufeff${text.replace(/(\d{50})/g, "$1\u200b")}\u200e`,
  "opened by way of another address": (text) => `https://scan.example/open?to=here#${new URL(text).hash.slice(1)}`,
  "with a query more": (text) => text.replace("/R#", "/R?x=1#"),
};

describe("survive camera-app URL rules [receipt.carrier]", () => {
  for (const [what, change] of Object.entries(onTheWay))
    test(what, () => {
      fc.assert(
        fc.property(someBytes, hosts, (bytes, host) => {
          expect(bytesInText(change(codeText(bytes, host)))).toEqual(bytes);
        }),
      );
    });

  test("the address is one to WHATWG's rules, over TLS, and keeps the digits from the server", () => {
    fc.assert(
      fc.property(someBytes, hosts, (bytes, host) => {
        const address = new URL(codeText(bytes, host));
        expect([address.protocol, address.host, address.pathname, address.search]).toEqual(["https:", host, "/R", ""]);
        expect(address.hash).toBe(`#${digitsOf(bytes)}`);
      }),
    );
  });

  test("without a host there are only digits, and they are read in any grouping", () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const digits = codeText(bytes, null);
        expect(digits).toMatch(/^[1-9][0-9]*$/);
        expect(bytesInText(digits.replace(/(\d{4})/g, "$1 "))).toEqual(bytes);
      }),
    );
  });
});

describe("what is no code is not read [receipt.carrier]", () => {
  test.each(["", "#", "hola", "https://t3q.example/R", "https://t3q.example/R#", "0123", "12a4", "-5", "1.5", "#12#"])(
    "%s",
    (text) => expect(bytesInText(text)).toBeNull(),
  );
  test("a number that does not begin with the byte 1", () => {
    expect(bytesOfDigits("2")).toBeNull();
    expect(bytesOfDigits("512")).toBeNull(); // 0x0200
    expect(bytesOfDigits("4096")).toBeNull(); // 0x1000 is two bytes, the first of them 0x10.
    expect(bytesOfDigits("1")).toEqual(new Uint8Array());
    expect(bytesOfDigits("256")).toEqual(Uint8Array.of(0));
  });
  test("a number of a million digits costs nobody anything", () => {
    const began = performance.now();
    expect(bytesInText("9".repeat(1_000_000))).toBeNull();
    expect(performance.now() - began).toBeLessThan(200);
  });
  test("any text gives bytes or null, and never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void bytesInText(text)));
  });
});

describe("squares [receipt.square]", () => {
  const longest = new Uint8Array(200).fill(255);
  test("200 bytes behind an address of 56 signs are 61 modules at level M; as digits alone 57", () => {
    expect(squareOf(codeText(longest, "t3q.example")).side).toBe(61);
    expect(squareOf(codeText(longest, `${"a".repeat(48)}.example`)).side).toBe(61);
    expect(squareOf(codeText(longest, null)).side).toBe(57);
  });
  test("a host that does not fit, or that an address would write otherwise, is not taken", () => {
    for (const host of ["", "a b", "ñandú.example", "a".repeat(57), "x/y", "[::1]", "t3q.example:port"])
      expect(fitsCode(host), host).toBe(false);
    expect(() => codeText(longest, "a b")).toThrow();
    expect(fitsCode("192.168.4.1:8443")).toBe(true);
  });
});
