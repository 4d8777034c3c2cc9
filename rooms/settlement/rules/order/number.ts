/**
 * Our own numbers of orders and payments, by which a bank's answer is known again: P7F3C-2026-000042. The four signs after the letter are
 * of the book, so that two books that pay from one account do not meet; then the year, and a serial of book and year.
 */

/** Signs of a book in its numbers: the first four of its id. */
const bookMark = (book: string): string => book.slice(0, 4).toUpperCase();

const serialText = (serial: bigint, digits: number): string => `${serial + 1n}`.padStart(digits, "0");

/** The number of a payment: at most 35 signs, as bank files take it. `serial` counts from zero. */
export const paymentNumber = (book: string, year: string, serial: bigint): string =>
  `P${bookMark(book)}-${year}-${serialText(serial, 6)}`;

/** The number of an order. */
export const orderNumber = (book: string, year: string, serial: bigint): string =>
  `O${bookMark(book)}-${year}-${serialText(serial, 4)}`;

/** The id of an order's file: its number, and which order's file it replaces. */
export const messageOf = (number: string, replaced: string | null): string =>
  replaced === null ? number : `${number}-R${replaced.slice(replaced.indexOf("-") + 1)}`;

/** As banks may write it: without hyphens, with spaces, in small letters. */
const WRITTEN = /P[\s-]*([0-9A-F]{4})[\s-]*([0-9]{4})[\s-]*([0-9]{6,12})(?![0-9])/;

/** The first of our payment numbers in any text, in our own spelling; null when there is none. */
export function paymentNumberIn(text: string): string | null {
  const found = WRITTEN.exec(text.toUpperCase());
  return found === null ? null : `P${found[1]}-${found[2]}-${found[3]}`;
}
