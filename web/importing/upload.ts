/** A file brought through a form: taken from the request in pieces and written as it comes, never whole in memory. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Writable } from "node:stream";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { filePart } from "./multipart.ts";

/** Most bytes of one file: a sheet of a million rows is about half of it. */
export const largestFile = 256 * 1024 * 1024;

/** A file that was brought. `digest` is the SHA-256 of its bytes. */
export type Uploaded = { readonly name: string; readonly digest: string; readonly bytes: number };

/** What an upload is written with; a test's own may be full. */
export type OpenWriter = (path: string) => Writable;

/**
 * Writes the file of a multipart form to a path. Refused, and nothing left behind: `import.no-file`, `import.file-too-large`
 * (with the limit in megabytes), `import.disk-full`, `request.not-a-form`.
 */
export async function receiveFile(
  request: Request,
  path: string,
  {
    open = (to) => createWriteStream(to, { mode: 0o600 }),
    limit = largestFile,
  }: { open?: OpenWriter; limit?: number } = {},
): Promise<Result<Uploaded>> {
  const part = await filePart(request);
  if (!part.ok) return part;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const writing = new Writing(open(path));
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const piece of part.value.pieces) {
      bytes += piece.length;
      if (bytes > limit)
        return await dropped(writing, path, refused("import.file-too-large", { limit: `${limit >> 20}` }));
      hash.update(piece);
      await writing.write(piece);
    }
    await writing.end();
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ENOSPC") {
      await dropped(writing, path, refused("import.no-file"));
      throw error;
    }
    return dropped(writing, path, refused("import.disk-full"));
  }
  if (bytes === 0) return dropped(writing, path, refused("import.no-file"));
  return done({ name: part.value.name, digest: hash.digest("hex"), bytes });
}

async function dropped<T extends Result<never>>(writing: Writing, path: string, because: T): Promise<T> {
  await writing.drop();
  await rm(path, { force: true });
  return because;
}

/** A stream of bytes to a file that tells its failure to whoever writes next. */
class Writing {
  private readonly stream: Writable;
  private failure: Error | null = null;

  constructor(stream: Writable) {
    this.stream = stream;
    stream.on("error", (error) => {
      this.failure = error;
    });
  }

  write(piece: Uint8Array): Promise<void> {
    return this.settled((go) => this.stream.write(piece, go));
  }

  end(): Promise<void> {
    return this.settled((go) => this.stream.end(() => go(null)));
  }

  /** Waits until the stream is closed: a file that is still being opened would be there again after it was removed. */
  drop(): Promise<void> {
    if (this.stream.closed) return Promise.resolve();
    return new Promise((closed) => {
      this.stream.once("close", closed);
      this.stream.destroy();
    });
  }

  private settled(act: (go: (error?: Error | null) => void) => void): Promise<void> {
    if (this.failure !== null) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.stream.once("error", reject);
      act((error) => {
        this.stream.off("error", reject);
        const failed = error ?? this.failure;
        if (failed == null) resolve();
        else reject(failed);
      });
    });
  }
}
