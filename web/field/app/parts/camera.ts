/**
 * The camera as a reader of QR codes: the browser's own reader where it has one, ours where it has none. Fetched only when a camera is
 * opened.
 */

/** What the browser's own reader does; not every TypeScript knows it yet. */
type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorKind = {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

type Read = (video: HTMLVideoElement) => Promise<string | null>;

/** Milliseconds between two looks: often enough for a hand, seldom enough for a cheap telephone. */
const PAUSE = 150;

async function ownReader(): Promise<Read | null> {
  const kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector;
  if (kind === undefined || !(await kind.getSupportedFormats()).includes("qr_code")) return null;
  const detector = new kind({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function ourReader(): Promise<Read> {
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  return async (video) => {
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null || canvas.width === 0) return null;
    context.drawImage(video, 0, 0);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return null; // Most pictures have no code in them: look again.
    }
  };
}

/** Opens the camera into a picture and tells the first code it reads. Throws where there is none or it may not be opened. */
export async function watch(video: HTMLVideoElement, onCode: (code: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    video.srcObject = stream;
    await video.play();
    const read = (await ownReader()) ?? (await ourReader());
    const look = async (): Promise<void> => {
      if (isOver) return;
      const code = await read(video).catch(() => null);
      if (isOver) return;
      if (code === null) {
        setTimeout(look, PAUSE);
        return;
      }
      stop();
      onCode(code);
    };
    void look();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
