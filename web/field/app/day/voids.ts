/** Whether a hand-over still counts, by what this telephone knows: its own voids and those the office said. */
import { voidOf } from "../../../../rooms/acopio/needs.ts";
import type { FieldCore } from "../ports.ts";

/** Looks a hand-over up by its id. */
export const isVoidHere =
  (core: FieldCore) =>
  (delivery: string): boolean =>
    core.ask(voidOf(delivery)) !== null;
