/** The file in which a telephone's unsent acts are carried by hand: lines of JSON, perhaps packed, whatever brought them. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { filePart } from "../../importing/multipart.ts";
import { type PaperSeal, paperSeal, unsentHead } from "../wire.ts";

const unzipped = promisify(gunzip);

/** Most bytes of a file, as brought and unpacked: tens of thousands of hand-overs. */
const largest = 64 * 1024 * 1024;

/** A file as read: whose it is, its acts each still as it came, and the seals of their receipts. */
export type UnsentFile = {
  readonly book: string;
  readonly device: string;
  readonly acts: readonly unknown[];
  readonly seals: readonly PaperSeal[];
};

/** Reads the file of a form. Refuses `field.not-unsent`, `field.unsent-too-large`, and those of a form without a file. */
export async function fileOf(request: Request): Promise<Result<UnsentFile>> {
  const part = await filePart(request);
  if (!part.ok) return part;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of part.value.pieces) {
    bytes += piece.length;
    if (bytes > largest) return refused("field.unsent-too-large", { mostBytes: largest });
    pieces.push(piece);
  }
  return readUnsent(Buffer.concat(pieces));
}

/** Reads the bytes of such a file. A line that cannot be read is an act that cannot be read: it is kept like any other. */
export async function readUnsent(brought: Uint8Array): Promise<Result<UnsentFile>> {
  const bytes = await opened(brought);
  if (bytes === null) return refused("field.not-unsent");
  const [first = "", ...lines] = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
  const head = unsentHead.safeParse(lineValue(first));
  if (!head.success) return refused("field.not-unsent");
  const values = lines.filter((line) => line.trim() !== "").map(lineValue);
  const seals = values.map((one) => sealIn(one));
  return done({
    book: head.data.book,
    device: head.data.device,
    acts: values.filter((_, at) => seals[at] === null),
    seals: seals.filter((one) => one !== null),
  });
}

/** A packed file begins with two bytes of its own (RFC 1952). */
async function opened(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return unzipped(bytes, { maxOutputLength: largest }).catch(() => null);
}

/** The value of a line; the line itself where it is no JSON. */
function lineValue(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return line;
  }
}

function sealIn(value: unknown): PaperSeal | null {
  const seal = typeof value === "object" && value !== null && "seal" in value && !("body" in value) ? value.seal : null;
  const read = paperSeal.safeParse(seal);
  return read.success ? read.data : null;
}
