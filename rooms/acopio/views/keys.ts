/** The keys by which anybody checks a receipt: public by nature, with collection points and without people. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

/** Every device that ever signed for the book, with the days in which it may. */
export const deviceKeys = view({
  name: "device.keys",
  room: "acopio",
  question: "Which keys sign the receipts of this organisation, from when and until when?",
  asks: z.object({}),
  askers: [],
  everybody: true,
  sql: () => sql`
    select s.name as organisation, s.country, s.zone, k.public_key as key, coalesce(p.name, k.place) as place,
           k.enrolled::text as enrolled, k.ended::text as ended, k.lost_at as lost
      from books.book_settings s
      left join books.device_key k on k.book_id = s.book_id
      left join books.point p on p.book_id = k.book_id and p.place = k.place
     order by k.enrolled, k.device`,
  answer: z.object({
    organisation: z.string(),
    country: z.string(),
    zone: z.string(),
    /** Raw Ed25519 in base64url; null in the one row of a book without devices. */
    key: z.nullable(z.string()),
    place: z.nullable(z.string()),
    enrolled: z.nullable(z.string()),
    ended: z.nullable(z.string()),
    lost: z.nullable(z.string()),
  }),
});
