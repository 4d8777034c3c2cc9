import { expect, test } from "vitest";
import { isOutdated, openHashing } from "./accounts-hashing.ts";

test("of a hundred at once two are computed at a time, some wait, and the rest are told to come again", async () => {
  const hashing = openHashing();
  const all = await Promise.all(Array.from({ length: 100 }, (_, at) => hashing.isRight(null, `${at}`)));
  expect(hashing.most()).toBe(2);
  expect(all.filter((one) => one === null)).toHaveLength(100 - 2 - 64);
  expect(await hashing.isRight(null, "730194")).toBe(false); // Afterwards there is room again.
});

test("the same PIN is hashed otherwise each time; a code the same each time, and otherwise for another purpose", async () => {
  const hashing = openHashing();
  const [one, other] = [await hashing.hash("730194"), await hashing.hash("730194")];
  expect(one).not.toBe(other);
  expect(await hashing.isRight(one, "730194")).toBe(true);
  expect(await hashing.isRight(one, "730195")).toBe(false);
  expect(isOutdated(one ?? "")).toBe(false);
  expect(isOutdated("$argon2id$v=19$m=8192,t=2,p=1$c29tZXNhbHRzb21l$AAAAAAAAAAAAAAAAAAAAAA")).toBe(true);
  const code = await hashing.codeHash("invitation", "K7M2P9QRTX");
  expect(await hashing.codeHash("invitation", "K7M2P9QRTX")).toEqual(code);
  expect(await hashing.codeHash("recovery", "K7M2P9QRTX")).not.toEqual(code);
});
