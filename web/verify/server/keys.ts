/** Lists of keys, made from what a book keeps of its devices and signed by the key of this installation. */
import { sign } from "node:crypto";
import { keyId } from "../../../kernel/cose/sign1.ts";
import { hexText } from "../../../kernel/hash.ts";
import { booksEndingIn } from "../../../store/reader/receipts.ts";
import { rawPublicKey, sealWith } from "../../../store/writer/seal.ts";
import type { Services } from "../../server/services.ts";
import { keyCard } from "../key-card.ts";
import { bytesOf, type DeviceKey, type KeyList, type SignedText } from "../key-list.ts";

/** What the view `device.keys` answers. */
type Row = {
  readonly organisation: string;
  readonly country: string;
  readonly zone: string;
  readonly key: string | null;
  readonly place: string | null;
  readonly enrolled: string;
  readonly ended: string | null;
  readonly lost: string | null;
};

/** The keys of a book as they are now; null when there is no such book here. */
export async function keyListOf(services: Services, book: string): Promise<KeyList | null> {
  const found = await services.reader.askPublic(book, "device.keys");
  const rows = found.ok ? (found.value.rows as unknown as readonly Row[]) : [];
  const [first] = rows;
  if (first === undefined) return null;
  const devices = rows.flatMap(({ key, place, enrolled, ended, lost }): DeviceKey[] =>
    key === null ? [] : [{ key, place, from: enrolled, until: ended, lost }],
  );
  const { organisation: name, country, zone } = first;
  const at = new Date(services.installation.now()).toISOString();
  const seals = [rawPublicKey(services.installation.privateKey)];
  return { form: "ayni-keys/1", book, name, country, zone, at, seals, devices };
}

/** A value as a text that this installation's key signed. */
export function signedText(services: Services, value: unknown): SignedText {
  const answer = JSON.stringify(value);
  const { signature, keyId: key } = sealWith(services.installation.privateKey)(answer);
  return { answer, key, signature };
}

/** The list of the one book whose id ends so and that has a device with this key's name: only who saw a receipt can ask. */
export async function keyListFor(services: Services, tail: string, kid: string): Promise<KeyList | null> {
  for (const book of await booksEndingIn(services.installation.store.connect("app"), tail)) {
    const list = await keyListOf(services, book);
    if (list?.devices.some(({ key }) => kidOf(key) === kid)) return list;
  }
  return null;
}

/** The name of a device's key as receipts carry it, in hexadecimal. */
export const kidOf = (publicKey: string): string => hexText(keyId(bytesOf(publicKey)));

/** The second square of a device: its bytes. */
export const cardOf = ({ installation }: Services, list: KeyList, device: DeviceKey): Promise<Uint8Array> =>
  keyCard(list, device, (bytes) => Uint8Array.from(sign(null, bytes, installation.privateKey)));
