/**
 * The second square: one device's key with its book, signed by the book's key, for whoever checks receipts where there is never any
 * network. Fields as in `docs/receipt.cddl`.
 */
import { base64Url } from "../../kernel/base64url.ts";
import { type Cbor, decodeCbor, encodeCbor } from "../../kernel/cose/cbor.ts";
import { keyId, readSigned, type Sign, signedBy, signReceipt, type Verify } from "../../kernel/cose/sign1.ts";
import { idBytes, idText, timeCode, timeText } from "../../rooms/acopio/rules/receipt-values.ts";
import { bytesOf, type DeviceKey, type KeyList } from "./key-list.ts";

/** Key 0 tells a card from a receipt, which has no key 0. */
const KEY = {
  kind: 0,
  book: 1,
  name: 2,
  country: 3,
  zone: 4,
  seal: 5,
  issued: 6,
  key: 7,
  place: 8,
  from: 9,
  until: 10,
  lost: 11,
};
const CARD = 1;

const dayNumber = (day: string): number => timeCode(day, null)[1];

/** The card of one device of a list, signed by the list's first key. A lost instant stands as its day. */
export async function keyCard(list: KeyList, device: DeviceKey, sign: Sign): Promise<Uint8Array> {
  const [seal = ""] = list.seals;
  const said = new Map<number, Cbor>([
    [KEY.kind, CARD],
    [KEY.book, idBytes(list.book)],
    [KEY.name, list.name.slice(0, 60)],
    [KEY.country, list.country],
    [KEY.zone, list.zone],
    [KEY.seal, bytesOf(seal)],
    [KEY.issued, dayNumber(list.at.slice(0, 10))],
    [KEY.key, bytesOf(device.key)],
    [KEY.from, dayNumber(device.from)],
  ]);
  if (device.place !== null) said.set(KEY.place, device.place.slice(0, 40));
  if (device.until !== null) said.set(KEY.until, dayNumber(device.until));
  if (device.lost !== null) said.set(KEY.lost, dayNumber(device.lost.slice(0, 10)));
  return signReceipt(encodeCbor(said), keyId(bytesOf(seal)), sign);
}

/** The list of one device in the bytes of a card; null when they are none, or its own key did not sign it. */
export async function listOfCard(bytes: Uint8Array, verify: Verify): Promise<KeyList | null> {
  const signed = readSigned(bytes);
  const said = signed === null ? null : decodeCbor(signed.payload);
  if (signed === null || !(said instanceof Map) || said.get(KEY.kind) !== CARD) return null;
  const at = (key: number): Cbor | undefined => said.get(key) as Cbor | undefined;
  const [book, seal, key] = [at(KEY.book), at(KEY.seal), at(KEY.key)];
  const [name, country, zone] = [at(KEY.name), at(KEY.country), at(KEY.zone)];
  const day = (value: Cbor | undefined): string | null => timeText("day", value)?.day ?? null;
  const [issued, from] = [day(at(KEY.issued)), day(at(KEY.from))];
  if (!isBytes(book, 16) || !isBytes(seal, 32) || !isBytes(key, 32) || issued === null || from === null) return null;
  if (typeof name !== "string" || typeof country !== "string" || typeof zone !== "string") return null;
  if (!(await signedBy(seal, signed, verify))) return null;
  const place = at(KEY.place);
  const lost = day(at(KEY.lost));
  const device: DeviceKey = {
    key: base64Url(key),
    place: typeof place === "string" ? place : null,
    from,
    until: day(at(KEY.until)),
    lost: lost === null ? null : `${lost}T00:00:00Z`,
  };
  const head = { form: "ayni-keys/1", book: idText(book), name, country, zone } as const;
  return { ...head, at: `${issued}T00:00:00Z`, seals: [base64Url(seal)], devices: [device], partial: true };
}

const isBytes = (value: Cbor | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;
