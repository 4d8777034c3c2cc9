import { expect, test } from "vitest";
import { codeText, digitsOf } from "../../../../kernel/cose/carrier.ts";
import { idOf } from "../../../../rooms/book/testing.ts";
import { cardAgent } from "./card.ts";

test("[field.card] a card names its agent as text, as digits or behind an address; another code names nobody", () => {
  const agent = idOf("Rosa");
  const bytes = Uint8Array.from(agent.replaceAll("-", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  for (const code of [
    agent,
    agent.toUpperCase(),
    ` ${agent}\n`,
    `https://t3q.example/m#${agent}`,
    digitsOf(bytes),
    codeText(bytes, "t3q.example"),
  ])
    expect(cardAgent(code)).toBe(agent);
  for (const code of ["", "31", "https://t3q.example/", digitsOf(bytes.slice(1)), agent.slice(1)])
    expect(cardAgent(code)).toBeNull();
});
