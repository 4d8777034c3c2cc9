/**
 * What the screens of a telephone work with. Screens know this and nothing of storage, keys or network; `core/` carries it out.
 */
import type { BookSettings } from "../../../kernel/act/declaration.ts";
import type { Folded } from "../../../kernel/act/fold.ts";
import type { Need } from "../../../kernel/act/need.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import type { PaperSeal } from "../wire.ts";

/** A clerk of this telephone: an agent of the book with a PIN of their own here. The PIN is convenience, not proof. */
export type Clerk = { readonly agent: string; readonly name: string };

/** Somebody who may hand over, as this telephone knows them. */
export type Person = {
  readonly agent: string;
  /** Null when it was erased or never told. */
  readonly name: string | null;
  readonly number: string | null;
  readonly community: string | null;
  readonly standing: "member" | "left" | "not-a-member";
};

/** How far an act has come. `waiting`: only here. All others are the book's signed answer. */
export type OutboxState = "waiting" | "done" | "asked" | "refused" | "kept" | "known";

/** What lists and counts need of an act's own words, so that nobody reads twenty thousand texts to draw one day. */
export type Gist = {
  readonly on?: string;
  /** The hand-over that it is about; its own act where nothing else is said. */
  readonly delivery?: string;
  readonly product?: string;
  readonly receipt?: string;
  /** Whole grams of a hand-over: gross less tare of every weighing. */
  readonly net?: string;
  /** It was keyed in from a pad: its paper is the pad's. */
  readonly fromPad?: true;
  readonly scales?: readonly string[];
  /** Cash that came, went or was paid, as decimal text. */
  readonly amount?: string;
};

/** One act of the outbox without its text. It is never edited, and leaves only long after the book has it (docs/decisions/0052). */
export type OutboxEntry = {
  readonly sequence: number;
  readonly act: string;
  readonly kind: string;
  readonly at: string;
  /** Null when its words cannot be read: no count may hide it. */
  readonly gist: Gist | null;
  readonly state: OutboxState;
  /** The book's answer as it came; null while waiting. */
  readonly answer: Readonly<Record<string, unknown>> | null;
  /** Its place in the book, once the book has told it; null before, and for what is kept and not understood yet. */
  readonly position: string | null;
};

/** One act of the outbox, whole. */
export type OutboxItem = Omit<OutboxEntry, "gist"> & {
  /** The exact text that was signed. */
  readonly text: string;
  readonly signature: string;
  readonly seal: PaperSeal | null;
  /** The content of the paper that it gave, as it was sealed: printed again from it, never computed anew. Null: it gave none. */
  readonly paper: string | null;
};

/**
 * What would follow from an act now, by the same rules as the book's. Nothing is kept of a preview. `failed`: our own rules broke on
 * it; it may be said all the same, and no paper can be shown before.
 */
export type Preview =
  | { readonly folded: Folded }
  | { readonly unreadable: readonly Refusal[] }
  | { readonly failed: string };

/** How the telephone stands towards the book. */
export type SyncState = {
  readonly phase: "idle" | "sending" | "fetching";
  readonly unsent: number;
  /** Instants of this telephone's clock; null: never. */
  readonly lastHeard: string | null;
  readonly lastTried: string | null;
  /** Why the last try came to nothing; null when it did not. */
  readonly trouble: "no-signal" | "no-answer" | "not-the-book" | "server" | "revoked" | "storage" | null;
  /** How far this telephone's clock stands from the server's, in milliseconds (ours − theirs); null: not known. */
  readonly clockError: number | null;
};

/** A draft: what was typed and not said yet. Saved at every key, kept through a kill. */
export type Draft = { readonly id: string; readonly kind: string; readonly begun: string; readonly value: unknown };

/** Why the telephone cannot keep an act: then nothing was said, and the screen must not pretend. */
export type NotSaid = {
  readonly notSaid: "storage-full" | "storage-away" | "key-missing" | "locked" | "other-writer" | "unreadable";
};

/** An act that was said: durable here, signed, in its place. `folded` is null when our own rules broke on it: it goes up all the same. */
export type SaidHere = { readonly item: OutboxItem; readonly folded: Folded | null };

/** One try to reach the book, the newest first: what it sent, and why it came to nothing. */
export type Try = { readonly at: string; readonly sent: number; readonly trouble: SyncState["trouble"] };

/** Whether this telephone can carry on: what would stop hand-overs is told before somebody stands there with a sack. */
export type Health = {
  /** The version of the app. */
  readonly app: string;
  /** Whether the browser promised to keep the storage; null: not asked yet. */
  readonly persisted: boolean | null;
  /** Bytes, as the browser estimates them; null: it does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
  /** The last write found no room: nothing more can be said until there is. */
  readonly storageFull: boolean;
  /** The device's key is gone from the storage: nothing more can be signed. */
  readonly keyMissing: boolean;
  /** Another tab or window writes for this telephone; this one only shows. */
  readonly otherWriter: boolean;
  /** The book said that this device is revoked: it takes no hand-overs and goes on sending what it holds. */
  readonly revoked: boolean;
};

/** Why a telephone did not become a point's device. Nothing was kept. */
export type NotEnrolled = {
  readonly notEnrolled:
    | "insecure"
    | "no-signal"
    | "ticket"
    | "not-the-book"
    | "storage"
    | "no-keys"
    | "server"
    | "unsent";
  /** What the book said of the ticket: used, over, unknown. */
  readonly refusals?: readonly Refusal[];
};

/** What stands before the core: a telephone that may not be a point's device yet. */
export type FieldDoor = {
  /** Null until this telephone is enrolled. */
  readonly core: () => FieldCore | null;
  /** Redeems a manager's ticket. `keyId`: the 16 hex digits of the book's key in the same code; "" when it was typed by hand. */
  readonly enrol: (ticket: string, keyId: string) => Promise<FieldCore | NotEnrolled>;
};

/** Everything a screen may ask or do. `changed` is told after each change, whatever tab or worker made it. */
export type FieldCore = {
  readonly book: string;
  readonly device: string;
  /** The collection point: its code, and the series of this telephone's receipts. */
  readonly place: string;
  readonly series: string;
  /** The name of the book's key, 16 hex digits: compared with the manager's page where a ticket was typed by hand. */
  readonly bookKeyId: string;
  readonly settings: () => BookSettings | null;
  /** Instant (ISO, UTC) of this telephone's clock, and the day it is in the book's zone. */
  readonly now: () => string;
  readonly today: () => string;
  /** When what is known here was last fetched; null: never. */
  readonly knownOn: () => string | null;
  /** Asks the page that is kept here; the same needs as the book's own. */
  readonly ask: <T>(need: Need<T>) => T;

  readonly clerks: () => readonly Clerk[];
  /** People of the book who may become a clerk of this telephone: they hold the power to receive. */
  readonly candidates: () => readonly Clerk[];
  readonly clerk: () => Clerk | null;
  readonly addClerk: (agent: string, pin: string) => Promise<void>;
  /** False: the PIN is another. Waits longer after each wrong one. */
  readonly unlock: (agent: string, pin: string) => Promise<boolean>;
  /** Seconds until the next try is heard after wrong PINs; 0: at once. */
  readonly waitOf: (agent: string) => number;
  readonly lock: () => void;

  /** People by number, name, community, however they are written; the best first. */
  readonly search: (words: string, most: number) => readonly Person[];
  readonly person: (agent: string) => Person | null;
  /** Whoever a member card's code names; null when it names nobody known here. */
  readonly personOfCard: (code: string) => Person | null;

  /** The plots that somebody works, as this telephone knows them. */
  readonly plotsOf: (agent: string) => readonly { readonly plot: string; readonly name: string }[];

  /** Whether the key of this telephone is here: "locked" needs a clerk's PIN first; "missing" was lost with the browser's storage. */
  readonly key: () => "ready" | "locked" | "missing";
  /** The public part of this telephone's key in base64url: the square of a receipt names it. Empty when the key is missing. */
  readonly publicKey: () => string;

  /** A new id (UUIDv7), for a draft and the act that comes of it: an act said twice under one id is one act. */
  readonly newId: () => string;
  readonly preview: (kind: string, says: unknown) => Preview;
  /**
   * Says an act: id (given, or new), sequence, signature and bytes in one strict transaction, then folded onto the page. For a
   * hand-over `receipt` takes the next number of the series into `says.receipt` in the same stroke, whatever stood there, and seals
   * the paper that its content gives; an unsaid `delivery` is the act's own id.
   */
  readonly say: (
    kind: string,
    says: unknown,
    how?: { readonly act?: string; readonly draft?: string; readonly receipt?: boolean },
  ) => Promise<SaidHere | NotSaid>;
  /** The number that the next receipt will have: "QD2A-000018". */
  readonly nextReceipt: () => string;

  readonly drafts: {
    readonly all: () => readonly Draft[];
    readonly write: (draft: Draft) => Promise<boolean>;
    readonly drop: (id: string) => Promise<void>;
  };
  readonly outbox: () => readonly OutboxEntry[];
  /** An act of the outbox with its text and paper, if this page has it in memory: what was said here just now. */
  readonly atHand: (act: string) => OutboxItem | null;
  /** The same out of the storage; null when the outbox does not have it (any more). */
  readonly whole: (act: string) => Promise<OutboxItem | null>;
  /** All that is unsent as one file, to be carried by hand. */
  readonly exportUnsent: () => Promise<Blob>;
  readonly sync: () => SyncState;
  /** The last tries, the newest first; twenty at most. */
  readonly tries: () => readonly Try[];
  readonly health: () => Health;
  /** Tries now; resolves when the try is over. */
  readonly syncNow: () => Promise<SyncState>;
  /** Keeps a photograph (shrunk already) and gives its SHA-256, for acts to name; it travels after acts. */
  readonly keepPhoto: (bytes: Uint8Array) => Promise<string | NotSaid>;
  readonly subscribe: (changed: () => void) => () => void;
};
