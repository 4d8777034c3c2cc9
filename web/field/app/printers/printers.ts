/** The printers that this telephone reaches by itself: by Bluetooth and by cable, where its browser has them. */
import { escposOf, type Roll } from "../../../../channels/escpos/escpos.ts";
import type { CopyNotes, PaperDocument } from "../../../../channels/paper/document.ts";
import type { Printed, Printer } from "../screens/hand-over/ports.ts";
import { reachable } from "./apis.ts";
import { sendByBluetooth } from "./bluetooth.ts";
import { outcomeOf } from "./outcome.ts";
import { choosePrinter, chosenPrinter } from "./remembered.ts";
import { sendByUsb } from "./usb.ts";

/** One way to print: its bytes are made of the same paper as everything else that shows it. */
function printerBy(way: Printer["way"], send: (bytes: Uint8Array) => Promise<void>): Printer {
  const print = (paper: PaperDocument, roll: Roll, notes: CopyNotes): Promise<Printed> =>
    outcomeOf(() => send(escposOf(paper, roll, notes)));
  return {
    way,
    get name() {
      return chosenPrinter(way);
    },
    print,
    forget: () => choosePrinter(way, null),
  };
}

/** What there is here; none in a browser that knows neither. */
export function printersHere(): readonly Printer[] {
  const { bluetooth, usb } = reachable();
  return [
    ...(bluetooth === null ? [] : [printerBy("bluetooth", (bytes) => sendByBluetooth(bluetooth, bytes))]),
    ...(usb === null ? [] : [printerBy("usb", (bytes) => sendByUsb(usb, bytes))]),
  ];
}
