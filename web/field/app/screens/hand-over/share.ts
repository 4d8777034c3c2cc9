/** Sharing a slip: the telephone's own way of sharing, else its words are copied and its picture is saved. */
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";
import { slipPicture, slipText } from "./slip-picture.ts";

/** What became of it. `left`: whoever shared thought better of it. */
export type Shared = "shared" | "saved" | "copied" | "left" | "nothing";

/** Shares picture and words where the telephone can, and falls back to less. */
export async function sharePaper(paper: PaperDocument, notes: CopyNotes): Promise<Shared> {
  const text = slipText(paper, notes);
  const picture = await slipPicture(paper, notes);
  const files = picture === null ? [] : [new File([picture], `${paper.number}.png`, { type: "image/png" })];
  if (typeof navigator.share === "function") {
    const whole = { title: paper.number, text, files };
    try {
      await navigator.share(navigator.canShare?.(whole) === true ? whole : { title: paper.number, text });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "left";
    }
  }
  if (picture !== null) {
    save(picture, `${paper.number}.png`);
    return "saved";
  }
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return copied === true ? "copied" : "nothing";
}

/** Puts a file among the downloads. */
function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
