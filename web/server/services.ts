/** What the server's doors work with. Made once, when the installation is open. */
import { allViews } from "../../rooms/all.ts";
import { lookingOn } from "../../rooms/book/needs.ts";
import type { Installation } from "../../store/installation/open.ts";
import { openReader, type Reader } from "../../store/reader/ask.ts";
import { type Doorway, usualDoorway } from "../door/doorway.ts";
import { type Catalogues, readCatalogues } from "../language/catalogues.ts";
import { askingWriters } from "./asking.ts";

/** An open installation as the web sees it. */
export type Services = {
  readonly installation: Omit<Installation, "close">;
  readonly reader: Reader;
  readonly catalogues: Catalogues;
  /** Told of a mistake of ours, with the reference that its reader was given. */
  readonly report: (reference: string, error: unknown) => void;
  /** How requests reach this server. */
  readonly doorway: Doorway;
};

/** Services over an installation, with every view of every room. */
export const servicesOf = (
  installation: Omit<Installation, "close">,
  report: Services["report"] = (reference, error) => console.error(reference, error),
  doorway: Doorway = usualDoorway,
): Services => ({
  installation: { ...installation, writers: askingWriters(installation.writers, installation.store, report) },
  reader: openReader(installation.store.connect("app"), {
    views: allViews,
    standing: lookingOn,
    now: installation.now,
  }),
  catalogues: readCatalogues(),
  report,
  doorway,
});
