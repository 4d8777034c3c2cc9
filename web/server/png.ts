/** Writing PNG (third edition, sections 5.3 and 11.2): square pictures, eight bits a channel, rows without a filter. */
import { crc32, deflateSync } from "node:zlib";

/** What a pixel holds, by the number that PNG gives it: one byte of grey, or three of red, green and blue. */
export const pixels = { grey: 0, colour: 2 } as const;

/** A picture of `size` by `size` pixels. `rows`: for each row a zero (no filter) and its pixels. */
export function pngOf(size: number, holds: keyof typeof pixels, rows: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, pixels[holds], 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    part("IHDR", head),
    part("IDAT", deflateSync(rows, { level: 9 })),
    part("IEND", Buffer.alloc(0)),
  ]);
}

/** One part: length, kind, content, and the check over kind and content. */
function part(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
