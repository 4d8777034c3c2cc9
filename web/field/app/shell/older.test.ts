import { expect, it } from "vitest";
import { layWhatOlderBrowsersLack } from "./older.ts";

it("lays what is lacking, by its own definition [field.older-browsers]", () => {
  const [array, text, object] = [{}, {}, {}] as [
    Record<string, unknown>,
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  layWhatOlderBrowsersLack(array, text, object);
  const at = array.at as (this: readonly string[], index: number) => string | undefined;
  expect([0, 2, -1, -3, 3, -4].map((index) => at.call(["a", "b", "c"], index))).toEqual(
    [0, 2, -1, -3, 3, -4].map((index) => ["a", "b", "c"].at(index)),
  );
  const replaceAll = text.replaceAll as (this: string, from: string, to: string) => string;
  expect(replaceAll.call("a-b-c", "-", ".$")).toBe("a.$b.$c");
  const hasOwn = object.hasOwn as (of: object, name: string) => boolean;
  expect([hasOwn({ a: 1 }, "a"), hasOwn({ a: 1 }, "toString")]).toEqual([true, false]);
});

it("leaves what is there", () => {
  const own = (): null => null;
  const array = { at: own };
  layWhatOlderBrowsersLack(array, {}, {});
  expect(array.at).toBe(own);
});
