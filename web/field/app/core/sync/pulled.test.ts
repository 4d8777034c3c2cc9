import { describe, expect, test } from "vitest";
import type { PullAnswer } from "../../../wire.ts";
import { type Chunk, knownFrom } from "../book/known.ts";
import type { Cursor, KeptEntry } from "../kept.ts";
import type { Telephone } from "../telephone.ts";
import { chunksAfter, cursorAfter, placedBy } from "./pulled.ts";

const chunk = (number: number, values: Chunk["values"] = []): Chunk => ({
  number,
  tables: [{ table: "agent", columns: ["agent"], rows: [[`agent ${number}`]] }],
  values,
  tallies: [],
});
const laid = { upTo: "40", chunk: 2, fetched: "2026-11-15T11:40:00.000Z" };
const usual: Cursor = { after: "40", mark: "m", chunk: 2, begun: 1, anew: false, laid };
const item = (act: string, position: string | null): KeptEntry => ({
  ...({} as KeptEntry),
  act,
  position,
  state: position === null ? "waiting" : "done",
  sealed: true,
});
const telephone = (cursor: Cursor, chunks: readonly Chunk[], items: readonly KeptEntry[] = []): Telephone =>
  ({ cursor, chunks, items, now: () => "2026-11-16T08:00:00.000Z" }) as unknown as Telephone;
const answer = (more: Partial<PullAnswer>): PullAnswer => ({
  ...{
    form: "ayni-pulled/1",
    book: "",
    device: "",
    at: "",
    upTo: "60",
    mark: "m",
    more: false,
    reset: false,
    values: [],
    erased: [],
    tallies: [],
  },
  tables: [{ table: "agent", columns: ["agent"], rows: [["new"]] }],
  ...more,
});
const numbers = (chunks: readonly Chunk[]) => chunks.map((one) => one.number);

describe("[field.known] what an answer makes of what is kept", () => {
  test("a pull of two answers is known when its second is here: until then what was known stays", () => {
    const first = cursorAfter(telephone(usual, [chunk(1), chunk(2)]), answer({ more: true }));
    expect(first).toMatchObject({ after: "60", chunk: 3, laid });
    const second = cursorAfter(telephone(first, []), answer({ upTo: "75" }));
    expect(second).toMatchObject({
      after: "75",
      chunk: 4,
      laid: { upTo: "75", chunk: 4, fetched: "2026-11-16T08:00:00.000Z" },
    });
  });

  test("a history that begins anew takes the place of the old one only when it is here whole", () => {
    const old = [chunk(1), chunk(2)];
    const begun = telephone(usual, old);
    const half = {
      cursor: cursorAfter(begun, answer({ reset: true, more: true })),
      chunks: chunksAfter(begun, answer({ reset: true, more: true })),
    };
    expect(half.cursor).toMatchObject({ begun: 3, anew: true, laid });
    expect(numbers(half.chunks)).toEqual([1, 2, 3]);
    const rest = telephone(half.cursor, half.chunks);
    expect(numbers(chunksAfter(rest, answer({})))).toEqual([0, 3, 4]);
    expect(cursorAfter(rest, answer({}))).toMatchObject({ anew: false, laid: { chunk: 4 } });
  });

  test("in such a history, an answered act that has no place any more is said again; the others keep their new places", () => {
    const items = [item("a", "38"), item("b", "39"), item("c", null)];
    const half = placedBy(telephone(usual, [], items), answer({ reset: true, more: true, own: [["a", "12"]] }));
    expect(half).toEqual([{ ...items[0], next: "12" }]);
    const since = items.map((one) => half.find(({ act }) => act === one.act) ?? one);
    const whole = placedBy(telephone({ ...usual, anew: true }, [], since), answer({ own: [] }));
    expect(whole.map(({ act, position, state }) => [act, position, state])).toEqual([
      ["a", "12", "done"],
      ["b", null, "waiting"],
    ]);
  });

  test("sums are told whole and take the place of the ones before", () => {
    const told = chunksAfter(telephone(usual, [chunk(1), chunk(2)]), answer({ tallies: [["stock", "coffee|q", "5"]] }));
    expect(told[0]).toEqual({ number: 0, tables: [], values: [], tallies: [["stock", "coffee|q", "5"]] });
    const next = chunksAfter(telephone(usual, told), answer({ tallies: [] }));
    expect(next.filter((one) => one.number === 0)).toEqual([{ number: 0, tables: [], values: [], tallies: [] }]);
  });

  test("a name that was erased is in no chunk any more", () => {
    const chunks = [
      chunk(1, [
        ["d1", "Rosa"],
        ["d2", "José"],
      ]),
      chunk(2),
    ];
    const after = chunksAfter(telephone(usual, chunks), answer({ erased: ["d1"] }));
    expect([...knownFrom(after).names]).toEqual([["d2", "José"]]);
    expect(JSON.stringify(after)).not.toContain("Rosa");
  });

  test("many small chunks become one, and say the same in the same order", () => {
    const chunks = Array.from({ length: 40 }, (_, at) => chunk(at + 1));
    const after = chunksAfter(telephone({ ...usual, chunk: 40 }, chunks), answer({}));
    expect(numbers(after)).toEqual([0, 41]);
    expect(knownFrom(after).people.agent.map((row) => row.agent)).toEqual([
      ...chunks.map((one) => `agent ${one.number}`),
      "new",
    ]);
  });

  test("a row that comes twice is laid once", () => {
    expect(knownFrom([chunk(1), { ...chunk(1), number: 2 }]).people.agent).toHaveLength(1);
  });
});
