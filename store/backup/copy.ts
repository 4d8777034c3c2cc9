/**
 * PostgreSQL's COPY over a connection of `pg`, in pieces, so that a table of any size passes through a few megabytes of memory.
 * The text form is used: it is the same in every major version, and any program can read it.
 */
import type pg from "pg";
import { assert } from "../../kernel/refusal.ts";

/** Takes one piece of whole lines, and how many rows it is. The next is read from the database when it is done. */
export type Taking = (piece: Buffer, rows: number) => Promise<void>;

/** About so many bytes of rows are gathered into one piece. */
export const pieceBytes = 1024 * 1024;

/** The parts of `pg`'s connection that COPY needs; its types do not name them. */
type Wire = {
  readonly stream: import("node:net").Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  sync(): void;
};
type Message = { readonly chunk: Buffer };

/** What both directions share: `pg` calls these while the command is its active query. */
abstract class Copy {
  readonly ended: Promise<void>;
  protected readonly text: string;
  private settle: { resolve(): void; reject(error: Error): void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  private failure: Error | null = null;

  constructor(text: string) {
    this.text = text;
    this.ended = new Promise<void>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.ended.catch(() => undefined); // Whoever waits for it hears it; nobody may be waiting yet.
  }

  submit(wire: Wire): Error | null {
    wire.query(this.text);
    return null;
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.settle.reject(this.failure); // A broken connection brings no more "ready".
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.failure === null) this.settle.resolve();
    else this.settle.reject(this.failure);
  }

  /** Fails from our side. The connection is then in the middle of a copy: its holder throws it away. */
  protected fail(error: Error): void {
    this.failure ??= error;
    this.settle.reject(this.failure);
  }
}

/** Rows on their way out. While a piece is being taken, nothing more is read from the socket. */
class CopyOut extends Copy {
  private readonly take: Taking;
  private piece = Buffer.allocUnsafe(pieceBytes);
  private bytes = 0;
  private rows = 0;
  private taking: Promise<void> = Promise.resolve();

  constructor(text: string, take: Taking) {
    super(text);
    this.take = take;
  }

  /** PostgreSQL sends each row as a message of its own. It is copied at once: the parser uses its buffer again. */
  handleCopyData({ chunk }: Message, { stream }: Wire): void {
    if (this.bytes + chunk.length > this.piece.length) {
      stream.pause();
      this.pass(() => stream.resume());
      this.piece = Buffer.allocUnsafe(Math.max(pieceBytes, chunk.length));
    }
    chunk.copy(this.piece, this.bytes);
    this.bytes += chunk.length;
    this.rows += 1;
  }

  /** Waits until every piece was taken. */
  async finish(): Promise<void> {
    await this.ended;
    this.pass(() => undefined);
    await this.taking;
  }

  private pass(after: () => void): void {
    const { rows } = this;
    const piece = this.piece.subarray(0, this.bytes);
    this.bytes = 0;
    this.rows = 0;
    if (piece.length > 0) this.taking = this.taking.then(() => this.take(piece, rows));
    this.taking.then(after, after);
    this.taking.catch((error: Error) => this.fail(error));
  }
}

/** Rows on their way in. */
class CopyIn extends Copy {
  private readonly pieces: AsyncIterable<Uint8Array>;

  constructor(text: string, pieces: AsyncIterable<Uint8Array>) {
    super(text);
    this.pieces = pieces;
  }

  handleCopyInResponse(wire: Wire): void {
    this.send(wire).catch((error: Error) => {
      wire.sendCopyFail(error.message);
      this.fail(error);
    });
  }

  private async send(wire: Wire): Promise<void> {
    for await (const piece of this.pieces) {
      wire.sendCopyFromChunk(piece);
      if (wire.stream.writableNeedDrain) await drained(wire.stream);
    }
    wire.endCopyFrom();
  }
}

const drained = (stream: import("node:net").Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error("the connection ended while rows were sent"));
    stream.once("close", ended);
    stream.once("drain", () => {
      stream.removeListener("close", ended);
      resolve();
    });
  });

type Submits = { query(submitted: Copy): unknown };

/** Reads the rows of `copy (…) to stdout`, piece by piece, each of whole lines. Throws what the database or the taker throws. */
export async function copyOut(client: pg.ClientBase, text: string, take: Taking): Promise<void> {
  assert(/^copy \(.* to stdout$/s.test(text), "copyOut is given a copy to stdout");
  const copy = new CopyOut(text, take);
  (client as unknown as Submits).query(copy);
  await copy.finish();
}

/** Writes rows with `copy … from stdin`. When the pieces fail, PostgreSQL is told, so that nothing of them stays. */
export async function copyIn(client: pg.ClientBase, text: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  assert(/^copy .* from stdin$/s.test(text), "copyIn is given a copy from stdin");
  const copy = new CopyIn(text, pieces);
  (client as unknown as Submits).query(copy);
  await copy.ended;
}
