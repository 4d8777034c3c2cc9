import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { keyIdOf, rawPublicKey } from "../writer/seal.ts";
import { type Home, homeAt, makeHome } from "./home.ts";
import { installationKeys } from "./keys.ts";

let home: Home;
beforeEach(() => {
  home = homeAt(mkdtempSync(join(tmpdir(), "ayni-keys-")));
  makeHome(home);
});

const keys = () => {
  const found = installationKeys(home);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};

test("the first start makes a key that only its owner can read, and every later start finds it", () => {
  const first = keys();
  expect(statSync(join(home.keys, "installation.pem")).mode & 0o777).toBe(0o600);
  expect(rawPublicKey(keys().privateKey)).toBe(rawPublicKey(first.privateKey));
  expect([...first.sealKeys.keys()]).toEqual([keyIdOf(rawPublicKey(first.privateKey))]);
});

test("when the key is replaced, seals made before can still be judged", () => {
  const before = rawPublicKey(keys().privateKey);
  rmSync(join(home.keys, "installation.pem"));
  const after = keys();
  expect(after.sealKeys.size).toBe(2);
  expect(after.sealKeys.get(keyIdOf(before))).toBe(before);
});

test("a key that cannot be read is refused by name, and never made anew over it", () => {
  const file = join(home.keys, "installation.pem");
  writeFileSync(file, "not a key");
  expect(installationKeys(home)).toMatchObject({
    ok: false,
    refusal: { code: "installation.key-unreadable", facts: { file } },
  });
});
