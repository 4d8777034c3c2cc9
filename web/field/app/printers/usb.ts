/** Printing over a cable: whatever says of itself that it is a printer takes bytes. */
import type { Usb, UsbDevice } from "./apis.ts";
import { NoPrinter } from "./outcome.ts";
import { choosePrinter, chosenPrinter } from "./remembered.ts";

/** The class of printers (USB Device Class Definition for Printing Devices, section 4). */
const printers = 7;
const chunk = 4_096;

async function chosen(usb: Usb): Promise<UsbDevice> {
  const name = chosenPrinter("usb");
  const known = name === null ? undefined : (await usb.getDevices()).find((one) => one.productName === name);
  if (known !== undefined) return known;
  const device = await usb.requestDevice({ filters: [{ classCode: printers }] });
  choosePrinter("usb", device.productName ?? null);
  return device;
}

/** Sends the bytes. Rejects as the browser does. */
export async function sendByUsb(usb: Usb, bytes: Uint8Array): Promise<void> {
  const device = await chosen(usb);
  await device.open();
  try {
    if (device.configuration === null) await device.selectConfiguration(1);
    const found = device.configuration?.interfaces.find(({ alternate }) => alternate.interfaceClass === printers);
    const out = found?.alternate.endpoints.find(({ direction, type }) => direction === "out" && type === "bulk");
    if (found === undefined || out === undefined) throw new NoPrinter();
    await device.claimInterface(found.interfaceNumber);
    for (let from = 0; from < bytes.length; from += chunk) {
      const { status } = await device.transferOut(out.endpointNumber, bytes.slice(from, from + chunk));
      if (status !== "ok") throw new DOMException(status, "NetworkError");
    }
  } finally {
    await device.close();
  }
}
