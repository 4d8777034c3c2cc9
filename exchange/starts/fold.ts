/** Words as they are compared: "María  Quispe" and "MARIA QUISPE" are one, and so are "Nº" and "n". */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, " ")
    .trim();

/** An identity number as it is compared: only its letters and digits, "1.098.765-4" as "10987654". */
export const foldNumber = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** A word as a code: "Café pergamino" is "cafe-pergamino". Empty when nothing is left, cut to what a code may hold. */
export const codeOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replace(/^-+|-+$/g, "");
