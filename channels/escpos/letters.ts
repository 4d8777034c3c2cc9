/**
 * Letters of a thermal printer: code page 850, which nearly all of them have and which writes Spanish and Portuguese whole. What it
 * lacks is written plainly, never left out: "→" as "->", "ẽ" as "e". Source: IBM code page 850.
 */

/** Code page 850 from 0x80 on, a space where it has lines and shades that no text of ours uses. */
const FROM_128 =
  "ÇüéâäàåçêëèïîìÄÅ" +
  "ÉæÆôöòûùÿÖÜø£Ø×ƒ" +
  "áíóúñÑªº¿®¬½¼¡«»" +
  "     ÁÂÀ©    ¢¥ " +
  "      ãÃ       ¤" +
  "ðÐÊËÈıÍÎÏ    ¦Ì " +
  "ÓßÔÒõÕµþÞÚÛÙýÝ¯´" +
  " ±‗¾¶§÷¸°¨·¹³²  ";

const byteOf = new Map([...FROM_128].flatMap((sign, at) => (sign === " " ? [] : [[sign, 128 + at] as const])));

/** Signs that are written by others: spaces of every kind, dashes, quotation marks. A hyphen and an x print everywhere. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2212": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2011": "-",
    "×": "x",
  },
  ...{
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "→": "->",
    "€": "EUR",
    "•": "-",
    "₡": "CRC",
    "₲": "PYG",
  },
};
const UNKNOWN = "?";

/** The text as this printer can write it, sign by sign a byte. */
export function printable(text: string): string {
  let whole = "";
  for (const sign of text.normalize("NFC")) {
    const plain = PLAIN[sign] ?? sign;
    whole += [...plain].every(isKnown) ? plain : bare(sign);
  }
  return whole;
}

const isKnown = (sign: string): boolean => (sign >= " " && sign <= "~") || byteOf.has(sign);

/** A letter without its marks, where the letter is known. */
function bare(sign: string): string {
  const letter = sign.normalize("NFD").replace(/\p{M}/gu, "");
  return letter !== "" && [...letter].every(isKnown) ? letter : UNKNOWN;
}

/** The bytes of a text that `printable` gave. */
export const bytesOf = (text: string): readonly number[] =>
  [...text].map((sign) => byteOf.get(sign) ?? sign.charCodeAt(0));

/** The text of bytes: what a printer that stands on this page would write. */
export const textOf = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : (FROM_128[byte - 128] ?? UNKNOWN))).join("");
