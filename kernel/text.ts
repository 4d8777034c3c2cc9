/** In a Unicode pattern only a lone half of a pair matches here. */
const LONE_HALF = /\p{Surrogate}/u;

/** Whether a text has no half characters: only such a text has a UTF-8 form, and so a hash. */
export const isWellFormed = (text: string): boolean => !LONE_HALF.test(text);
