/** `/o/BOOK/backup/book`: the whole book in a file, to leave with. It is written straight into the answer. */
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Sink } from "../../store/backup/frames.ts";
import { takeBackup } from "../../store/backup/write.ts";
import { ayniVersion } from "../../store/installation/version.ts";
import type { BookPage, PageAt } from "../desk/page.ts";

/** The file. The form is that of a backup, so it carries digests at every step and a signature at its end. */
export const backupBookPage: BookPage = {
  path: "/o/:book/backup/book",
  open: async (at) =>
    at.powers.has("back-up") ? bookFile(at) : refused("power.missing", { power: "back-up", agent: at.session.agent }),
};

async function bookFile({ book, today, services }: PageAt): Promise<Result<Response>> {
  const { store, privateKey, sealKeys, now } = services.installation;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const sink: Sink = { write: (bytes) => writer.write(bytes) };
  const taking = { store, book, privateKey, now, ayni: ayniVersion, keys: [...sealKeys.values()], passphrase: null };
  takeBackup(taking, sink).then(
    () => writer.close(),
    (error) => writer.abort(error), // The reader's file is then cut short, and says so when it is read.
  );
  return done(
    new Response(readable, {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename="ayni-${book}-${today}.book"`,
        "Cache-Control": "no-store",
      },
    }),
  );
}
