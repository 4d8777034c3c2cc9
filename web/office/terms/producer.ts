/** A producer by the number on their card: what these forms ask, because they are filled in from papers. */
import { type Result, refused } from "../../../kernel/refusal.ts";
import type { FormAt } from "../../desk/page.ts";
import { rowsOf } from "../read.ts";

type Listed = { readonly agent: string; readonly number: string | null };

/** Who has the number that was typed; refused with the field when nobody has. */
export async function producerSaid(at: FormAt, field: string): Promise<Result<string>> {
  const number = at.form.readText(field) ?? "";
  const rows = (await rowsOf<Listed>(at, "members.list", { q: number, on: at.today, limit: 50 })) ?? [];
  const found = rows.find((one) => one.number === number);
  return found === undefined
    ? refused("form.nothing-chosen", { typed: number }, field)
    : { ok: true, value: found.agent };
}
