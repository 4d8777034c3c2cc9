/** Printing over Bluetooth Low Energy. There is no standard for it: makers have services of their own, and what can be written to is the printer. */
import type { Bluetooth, BluetoothDevice, Characteristic } from "./apis.ts";
import { NoPrinter } from "./outcome.ts";
import { choosePrinter, chosenPrinter } from "./remembered.ts";

/** Services that printers of several makers answer under; a browser lets a page see only those it named. */
const services = [
  0x18f0,
  0xff00,
  0xffe0,
  0xfee7,
  "e7810a71-73ae-499d-8c15-faa9aef0c3f2",
  "49535343-fe7d-4ae5-8fa9-9fafd205e455",
];
/** Bytes at once: small printers have little room, and lose what comes too fast. */
const chunk = 120;
const pauseMilliseconds = 12;

let here: BluetoothDevice | null = null;

/** The one chosen before, if the browser lets us have it again; else whoever prints chooses. */
async function chosen(bluetooth: Bluetooth): Promise<BluetoothDevice> {
  const name = chosenPrinter("bluetooth");
  if (name !== null) {
    const known = here?.name === name ? here : (await bluetooth.getDevices?.())?.find((one) => one.name === name);
    if (known !== undefined) return known;
  }
  const device = await bluetooth.requestDevice(
    name === null
      ? { acceptAllDevices: true, optionalServices: services }
      : { filters: [{ name }], optionalServices: services },
  );
  choosePrinter("bluetooth", device.name ?? null);
  return device;
}

async function writable(device: BluetoothDevice): Promise<Characteristic> {
  const server = await device.gatt?.connect();
  for (const service of (await server?.getPrimaryServices()) ?? [])
    for (const one of await service.getCharacteristics())
      if (one.properties.write || one.properties.writeWithoutResponse) return one;
  throw new NoPrinter();
}

/** Sends the bytes, piece by piece. Rejects as the browser does. */
export async function sendByBluetooth(bluetooth: Bluetooth, bytes: Uint8Array): Promise<void> {
  const device = await chosen(bluetooth);
  here = device;
  try {
    const printer = await writable(device);
    for (let from = 0; from < bytes.length; from += chunk) {
      const piece = bytes.slice(from, from + chunk);
      if (printer.properties.write) await printer.writeValueWithResponse(piece);
      else {
        await printer.writeValueWithoutResponse(piece);
        await new Promise((done) => setTimeout(done, pauseMilliseconds));
      }
    }
  } finally {
    // Others may print on it too: nobody keeps it.
    device.gatt?.disconnect();
  }
}
