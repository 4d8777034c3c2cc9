/** The evening of a collection point: hand-overs, receipts, kilos and cash, counted and held against the book. */
import { type ActDeclaration, type Context, fact } from "../../../kernel/act/declaration.ts";
import { always, andThen, each, map, type Need, together } from "../../../kernel/act/need.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { deviceNow, type OpenQuestion, openQuestions } from "../../book/needs.ts";
import { countedBox } from "../cash.ts";
import { countDoubts, receiptsOf } from "../day-count.ts";
import { cashAt } from "../needs/cash.ts";
import { type PadKnown, padsOf } from "../needs/pads.ts";
import { pointOn } from "../needs/points.ts";
import { padHoles } from "../pads.ts";
import { pointClosing } from "../records.ts";
import { type CloseDaySaid, closeDaySaid } from "../said/point.ts";

/** The pads of a point with the questions that wait about them: what is asked already is not asked every evening. */
const padsAskedOf = (place: string): Need<readonly { readonly known: PadKnown; readonly asked: boolean }[]> =>
  andThen(padsOf(place), (pads) =>
    map(openQuestions(pads.map((one) => one.pad.pad)), (open) =>
      pads.map((known) => ({ known, asked: open.some((one) => isOfHoles(one, known.pad.pad)) })),
    ),
  );

const isOfHoles = ({ code, about }: OpenQuestion, pad: string): boolean =>
  code === "pad.serials-missing" && about === pad;

/**
 * A day was closed at a point, on one telephone. A fact: what was counted is kept, and each difference from the book is asked about.
 * Receipts are looked for serial by serial since the last closing of the series; holes in the point's pads are asked about once.
 * Questions: `point.not-open`, `point.other-series`, `point.receipts-missing`, `point.counts-differ`, `point.kilos-differ`,
 * `pad.serials-missing`, `float.differs`, `float.unreadable`.
 */
export const closeDay: ActDeclaration = fact({
  kind: "point.close-day",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: closeDaySaid,
  needs: (said, { settings, through }) => ({
    at: together({
      point: pointOn(said.place, said.on),
      device: through.way === "device" ? deviceNow(through.device) : always(null),
    }),
    receipts: said.receipts === null ? always([]) : receiptsOf(said.receipts),
    boxes: each(said.cash.map(({ currency }) => cashAt(said.place, currency, settings))),
    pads: padsAskedOf(said.place),
  }),
  follows: (said, { at, receipts, boxes, pads }, context) => {
    const { place, on, clock } = said;
    const counts = said.cash.map((one, order) =>
      countedBox(one, { place, moment: "closing", on, clock }, boxes[order] ?? 0n, context),
    );
    return {
      records: [write(pointClosing, rowOf(said, context)), ...counts.flatMap((one) => one.records)],
      entries: counts.flatMap((one) => one.entries),
      questions: [
        ...(at.point === null ? [question("point.not-open", "manager", context.act, { place, day: on })] : []),
        ...otherSeries(said, at.device?.series ?? null, context.act),
        ...countDoubts(said, receipts, context.act),
        ...pads.flatMap(({ known, asked }) => (asked ? [] : padHoles(known))),
        ...counts.flatMap((one) => one.questions),
      ],
    };
  },
});

/** A telephone closes the receipts of its own series. */
const otherSeries = ({ receipts }: CloseDaySaid, own: string | null, about: string): readonly Question[] =>
  receipts === null || own === null || own === receipts.series
    ? []
    : [question("point.other-series", "manager", about, { series: receipts.series, own })];

const rowOf = (said: CloseDaySaid, { act, by, through }: Context): Row<typeof pointClosing> => ({
  closing: act,
  opening: said.opened ?? null,
  place: said.place,
  device: through.way === "device" ? through.device : null,
  by_agent: by,
  on_day: said.on,
  clock: said.clock ?? null,
  series: said.receipts?.series ?? null,
  serial_from: said.receipts?.from ?? null,
  serial_to: said.receipts?.to ?? null,
  hand_overs: said.handOvers,
  voids: said.voids,
  kilos: said.kilos,
});
