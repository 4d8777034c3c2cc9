/** A file looked over before anything is chosen: its header, a few rows, which kind it is likely to be, and which columns. */
import { guessMapping, type Mapping, type Sureness } from "../../exchange/mapping/guess.ts";
import { type OpenSheet, openSheet, SheetBroken, type SheetRow } from "../../exchange/sheet/open.ts";
import { type Choices, fingerprintText } from "../../exchange/starts/choices.ts";
import { fieldsOf, type StartKind, startKinds } from "../../exchange/starts/kinds.ts";
import { addedHeads, ownColumns } from "../../exchange/starts/waiting-rows.ts";
import { sha256Hex } from "../../kernel/hash.ts";
import { done, type Result } from "../../kernel/refusal.ts";
import type { Catalogues } from "../language/catalogues.ts";
import { plainSay } from "../server/language.ts";

/** Rows that a guess looks at, and of which a person sees the first few. */
const sampled = 30;

/** What a file is like. `own` columns are the file's; behind them may stand those that we added when we gave it back. */
export type Looked = {
  readonly sheet: OpenSheet;
  readonly header: readonly string[];
  readonly sample: readonly SheetRow[];
  /** Names the header among those whose choices were kept. */
  readonly fingerprint: string;
};

/** Opens a file and reads its first rows. Close its sheet. */
export async function lookOver(
  path: string,
  choice: Pick<Choices, "sheet" | "headerRow">,
  catalogues: Catalogues,
): Promise<Result<Looked>> {
  const opened = await openSheet(path, {
    ...(choice.sheet === undefined ? {} : { sheet: choice.sheet }),
    ...(choice.headerRow === undefined ? {} : { headerRow: choice.headerRow }),
  });
  if (!opened.ok) return opened;
  const sheet = opened.value;
  try {
    const heads = [...catalogues.keys()].map((language) => addedHeads(plainSay(catalogues, language)));
    const header = sheet.header.slice(0, ownColumns(sheet.header, heads));
    const sample: SheetRow[] = [];
    for await (const row of sheet.rows()) if (sample.push(row) >= sampled) break;
    return done({ sheet, header, sample, fingerprint: sha256Hex(fingerprintText(header)) });
  } catch (error) {
    await sheet.close();
    if (error instanceof SheetBroken) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** A guess of the columns of one kind. */
export type Guessed = {
  readonly kind: StartKind;
  readonly mapping: Mapping;
  readonly sure: Readonly<Record<string, Sureness>>;
};

/** Guesses the columns for one kind. */
export const guessed = ({ header, sample }: Looked, kind: StartKind): Guessed => {
  const { mapping, sure } = guessMapping(header, sample, fieldsOf[kind]);
  return { kind, mapping, sure };
};

/** The kind that explains most of the header: columns by their heads, less what is required and missing. */
export function likeliestKind(looked: Looked): StartKind {
  const weighed = startKinds.map((kind) => {
    const { mapping, sure } = guessed(looked, kind);
    const heads = Object.values(sure).reduce((sum, one) => sum + (one === "by head" ? 3 : 1), 0);
    const lacks = fieldsOf[kind].filter(({ field, required }) => required && mapping[field] === null).length;
    return { kind, weight: heads - 4 * lacks };
  });
  return weighed.reduce((best, one) => (one.weight > best.weight ? one : best)).kind;
}
