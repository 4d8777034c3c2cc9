/** What a line of deductions says, in one plain sentence of the reader's language: how much of what, where it goes, who decided it. */
import type { Refusal } from "../../../kernel/refusal.ts";
import type { Deduction, DeductionCap } from "../../../rooms/agreements/rules/deductions.ts";
import { unitName, wordsIn } from "../../../rooms/settlement/pages/statement-words.ts";
import type { Say } from "../../language/say.ts";
import type { TypedDeductions, Typing } from "./ready.ts";

/** An account as the office calls it; the statement's words speak to the producer ("your account"). */
export const accountSays = (account: string, say: Say): string =>
  say(say.has(`ledger.name.${account}`) ? `ledger.name.${account}` : `account.${account}`);

/** The sentence of a whole line; `currency` is the list's. */
export function lineSays({ basis, name, to, rule, consent }: Deduction, currency: string, say: Say): string {
  const money = (value: string): string => say("value.money-of", { value, currency, places: "0" });
  const much = say(basis.kind === "fixed" ? `deduct.much.fixed-${basis.per}` : `deduct.much.${basis.kind}`, {
    rate: "rate" in basis ? money(basis.rate) : basis.kind === "fixed" ? money(basis.amount) : "",
    percent: "percent" in basis ? basis.percent : "0",
    unit: "unit" in basis ? unitName(basis.unit, say) : "",
    line: "line" in basis ? basis.line : "",
  });
  const values = { much, name: wordsIn(name, say).text, account: accountSays(to, say) };
  const consented = consent === undefined ? "" : ` ${say("deduct.with-consent", { creditor: consent.creditor })}`;
  return `${say("deduct.says", values)}${consented} ${say("deduct.decided", { rule: rule.id, by: rule.decidedBy, from: rule.from })}`;
}

/** The sentence of a cap; `names` are those of the lines it limits. */
export function capSays(cap: DeductionCap, names: readonly string[], currency: string, say: Say): string {
  return say(`deduct.cap-says.${cap.kind}`, {
    percent: "percent" in cap ? cap.percent : "0",
    amount: "amount" in cap ? say("value.money-of", { value: cap.amount, currency, places: "0" }) : "",
    base: say(`deduct.base.${cap.base}`),
    names: names.map((name) => `«${name}»`).join(", "),
  });
}

/** A line by its name on the paper; while it has none, by what it is computed from. */
export function lineName(line: Typing, say: Say): string {
  const { text } = wordsIn(line.name as Record<string, string>, say);
  return text === "" ? say(`deduct.kind.${(line.basis as { readonly kind: string }).kind}`) : text;
}

/** A refusal with lines, limits, accounts and bases by their names, where the list's check says their codes and fields. */
export function inNames(refusal: Refusal, body: TypedDeductions, say: Say): Refusal {
  const byCode = (code: unknown): string | null => {
    const line = body.deductions.find((one) => one.code === code);
    if (line !== undefined) return lineName(line, say);
    const cap = body.caps.findIndex((one) => one.code === code);
    return cap < 0 ? null : capName(body, cap, say);
  };
  const named = (fact: string, value: unknown): unknown => {
    if (fact === "field") {
      const [, of, place = ""] = /(deductions|caps)\.(\d+)(?:\.|$)/.exec(String(value)) ?? [];
      const line = of === "deductions" ? body.deductions.find((_, at) => String(at) === place) : undefined;
      if (line !== undefined) return lineName(line, say);
      const cap = of === "caps" ? body.caps.findIndex((_, at) => String(at) === place) : -1;
      return cap < 0 ? value : capName(body, cap, say);
    }
    if (fact === "to" || fact === "holds") return accountSays(String(value), say);
    if (fact === "basis") return say(`deduct.kind.${String(value)}`);
    return ["deduction", "after", "cap", "code"].includes(fact) ? (byCode(value) ?? value) : value;
  };
  if (!refusal.code.startsWith("deductions.")) return refusal;
  const facts = Object.fromEntries(Object.entries(refusal.facts).map(([fact, value]) => [fact, named(fact, value)]));
  return { ...refusal, facts: facts as Refusal["facts"] };
}

const capName = (body: TypedDeductions, at: number, say: Say): string =>
  say("deduct.cap", { number: String(at + 1), kind: say(`deduct.cap-kind.${String(body.caps[at]?.kind)}`) });
