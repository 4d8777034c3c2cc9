/**
 * A slow line in front of a server: so many bits a second each way, so many milliseconds there and back, shared by all its connections.
 * A connection costs a round trip before its first byte, and begins slowly as TCP does: ten packets, and as many more as have arrived.
 * Chromium's own throttling knows neither, nor does it reach workers.
 */
import { connect, createServer, type Socket } from "node:net";

/** What a line is like. */
export type Slowness = { readonly bitsPerSecond: number; readonly roundTrip: number };

/** An open line. `up` and `down` are the bytes that have passed. */
export type Line = {
  readonly port: number;
  slowness: Slowness;
  up: number;
  down: number;
  close(): Promise<void>;
};

/** Slow in nothing. */
export const freeLine: Slowness = { bitsPerSecond: Number.POSITIVE_INFINITY, roundTrip: 0 };

const PACKET = 1_460;
const FIRST_WINDOW = 10 * PACKET;

/** One way through the line; connections take turns by the packet. */
type Way = { free: number; count(bytes: number): void };

/** Opens a line to a port of this machine. */
export async function openLine(target: number, slowness: Slowness = freeLine): Promise<Line> {
  const sockets = new Set<Socket>();
  const ways: Readonly<Record<"up" | "down", Way>> = {
    up: {
      free: 0,
      count: (bytes) => {
        line.up += bytes;
      },
    },
    down: {
      free: 0,
      count: (bytes) => {
        line.down += bytes;
      },
    },
  };
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    const opens = performance.now() + line.slowness.roundTrip;
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      socket.on("error", () => socket.destroy());
    }
    carry(near, far, { way: ways.up, line, opens });
    carry(far, near, { way: ways.down, line, opens });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const line: Line = {
    ...{ port, slowness, up: 0, down: 0 },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return line;
}

type Carrying = { readonly way: Way; readonly line: Line; readonly opens: number };

/** Carries what one socket says to the other, packet by packet, in order. */
function carry(from: Socket, to: Socket, { way, line, opens }: Carrying): void {
  const waiting: Buffer[] = [];
  const onTheWay: Buffer[] = []; // Timers of almost the same instant may ring in any order; packets keep theirs.
  let [window, flying, over] = [FIRST_WINDOW, 0, false];
  const pass = (): void => {
    for (let next = waiting[0]; next !== undefined && flying < window; next = waiting[0]) {
      const packet = next.subarray(0, PACKET);
      if (next.length > PACKET) waiting[0] = next.subarray(PACKET);
      else waiting.shift();
      flying += packet.length;
      onTheWay.push(packet);
      const { bitsPerSecond, roundTrip } = line.slowness;
      const begins = Math.max(performance.now(), opens, way.free);
      way.free = begins + (packet.length * 8_000) / bitsPerSecond;
      later(way.free + roundTrip / 2, () => {
        const arriving = onTheWay.shift() as Buffer;
        way.count(arriving.length);
        if (!to.destroyed) to.write(arriving);
      });
      later(way.free + roundTrip, () => {
        flying -= packet.length;
        window += packet.length;
        pass();
      });
    }
    if (over && waiting.length === 0 && flying === 0) to.end();
  };
  from.on("data", (bytes: Buffer) => {
    waiting.push(bytes);
    pass();
  });
  from.once("end", () => {
    over = true;
    pass();
  });
  from.once("close", () => later(performance.now() + line.slowness.roundTrip, () => over || to.destroy()));
}

const later = (at: number, work: () => void): void => {
  const wait = at - performance.now();
  if (wait <= 0) work();
  else setTimeout(work, wait);
};
