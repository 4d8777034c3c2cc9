import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, it } from "vitest";
import { base64Url, fromBase64Url } from "./base64url.ts";

it("any bytes: the text that Node gives, and the same bytes back", () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64Url(base64Url(bytes))).toEqual(bytes);
    }),
  ));
