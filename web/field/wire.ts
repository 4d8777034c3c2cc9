/**
 * What travels between a device of a collection point and the server: shapes only, so that both sides read the same. Acts travel as
 * in `kernel/act/envelope.ts`. Every request and answer names its form, so that a telephone a season behind is still understood.
 */
import * as z from "zod/mini";
import { sent } from "../../kernel/act/envelope.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/));
const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const signature = z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/));

/** `POST /field/enrol`: the ticket of the manager's code is used once; the key is raw Ed25519 in base64url. */
export const enrolRequest = z.object({
  form: z.literal("ayni-enrol/1"),
  ticket: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  publicKey,
  /** What kind of telephone it says it is: shown to the manager, never relied on. */
  machine: z.string().check(z.maxLength(200)),
  app: z.string().check(z.maxLength(40)),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

/** The answer to an enrolment. `bookKey` is the public key that signs the server's answers. */
export const enrolAnswer = z.object({
  form: z.literal("ayni-enrolled/1"),
  book: uuid,
  device: uuid,
  /** The collection point, by its code: "point-2". */
  place: z.string(),
  /** The series of this device's receipts: "QD2A" gives "QD2A-000001". No other device has it. */
  series: z.string(),
  bookKey: publicKey,
  at: instant,
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** How the device stands, told with every push: shown to the manager. Nothing is decided by it. */
export const deviceReport = z.object({
  clock: instant,
  unsent: z.int().check(z.nonnegative()),
  /** The sequence that its next act will have. */
  next: z.int().check(z.positive()),
  app: z.string().check(z.maxLength(40)),
  /** Whether the browser promised to keep the storage. */
  persisted: z.boolean(),
});
export type DeviceReport = z.infer<typeof deviceReport>;

/** The signature of the receipt that an act printed: COSE_Sign1 over what its content says, by the same device. */
export const paperSeal = z.object({ delivery: uuid, signature });
export type PaperSeal = z.infer<typeof paperSeal>;

/** `POST /field/acts`. At least one act's signature, or the request's own (`Ayni-Device`), vouches for the device. */
export const pushRequest = z.object({
  form: z.literal("ayni-push/1"),
  book: uuid,
  device: uuid,
  report: deviceReport,
  acts: z.array(sent).check(z.maxLength(200)),
  seals: z.array(paperSeal).check(z.maxLength(1_000)),
});
export type PushRequest = z.infer<typeof pushRequest>;

/**
 * Any answer that changes what a device believes: the exact text of a JSON value, signed by the book's key (Ed25519 over its UTF-8).
 * What is not signed so (an error page, a captive portal, half an answer) changes nothing on the device.
 */
export const signedAnswer = z.object({ answer: z.string(), key: z.string(), signature });
export type SignedAnswer = z.infer<typeof signedAnswer>;

/** One act's answer inside a push: as the book gave it (`web/api/acts.ts`, `ActAnswer`). */
export const pushedAct = z.looseObject({ act: z.nullable(uuid), outcome: z.string() });

/** The value inside the signed answer to a push. `answers` stand in the order of the acts sent. */
export const pushAnswer = z.object({
  form: z.literal("ayni-pushed/1"),
  book: uuid,
  device: uuid,
  at: instant,
  answers: z.array(pushedAct),
  /** Deliveries whose seals are kept now. */
  sealed: z.array(uuid),
  /** Whether the device is revoked: it says so, stops taking hand-overs, and goes on sending what it holds. */
  revoked: z.boolean(),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

/** Rows of one table: columns by name, values in their order; whole numbers of type `bigint` as text. */
export const pulledTable = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
});
export type PulledTable = z.infer<typeof pulledTable>;

/**
 * `GET /field/pull?after=POSITION`: what this point needs to know, of acts after a position of the book, in the order of positions;
 * `upTo` is the next `after`; while `more`, ask again at once. Signed like every answer.
 */
export const pullAnswer = z.object({
  form: z.literal("ayni-pulled/1"),
  book: uuid,
  device: uuid,
  at: instant,
  upTo: z.string().check(z.regex(/^\d+$/)),
  /** The `after` that was asked, so that an answer of another time is known as one. */
  after: z.optional(z.string()),
  /**
   * Sent back as `mark` beside `after`: under which history, and which form of what is sent, the position was given. Nothing is read
   * out of it.
   */
  mark: z.optional(z.string().check(z.maxLength(120))),
  more: z.boolean(),
  /** Everything the device pulled before is to be forgotten first: the book was restored, or what is sent has changed. */
  reset: z.boolean(),
  tables: z.array(pulledTable),
  /** Names of people: the digest that profiles carry, and the value. */
  values: z.array(z.tuple([z.string(), z.string()])),
  /** Digests whose values were erased: the device forgets them. */
  erased: z.array(z.string()),
  /** Sums and counters of this point: kind, key, whole number as text. */
  tallies: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** This device's own acts among those positions: act and position. What the book has is no longer laid on top of it here. */
  own: z.optional(z.array(z.tuple([uuid, z.string().check(z.regex(/^\d+$/))]))),
});
export type PullAnswer = z.infer<typeof pullAnswer>;

/**
 * How far a file has come, after `PUT /field/files/DIGEST?at=OFFSET&size=BYTES` of its next piece and on `GET` of the same address: go
 * on from `have`. `complete`: it is kept in the book. Signed like every answer.
 */
export const fileAnswer = z.object({
  form: z.literal("ayni-file/1"),
  book: uuid,
  device: uuid,
  at: instant,
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  have: z.int().check(z.nonnegative()),
  size: z.int().check(z.nonnegative()),
  complete: z.boolean(),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

/** The first line of the file in which a telephone's unsent acts are carried by hand; then one `Sent` or one `{ seal }` a line. */
export const unsentHead = z.object({ form: z.literal("ayni-unsent/1"), book: uuid, device: uuid, at: instant });

/**
 * The header by which a device vouches for a request that carries no act: `Ayni-Device: DEVICE CHALLENGE SIGNATURE`, signed over
 * `requestText`. The challenge was given by the server (`Ayni-Challenge` of any answer, also of a 401) and holds for minutes.
 */
export const deviceHeader = "Ayni-Device";
export const challengeHeader = "Ayni-Challenge";

/** What the signature of a request binds. `digest`: SHA-256 of the body, hex; of no bytes when there is none. */
export const requestText = (method: string, path: string, challenge: string, digest: string): string =>
  `${method} ${path}\n${challenge}\n${digest}`;
