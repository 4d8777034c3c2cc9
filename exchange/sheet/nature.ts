/** What a file is, told by its first bytes: names lie, a web page may be called ".xls" and a workbook ".csv". */
export type Nature = "nothing" | "archive" | "compound" | "web-page" | "text" | "other";

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, place) => bytes[place] === byte);

/** Files that people take for sheets and that are none: PDF, pictures, other archives, programs, old databases of telephones. */
const OTHERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
];

/** An encrypted workbook is kept in a compound file with this stream (MS-OFFCRYPTO 2.3.4.1), its name in UTF-16. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le");

/** Where the first sector of a compound file's directory lies (MS-CFB 2.2: sector shift at 30, first directory sector at 48). */
export function directoryPlace(beginning: Uint8Array): number {
  if (beginning.length < 512) return 0;
  const header = Buffer.from(beginning);
  return (header.readUInt32LE(48) + 1) * 2 ** Math.min(header.readUInt16LE(30), 16);
}

/** Whether a compound file is a workbook behind a password, by a piece of its directory; else it is one of before 2007. */
export const isLocked = (directory: Uint8Array): boolean => Buffer.from(directory).includes(LOCKED);

/** Tells the nature of a file from its beginning (some kilobytes). */
export function natureOf(beginning: Uint8Array): Nature {
  if (beginning.length === 0) return "nothing";
  if (starts(beginning, 0x50, 0x4b, 0x03, 0x04) || starts(beginning, 0x50, 0x4b, 0x05, 0x06)) return "archive";
  if (starts(beginning, 0xd0, 0xcf, 0x11, 0xe0)) return "compound";
  if (OTHERS.some((signature) => starts(beginning, ...signature))) return "other";
  const text = Buffer.from(beginning)
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^[^\w<]+/, "")
    .toLowerCase();
  return /^<(?:!doctype html|html|head|body|table|meta|style|\?xml|!--)/.test(text) ? "web-page" : "text";
}
