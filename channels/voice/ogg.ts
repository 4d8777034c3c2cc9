/**
 * Ogg Opus, taken apart into its packets and put together again, without decoding anything: recordings of words become one file that
 * any browser plays. Source: RFC 3533 (Ogg), RFC 7845 (Ogg Opus), RFC 6716 §3.1 (how long a packet lasts).
 */

/** Opus counts time in this, whatever was recorded. */
export const samplesPerSecond = 48_000;

/** A recording: its packets, each with how long it lasts in samples, and what is left out at its beginning. */
export type Recording = {
  readonly packets: readonly { readonly bytes: Uint8Array; readonly samples: number }[];
  readonly preSkip: number;
};

const text = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Reads a file; null when it is no Ogg Opus of one stream. */
export function readOgg(file: Uint8Array): Recording | null {
  const packets: Uint8Array[] = [];
  let begun: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    if (at + 27 > file.length || text(file.subarray(at, at + 4)) !== "OggS") return null;
    const count = file[at + 26] ?? 0;
    const table = file.subarray(at + 27, at + 27 + count);
    let place = at + 27 + count;
    for (const length of table) {
      begun.push(file.subarray(place, place + length));
      place += length;
      if (length === 255) continue; // A packet goes on in the next segment.
      packets.push(joined(begun));
      begun = [];
    }
    if (place > file.length) return null;
    at = place;
  }
  const [head, , ...sound] = packets;
  if (head === undefined || text(head.subarray(0, 8)) !== "OpusHead" || head.length < 19) return null;
  const preSkip = (head[10] ?? 0) | ((head[11] ?? 0) << 8);
  return { packets: sound.map((bytes) => ({ bytes, samples: samplesOf(bytes) })), preSkip };
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
};

/** How long a frame lasts by the configuration in a packet's first byte, in samples. */
function frameOf(configuration: number): number {
  if (configuration < 12) return [480, 960, 1_920, 2_880][configuration & 3] ?? 0;
  if (configuration < 16) return [480, 960][configuration & 1] ?? 0;
  return [120, 240, 480, 960][configuration & 3] ?? 0;
}

/** How long a packet lasts, in samples; nothing for one without content. */
export function samplesOf(packet: Uint8Array): number {
  const [first, second = 0] = packet;
  if (first === undefined) return 0;
  const code = first & 3;
  return frameOf(first >> 3) * (code === 0 ? 1 : code < 3 ? 2 : second & 63);
}

/** Writes packets as one file of one channel. The same packets give the same bytes. */
export function writeOgg({ packets, preSkip }: Recording, from: string): Uint8Array {
  const head = new Uint8Array(19);
  head.set(new TextEncoder().encode("OpusHead"));
  head.set([1, 1, preSkip & 255, preSkip >> 8, ...littleEndian(BigInt(samplesPerSecond), 4), 0, 0, 0], 8);
  const vendor = new TextEncoder().encode(from);
  const tags = joined([
    new TextEncoder().encode("OpusTags"),
    littleEndian(BigInt(vendor.length), 4),
    vendor,
    littleEndian(0n, 4),
  ]);
  const pages = [page([head], 0n, 0, 2), page([tags], 0n, 1, 0)];
  let samples = 0n;
  let waiting: Uint8Array[] = [];
  let segments = 0;
  for (const [at, one] of packets.entries()) {
    waiting.push(one.bytes);
    segments += Math.floor(one.bytes.length / 255) + 1;
    samples += BigInt(one.samples);
    const isLast = at === packets.length - 1;
    if (!isLast && segments < 25) continue;
    pages.push(page(waiting, samples, pages.length, isLast ? 4 : 0));
    [waiting, segments] = [[], 0];
  }
  return joined(pages);
}

const littleEndian = (value: bigint, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, at) => Number.parseInt(`${(value >> BigInt(8 * at)) & 255n}`, 10));

/** One page. `samples` is where its last packet ends; `flag` 2 begins the stream, 4 ends it. */
function page(packets: readonly Uint8Array[], samples: bigint, number: number, flag: number): Uint8Array {
  const table = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const whole = joined([
    new TextEncoder().encode("OggS"),
    Uint8Array.of(0, flag),
    littleEndian(samples, 8),
    littleEndian(1n, 4), // The one stream of the file.
    littleEndian(BigInt(number), 4),
    littleEndian(0n, 4), // The sum stands at nothing while it is reckoned.
    Uint8Array.of(table.length, ...table),
    ...packets,
  ]);
  whole.set(littleEndian(BigInt(checksum(whole)), 4), 22);
  return whole;
}

/** Ogg's sum over a page: CRC-32 with the polynomial 0x04c11db7, nothing turned round. */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  return sum;
}

const table = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});
