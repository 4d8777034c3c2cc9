/** The morning of a collection point: scales checked with a known weight, the box counted. */
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { each } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { question } from "../../../kernel/refusal.ts";
import { countedBox } from "../cash.ts";
import { cashAt } from "../needs/cash.ts";
import { pointOn } from "../needs/points.ts";
import { pointOpening } from "../records.ts";
import { openDaySaid, scaleCheckSaid } from "../said/point.ts";
import { checkedScale } from "../scale.ts";

/**
 * A day was opened at a point, on one telephone: its scales as checked, and the box as counted where this telephone keeps it. A
 * fact. Questions: `point.not-open`, `scale.off`, `scale.unknown`, `float.differs`, `float.unreadable`.
 */
export const openDay: ActDeclaration = fact({
  kind: "point.open-day",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: openDaySaid,
  needs: (said, { settings }) => ({
    point: pointOn(said.place, said.on),
    boxes: each(said.cash.map(({ currency }) => cashAt(said.place, currency, settings))),
  }),
  follows: (said, { point, boxes }, context) => {
    const { place, on, clock } = said;
    const checks = said.checks.map((reading) => checkedScale(reading, said, point, context));
    const counts = said.cash.map((one, at) =>
      countedBox(one, { place, moment: "opening", on, clock }, boxes[at] ?? 0n, context),
    );
    const { through, act, by } = context;
    const device = through.way === "device" ? through.device : null;
    const opening = { opening: act, place, device, by_agent: by, on_day: on, clock: clock ?? null };
    const parts = [...checks, ...counts];
    return {
      records: [write(pointOpening, opening), ...parts.flatMap((one) => one.records)],
      entries: counts.flatMap((one) => one.entries),
      questions: [
        ...(point === null ? [question("point.not-open", "manager", act, { place, day: on })] : []),
        ...parts.flatMap((one) => one.questions),
      ],
    };
  },
});

/** A scale was checked with a known weight, at any hour. A fact. Questions: `scale.off`, `scale.unknown`. */
export const checkScale: ActDeclaration = fact({
  kind: "scale.check",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: scaleCheckSaid,
  needs: (said) => ({ point: pointOn(said.place, said.on) }),
  follows: (said, { point }, context) => checkedScale(said, said, point, context),
});
