/**
 * A hand-over while it is being written: everything typed so far, as plain data, so that it can be kept at every key and opened
 * again at the same place after the telephone was off. Nothing here is said to the book yet.
 */
import * as z from "zod/mini";

const text = z.string();

/** How many of which container stood on the scale together, with what the scale showed, as typed. */
const draftBag = z.object({
  /** Counted from 1 in the order of weighing; a voided one keeps its number. */
  number: z.int(),
  container: text,
  count: z.int(),
  /** What the scale showed, in `unit`, and the same in whole grams. */
  shown: text,
  unit: text,
  gross_g: text,
  tare_g: text,
  /** Where the tare comes from: the season's table, or the empty container on the scale. */
  tareBy: z.enum(["table", "weighed"]),
  /** It does not count: another was weighed in its place. It stays in view. */
  voided: z.boolean(),
});
export type DraftBag = z.infer<typeof draftBag>;

/** What stands in the pad now: a weight, the tare of an empty container, or the reading of a measure. */
const typing = z.object({
  of: z.enum(["gross", "tare", "reading"]),
  /** The measure that is being read. */
  measure: text,
  gross: text,
  /** Empty: by the table. */
  tare: text,
  count: text,
  container: text,
  unit: text,
  /** What was asked about: saving it again is the answer. */
  asked: text,
});
export type Typing = z.infer<typeof typing>;

/** Who stands at the scale: somebody of the register, or somebody whom nobody finds there, under an id of their own. */
const who = z.object({ agent: text, unknown: z.optional(text) });
export type DraftWho = z.infer<typeof who>;

export const stages = ["goods", "weigh", "grade", "look", "object"] as const;

export const handOverDraft = z.object({
  form: z.literal("hand-over-draft/1"),
  /** The id that the hand-over will have; its act has the same. */
  delivery: text,
  who,
  stage: z.enum(stages),
  product: z.nullable(text),
  plot: z.nullable(text),
  claim: z.nullable(text),
  bags: z.array(draftBag),
  /** Null: the pad is closed. */
  pad: z.nullable(typing),
  /** Readings as typed, by measure. */
  readings: z.record(z.string(), text),
  photos: z.array(text),
  /** What the producer says against it; null: nothing so far. */
  objection: z.nullable(z.object({ against: z.array(text), words: text })),
  /** Written on a pad of pre-printed slips and keyed in now. */
  paper: z.nullable(z.object({ pad: text, serial: text, day: text, writer: text })),
  /** The hand-over that this one takes the place of. */
  replacing: z.nullable(text),
});
export type HandOverDraft = z.infer<typeof handOverDraft>;

/** Reads a kept draft; null when it is none that this version knows. */
export function readDraft(value: unknown): HandOverDraft | null {
  const read = handOverDraft.safeParse(value);
  return read.success ? read.data : null;
}

/** A draft at its beginning. */
export const newDraft = (
  delivery: string,
  begun: Partial<HandOverDraft> & { readonly who: DraftWho },
): HandOverDraft => ({
  form: "hand-over-draft/1",
  delivery,
  stage: "goods",
  product: null,
  plot: null,
  claim: null,
  bags: [],
  pad: null,
  readings: {},
  photos: [],
  objection: null,
  paper: null,
  replacing: null,
  ...begun,
});

/** The bags that count. */
export const standing = (draft: HandOverDraft): readonly DraftBag[] => draft.bags.filter((bag) => !bag.voided);

/** The number of the next bag. */
export const nextNumber = (draft: HandOverDraft): number => Math.max(0, ...draft.bags.map((bag) => bag.number)) + 1;

/** Opens the pad for the next bag, in the container and unit of the last one. */
export function withPad(
  draft: HandOverDraft,
  usual: { readonly container: string; readonly unit: string },
): HandOverDraft {
  const last = draft.bags.at(-1);
  const { container, unit } = last ?? usual;
  return { ...draft, pad: { of: "gross", measure: "", gross: "", tare: "", count: "1", container, unit, asked: "" } };
}

/** Opens the pad for a reading. */
export function withPadFor(draft: HandOverDraft, measure: string): HandOverDraft {
  const pad = withPad(draft, { container: "", unit: "kg" }).pad as Typing;
  return { ...draft, pad: { ...pad, of: "reading", measure } };
}

/** Changes what stands in the open pad. */
export const typed = (draft: HandOverDraft, change: Partial<Typing>): HandOverDraft =>
  draft.pad === null ? draft : { ...draft, pad: { ...draft.pad, ...change } };

/** Hangs a weighed bag on the cord. The pad closes; whoever weighs on opens it again. */
export const withBag = (draft: HandOverDraft, bag: Omit<DraftBag, "number" | "voided">): HandOverDraft => ({
  ...draft,
  bags: [...draft.bags, { ...bag, number: nextNumber(draft), voided: false }],
  pad: null,
});

/** A bag that was weighed wrongly no longer counts. It is never changed: the right one is weighed as a new one. */
export const withoutBag = (draft: HandOverDraft, number: number): HandOverDraft => ({
  ...draft,
  bags: draft.bags.map((bag) => (bag.number === number ? { ...bag, voided: true } : bag)),
});

/** A reading as typed; an empty one is none. */
export function withReading(draft: HandOverDraft, measure: string, typed: string): HandOverDraft {
  const { [measure]: _, ...others } = draft.readings;
  return { ...draft, readings: typed === "" ? others : { ...others, [measure]: typed } };
}
