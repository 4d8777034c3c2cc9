/** Reads a backup from its first byte to its last, checking everything that can be checked without a database. */
import { createHash, verify } from "node:crypto";
import { open } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type * as z from "zod/mini";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { publicKeyFrom } from "../writer/signatures.ts";
import { asRefusal, breakOff, placeFailure } from "./broken.ts";
import { actTable, Chain } from "./chain.ts";
import { cipherOf } from "./cipher.ts";
import {
  type End,
  endShape,
  endText,
  type Header,
  headerShape,
  keyShape,
  type Manifest,
  manifestShape,
  type TableBegins,
  tableEndShape,
  tableShape,
} from "./content.ts";
import { type Frame, FrameReader, fileSource, type Source } from "./frames.ts";
import { countRows, rowsIn } from "./rows.ts";

/** One table of a backup while it is read. Its rows are to be taken to their end. */
export type TableRead = TableBegins & { rows(): AsyncGenerator<Buffer> };

/** What a whole backup turned out to be. `key` is the private key it carries, `end` who signed it. */
export type BackupRead = {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly end: End;
  readonly key: string | null;
};

/** What is done with each table on the way; rows that are not asked for are read and checked all the same. */
export type OnTable = (table: TableRead) => Promise<void>;

/**
 * Reads a backup whole. Refusals: `backup.not-one`, `backup.altered` and `backup.cut-short` (facts: file, byte), `backup.passphrase-needed`,
 * `backup.passphrase-wrong`, and those of the place it lies in.
 */
export async function readBackup(
  path: string,
  passphrase: string | null,
  onTable?: OnTable,
): Promise<Result<BackupRead>> {
  try {
    const handle = await open(path, "r");
    try {
      return done(await new Reading(fileSource(path, handle)).read(passphrase, onTable));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return asRefusal(placeFailure(error, path));
  }
}

/** The header alone: what this is and when it was made. */
export async function readHeader(path: string): Promise<Result<Header>> {
  try {
    const handle = await open(path, "r");
    try {
      return done(await new Reading(fileSource(path, handle)).begin());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return asRefusal(placeFailure(error, path));
  }
}

class Reading {
  private readonly source: Source;
  private readonly frames: FrameReader;
  private readonly found: Manifest["tables"] = [];
  private readonly heads = new Map<string, Chain>();
  private key: string | null = null;

  constructor(source: Source) {
    this.source = source;
    this.frames = new FrameReader(source);
  }

  async begin(): Promise<Header> {
    await this.frames.begin();
    return this.told(await this.expect("H"), headerShape);
  }

  async read(passphrase: string | null, onTable: OnTable | undefined): Promise<BackupRead> {
    const header = await this.begin();
    if (header.closed !== null) {
      if (passphrase === null) return breakOff(refused("backup.passphrase-needed", { file: this.source.name }).refusal);
      this.frames.openWith(await cipherOf(passphrase, Buffer.from(header.closed.salt, "base64url")));
    }
    for (;;) {
      const frame = await this.expect();
      if (frame.kind === "T") await this.table(frame, onTable);
      else if (frame.kind === "K") this.key = this.told(frame, keyShape).pem;
      else if (frame.kind === "M") return this.end(header, frame);
      else return this.frames.altered(frame.at);
    }
  }

  private async table(frame: Frame, onTable: OnTable | undefined): Promise<void> {
    const begins = this.told(frame, tableShape);
    const chain = begins.table === actTable && begins.book !== null ? this.chainOf(begins.book) : null;
    const rows = this.rows(begins, chain);
    await onTable?.({ ...begins, rows: () => rows });
    for await (const _ of rows); // What was not asked for is checked too.
  }

  private async *rows(begins: TableBegins, chain: Chain | null): AsyncGenerator<Buffer> {
    const digest = createHash("sha256");
    let rows = 0n;
    for (;;) {
      const frame = await this.expect();
      if (frame.kind === "E") {
        const ends = this.told(frame, tableEndShape);
        if (ends.rows !== rows.toString() || ends.digest !== digest.digest("hex")) this.frames.altered(frame.at);
        this.found.push({ ...begins, ...ends });
        return;
      }
      if (frame.kind !== "C") this.frames.altered(frame.at);
      const piece = await this.frames.rowsOf(frame);
      digest.update(piece);
      rows += BigInt(countRows(piece));
      if (chain !== null)
        for (const row of rowsIn(piece, begins.columns)) if (!chain.read(row)) this.frames.altered(frame.at);
      yield piece;
    }
  }

  /** The manifest must say what was found, and the end must be signed and last. */
  private async end(header: Header, frame: Frame): Promise<BackupRead> {
    const manifest = this.told(frame, manifestShape);
    const isSame = isDeepStrictEqual(manifest.tables, this.found);
    const heads = manifest.books.every(({ book, position, head }) => {
      const chain = this.heads.get(book) ?? new Chain();
      return chain.position.toString() === position && chain.head === head;
    });
    if (!isSame || !heads) this.frames.altered(frame.at);
    const last = await this.expect("Z");
    const end = this.told(last, endShape);
    const text = Buffer.from(endText(last.digestBefore), "utf8");
    if (!verify(null, text, publicKeyFrom(end.key), Buffer.from(end.signature, "base64url")))
      this.frames.altered(last.at);
    const more = await this.frames.next();
    if (more !== null) this.frames.altered(more.at);
    return { header, manifest, end, key: this.key };
  }

  private chainOf(book: string): Chain {
    const chain = new Chain();
    this.heads.set(book, chain);
    return chain;
  }

  private async expect(kind?: Frame["kind"]): Promise<Frame> {
    const frame = await this.frames.next();
    if (frame === null)
      return breakOff(refused("backup.cut-short", { file: this.source.name, byte: this.frames.place }).refusal);
    return kind !== undefined && frame.kind !== kind ? this.frames.altered(frame.at) : frame;
  }

  private told<T extends z.ZodMiniType>(frame: Frame, shape: T): z.infer<T> {
    const read = shape.safeParse(parsed(frame.payload));
    return read.success ? read.data : this.frames.altered(frame.at);
  }
}

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null; // Not JSON: an expected way of being altered.
  }
};
