/**
 * A matrix as a form shows it: for each role and power one line. The form knows holding alone, up to an amount, beyond it with a
 * second signature, one product, apart from the step before. Whatever else a matrix says is kept as it is.
 */
import type { PowerLimit, PowerMatrix } from "./powers.ts";

/** One line of the form. Texts are as typed: empty for none. */
export type PowerLine = {
  readonly held: boolean;
  readonly second: boolean;
  readonly apart: boolean;
  readonly upTo: string;
  readonly currency: string;
  readonly product: string;
};

const noLine: PowerLine = { held: false, second: false, apart: false, upTo: "", currency: "", product: "" };

const lineOf = (limit: PowerLimit): PowerLine => ({
  held: true,
  second: limit.second === true,
  apart: limit.apart === true,
  upTo: limit.upTo ?? "",
  currency: limit.currency ?? "",
  product: limit.product ?? "",
});

/** The limits that a line says; `upTo` is read by now. */
export function limitsFromLine(power: string, line: PowerLine): readonly PowerLimit[] {
  if (!line.held) return [];
  const common = { ...(line.product === "" ? {} : { product: line.product }), ...(line.apart ? { apart: true } : {}) };
  if (line.upTo === "") return [{ power, ...common, ...(line.second ? { second: true } : {}) }];
  const alone = { power, upTo: line.upTo, currency: line.currency, ...common };
  return line.second ? [alone, { power, ...common, second: true }] : [alone];
}

const same = (one: readonly PowerLimit[], other: readonly PowerLimit[]): boolean => {
  const text = (limits: readonly PowerLimit[]) =>
    limits.map(({ power, upTo, currency, product, second, apart }) =>
      [power, upTo ?? "", currency ?? "", product ?? "", second === true, apart === true].join("|"),
    );
  return text(one).join(";") === text(other).join(";");
};

/** The line of what a role holds; null when the form could not say the same. */
export function lineFromLimits(matrix: PowerMatrix, role: string, power: string): PowerLine | null {
  const limits = (matrix[role] ?? []).filter((one) => one.power === power);
  const [first, other] = limits;
  if (first === undefined) return noLine;
  const line = other === undefined ? lineOf(first) : { ...lineOf(first), second: true };
  return same(limitsFromLine(power, line), limits) ? line : null;
}
