/**
 * How large a square is on paper, whatever prints it: 5 dots of a thermal printer for each module, which a worn telephone camera still
 * reads off faded paper. Where the paper is too narrow for that, as many whole dots as it takes.
 */
import { QUIET_ZONE } from "../../kernel/cose/square.ts";

/** Dots of a module on a roll of 58 or 80 mm. */
export const MODULE_DOTS = 5;
/** Dots of a millimetre: thermal printers have 203 to the inch. */
export const DOTS_PER_MM = 8;

/** Dots of a module where the paper is `dots` wide, for a square of `side` modules without its quiet zone. */
export const moduleDots = (side: number, dots: number): number =>
  Math.max(1, Math.min(MODULE_DOTS, Math.floor(dots / (side + 2 * QUIET_ZONE))));

/** The width in millimetres on paper that gives it `room` millimetres, quiet zone and all. */
export const squareMillimetres = (side: number, room: number): number =>
  ((side + 2 * QUIET_ZONE) * moduleDots(side, Math.floor(room * DOTS_PER_MM))) / DOTS_PER_MM;
