/** The intake: bytes that are not understood are stored as they came, numbered, shown to the manager, and tried again. */
import type { Sent } from "../../kernel/act/envelope.ts";
import type { Heard } from "../../kernel/act/heard.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import type { Answer } from "./answers.ts";
import { sha256OfBytes } from "./history-rows.ts";
import type { Client } from "./rows.ts";

/** Most bytes one source (a device, a session) may leave unread in a book. Beyond it nothing is taken, and it is told so. */
export const intakeQuotaBytes = 64 * 1024 * 1024;

/** Bytes to be kept: `act` is the JSON of what was sent, `raw` a body that is no list of acts. */
export type Unread = {
  readonly form: "act" | "raw";
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly received: string;
  readonly because: Refusal;
  readonly act: string | null;
};

/** What was sent, as the intake keeps it. */
export const bytesOfSent = (sent: Sent): Uint8Array => new TextEncoder().encode(JSON.stringify(sent));

/** An act that was heard and cannot be booked after all, as bytes to be kept: what was sent, as it was sent. */
export function unreadOf({ text, signature, beside, received, body }: Heard, source: string, because: Refusal): Unread {
  const sent = { body: text, ...(signature === null ? {} : { signature }), beside: [...beside] };
  return { form: "act", bytes: bytesOfSent(sent), source, received, because, act: body.id };
}

/**
 * Keeps bytes under the next number, in the book's turn. The same bytes again are the same number. Past the quota of their
 * source they are not kept, and the answer says so: the sender must not let go of them.
 */
export async function keepUnread(
  client: Client,
  book: string,
  unread: Unread,
): Promise<Answer | { readonly full: Refusal }> {
  const digest = sha256OfBytes(unread.bytes);
  const answer = (number: bigint): Answer => ({
    act: unread.act,
    outcome: "kept, not yet understood",
    intake: number.toString(),
    because: unread.because,
  });
  const same = await client.query("select number from ayni.intake where book_id = $1::uuid and digest = $2", [
    book,
    digest,
  ]);
  if (same.rows[0] !== undefined) return answer(same.rows[0].number);
  const state = await client.query(
    `select coalesce(max(number), 0) + 1 as next,
            coalesce(sum(octet_length(bytes)) filter (where source = $2), 0)::bigint as used
       from ayni.intake where book_id = $1::uuid`,
    [book, unread.source],
  );
  const { next, used } = state.rows[0] as { next: bigint; used: bigint };
  if (used + BigInt(unread.bytes.length) > BigInt(intakeQuotaBytes))
    return { full: refused("intake.full", { quotaBytes: intakeQuotaBytes }).refusal };
  await client.query(
    `insert into ayni.intake (book_id, number, digest, form, source, received, bytes, reason)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
    [
      book,
      next,
      digest,
      unread.form,
      unread.source,
      unread.received,
      Buffer.from(unread.bytes),
      JSON.stringify(unread.because),
    ],
  );
  return answer(next);
}

/** Marks kept bytes as understood: they became an act. */
export const markUnderstood = (client: Client, book: string, number: bigint, act: string): Promise<unknown> =>
  client.query(
    "insert into ayni.intake_understood (book_id, number, act_id) values ($1::uuid, $2, $3::uuid) on conflict do nothing",
    [book, number, act],
  );

/** Bytes of a book still waiting to be understood, oldest first. */
export async function waitingIntake(
  client: Client,
  book: string,
): Promise<readonly { readonly number: bigint; readonly sent: Sent; readonly source: string }[]> {
  const { rows } = await client.query(
    `select i.number, i.bytes, i.source from ayni.intake i
      where i.book_id = $1::uuid and i.form = 'act'
        and not exists (select from ayni.intake_understood u where u.book_id = i.book_id and u.number = i.number)
      order by i.number`,
    [book],
  );
  return rows.map((row) => ({
    number: row.number,
    sent: JSON.parse(row.bytes.toString("utf8")) as Sent,
    source: row.source,
  }));
}
