/** `/o/BOOK/payments/orders/ORDER/file`: the file for the bank. Whoever takes it is written down before it leaves. */

import { layoutNamed } from "../../../exchange/bank/layouts/all.ts";
import type { PlainAccount, PlainOrder } from "../../../exchange/bank/layouts/fields.ts";
import { writeOrder } from "../../../exchange/bank/layouts/write.ts";
import { decimalText, grainOf, multiply, ratio } from "../../../kernel/exact/index.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { fileAmount } from "../../../rooms/settlement/rules/order/amount.ts";
import type { BookPage, GoTo, PageAt } from "../../desk/page.ts";
import { rowsOf } from "../read.ts";

export const orderFile: BookPage = { path: "/o/:book/payments/orders/:order/file", open: take };

type Account = { readonly [Part in keyof PlainAccount]: PlainAccount[Part] | null };

/** What `payment-order.file` answers. */
type FileRow = Readonly<
  Record<
    | "message"
    | "order_number"
    | "made_at"
    | "day"
    | "layout"
    | "currency"
    | "line_grain"
    | "total"
    | "number"
    | "statement_number"
    | "amount",
    string
  >
> & { readonly replaces: string | null; readonly paid_from: Account; readonly paid_to: Account };

/** The file; or back to the order's page, which says in words why there is none. */
async function take(at: PageAt): Promise<Result<Response | GoTo>> {
  const order = at.parameter("order");
  if (!isUuid(order)) return refused("payment-order.unknown", { order });
  const written = await writeFor(at, order);
  if (written.ok || !isTold(written.refusal)) return written;
  const { code, facts } = written.refusal;
  const words = Object.entries(facts).map(([name, fact]) => [name, `${fact ?? ""}`] as const);
  return done({ goTo: at.address(`payments/orders/${order}`, { file: code, ...Object.fromEntries(words) }) });
}

/** What the order's page says in words; what is not the reader's is told as everywhere. */
const isTold = ({ code }: Refusal): boolean => code.startsWith("payment-order.") && code !== "payment-order.unknown";

/** Why the last try to take the file gave none, as `take` wrote it into the address; null when nothing was tried. */
export function fileRefusal(words: URLSearchParams): Refusal | null {
  const { file: code = "", ...facts } = Object.fromEntries(words);
  const refusal = { code, facts };
  return isTold(refusal) ? refusal : null;
}

async function writeFor(at: PageAt, order: string): Promise<Result<Response>> {
  const [one] = (await rowsOf<{ stage: string; number: string }>(at, "payment-order.one", { order })) ?? [];
  if (one !== undefined && one.stage !== "ordered") return refused("payment-order.void", { number: one.number });
  const found = await at.ask("payment-order.file", { order });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly FileRow[];
  const [first] = rows;
  if (first === undefined) return refused("payment-order.unknown", { order });
  const layout = layoutNamed(first.layout);
  if (layout === null) return refused("payment-order.layout-unknown", { layout: first.layout });
  const plain = plainOrder(rows, first);
  if (!plain.ok) return plain;
  const text = writeOrder(plain.value, layout);
  if (!text.ok) return text;
  return done(
    new Response(text.value, {
      headers: {
        "Content-Type": `${layout.media}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="${first.message}.${layout.extension}"`,
        "Cache-Control": "no-store",
      },
    }),
  );
}

/** The order as files are written from it. Codes: `payment-order.erased`, `payment-order.too-fine`. */
function plainOrder(rows: readonly FileRow[], first: FileRow): Result<PlainOrder> {
  const amountOf = (grains: string) => fileAmount(BigInt(grains), first.currency, first.line_grain);
  const gone = rows.find(({ paid_to }) => paid_to.number === null || paid_to.name === null);
  const from = first.paid_from;
  if (gone !== undefined || from.number === null || from.name === null)
    return refused("payment-order.erased", { number: gone?.number ?? first.order_number });
  const sum = amountOf(first.total);
  const payments = rows.flatMap((row) => {
    const amount = amountOf(row.amount);
    const to = row.paid_to as PlainAccount;
    return amount === null ? [] : [{ number: row.number, statement: row.statement_number, amount, to }];
  });
  if (sum === null || payments.length < rows.length) {
    const total = decimalText(multiply(ratio(BigInt(first.total)), grainOf(first.line_grain)));
    return refused("payment-order.too-fine", { statement: total, currency: first.currency });
  }
  const { message, order_number: number, replaces, made_at: made, day, currency } = first;
  return done({ message, number, replaces, made, day, currency, sum, from: from as PlainAccount, payments });
}
