/** The archive that a workbook is (ZIP), looked at before anything of it is unpacked. */
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { mostEntries, mostSwollen, mostUnpacked, swellingMatters } from "../limits.ts";
import { SheetBroken } from "../opened.ts";

/** An open archive: `stream` gives the bytes of an entry as they unpack; null when there is none of that name. It throws
 * `SheetBroken` where the list leads astray. */
export type Archive = {
  readonly names: ReadonlySet<string>;
  stream(name: string): Promise<Readable | null>;
  close(): void;
};

/** Opens one. Refusals: `sheet.broken`, `sheet.swollen` (it would unpack to far more than a sheet), `sheet.password`. */
export async function openArchive(file: string): Promise<Result<Archive>> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch(() => null);
  if (zip === null) return refused("sheet.broken");
  const listed = await entriesOf(zip);
  if (!listed.ok) {
    zip.close();
    return listed;
  }
  const entries = listed.value;
  return done({
    names: new Set(entries.keys()),
    stream: async (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return null;
      return zip.openReadStreamPromise(entry).catch(() => {
        throw new SheetBroken(refused("sheet.broken").refusal);
      });
    },
    close: () => zip.close(),
  });
}

/** The entries by their names in small letters: writers differ in capitals. What they say of their size is held against them later. */
async function entriesOf(zip: ZipFile): Promise<Result<ReadonlyMap<string, Entry>>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  if (zip.entryCount > mostEntries) return refused("sheet.swollen");
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refused("sheet.password");
      unpacked += entry.uncompressedSize;
      const isSwollen =
        entry.uncompressedSize > swellingMatters && entry.uncompressedSize > mostSwollen * entry.compressedSize;
      if (isSwollen || unpacked > mostUnpacked || entries.size > mostEntries) return refused("sheet.swollen");
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch {
    return refused("sheet.broken"); // The archive's own list cannot be read.
  }
  return done(entries);
}
