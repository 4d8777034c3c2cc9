/** Lines to begin from: the deductions that most co-operatives have, and an empty line of each basis. Who decided them is never filled in. */
import type { DeductionCap } from "../../../rooms/agreements/rules/deductions.ts";
import { askedOf, capBases } from "./kinds.ts";

/** One line or one cap as it is typed: texts by field. */
export type Typing = Readonly<Record<string, unknown>>;

/** A list of deductions as it is typed; `class` is a figure where it is one. */
export type TypedDeductions = {
  readonly code: string;
  readonly currency: string;
  readonly deductions: readonly Typing[];
  readonly caps: readonly Typing[];
};

/** What new lines are counted in, and the day from which they hold. */
export type Beginning = { readonly grain: string; readonly unit: string; readonly from: string };

type Words = Readonly<Record<string, string>>;
type Ready = { readonly lines: readonly Line[]; readonly cap?: Typing };
type Line = {
  readonly code: string;
  readonly kind: string;
  readonly to?: string;
  readonly figures?: Words;
  readonly name: Words;
  readonly reason: Words;
};

const share: Line = {
  code: "share-capital",
  kind: "percent-of-value",
  to: "share-capital",
  figures: { percent: "1" },
  name: { es: "Aporte social", en: "Share contribution", pt: "Capital social" },
  reason: {
    es: "Sigue siendo suyo. Se le devuelve si usted se retira.",
    en: "It stays yours. You get it back if you leave.",
    pt: "Continua sendo seu. É devolvido se você sair.",
  },
};
const solidarity: Line = {
  code: "solidarity",
  kind: "percent-of-value",
  to: "solidarity-fund",
  figures: { percent: "0.5" },
  name: { es: "Fondo de solidaridad", en: "Solidarity fund", pt: "Fundo de solidariedade" },
  reason: {
    es: "Ayuda a las familias socias en enfermedad o muerte.",
    en: "Helps member families in illness or death.",
    pt: "Ajuda as famílias associadas em doença ou morte.",
  },
};
/** The rate is each organisation's own, so it is left to be filled in. */
const collection: Line = {
  code: "collection",
  kind: "per-paid-weight",
  to: "collection-charges",
  name: { es: "Costo de acopio", en: "Collection cost", pt: "Custo de coleta" },
  reason: {
    es: "Paga la bodega, la balanza y el transporte.",
    en: "Pays for the store, the scale and the transport.",
    pt: "Paga o armazém, a balança e o transporte.",
  },
};
const advance: Line = {
  code: "advance",
  kind: "advance-balance",
  name: { es: "Adelanto", en: "Advance", pt: "Adiantamento" },
  reason: {
    es: "Usted ya lo recibió.",
    en: "You already received it.",
    pt: "Você já recebeu.",
  },
};
const interest: Line = {
  code: "credit-interest",
  kind: "credit-interest",
  name: { es: "Interés del crédito", en: "Interest on the credit", pt: "Juros do crédito" },
  reason: {
    es: "Interés simple por cada mes completo. Primero se paga el interés.",
    en: "Simple interest for each completed month. Interest is paid first.",
    pt: "Juros simples por mês completo. Primeiro se pagam os juros.",
  },
};
const principal: Line = {
  code: "credit-principal",
  kind: "credit-principal",
  name: { es: "Crédito", en: "Credit", pt: "Crédito" },
  reason: {
    es: "Lo que usted recibió prestado para esta cosecha.",
    en: "What you were lent for this harvest.",
    pt: "O que você recebeu emprestado para esta safra.",
  },
};

const readyLines: Readonly<Record<string, Ready>> = {
  "ready-share": { lines: [share] },
  "ready-solidarity": { lines: [solidarity] },
  "ready-collection": { lines: [collection] },
  "ready-debts": {
    lines: [advance, interest, principal],
    cap: { kind: "share", code: "debts-cap", percent: "40", base: "available" },
  },
};
/** Their names, in the order they are offered. */
export const readyNames = Object.keys(readyLines);

const free = (wanted: string, used: ReadonlySet<unknown>): string => {
  let code = wanted;
  for (let next = 2; used.has(code); next += 1) code = `${wanted}-${next}`;
  return code;
};

/** A line whole but for who decided it. */
function lineOf(line: Line, body: TypedDeductions, { grain, unit, from }: Beginning): Typing {
  const asked = askedOf(line.kind);
  const blank = Object.fromEntries(asked.fields.map((field) => [field, ""]));
  const usual = { unit, per: "statement" };
  const basis = { ...blank, ...Object.fromEntries(Object.entries(usual).filter(([field]) => field in blank)) };
  return {
    code: free(line.code, new Set(body.deductions.map((one) => one.code))),
    class: asked.classes[0],
    rule: { id: `D-${String(body.deductions.length + 1).padStart(2, "0")}`, decidedBy: "", from },
    basis: {
      kind: line.kind,
      ...basis,
      ...line.figures,
      ...(asked.rounds ? { rounding: { mode: "half-up", grain } } : {}),
    },
    to: line.to ?? asked.to[0],
    name: line.name,
    reason: line.reason,
  };
}

/** The list with what was chosen: ready lines, or an empty one of a basis; each stands where its class has its turn. */
export function withLines(body: TypedDeductions, wanted: string, beginning: Beginning): TypedDeductions {
  const found = Object.hasOwn(readyLines, wanted) ? readyLines[wanted] : undefined;
  const lines =
    found?.lines ??
    (askedOf(wanted).classes.length > 0 ? [{ code: wanted, kind: wanted, name: {}, reason: {} } satisfies Line] : []);
  let grown = body;
  const codes: unknown[] = [];
  for (const one of lines) {
    const line = lineOf(one, grown, beginning);
    const later = grown.deductions.findIndex((other) => String(other.class) > String(line.class));
    const at = later < 0 ? grown.deductions.length : later;
    grown = { ...grown, deductions: grown.deductions.toSpliced(at, 0, line) };
    codes.push(line.code);
  }
  if (found?.cap === undefined) return grown;
  const code = free(String(found.cap.code), new Set(body.caps.map((one) => one.code)));
  const cap = { ...found.cap, code, limits: codes, rounding: { mode: "half-up", grain: beginning.grain } };
  return { ...grown, caps: [...grown.caps, cap] };
}

/** The list with an empty cap; what protects subsistence begins with everything it must limit. */
export function withCap(body: TypedDeductions, kind: string, { grain }: Beginning): TypedDeductions {
  if (!Object.hasOwn(capBases, kind)) return body;
  const [base] = capBases[kind as DeductionCap["kind"]];
  const code = free(kind, new Set(body.caps.map((one) => one.code)));
  const later = body.deductions.filter((one) => String(one.class) >= "4").map((one) => one.code);
  const limits = kind === "subsistence" ? later : [];
  const figure = kind === "yearly" ? { amount: "" } : { percent: "", rounding: { mode: "half-up", grain } };
  return { ...body, caps: [...body.caps, { kind, code, ...figure, base, limits }] };
}
