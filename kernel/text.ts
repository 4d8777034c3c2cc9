/** Any half of a pair; and, in a Unicode pattern, only a lone one. The first is quick, and most texts have none. */
const ANY_HALF = /[\ud800-\udfff]/;
const LONE_HALF = /\p{Surrogate}/u;

/** Whether a text has no half characters: only such a text has a UTF-8 form, and so a hash. */
export const isWellFormed = (text: string): boolean => !ANY_HALF.test(text) || !LONE_HALF.test(text);
