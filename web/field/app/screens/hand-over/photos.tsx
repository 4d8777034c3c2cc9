/** Photographs of the scale or the sample: shrunk here, kept here, named by the hand-over, sent after everything else. */
import { useId, useState } from "preact/hooks";
import { useSay } from "../../../../components/speaking.tsx";
import { Icon } from "../../parts/icon.tsx";
import { signalRefused, signalSaved } from "../../parts/sounds.ts";
import { useField } from "../../screen.ts";
import type { HandOverDraft } from "./rules/draft.ts";
import type { Change } from "./use-draft.ts";

const most = 6;
const longestSide = 1280;
const mostBytes = 100_000;

/** A JPEG of at most 100 kB without anything that the camera wrote beside the picture; null when it cannot be read. */
async function shrunk(file: Blob): Promise<Uint8Array | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const canvas = document.createElement("canvas");
  for (const [side, quality] of [
    [longestSide, 0.7],
    [960, 0.6],
    [640, 0.5],
  ] as const) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (blob !== null && blob.size <= mostBytes) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}

/** Must: work without a signal; say how many are kept and whether one could not be. */
export function Photos({ draft, change }: { draft: HandOverDraft; change: Change }) {
  const say = useSay();
  const { core } = useField();
  const id = useId();
  const [failed, setFailed] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const bytes = await shrunk(file);
    const digest = bytes === null ? null : await core.keepPhoto(bytes);
    setFailed(typeof digest !== "string");
    if (typeof digest !== "string") {
      signalRefused();
      return;
    }
    change((now) => ({ ...now, photos: [...new Set([...now.photos, digest])].slice(0, most) }));
    signalSaved();
  };
  return (
    <div class="photos">
      <label for={id} class="do">
        <Icon name="camera" />
        <span>{say("field.hand-over.photo")}</span>
      </label>
      <input
        id={id}
        class="away"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <p class="soft" role="status">
        {failed
          ? say("field.hand-over.photo-failed")
          : say("field.hand-over.photos-kept", { count: `${draft.photos.length}` })}
      </p>
    </div>
  );
}
