/** Bytes and their texts. */

export { base64Url, fromBase64Url } from "../../../../kernel/base64url.ts";

/** The UTF-8 of a text. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** A text of UTF-8 bytes; throws when they are not. */
export const utf8Text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
