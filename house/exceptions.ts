import type { Exception } from "./words.ts";

const DAY = "digits of a calendar day: whole numbers below 10 000, neither weight nor money";
const CLOCK = "digits of a clock time: whole numbers below 1 000, neither weight nor money";
const SMALL = "a divisor below 2^53, where whole numbers are exact";

/** Lines of pure code that may use a word otherwise banned there. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    path: "kernel/time/day.ts",
    line: "const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];",
    why: DAY,
  },
  { path: "kernel/time/day.ts", line: "year: Number(of.slice(0, 4)),", why: DAY },
  { path: "kernel/time/day.ts", line: "month: Number(of.slice(5, 7)),", why: DAY },
  { path: "kernel/time/day.ts", line: "dayOfMonth: Number(of.slice(8, 10)),", why: DAY },
  { path: "kernel/time/instant.ts", line: "const hours = Number(text.slice(1, 3));", why: CLOCK },
  { path: "kernel/time/instant.ts", line: "const minutes = Number(text.slice(4, 6));", why: CLOCK },
  {
    path: "kernel/time/instant.ts",
    line: "if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;",
    why: CLOCK,
  },
  {
    path: "kernel/time/instant.ts",
    line: 'const milliseconds = Number(fraction.padEnd(3, "0").slice(0, 3));',
    why: CLOCK,
  },
  {
    path: "kernel/time/instant.ts",
    line: "const inDay = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000 + milliseconds;",
    why: CLOCK,
  },
  { path: "kernel/exact/divisor.ts", line: "let divisor = Number(smaller);", why: SMALL },
  { path: "kernel/exact/divisor.ts", line: "let remainder = Number(larger % smaller);", why: SMALL },
];

/** Files over 300 lines, each with its reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {};
