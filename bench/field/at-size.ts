/** A telephone that has a whole organisation in it, and weeks of hand-overs that nobody has fetched. */
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { fieldRoutes } from "../../web/field/server/routes.ts";
import { builtApp } from "../../web/field/testing/built.ts";
import { press } from "../../web/field/testing/weighing.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { protect } from "../../web/server/headers.ts";
import { listen } from "../../web/server/listen.ts";
import { figuresOf, quantile, spelled, spelledFigures } from "../method/figures.ts";
import { loadNow } from "../method/machine.ts";
import type { Table } from "../method/report.ts";
import { unwrap } from "../method/unwrap.ts";
import { keptOf, regulars, unsentActs } from "./kept.ts";
import type { BenchPage } from "./page.ts";
import { newTelephone } from "./telephone.ts";

declare const bench: BenchPage;

const OPENINGS = 3;
const HAND_OVERS = 9;
const TIMES = 6;
/** Somebody who is one of many of her name. */
const TYPED = "maría quispe";

/** Members and unsent acts. */
const sizes = [
  [500, 0],
  [1_000, 0],
  [5_000, 0],
  [5_000, 2_000],
  [5_000, 20_000],
] as const;

async function serve(unsent: Awaited<ReturnType<typeof unsentActs>>) {
  const app = new Hono({ strict: false });
  const build = await builtApp("bench/field/page.ts");
  app.use(async (context, next) => {
    await next();
    protect(context.res.headers);
  });
  app.get("/kept/:members/:acts", (context) =>
    context.json(keptOf(Number(context.req.param("members")), Number(context.req.param("acts")), unsent)),
  );
  fieldRoutes(app, readCatalogues, async () => build);
  return unwrap(await listen(app, { host: "127.0.0.1", port: 0, orNext: false }));
}

/** Milliseconds, each list of several repeats. */
type Measured = Readonly<
  Record<
    "open" | "core" | "anew" | "key" | "search" | "scan" | "lastBag" | "receipt" | "say" | "payment" | "write",
    readonly number[]
  >
> & { readonly firstPayment: number };

/** Opens the app again, as after the telephone was off. */
async function openings(page: Page, slower: (times: number) => Promise<void>) {
  const [open, core]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    await page.reload({ waitUntil: "commit" });
    open.push(await page.evaluate(() => stopwatch.painted("h1")));
    core.push(await page.evaluate(() => bench.opening));
  }
  await slower(1);
  await page.evaluate(() => bench.letIn());
  await slower(TIMES);
  await page.evaluate(() => bench.rests());
  return { open, core };
}

/** Opens the app as after an update, with nothing of what follows from the acts kept: each of them is folded again. */
async function openedAnew(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => bench.forget());
  await page.reload({ waitUntil: "commit" });
  return [await page.evaluate(() => stopwatch.painted("h1"))];
}

/** Types letter by letter into the search, on the screen. */
async function keys(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    location.hash = "#/who";
  });
  await page.click(".corner");
  await page.focus("input");
  const took: number[] = [];
  for (const letter of TYPED) {
    await page.evaluate(() => stopwatch.arm("input"));
    await page.keyboard.insertText(letter);
    took.push(await page.evaluate(() => stopwatch.taken()));
  }
  await page.waitForSelector(".found li");
  return took;
}

/** Seven sacks: the last one weighed, or the receipt given, by touching the screen. */
async function touches(page: Page, members: number, stage: "weigh" | "look"): Promise<readonly number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < HAND_OVERS; turn += 1) {
    const weight = await page.evaluate(([of, at]) => bench.begin(of, at), [members, stage] as const);
    if (stage === "weigh") {
      await page.waitForSelector(".pad");
      await press(page, weight);
    } else await page.waitForSelector(".look");
    const seen = stage === "weigh" ? ([".bags", "Saco 7"] as const) : ([".receipt .square", ""] as const);
    await page.evaluate((shown) => stopwatch.arm(shown[0], shown[1]), seen);
    await page.click(stage === "weigh" ? ".pad .do-main" : ".bar .do-main");
    took.push(await page.evaluate(() => stopwatch.taken()));
  }
  return took;
}

async function measure(browser: Browser, port: number, [members, acts]: readonly [number, number]): Promise<Measured> {
  const telephone = await newTelephone(browser);
  const { page, slower } = telephone;
  page.setDefaultTimeout(300_000);
  try {
    await page.goto(`http://localhost:${port}/field`);
    await page.evaluate(([of, many]) => bench.fill(of, many), [members, acts] as const);
    await page.reload();
    await page.evaluate(() => stopwatch.painted("h1"));
    await page.evaluate(() => stopwatch.offline());
    await page.evaluate(() => bench.letIn());
    await slower(TIMES);
    const anew = await openedAnew(page);
    await slower(1);
    await page.evaluate(() => bench.kept());
    await slower(TIMES);
    const opened = await openings(page, slower);
    const [firstPayment = 0, ...payment] = await page.evaluate((of) => bench.payments(of, 41), regulars);
    const key = await keys(page);
    const [search, scan] = await page.evaluate(
      async ([of, typed]) => [await bench.searches(typed), await bench.scans(of, typed)] as const,
      [members, TYPED] as const,
    );
    const lastBag = await touches(page, regulars, "weigh");
    const receipt = await touches(page, regulars, "look");
    const say = await page.evaluate(([of, times]) => bench.says(of, times), [regulars, HAND_OVERS] as const);
    const write = await page.evaluate((times) => bench.bareWrites(times), HAND_OVERS);
    return { ...opened, anew, key, search, scan, lastBag, receipt, say, payment, write, firstPayment };
  } finally {
    await telephone.close();
  }
}

/** The most that one of them took, beside the usual. */
const usualAndMost = (took: readonly number[]): string => {
  const { median, max } = figuresOf(took);
  return `${spelled(median)} (most ${spelled(max)})`;
};

/** One row for each size; everything at CPU ÷6. */
export async function atSizeTables(browser: Browser, size: number, say: (line: string) => void): Promise<Table[]> {
  const scaled = sizes.map(
    ([members, acts]) => [Math.max(regulars, Math.round(members * size)), Math.round(acts * size)] as const,
  );
  const begun = performance.now();
  const unsent = await unsentActs(Math.max(...scaled.map(([, acts]) => acts)));
  say(`${unsent.items.length} acts said in ${spelled((performance.now() - begun) / 1_000)} s`);
  const listening = await serve(unsent);
  const [working, opening]: [string[][], string[][]] = [[], []];
  try {
    for (const [members, acts] of scaled) {
      const took = await measure(browser, listening.port, [members, acts]);
      const name = [`${members}`, `${acts}`];
      working.push([
        ...[...name, usualAndMost(took.key), usualAndMost(took.search), usualAndMost(took.scan)],
        ...[usualAndMost(took.lastBag), usualAndMost(took.receipt), usualAndMost(took.say), usualAndMost(took.write)],
      ]);
      opening.push([
        ...[...name, spelledFigures(figuresOf(took.open.map((one) => one / 1_000)))],
        spelledFigures(figuresOf(took.core.map((one) => one / 1_000))),
        spelled((took.anew[0] ?? 0) / 1_000),
        `${spelled(took.firstPayment)}`,
        `${spelled(figuresOf(took.payment).median)} / ${spelled(
          quantile(
            [...took.payment].sort((a, b) => a - b),
            0.95,
          ),
        )}`,
        loadNow(),
      ]);
      say(`${working.at(-1)?.join("  ")} | ${opening.at(-1)?.join("  ")}`);
    }
  } finally {
    await listening.close();
  }
  return [
    {
      title: `At the scale, CPU ÷${TIMES}: milliseconds from the touch or key until it is painted (aims: a key ≤ 100, receipt ≤ 300)`,
      columns: [
        ...["members", "unsent acts", "a key of the search", "of it looking", "yardstick: scan of the names"],
        ...["last sack weighed", "given: receipt and square", "said without a screen", "yardstick: bare strict write"],
      ],
      rows: working,
    },
    {
      title: `Opening and preview, CPU ÷${TIMES}`,
      columns: [
        ...[
          "members",
          "unsent acts",
          "app opened, s (aim ≤ 3)",
          "of it the core, s",
          "opened after an update, once, s",
        ],
        ...["first payment, the first time, ms (aim ≤ 30)", "then, ms (median / p95)", "load"],
      ],
      rows: opening,
    },
  ];
}
