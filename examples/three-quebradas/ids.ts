/** Names of things in the example: the same on every machine, so that the example made again is the same. */
import { derivedUuid } from "../../kernel/ids.ts";

/** By this name the book is found again. */
export const exampleName = "Cooperativa Tres Quebradas (ejemplo)";

/** An id of the example's book by the name of what it is of. */
export const exampleId = (book: string, of: string): string => derivedUuid(`${book} example ${of}`);
