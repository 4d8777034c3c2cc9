/** Trial balances of whatever was booked: they add up, by accounts and by any chart, and carrying results moves sums and makes none. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { chart as ledger } from "../../../kernel/ledger/chart.ts";
import { type ChartOfAccounts, codeFinder } from "./chart-of-accounts.ts";
import { stockValue } from "./stock-value.ts";
import { type TrialSum, trialByAccount, trialByPair, trialTotals } from "./trial-balance.ts";

const accounts = Object.keys(ledger);
const commodity = fc.constantFrom("money:COP:1", "money:PEN:0.01", "goods:cocoa:g");
const product = fc.constantFrom("cocoa", "coffee", null);
const season = fc.constantFrom("01994f6e-0000-7000-8000-0000000a0100", null);
const when = fc.constantFrom("carried", "before", "within");

/** One movement between two accounts, in years closed before, before the days, or within them. */
const movement = fc.tuple(
  ...[fc.constantFrom(...accounts), fc.constantFrom(...accounts), commodity, product, season, when],
  fc.bigInt({ min: 1n, max: 10n ** 15n }),
);

const sumsOf = (movements: readonly (typeof movement extends fc.Arbitrary<infer T> ? T : never)[]): TrialSum[] =>
  movements.flatMap(([from, to, counted, goods, of, at, amount]) => {
    const keys = { commodity: counted, product: goods, season: of };
    const side = (account: string, sign: bigint): TrialSum => ({
      ...{
        account,
        ...keys,
        opening: at === "within" ? 0n : sign * amount,
        carried: at === "carried" ? sign * amount : 0n,
      },
      debit: at === "within" && sign > 0n ? amount : 0n,
      credit: at === "within" && sign < 0n ? amount : 0n,
    });
    return [side(to, 1n), side(from, -1n)];
  });

const codes = ["1", "2", "3", "4", "5"];
const kinds = ["assets", "liabilities", "equity", "revenues", "expenses"] as const;
const anyChart: fc.Arbitrary<ChartOfAccounts> = fc.record({
  title: fc.constant("any"),
  accounts: fc.constant(codes.map((code, at) => ({ code, kind: kinds[at] ?? "assets", names: { es: code } }))),
  places: fc.array(
    fc
      .record({ account: fc.constantFrom(...accounts), code: fc.constantFrom(...codes) })
      .chain((place) =>
        fc.constantFrom<ChartOfAccounts["places"][number]>(
          place,
          { ...place, product: "cocoa" },
          { ...place, season: "01994f6e-0000-7000-8000-0000000a0100" },
        ),
      ),
    { maxLength: 30 },
  ),
  otherwise: fc.constantFrom(...codes),
  results: fc.constantFrom("1", "2", "3"),
});

test("by accounts and by any chart each commodity adds up to nothing, and to the same sums [books.sums-to-zero]", () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 40 }), anyChart, (movements, chart) => {
      const sums = sumsOf(movements);
      const [ours, theirs] = [trialTotals(trialByAccount(sums)), trialTotals(trialByPair(sums, chart))];
      for (const total of [...ours.values(), ...theirs.values()]) expect(total.even).toBe(true);
      for (const [of, { debit, credit }] of theirs)
        expect([debit, credit]).toEqual([ours.get(of)?.debit, ours.get(of)?.credit]);
    }),
  );
});

test("after a year was closed its revenues and expenses begin at nothing, where the chart says where they go", () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 40 }), anyChart, (movements, chart) => {
      const closedOnly = movements.filter(([, , , , , at]) => at === "carried");
      for (const line of trialByPair(sumsOf(closedOnly), chart))
        if (line.code !== chart.results && (line.code === "4" || line.code === "5")) expect(line.opening).toBe(0n);
      // Without such an account everything stays where it was booked.
      const { results: _, ...without } = chart;
      const codeOf = codeFinder(chart);
      const booked = new Map<string, bigint>();
      for (const one of sumsOf(closedOnly)) {
        const key = `${codeOf(one)}|${one.commodity}`;
        booked.set(key, (booked.get(key) ?? 0n) + one.opening);
      }
      const read = new Map<string, bigint>();
      for (const { code, commodity: counted, opening } of trialByPair(sumsOf(closedOnly), without))
        read.set(`${code}|${counted}`, (read.get(`${code}|${counted}`) ?? 0n) + opening);
      for (const [key, sum] of booked) expect([key, read.get(key) ?? 0n]).toEqual([key, sum]);
    }),
  );
});

test("a value is within half a grain of what so many kilos cost, and nothing is worth what nothing says [books.stock-value]", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }),
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 10n }),
      (grams, value, bought) => {
        const worth = stockValue(grams, { value, grams: bought }) ?? 0n;
        const twice = 2n * (worth * bought - grams * value);
        expect(twice <= bought && twice >= -bought).toBe(true);
      },
    ),
  );
  expect([stockValue(407_600n, null), stockValue(1n, { value: 5n, grams: 0n })]).toEqual([null, null]);
  expect(stockValue(407_600n, { value: 6_494_786n, grams: 407_600n })).toBe(6_494_786n);
});
