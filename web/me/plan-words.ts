/** A price plan in plain words, for whoever brings something: its steps by name, in their order. */
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { wordsIn } from "../../rooms/settlement/pages/statement-words.ts";
import type { Say } from "../language/say.ts";

/** "Peso neto; peso con 12 % de humedad; factor de rendimiento …": what is done with the kilos until they are money. */
export function planWords(plan: PricePlan, say: Say): string {
  const several = plan.steps.filter((step) => step.kind === "value").length > 1;
  const names = plan.steps
    .filter((step) => step.kind !== "weighed" && (step.kind !== "value" || several))
    .map((step) => {
      if ("name" in step) return wordsIn(step.name, say).text;
      const plain = `own.step-${step.kind}`;
      return say.has(plain) ? say(plain) : "";
    })
    .filter((name) => name !== "");
  return say("own.plan", { code: plan.code, currency: plan.currency, steps: names.join("; ") });
}
