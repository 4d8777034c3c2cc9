/** What documents would say if they were issued now: by the same rules and from the same needs as issuing. Nothing here is kept. */
import * as z from "zod/mini";
import { each, map } from "../../kernel/act/need.ts";
import { computedView, type ViewAt } from "../../kernel/view.ts";
import { type Materials, readyOf } from "./acts/ready.ts";
import { materialsFor } from "./needs.ts";

const ids = "[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}";
const reason = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/**
 * Documents as they would come out today under a series. `documents`: the ids of each one's statements with commas between, documents
 * with points between, at most fifty. Each is taken by itself: of two that are near a seller's ceiling both may look well. Whole line
 * grains as text; of one that cannot be issued all that stands against it.
 */
export const purchaseDocumentPreview = computedView({
  name: "purchase-document.preview",
  room: "purchases",
  question: "What would these purchase documents say if they were issued now?",
  asks: z.object({
    series: z.uuid(),
    documents: z.string().check(z.maxLength(40_000), z.regex(new RegExp(`^${ids}(\\.${ids}){0,49}$`))),
  }),
  askers: ["pay", "audit"],
  computed: ({ series, documents }, at) => {
    const asked = documents.split(".");
    return map(each(asked.map((one) => materialsFor(series, one.split(","), at.today))), (found) =>
      found.map((materials, place) => previewOf(asked[place] ?? "", materials, at)),
    );
  },
  answer: z.object({
    statements: z.string(),
    value: z.string(),
    withheld: z.string(),
    payable: z.string(),
    unresolved: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    wrong: z.array(reason),
  }),
});

function previewOf(statements: string, materials: Materials, { today, settings }: ViewAt) {
  const found = readyOf(materials, today, settings);
  if ("wrong" in found) {
    const none = { value: "0", withheld: "0", payable: "0", unresolved: "0", currency: "", line_grain: "1" };
    return { statements, ...none, wrong: found.wrong.map(({ code, facts }) => ({ code, facts: { ...facts } })) };
  }
  const { composed, grain } = found.ready;
  return {
    statements,
    value: `${composed.value}`,
    withheld: `${composed.withheld}`,
    payable: `${composed.payable}`,
    unresolved: `${composed.unresolved}`,
    currency: grain.currency,
    line_grain: grain.line,
    wrong: [],
  };
}
