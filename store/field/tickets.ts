/**
 * Tickets by which a telephone becomes a device of a book: shown once on a manager's screen, good for one telephone, for half an hour.
 * Only their SHA-256 is kept: a ticket has more than 128 random bits, so nobody finds it by trying.
 */
import { createHash } from "node:crypto";
import type pg from "pg";
import { newId } from "../installation/accounts-events.ts";
import { codeIn, newCode } from "../installation/invitations-codes.ts";

/** 30^27 tickets: 132 bits. */
const ticketLength = 27;
const MINUTE = 60_000;
/** How long a ticket waits for its telephone. One that was used is answered again to the same telephone for as long as it is kept. */
export const ticketLasts = 30 * MINUTE;

/** A ticket as kept. `by`: on whose word the telephone is enrolled. Times in milliseconds since 1970. */
export type FieldTicket = {
  readonly id: string;
  readonly book: string;
  readonly place: string;
  readonly by: { readonly seat: string; readonly agent: string };
  readonly made: number;
  readonly expires: number;
  readonly revoked: boolean;
  /** When a telephone took it, with which key, and which series was tried for its receipts. */
  readonly used: { readonly at: number; readonly key: string; readonly series: string } | null;
};

/** The tickets of this installation. */
export type FieldTickets = {
  /** A new ticket for a telephone of a place; its text is nowhere but in the answer. */
  make(book: string, place: string, by: FieldTicket["by"]): Promise<{ readonly id: string; readonly ticket: string }>;
  /** The ticket of a text as scanned or typed, whatever became of it; null when there is none. */
  find(typed: string): Promise<FieldTicket | null>;
  /** One ticket of a book by its name; null when the book has none of that name. */
  of(book: string, id: string): Promise<FieldTicket | null>;
  /** Gives an open ticket to a telephone's key. Null when another was first, it was taken back, or its time is over. */
  claim(id: string, key: string, series: string): Promise<FieldTicket | null>;
  /** The series that was tried is taken: tries another for the same telephone. */
  tryOther(id: string, key: string, series: string): Promise<void>;
  /** Gives back what the book refused. */
  release(id: string, key: string): Promise<void>;
  /** The tickets of a book that still wait, oldest first. */
  open(book: string): Promise<readonly FieldTicket[]>;
  /** Takes back a ticket that still waits. */
  revoke(book: string, id: string): Promise<void>;
};

const hashOf = (ticket: string): Buffer => createHash("sha256").update(`ayni field ticket|${ticket}`).digest();

/** As it is typed by hand: "K7M2P-9QRTX-…-XX". */
export const printedTicket = (ticket: string): string => (ticket.match(/.{1,5}/g) ?? []).join("-");

const at = (name: string): string => `(extract(epoch from ${name}) * 1000)::bigint::text`;
const columns = `ticket_id::text as id, book_id::text as book, place, by_seat::text, by_agent::text, ${at("made")} as made,
  ${at("expires")} as expires, revoked is not null as revoked, ${at("used")} as used, used_key, series`;
const instantOf = (parameter: string): string => `to_timestamp(${parameter}::bigint / 1000.0)`;

function ticketOf(row: Record<string, string | boolean | null>): FieldTicket {
  const moment = (value: unknown): number => Number.parseInt(String(value), 10);
  return {
    ...{ id: row.id as string, book: row.book as string, place: row.place as string },
    by: { seat: row.by_seat as string, agent: row.by_agent as string },
    ...{ made: moment(row.made), expires: moment(row.expires), revoked: row.revoked === true },
    used:
      row.used === null || row.used_key === null
        ? null
        : { at: moment(row.used), key: row.used_key as string, series: row.series as string },
  };
}

/** Opens the tickets over a pool of the role `app`. `now` is in milliseconds since 1970. */
export function openTickets(pool: pg.Pool, now: () => number): FieldTickets {
  const one = async (where: string, values: readonly unknown[]): Promise<FieldTicket | null> => {
    const { rows } = await pool.query(`select ${columns} from ayni.field_ticket where ${where}`, [...values]);
    return rows[0] === undefined ? null : ticketOf(rows[0]);
  };
  return {
    make: async (book, place, by) => {
      const [ticket, id, made] = [newCode(ticketLength), newId(now()), now()];
      await pool.query(
        `insert into ayni.field_ticket (ticket_hash, ticket_id, book_id, place, by_seat, by_agent, made, expires)
         values ($1, $2::uuid, $3::uuid, $4, $5::uuid, $6::uuid, ${instantOf("$7")}, ${instantOf("$8")})`,
        [hashOf(ticket), id, book, place, by.seat, by.agent, made, made + ticketLasts],
      );
      return { id, ticket };
    },
    find: async (typed) => {
      const ticket = codeIn(typed, ticketLength);
      return ticket === null ? null : one("ticket_hash = $1", [hashOf(ticket)]);
    },
    of: (book, id) => one("book_id = $1::uuid and ticket_id::text = $2", [book, id]),
    claim: async (id, key, series) => {
      const { rows } = await pool.query(
        `update ayni.field_ticket set used = ${instantOf("$3")}, used_key = $2, series = $4
          where ticket_id = $1::uuid and used is null and revoked is null and expires > ${instantOf("$3")}
          returning ${columns}`,
        [id, key, now(), series],
      );
      return rows[0] === undefined ? null : ticketOf(rows[0]);
    },
    tryOther: async (id, key, series) => {
      await pool.query("update ayni.field_ticket set series = $3 where ticket_id = $1::uuid and used_key = $2", [
        id,
        key,
        series,
      ]);
    },
    release: async (id, key) => {
      await pool.query(
        "update ayni.field_ticket set used = null, used_key = null where ticket_id = $1::uuid and used_key = $2",
        [id, key],
      );
    },
    open: async (book) => {
      const { rows } = await pool.query(
        `select ${columns} from ayni.field_ticket where book_id = $1::uuid and used is null and revoked is null
            and expires > ${instantOf("$2")} order by made, ticket_id limit 100`,
        [book, now()],
      );
      return rows.map(ticketOf);
    },
    revoke: async (book, id) => {
      await pool.query(
        `update ayni.field_ticket set revoked = ${instantOf("$3")}
          where book_id = $1::uuid and ticket_id::text = $2 and used is null and revoked is null`,
        [book, id, now()],
      );
    },
  };
}
