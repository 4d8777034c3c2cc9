/** Every layout there is, and the one that an order names. */
import { csvSheet } from "./csv.ts";
import type { Layout } from "./layout.ts";
import { pain00100103 } from "./pain-001-001-03.ts";
import { pain00100109 } from "./pain-001-001-09.ts";

export const layouts: readonly Layout[] = [pain00100109, pain00100103, csvSheet];

/** A layout as orders name it: "csv/1". */
export const layoutName = ({ code, version }: Layout): string => `${code}/${version}`;

/** The layout that an order names; null when it is no longer here. */
export const layoutNamed = (name: string): Layout | null => layouts.find((one) => layoutName(one) === name) ?? null;
