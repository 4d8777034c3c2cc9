/** What acts may ask of the land. */
import { map, type Need, rows } from "../../kernel/act/need.ts";
import { newest, type Row } from "../../kernel/act/record.ts";
import { plot as plotRecord } from "./records.ts";

/** All versions of a plot. */
export const plotVersions = (id: string) => rows(plotRecord, "key", [id]);

/** A plot as last said; null when nobody registered it. */
export const plot = (id: string): Need<Row<typeof plotRecord> | null> => map(plotVersions(id), newest);
