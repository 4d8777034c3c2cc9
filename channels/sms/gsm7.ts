/**
 * Text as one SMS carries it: the basic GSM alphabet (3GPP TS 23.038, section 6.2.1), in which a message has 160 characters. Letters that
 * it lacks (á, í, ó, ú, ã, õ and capitals with accents) lose their accent, so that one message stays one message and costs one.
 */

/** The basic alphabet. The extension table (€, [, {…) counts double and is not used. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const known = new Set(basic);

/** Characters of one message. */
export const oneMessage = 160;

const replaced: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2007": " ",
  "−": "-",
  "–": "-",
  "—": "-",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "…": "...",
  "·": "-",
  "×": "x",
  "÷": "/",
  ç: "c",
};

/** The text in the basic alphabet. What has no likeness there becomes "?", so that nobody reads what was not written. */
export function gsm7(text: string): string {
  let found = "";
  for (const sign of text.normalize("NFC")) {
    if (known.has(sign)) found += sign;
    else if (replaced[sign] !== undefined) found += replaced[sign];
    else {
      const [plain = ""] = sign.normalize("NFD");
      found += known.has(plain) ? plain : "?";
    }
  }
  return found;
}

/** Whether a text is one message as it stands. */
export const isOneMessage = (text: string): boolean =>
  text.length <= oneMessage && [...text].every((sign) => known.has(sign));
