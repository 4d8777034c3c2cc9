/** For what somebody is looked for, as the address of a screen carries it. */

/** To receive; for the turn; in the place of whoever a begun hand-over names; or for a slip of a pad that is keyed in. */
export type Purpose =
  | { readonly for: "receive" }
  | { readonly for: "turn" }
  | { readonly for: "change"; readonly draft: string }
  | { readonly for: "paper"; readonly slip: string };

/** Reads it from an argument: "", "turn", "change:DRAFT", "paper:SLIP"; what follows a bar is the person. */
export function purposeOf(argument: string): Purpose {
  const [written = ""] = argument.split("|");
  if (written === "turn") return { for: "turn" };
  if (written.startsWith("change:")) return { for: "change", draft: written.slice("change:".length) };
  if (written.startsWith("paper:")) return { for: "paper", slip: written.slice("paper:".length) };
  return { for: "receive" };
}

/** How it is written in an argument. */
export function purposeText(purpose: Purpose): string {
  if (purpose.for === "change") return `change:${purpose.draft}`;
  if (purpose.for === "paper") return `paper:${purpose.slip}`;
  return purpose.for === "turn" ? "turn" : "";
}

/** The argument that carries a purpose and a person. */
export const withPerson = (purpose: Purpose, agent: string): string => `${purposeText(purpose)}|${agent}`;

/** The person of an argument; empty when there is none. */
export const agentIn = (argument: string): string => argument.split("|")[1] ?? "";
