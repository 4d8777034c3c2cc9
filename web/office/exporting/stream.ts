/** A body that is sent while it is made: what is read from the book goes out at the pace of whoever receives it. */
import type { Result } from "../../../kernel/refusal.ts";
import { done } from "../../../kernel/refusal.ts";

/** How long somebody may leave a body unread before it is ended: the reading holds a connection to the database. */
const patience = 60_000;

/** Pieces that may wait for whoever receives them: a short file is made and its connection given back before anybody reads it. */
const waiting = 16;

/** What the making of a body has at hand: `begin` says that nothing will be refused any more, `send` waits until there is room. */
export type Sending = {
  begin(): void;
  send(piece: Uint8Array): Promise<void>;
};

/**
 * The body that `make` sends; its refusal when it refused before it began. Where making fails later, the body ends broken, so
 * that half a file is never taken for a whole one.
 */
export function streamed(make: (to: Sending) => Promise<Result<unknown>>): Promise<Result<ReadableStream<Uint8Array>>> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>({}, undefined, { highWaterMark: waiting });
  const writer = pipe.writable.getWriter();
  writer.closed.catch(() => undefined); // Told to whoever writes; here it would only be told again.
  const begun = Promise.withResolvers<Result<ReadableStream<Uint8Array>>>();
  const breakOff = (why: unknown) => writer.abort(why).catch(() => undefined);
  make({ begin: () => begun.resolve(done(pipe.readable)), send: (piece) => inTime(writer.write(piece)) }).then(
    async (made) => {
      if (made.ok) return writer.close().catch(() => undefined);
      begun.resolve(made);
      return breakOff(new Error(made.refusal.code));
    },
    (error) => {
      begun.reject(error);
      return breakOff(error);
    },
  );
  return begun.promise;
}

async function inTime(written: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("nobody takes what was asked for")), patience);
  });
  try {
    await Promise.race([written, waited]);
  } finally {
    clearTimeout(timer);
  }
}
