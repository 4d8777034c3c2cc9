/** A paper of a pool as typed, brought to what the act `pool.entry` says. */
import type { FormAt } from "../../desk/page.ts";

type Form = FormAt["form"];

/** What is said; null where a field that its way of reckoning needs is missing or unreadable: the form has noted which. */
export function paperSaid(form: Form): Readonly<Record<string, unknown>> | null {
  const [kind, paper, on] = [form.readText("kind"), form.readText("paper"), form.readDay("on")];
  const how = howSaid(form);
  const corrects = form.maybe("corrects");
  const reason = corrects === undefined ? null : form.readText("reason");
  if (form.wrong.length > 0) return null;
  return { kind, paper, on, how, ...(corrects === undefined ? {} : { corrects: { entry: corrects, reason } }) };
}

function howSaid(form: Form): Readonly<Record<string, unknown>> {
  const way = form.text("way");
  if (way === "interest") {
    const days = form.readFigure("days");
    const rate = { base: form.readFigure("amount"), percentPerYear: form.readFigure("percent") };
    return { way, ...rate, days: Number(days), yearDays: 360 };
  }
  if (way === "percent") return { way, base: form.readFigure("amount"), percent: form.readFigure("percent") };
  if (way === "quantity") return { way, ...pricedSaid(form) };
  if (way === "foreign") {
    const exchange = { rate: form.readFigure("rate"), source: form.readText("source"), on: form.readDay("on") };
    return { way, currency: form.readText("foreign"), ...pricedSaid(form), grain: "0.01", exchange };
  }
  return { way: "amount", amount: form.readFigure("amount") };
}

/** Unsaid, a price is for one, and all of the quantity counts. A share is weighed to the hundredth. */
function pricedSaid(form: Form) {
  const [quantity, price] = [form.readFigure("quantity"), form.readFigure("price")];
  const [per, percent] = [form.maybeFigure("per"), form.maybeFigure("percent")];
  return { quantity, price, per: per ?? "1", ...(percent ? { share: { percent, grain: "0.01" } } : {}) };
}
