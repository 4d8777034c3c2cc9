/** Reading a QR code with the camera, or as typed from beneath it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useField } from "../screen.ts";
import { Act, Bar, MainAct } from "./acts.tsx";
import { Entry } from "./entry.tsx";
import { Notice } from "./notice.tsx";
import { Shown } from "./shown.tsx";
import { signalSaved } from "./sounds.ts";

type Seeing = "starting" | "looking" | "blind";

/** Looks through the camera until a code is read. The reader itself is fetched only now. */
function useCamera(onCode: (code: string) => void): {
  readonly video: { current: HTMLVideoElement | null };
  readonly seeing: Seeing;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [seeing, setSeeing] = useState<Seeing>("starting");
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    let stopped = false;
    let stop = (): void => {};
    const begin = async (): Promise<void> => {
      const { watch } = await import("./camera.ts");
      if (stopped || video.current === null) return;
      stop = await watch(video.current, (code) => {
        signalSaved();
        told.current(code);
      });
      if (stopped) stop();
      else setSeeing("looking");
    };
    begin().catch(() => setSeeing("blind"));
    return () => {
      stopped = true;
      stop();
    };
  }, []);
  return { video, seeing };
}

/** The picture of the camera with a frame, and the field for a code typed by hand. Must: always offer the typed code as well. */
export function Reader({ onCode, say }: { onCode: (code: string) => void; say: (key: string) => string }) {
  const { video, seeing } = useCamera(onCode);
  return (
    <>
      {seeing === "blind" ? (
        <Notice state="none" title={say("field.scan.no-camera")}>
          <p>{say("field.scan.no-camera-why")}</p>
        </Notice>
      ) : (
        <p class="small soft" role="status">
          {say(seeing === "starting" ? "field.scan.starting" : "field.scan.how")}
        </p>
      )}
      <div class={seeing === "blind" ? "away" : "camera"}>
        <video ref={video} muted playsInline aria-label={say("field.scan.view")} />
      </div>
    </>
  );
}

/** A whole screen that reads one code. */
export function Scan({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const { say } = useField();
  const [typed, setTyped] = useState("");
  return (
    <Shown
      title={say("field.scan.title")}
      back={false}
      bar={
        <Bar>
          <Act icon="close" onPress={onClose}>
            {say("field.close")}
          </Act>
          {typed.trim() === "" ? null : (
            <MainAct icon="check" onPress={() => onCode(typed.trim())}>
              {say("field.scan.use")}
            </MainAct>
          )}
        </Bar>
      }
    >
      <Reader onCode={onCode} say={say} />
      <Entry label={say("field.scan.typed")} value={typed} onType={setTyped} small />
    </Shown>
  );
}
