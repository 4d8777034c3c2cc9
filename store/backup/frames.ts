/**
 * The frames of a backup. Each is: kind (1 byte), length (4 bytes), payload, digest (32 bytes). The digest is SHA-256 over the digest
 * before it and all three, so that a byte altered, a frame left out or moved is found at its place, and the last digest stands for
 * the whole file.
 */
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import { refused } from "../../kernel/refusal.ts";
import { breakOff } from "./broken.ts";
import type { Cipher } from "./cipher.ts";
import { type FrameKind, magic } from "./content.ts";

/** Where bytes of a backup go. */
export type Sink = { write(bytes: Uint8Array): Promise<void> };

/** A payload longer than this was never written by us: a broken length does not make a reader ask for gigabytes. */
const longestPayload = 64 * 1024 * 1024;
const headBytes = 5;
const digestBytes = 32;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

const digestAfter = (before: Uint8Array, head: Uint8Array, payload: Uint8Array): Buffer =>
  createHash("sha256").update(before).update(head).update(payload).digest();

const headOf = (kind: FrameKind, length: number): Buffer => {
  const head = Buffer.alloc(headBytes);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(length, 1);
  return head;
};

/** What is readable without a passphrase: the header, and the end, which names no content. */
const isOpen = (kind: FrameKind): boolean => kind === "H" || kind === "Z";

/** Writes frames one after another. */
export class FrameWriter {
  private readonly sink: Sink;
  private readonly cipher: Cipher | null;
  private number = 0;
  private soFar: Buffer = createHash("sha256").update(magic).digest();
  /** Bytes written. */
  bytes = 0n;

  constructor(sink: Sink, cipher: Cipher | null) {
    this.sink = sink;
    this.cipher = cipher;
  }

  /** Digest of all frames up to here, in hex. */
  get digest(): string {
    return this.soFar.toString("hex");
  }

  /** Writes the first bytes. */
  begin(): Promise<void> {
    return this.put(magic);
  }

  /** Writes a frame of plain data. */
  say(kind: FrameKind, content: unknown): Promise<void> {
    return this.frame(kind, Buffer.from(JSON.stringify(content), "utf8"));
  }

  /** Writes a frame of rows. */
  async rows(text: Uint8Array): Promise<void> {
    await this.frame("C", await compress(text));
  }

  private async frame(kind: FrameKind, plain: Uint8Array): Promise<void> {
    const payload = this.cipher === null || isOpen(kind) ? plain : this.cipher.close(this.number, kind, plain);
    const head = headOf(kind, payload.length);
    this.soFar = digestAfter(this.soFar, head, payload);
    this.number += 1;
    await this.put(Buffer.concat([head, payload, this.soFar]));
  }

  private async put(bytes: Uint8Array): Promise<void> {
    await this.sink.write(bytes);
    this.bytes += BigInt(bytes.length);
  }
}

/** A frame as it was read. `digestBefore` is the digest of all frames before it, `at` its place in the file. */
export type Frame = {
  readonly kind: FrameKind;
  readonly payload: Buffer;
  readonly at: number;
  readonly digestBefore: string;
};

/** Where bytes of a backup come from. */
export type Source = { readonly name: string; read(at: number, length: number): Promise<Buffer> };

/** A file as a source: gives fewer bytes than asked only at its end. */
export const fileSource = (name: string, handle: FileHandle): Source => ({
  name,
  read: async (at, length) => {
    const into = Buffer.alloc(length);
    let got = 0;
    while (got < length) {
      const { bytesRead } = await handle.read(into, got, length - got, at + got);
      if (bytesRead === 0) break;
      got += bytesRead;
    }
    return into.subarray(0, got);
  },
});

/** Reads frames one after another; each is checked before it is given. Refuses `backup.not-one`, `.cut-short`, `.altered`. */
export class FrameReader {
  private readonly source: Source;
  private cipher: Cipher | null = null;
  private at = 0;
  private number = -1;
  private soFar: Buffer = createHash("sha256").update(magic).digest();

  constructor(source: Source) {
    this.source = source;
  }

  /** Bytes read. */
  get place(): number {
    return this.at;
  }

  /** From now on payloads are opened with this. */
  openWith(cipher: Cipher): void {
    this.cipher = cipher;
  }

  /** Checks the first bytes. */
  async begin(): Promise<void> {
    const first = await this.source.read(0, magic.length);
    if (!first.equals(magic)) breakOff(refused("backup.not-one", { file: this.source.name }).refusal);
    this.at = magic.length;
  }

  /** The next frame; null at the end of the file. */
  async next(): Promise<Frame | null> {
    const { at } = this;
    const head = await this.source.read(at, headBytes);
    if (head.length === 0) return null;
    const length = head.length < headBytes ? 0 : head.readUInt32BE(1);
    if (length > longestPayload) return this.altered(at);
    const rest =
      head.length < headBytes ? Buffer.alloc(0) : await this.source.read(at + headBytes, length + digestBytes);
    if (rest.length < length + digestBytes)
      return breakOff(refused("backup.cut-short", { file: this.source.name, byte: at }).refusal);
    const payload = rest.subarray(0, length);
    const digestBefore = this.soFar.toString("hex");
    this.soFar = digestAfter(this.soFar, head, payload);
    if (!this.soFar.equals(rest.subarray(length))) return this.altered(at);
    this.at = at + headBytes + length + digestBytes;
    this.number += 1;
    const kind = head.toString("latin1", 0, 1) as FrameKind;
    return { kind, payload: this.opened(kind, payload, at), at, digestBefore };
  }

  /** The rows of a frame. */
  async rowsOf(frame: Frame): Promise<Buffer> {
    return decompress(frame.payload, { maxOutputLength: longestPayload }).catch(() => this.altered(frame.at));
  }

  /** Breaks off: what stands at this place is not what was written. */
  altered(at: number): never {
    return breakOff(refused("backup.altered", { file: this.source.name, byte: at }).refusal);
  }

  /** The digest held, so a payload that does not open was closed with another passphrase. */
  private opened(kind: FrameKind, payload: Buffer, _at: number): Buffer {
    if (this.cipher === null || isOpen(kind)) return payload;
    const plain = this.cipher.open(this.number, kind, payload);
    if (plain === null) return breakOff(refused("backup.passphrase-wrong", { file: this.source.name }).refusal);
    return Buffer.from(plain);
  }
}
