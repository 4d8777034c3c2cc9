/** The little of Web Bluetooth and WebUSB that printing needs: TypeScript does not know them. Sources: webbluetoothcg.github.io, wicg.github.io/webusb. */

/** What takes bytes over Bluetooth. */
export type Characteristic = {
  readonly properties: { readonly write: boolean; readonly writeWithoutResponse: boolean };
  writeValueWithResponse(bytes: Uint8Array): Promise<void>;
  writeValueWithoutResponse(bytes: Uint8Array): Promise<void>;
};
/** A device as chosen from the browser's list. */
export type BluetoothDevice = {
  readonly name?: string;
  readonly gatt?: {
    connect(): Promise<{
      getPrimaryServices(): Promise<readonly { getCharacteristics(): Promise<readonly Characteristic[]> }[]>;
    }>;
    disconnect(): void;
  };
};
/** The browser's Bluetooth; `getDevices` is not in all of them. */
export type Bluetooth = {
  requestDevice(options: {
    readonly filters?: readonly { readonly name: string }[];
    readonly acceptAllDevices?: boolean;
    readonly optionalServices: readonly (number | string)[];
  }): Promise<BluetoothDevice>;
  getDevices?(): Promise<readonly BluetoothDevice[]>;
};

type Endpoint = { readonly endpointNumber: number; readonly direction: "in" | "out"; readonly type: string };
/** A device on a cable. */
export type UsbDevice = {
  readonly productName?: string;
  readonly configuration: {
    readonly interfaces: readonly {
      readonly interfaceNumber: number;
      readonly alternate: { readonly interfaceClass: number; readonly endpoints: readonly Endpoint[] };
    }[];
  } | null;
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  transferOut(endpoint: number, bytes: Uint8Array): Promise<{ readonly status: string }>;
};
/** The browser's USB. */
export type Usb = {
  requestDevice(options: { readonly filters: readonly { readonly classCode: number }[] }): Promise<UsbDevice>;
  getDevices(): Promise<readonly UsbDevice[]>;
};

/** What this browser has of them. */
export const reachable = (): { readonly bluetooth: Bluetooth | null; readonly usb: Usb | null } => {
  const { bluetooth, usb } = navigator as unknown as { bluetooth?: Bluetooth; usb?: Usb };
  return { bluetooth: bluetooth ?? null, usb: usb ?? null };
};
