import { expect, it } from "vitest";
import { rows } from "../../../kernel/act/need.ts";
import { codesOf, openedBook } from "../../book/testing.ts";
import { acts } from "../index.ts";
import { retention } from "../records.ts";

const identity = { kind: "identity-number", purpose: "Libro de socios", days: 1_825 };
const telephone = { kind: "telephone", purpose: "Avisar de pagos y asambleas" };

it("a sheet says what each kind of value is kept for, and for how long; the newest holds [privacy.retention]", () => {
  const book = openedBook(...acts);
  expect(codesOf(book.speak("retention.publish", { rules: [identity, telephone] }))).toEqual([]);
  expect(codesOf(book.speak("retention.publish", { rules: [identity] }))).toEqual([]);
  const kept = rows(retention, "key", ["book"]).tryOn(book.page);
  expect("known" in kept && kept.known.map(({ version }) => version)).toEqual([1, 2]);
});

it("a kind that is named twice is refused with its place", () => {
  const answer = openedBook(...acts).speak("retention.publish", { rules: [identity, identity] });
  expect(codesOf(answer)).toEqual(["retention.kind-twice"]);
});
