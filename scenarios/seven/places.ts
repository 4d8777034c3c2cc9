/** How a worked example comes out in each place it is told: what its papers say, and what a person reads in a browser. */
import type { Page as Tab } from "playwright-core";
import { expect } from "vitest";
import { type Amount, amountText, type CurrencyGrain } from "../../kernel/money/index.ts";
import type { StatementContent, StatementDelivery } from "../../rooms/settlement/content.ts";
import { containerBook, thePool } from "../../rooms/settlement/pool-testing.ts";
import { told } from "../../rooms/settlement/testing.ts";
import { type Desk, deskOver, tellerOver } from "../../web/testing/desk.ts";
import { served } from "../../web/testing/served.ts";
import type { Example, Printed } from "./examples.ts";
import { materialOf, toldLater, toldUntilClosed } from "./telling.ts";

/** An amount of a paper as decimal text, with the grain's decimals. */
const money = (grain: CurrencyGrain, grains: string): string => amountText(BigInt(grains) as Amount, grain);

/** The figures of a hand-over by step, those that are printed. */
const figuresOf = (delivery: StatementDelivery, steps: readonly { readonly id: string }[], asked: Printed["figures"]) =>
  Object.fromEntries(
    Object.keys(asked).map((id) => [id, delivery.figures[steps.findIndex((one) => one.id === id)] ?? ""]),
  );

/** What a paper says, in the shape of what is printed. */
export function printedBy(content: StatementContent, example: Example): Printed {
  const { grain, plan } = materialOf(example);
  const [delivery] = content.deliveries;
  if (delivery === undefined) throw new Error("the statement has its hand-over");
  return {
    figures: figuresOf(delivery, plan.steps, example.printed.figures),
    value: money(grain, content.subtotals.value),
    deductions: Object.fromEntries(
      content.deductions.filter(({ amount }) => amount !== "0").map(({ code, amount }) => [code, money(grain, amount)]),
    ),
    net: money(grain, content.subtotals.net),
    paid: money(grain, content.payment.paid),
  };
}

/** What a statement of a correction says of a later result. */
export function laterBy(content: StatementContent, example: Example) {
  const { grain, plan } = materialOf(example);
  const [of] = content.corrections?.of ?? [];
  const [line] = of?.lines ?? [];
  if (of === undefined || line === undefined || line.after === null) throw new Error("the line is corrected");
  return {
    figures: figuresOf(line.after, plan.steps, example.later?.printed.figures ?? {}),
    value: money(grain, of.value.after),
    difference: money(grain, of.value.difference),
    deductions: Object.fromEntries(of.deductions.map((one) => [one.after?.code ?? "", money(grain, one.difference)])),
    paid: money(grain, content.payment.paid),
  };
}

/** Every number that a person sees on a page, as its digits alone: marks of thousands and decimals differ between countries. */
async function numbersOn(desk: Desk, tab: Tab, path: string): Promise<ReadonlySet<string>> {
  const page = await desk.open(path);
  expect(page.status, page.text).toBe(200);
  await tab.setContent(page.html);
  const shown = await tab.innerText("body");
  return new Set([...shown.matchAll(/\d(?:[\d.,'\u00a0\u202f]*\d)?/g)].map(([one]) => digits(one)));
}

const digits = (text: string): string => text.replace(/\D/g, "").replace(/^0+(?=\d)/, "");

/** Tells an example to a server by its door, and reads the paper and the page: every printed figure is on both. */
export async function onServerAndPage(example: Example, tab: Tab): Promise<void> {
  const server = await served({ book: "unopened" });
  try {
    const teller = tellerOver(server);
    await toldUntilClosed(teller, example);
    const paper = async (number: string): Promise<StatementContent> => {
      const answer = await server.get(`/api/views/statement.one?number=${number}`);
      const { rows } = (await answer.json()) as { rows: readonly { content: string }[] };
      return JSON.parse(rows[0]?.content ?? "null");
    };
    const desk = await deskOver(server);
    expect(printedBy(await paper("L-2026-000001"), example)).toEqual(example.printed);
    const { value, net, paid, deductions } = example.printed;
    await areSeen(desk, tab, "statements/L-2026-000001", [value, net, paid, ...Object.values(deductions)]);
    if (example.later === undefined) return;
    await toldLater(teller, example);
    expect(laterBy(await paper("L-2026-000002"), example)).toEqual(example.later.printed);
    const { difference, paid: paidLater } = example.later.printed;
    await areSeen(desk, tab, "statements/L-2026-000002", [difference, paidLater]);
  } finally {
    await server.close();
  }
  expect(server.faults).toEqual([]);
}

/** The figures of worked example 2, a container of coffee from the export invoice back to the members. */
const container = {
  papers: ["466309.26", "5992.08", "17187.50", "25575.00", "9113.00", "27978.56"],
  sums: ["364519.81", "27927.47", "22341.98", "5585.49"],
  rate: "0.8948",
  first: "18111.30",
  second: "1110.00",
} as const;

/** The container's book, decided and paid out: what its acts were, in their order. */
export function containerTold() {
  const book = containerBook();
  told(book, "pool.decide", { pool: thePool });
  told(book, "pool.pay-out", { pool: thePool, paidIn: "transfer" });
  return book;
}

/** Sends the container's acts to a server by its door, and reads the pool's page and the second payment's. */
export async function containerOnServerAndPage(tab: Tab): Promise<void> {
  const server = await served({ book: "unopened" });
  try {
    for (const { sent, received } of containerTold().said) {
      server.clock.now = Date.parse(received);
      const [answer] = await server.send([sent]);
      expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: expect.stringMatching(/^done/) });
    }
    const desk = await deskOver(server);
    await areSeen(desk, tab, `pools/${thePool}`, [...container.papers, ...container.sums, container.rate]);
    const lines = await server.get(`/api/views/pool.lines?pool=${thePool}`);
    const { rows } = (await lines.json()) as { rows: readonly { number: string }[] };
    await areSeen(desk, tab, `statements/${rows[0]?.number}`, [container.first, container.second]);
  } finally {
    await server.close();
  }
  expect(server.faults).toEqual([]);
}

/** Opens a page in the browser and looks for each figure. */
async function areSeen(desk: Desk, tab: Tab, path: string, figures: readonly string[]): Promise<void> {
  const seen = await numbersOn(desk, tab, path);
  expect(figures.filter((one) => !seen.has(digits(one)))).toEqual([]);
}
