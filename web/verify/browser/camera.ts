/** Reading a square by the camera or from a photograph, where the browser itself can read squares. */

type Detector = { detect(from: unknown): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = { new (how: { formats: readonly string[] }): Detector; getSupportedFormats?(): Promise<string[]> };

/** The browser's own reader; null where it has none. */
async function detector(): Promise<Detector | null> {
  const Reader = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (Reader === undefined) return null;
  const formats = (await Reader.getSupportedFormats?.().catch(() => [])) ?? [];
  return formats.includes("qr_code") ? new Reader({ formats: ["qr_code"] }) : null;
}

/** Whether squares can be read here at all. */
export const canRead = async (): Promise<boolean> => (await detector()) !== null;

/** What the square in a photograph says; null when none is seen. */
export async function readPhoto(file: Blob): Promise<string | null> {
  const reader = await detector();
  if (reader === null) return null;
  try {
    const [found] = await reader.detect(await createImageBitmap(file));
    return found?.rawValue ?? null;
  } catch {
    return null;
  }
}

/** Looks through the camera until a square is seen or `stop` is called; null when the camera is not given, or it was stopped. */
export function lookThrough(video: HTMLVideoElement): { readonly seen: Promise<string | null>; stop(): void } {
  let goesOn = true;
  const seen = (async () => {
    const reader = await detector();
    const camera = await navigator.mediaDevices
      ?.getUserMedia({ video: { facingMode: "environment" } })
      .catch(() => null);
    if (reader === null || !camera) return null;
    video.srcObject = camera;
    try {
      await video.play();
      while (goesOn) {
        const [found] = await reader.detect(video).catch(() => []);
        if (found !== undefined) return found.rawValue;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      return null;
    } finally {
      for (const track of camera.getTracks()) track.stop();
      video.srcObject = null;
    }
  })();
  const stop = (): void => {
    goesOn = false;
  };
  return { seen: seen.catch(() => null), stop };
}
