/** The file of a multipart form, in pieces as the request brings them. Source: RFC 7578; RFC 2046, section 5.1. */
import { done, type Result, refused } from "../../kernel/refusal.ts";

/** The first file of a form: its name as the browser gives it, and its bytes. */
export type FilePart = { readonly name: string; readonly pieces: AsyncGenerator<Uint8Array> };

/** Longest heading of one part; more is no form of a browser. */
const longestHeading = 8 * 1024;

/** Finds the first part that is a file. Refusals: `request.not-a-form`, `import.no-file`. */
export async function filePart(request: Request): Promise<Result<FilePart>> {
  const type = request.headers.get("Content-Type") ?? "";
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || request.body === null) return refused("request.not-a-form");
  const reading = new Reading(request.body, Buffer.from(`\r\n--${mark}`));
  await reading.untilMark(); // What stands before the first part is nothing.
  for (;;) {
    const heading = await reading.heading();
    if (heading === null) return refused("import.no-file");
    const name = /\bfilename="((?:[^"\\]|\\.)*)"/i.exec(heading)?.[1];
    if (name !== undefined && name !== "") return done({ name: baseOf(name), pieces: reading.pieces() });
    await reading.untilMark();
  }
}

/** Only the last part of a path, and of that no more than a name needs. */
const baseOf = (name: string): string => (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").slice(-120);

/** Reads a body up to each mark between parts. */
class Reading {
  private readonly source: AsyncIterator<Uint8Array>;
  private readonly mark: Buffer;
  // The body's first mark has no line end before it: we give it one.
  private held: Buffer = Buffer.from("\r\n");

  constructor(body: ReadableStream<Uint8Array>, mark: Buffer) {
    this.source = (body as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    this.mark = mark;
  }

  /** Adds the next bytes to what is held; false at the end of the body. */
  private async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }

  /** Bytes up to the next mark, which is taken off with them. A body that ends before it ends the part. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.held.indexOf(this.mark);
      if (at >= 0) {
        if (at > 0) yield this.held.subarray(0, at);
        this.held = this.held.subarray(at + this.mark.length);
        return;
      }
      const sure = this.held.length - this.mark.length;
      if (sure > 0) {
        yield this.held.subarray(0, sure);
        this.held = this.held.subarray(sure);
      }
      if (!(await this.more())) throw new Error("a form broke off");
    }
  }

  /** Passes over everything up to the next mark. */
  async untilMark(): Promise<void> {
    for await (const _ of this.pieces());
  }

  /** The heading of the part that begins here; null after the last part. */
  async heading(): Promise<string | null> {
    for (;;) {
      if (this.held.length >= 2 && this.held.subarray(0, 2).toString() === "--") return null;
      const end = this.held.indexOf("\r\n\r\n");
      if (end >= 0) {
        const text = this.held.subarray(0, end).toString("utf8");
        // The line end before the part's bytes stays: an empty file is a mark at once.
        this.held = this.held.subarray(end + 4);
        return text;
      }
      if (this.held.length > longestHeading || !(await this.more())) return null;
    }
  }
}
