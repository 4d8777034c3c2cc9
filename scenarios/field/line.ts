/** The line between telephones and the server: a proxy at an address that stays, which drops, delays, falsifies and is cut. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";

/** What befalls one request. Unsaid: it goes through. */
export type Mishap =
  /** The server hears nothing of it. */
  | { readonly instead: Answer }
  /** The server hears and does it; of its answer come so many bytes, and then the connection breaks. */
  | { readonly answerCutAfter: number }
  /** The server hears and does it; its answer waits until this comes to pass. */
  | { readonly answerAfter: Promise<unknown> }
  /** Something happens as soon as the whole request was handed to the server; then its answer, if there is one. */
  | { readonly onceSent: () => void };

/** What somebody answers who is not the server. */
export type Answer = { readonly status: number; readonly type: string; readonly body: string };

/** The line as a test holds it. */
export type Line = {
  /** Under "localhost", which browsers hold for secure. */
  readonly address: string;
  /** Where the server listens now. */
  port: number;
  /** No request comes through, and none that is under way comes back. */
  cut: boolean;
  /** Asked at each request: "POST /field/acts". */
  mishap: (asked: string) => Mishap | null;
  /** Requests that were handed to the server, in their order. */
  readonly heard: string[];
  close(): Promise<void>;
};

/** Opens the line to a server on this machine. */
export async function openLine(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const proxy = createServer((asked, answered) => {
    const what = `${asked.method} ${(asked.url ?? "").split("?")[0]}`;
    const mishap = line.cut ? null : line.mishap(what);
    if (line.cut) asked.socket.destroy();
    else if (mishap !== null && "instead" in mishap) void instead(asked, answered, mishap.instead);
    else {
      line.heard.push(what);
      through(line, { asked, answered, mishap });
    }
  });
  proxy.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  let isCut = false;
  const line: Line = {
    address: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    port,
    get cut() {
      return isCut;
    },
    set cut(now: boolean) {
      isCut = now;
      if (now) for (const socket of sockets) socket.destroy();
    },
    mishap: () => null,
    heard: [],
    close: () =>
      new Promise((closed) => {
        proxy.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return line;
}

async function instead(asked: IncomingMessage, answered: ServerResponse, { status, type, body }: Answer) {
  await text(asked).catch(() => "");
  answered.writeHead(status, { "Content-Type": type }).end(body);
}

type Under = { readonly asked: IncomingMessage; readonly answered: ServerResponse; readonly mishap: Mishap | null };

function through({ port }: Line, { asked, answered, mishap }: Under): void {
  const { method, url: path, headers } = asked;
  const sent = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
    void (async () => {
      if (mishap !== null && "answerAfter" in mishap) await mishap.answerAfter;
      if (mishap !== null && "answerCutAfter" in mishap) return cutAfter(answer, answered, mishap.answerCutAfter);
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answered);
    })();
  });
  sent.on("error", () => answered.destroy());
  asked.pipe(sent);
  if (mishap !== null && "onceSent" in mishap) sent.once("finish", mishap.onceSent);
}

/** Reads the whole answer, so that the server is done with it, and passes on its beginning. */
async function cutAfter(answer: IncomingMessage, answered: ServerResponse, bytes: number): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  if (bytes === 0) return void answered.destroy();
  answered.writeHead(answer.statusCode ?? 502, answer.headers);
  answered.write(Buffer.concat(pieces).subarray(0, bytes), () => answered.destroy());
}
