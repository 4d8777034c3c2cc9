/** A bank's own sheet: of which account it is, and which column holds what; guessed, and mended by who knows it. */

import { guessedColumns, isEnough, readBankSheet, sheetFields } from "../../../exchange/bank/answers/sheet.ts";
import type { Mapping } from "../../../exchange/mapping/guess.ts";
import { openSheet } from "../../../exchange/sheet/open.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import { ChoiceField, type Filled } from "../../components/fields.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { sentenceOf } from "../../language/sentence.ts";
import { type Brought, type OwnAccount, ownAccounts, shortened, type TriedFile, tryAll } from "./brought.ts";

/** A sheet as it was opened; `file` is null while it is not said enough, `refusal` why it cannot be read as it was said. */
export type SheetOpened = {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly accounts: readonly OwnAccount[];
  readonly account: OwnAccount | null;
  readonly file: TriedFile | null;
  readonly refusal: Refusal | null;
};

/** Rows shown above the form. */
const rowsShown = 4;

const wordOf = (field: string): string => `c.${field}`;

/** Opens a sheet, takes the columns that were said, else those that are guessed, and tries it on the account that was chosen. */
export async function openBankSheet(
  at: PageAt,
  { path }: Brought,
  words: URLSearchParams,
): Promise<Result<SheetOpened>> {
  const own = await ownAccounts(at);
  if (!own.ok) return own;
  const opened = await openSheet(path);
  if (!opened.ok) return opened;
  try {
    const guess = await guessedColumns(opened.value);
    const mapping = said(words, guess.mapping, opened.value.header.length);
    const open = own.value.filter(({ state }) => state === "open");
    const account =
      own.value.find((one) => one.account === words.get("account")) ?? (open.length === 1 ? open[0] : undefined);
    const known = {
      header: opened.value.header,
      sample: guess.sample.slice(0, rowsShown).map((row) => row.cells),
      mapping,
      accounts: own.value,
      account: account ?? null,
    };
    if (account === undefined || !isEnough(mapping)) return done({ ...known, file: null, refusal: null });
    const raw = await readBankSheet(opened.value, mapping, account.currency);
    if (!raw.ok) return done({ ...known, file: null, refusal: raw.refusal });
    const file = await tryAll(at, [{ raw: raw.value, account, at: 0 }]);
    return file.ok
      ? done({ ...known, file: file.value, refusal: null })
      : done({ ...known, file: null, refusal: file.refusal });
  } finally {
    await opened.value.close();
  }
}

/** Columns that were chosen go before what is guessed; "-" is none. */
function said(words: URLSearchParams, guessed: Mapping, columns: number): Mapping {
  return Object.fromEntries(
    sheetFields.map(({ field }) => {
      const word = words.get(wordOf(field));
      if (word === null) return [field, guessed[field] ?? null];
      return [field, /^\d{1,3}$/.test(word) && Number.parseInt(word, 10) < columns ? Number.parseInt(word, 10) : null];
    }),
  );
}

export function ColumnsForm({
  at,
  run,
  sheet,
  words,
}: {
  at: PageAt;
  run: string;
  sheet: SheetOpened;
  words: URLSearchParams;
}) {
  const { say } = at;
  const typed = new URLSearchParams(words);
  typed.set("account", sheet.account?.account ?? "");
  for (const [field, place] of Object.entries(sheet.mapping))
    typed.set(wordOf(field), place === null ? "-" : `${place}`);
  const filled: Filled = { typed, wrong: [] };
  const columns = sheet.header.map((heading, place) => ({
    value: `${place}`,
    says: heading === "" ? `${place + 1}` : heading,
  }));
  const none = { value: "-", says: say("bank.no-column") };
  return (
    <section>
      <h2>{say("bank.columns")}</h2>
      {sheet.refusal === null ? null : (
        <Notice state="broken" title={say("form.not-done")}>
          <p>{sentenceOf(sheet.refusal, say)}</p>
        </Notice>
      )}
      <Table
        label={say("bank.sample")}
        columns={sheet.header
          .slice(0, 8)
          .map((heading, place) => ({ head: heading === "" ? `${place + 1}` : heading }))}
        rows={sheet.sample.map(([first = "", ...rest]) => ({ name: first, cells: rest.slice(0, 7) }))}
      />
      <form class="act" method="get" action={at.address(`payments/bank/files/${run}`)}>
        <ChoiceField
          name="account"
          label={say("bank.account")}
          choices={sheet.accounts.map((one) => ({
            value: one.account,
            says: `${one.institution} ${shortened(one.number ?? "")} · ${one.currency}`,
          }))}
          none={say("bank.not-chosen")}
          filled={filled}
        />
        {sheetFields.map(({ field }) => (
          <ChoiceField
            name={wordOf(field)}
            label={say(`bank.column.${field}`)}
            choices={[none, ...columns]}
            filled={filled}
          />
        ))}
        <p class="acts">
          <button class="do" type="submit">
            {say("bank.try-columns")}
          </button>
        </p>
      </form>
    </section>
  );
}
