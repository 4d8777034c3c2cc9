/** The few pieces of DER (ITU-T X.690) that a certificate is made of. */

type Bytes = Uint8Array;

/** One value: its tag, its length in the shortest way, its content. */
export function der(tag: number, ...content: readonly Bytes[]): Bytes {
  const length = content.reduce((sum, one) => sum + one.byteLength, 0);
  const digits = Buffer.from(length.toString(16).padStart(length < 0x100 ? 2 : length < 0x10000 ? 4 : 6, "0"), "hex");
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 + digits.byteLength, ...digits];
  return Buffer.concat([Uint8Array.from(head), ...content]);
}

/** Values one after another. */
export const sequence = (...content: readonly Bytes[]): Bytes => der(0x30, ...content);
/** Values of which none comes first; here always one. */
export const setOf = (content: Bytes): Bytes => der(0x31, content);
/** A small whole number. */
export const small = (value: number): Bytes => der(0x02, Uint8Array.of(value));
/** A whole number above zero, by its bytes, of which the first bit is not set. */
export const whole = (bytes: Bytes): Bytes => der(0x02, bytes);
/** Yes; "no" is never written, because it is what is meant when nothing stands there. */
export const yes: Bytes = der(0x01, Uint8Array.of(0xff));
/** Bytes that something else explains. */
export const octets = (content: Bytes): Bytes => der(0x04, content);
/** Bits, of which the last `unused` count for nothing. */
export const bits = (content: Bytes, unused = 0): Bytes => der(0x03, Uint8Array.of(unused), content);
/** Words in any letters. */
export const words = (text: string): Bytes => der(0x0c, Buffer.from(text, "utf8"));
/** A value that its place names: around another value, or in its stead when that is a list. */
export const placed = (place: number, ...content: readonly Bytes[]): Bytes => der(0xa0 + place, ...content);
/** Bare bytes that their place names. */
export const placedBytes = (place: number, content: Bytes): Bytes => der(0x80 + place, content);

/** A registered meaning, "2.5.29.17": each number in sevens of bits, the first two as one. */
export function meaning(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map((one) => Number.parseInt(one, 10));
  const numbers = [first * 40 + second, ...rest].flatMap((value) => {
    const sevens = [value % 128];
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift(128 + (left % 128));
    return sevens;
  });
  return der(0x06, Uint8Array.from(numbers));
}

/** A moment to the second: with two digits of the year until 2049, as RFC 5280 §4.1.2.5 asks, with four from then on. */
export function moment(milliseconds: number): Bytes {
  const digits = new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, "");
  return digits < "2050" ? der(0x17, Buffer.from(digits.slice(2), "latin1")) : der(0x18, Buffer.from(digits, "latin1"));
}
