/** What may be answered to a question. `stands`: the fact counts as kept. `corrected`: another act put it right. `set-aside`: it is known to be wrong. */
export const answers = ["stands", "corrected", "set-aside"] as const;
export type QuestionAnswer = (typeof answers)[number];
