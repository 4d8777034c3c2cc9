/** A thermal printer for tests: reads the bytes as the paper would show them. What it does not know, it does not pass over. Not shipped. */
import { textOf } from "../letters.ts";

/** What lies on the paper: lines with their size, and pictures as rows of dots. */
export type OnPaper =
  | { readonly line: string; readonly size: number; readonly strong: boolean }
  | { readonly picture: { readonly width: number; readonly height: number; readonly bytes: Uint8Array } };

/** Prints bytes. `cut`: whether the paper was cut at the end; `page`: the code page that was chosen. */
export function printed(bytes: Uint8Array): {
  readonly paper: readonly OnPaper[];
  readonly cut: boolean;
  readonly page: number;
} {
  const paper: OnPaper[] = [];
  let [at, size, strong, cut, page] = [0, 0, false, false, 0];
  let letters: number[] = [];
  const take = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("the bytes end in the middle of a command");
    at += 1;
    return byte;
  };
  const commands: Readonly<Record<string, () => void>> = {
    "27 64": () => undefined,
    "28 46": () => undefined,
    "27 116": () => {
      page = take();
    },
    "27 69": () => {
      strong = take() === 1;
    },
    "27 100": () => void take(),
    "29 33": () => {
      size = take();
    },
    "29 86": () => {
      cut = take() === 66 && take() === 0;
    },
    "29 118": () => {
      if (take() !== 48 || take() !== 0) throw new Error("a raster of another kind");
      const width = take() + 256 * take();
      const height = take() + 256 * take();
      const picture = bytes.slice(at, at + width * height);
      if (picture.length !== width * height) throw new Error("the picture is cut off");
      at += picture.length;
      paper.push({ picture: { width: 8 * width, height, bytes: picture } });
    },
  };
  while (at < bytes.length) {
    const byte = take();
    if (byte === 10) {
      paper.push({ line: textOf(letters), size, strong });
      letters = [];
    } else if (byte < 32) {
      const name = `${byte} ${take()}`;
      const command = commands[name];
      if (command === undefined) throw new Error(`no such command: ${name}`);
      command();
    } else letters.push(byte);
  }
  return { paper, cut, page };
}
