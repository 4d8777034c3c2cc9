/** What may be said about plots. Both are facts: they say what is there. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../kernel/act/declaration.ts";
import { newest, nextVersion, type Row, sameRow, write } from "../../kernel/act/record.ts";
import { AgentId, PlotId } from "../../kernel/ids.ts";
import { type Question, question } from "../../kernel/refusal.ts";
import { agent } from "../people/needs.ts";
import { plotVersions } from "./needs.ts";
import { plot } from "./records.ts";

const words = z.string().check(z.minLength(1), z.maxLength(200));
const plotSaid = {
  plot: PlotId,
  holder: AgentId,
  name: words,
  /** Whole square metres; a hectare is 10,000. Unsaid where nobody measured. */
  areaM2: z.optional(z.string().check(z.regex(/^[0-9]{1,12}$/))),
  products: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50))),
  community: z.optional(words),
};
const said = z.object(plotSaid);
type PlotSaid = z.infer<typeof said>;

const contentOf = (of: PlotSaid): Omit<Row<typeof plot>, "version" | "from_day"> => ({
  plot: of.plot,
  holder: of.holder,
  name: of.name,
  area_m2: of.areaM2 === undefined ? null : BigInt(of.areaM2),
  products: of.products ?? [],
  community: of.community ?? null,
});

const base = { version: 1, rules: 1, room: "land", power: "keep-register" } as const;
const needs = (plot: PlotSaid) => ({ versions: plotVersions(plot.plot), holder: agent(plot.holder) });

const holderDoubt = (plot: PlotSaid, holder: unknown): readonly Question[] =>
  holder === null ? [question("plot.holder-unknown", "manager", plot.plot, { holder: plot.holder })] : [];

/** Registers a plot that somebody works. A holder nobody knows, and an id that another plot has, ask the manager. */
export const registerPlot: ActDeclaration = fact({
  ...base,
  kind: "plot.register",
  says: said,
  needs,
  follows: (plotOf, { versions, holder }, { today }) => {
    const content = contentOf(plotOf);
    const first = versions.find((one) => one.version === 1);
    if (first === undefined)
      return {
        records: [write(plot, { ...content, version: 1, from_day: today })],
        questions: holderDoubt(plotOf, holder),
      };
    if (sameRow(first, content)) return {};
    return { questions: [question("plot.id-used", "manager", plotOf.plot, { plot: plotOf.plot, name: plotOf.name })] };
  },
});

/**
 * Says a whole plot anew: measured again, another holder. The versions before stay. `corrects` is the version that was on the
 * screen: when it was changed since, both stand and the manager is asked.
 */
export const correctPlot: ActDeclaration = fact({
  ...base,
  kind: "plot.correct",
  says: z.object({ ...plotSaid, corrects: z.optional(z.int()) }),
  needs,
  follows: (plotOf, { versions, holder }, { today }) => {
    const questions = [...holderDoubt(plotOf, holder)];
    const version = newest(versions)?.version ?? 0;
    if (version === 0) questions.push(question("plot.unknown", "manager", plotOf.plot, { plot: plotOf.plot }));
    if (plotOf.corrects !== undefined && plotOf.corrects !== version)
      questions.push(question("plot.changed-since", "manager", plotOf.plot, { corrects: plotOf.corrects, version }));
    const row = { ...contentOf(plotOf), version: nextVersion(versions), from_day: today };
    return { records: [write(plot, row)], questions };
  },
});
