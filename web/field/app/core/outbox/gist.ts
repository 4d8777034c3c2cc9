/** What lists and counts need of an act's own words. */
import type { Gist } from "../../ports.ts";

type Said = {
  readonly delivery?: string;
  readonly product?: string;
  readonly on?: string;
  readonly receipt?: string;
  readonly pad?: unknown;
  readonly scale?: string;
  readonly checks?: readonly { readonly scale: string }[];
  readonly bags?: readonly { readonly gross_g: string; readonly tare_g: string }[];
  readonly amount?: string;
  readonly paid?: string;
};

/** The gist of the text that was signed; null when it cannot be read. */
export function gistOf(act: string, kind: string, text: string): Gist | null {
  try {
    const { says } = JSON.parse(text) as { says: Said };
    return kind === "delivery.receive" ? ofHandOver(act, says) : ofOther(act, kind, says);
  } catch {
    return null;
  }
}

function ofHandOver(act: string, says: Said): Gist {
  const net = (says.bags ?? []).reduce((sum, bag) => sum + BigInt(bag.gross_g) - BigInt(bag.tare_g), 0n);
  return {
    ...common(act, says),
    net: net.toString(),
    ...(says.product === undefined ? {} : { product: says.product }),
    ...(says.receipt === undefined ? {} : { receipt: says.receipt }),
    ...(says.pad === undefined ? {} : { fromPad: true }),
  };
}

function ofOther(act: string, kind: string, says: Said): Gist {
  const scales = kind === "scale.check" ? [says.scale ?? ""] : (says.checks ?? []).map(({ scale }) => scale);
  const amount = says.amount ?? says.paid;
  return {
    ...common(act, says),
    ...(scales.length === 0 ? {} : { scales }),
    ...(amount === undefined ? {} : { amount }),
  };
}

const common = (act: string, { on, delivery }: Said): Gist => ({
  ...(on === undefined ? {} : { on }),
  ...(delivery === undefined || delivery === act ? {} : { delivery }),
});
