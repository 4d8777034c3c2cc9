/** A served book with a receipt that Efraín's telephone printed and sealed: its content as kept, and the number in its square. */
import { sign } from "node:crypto";
import { codeText, keyId, toBeSigned } from "../../kernel/cose/index.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { receiptPayload } from "../../rooms/acopio/rules/receipt-code.ts";
import { sealedReceipt } from "../../rooms/acopio/rules/receipt-seal.ts";
import { efrain, idOf, testBook } from "../../rooms/book/testing.ts";
import { rawPublicKey } from "../../store/writer/seal.ts";
import { type Served, signed } from "./served.ts";

/** The hand-over of seven sacks, as printed. */
export const printed = {
  delivery: idOf("seven sacks with a receipt"),
  member: idOf("Rosa"),
  product: "coffee-parchment",
  place: "point-2",
  on: "2026-09-16",
  clock: "07:42",
  scale: "B-03",
  receipt: "QD2A-000018",
  bags: [{ gross_g: "412500", tare_g: "4900", container: "sack", count: 7 }],
  measurements: [
    { measure: "moisture", value: "12.6", unit: "percent" },
    { measure: "sample-grams", value: "250", unit: "g" },
    { measure: "sound-grams", value: "188.2", unit: "g" },
    { measure: "pasilla-grams", value: "9.4", unit: "g" },
  ],
  shown: {
    agreed: "agreed",
    cash: "2940800",
    currency: "COP",
    net: "2940786",
    net_g: "407600",
    paid_g: "404820",
    unitPrice: "16043.64",
    value: "6494786",
    who: "0131",
  },
};

/** Raw public key of Efraín's telephone. */
export const telephoneKey = (server: Served): Uint8Array =>
  Uint8Array.from(Buffer.from(rawPublicKey(server.telephone), "base64url"));

/** Seals a content by Efraín's telephone: the signed bytes that the square holds. */
export function sealedBy(server: Served, content: ReceiptContent): Uint8Array {
  const key = telephoneKey(server);
  const seal = sign(null, toBeSigned(keyId(key), receiptPayload(content)), server.telephone);
  return sealedReceipt(content, key, Uint8Array.from(seal));
}

let sequence = 0;

/** Says the hand-over by the telephone, and gives what its paper keeps. */
export async function handedOver(server: Served, told: object = {}): Promise<ReceiptContent> {
  sequence += 1;
  const says = { ...printed, ...told };
  const through = { way: "device", device: efrain.device, sequence, at: "2026-09-16T12:42:00.000Z" };
  const [answer] = await server.send([signed(server.telephone, "delivery.receive", says, { through })], null);
  if (!answer?.outcome.startsWith("done")) throw new Error(JSON.stringify(answer));
  return keptReceipt(server, says.delivery);
}

/** The content of the receipt of a hand-over, as the book keeps it. */
export async function keptReceipt(server: Served, delivery: string): Promise<ReceiptContent> {
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select content from ayni.paper where book_id = $1 and about = $2", [testBook, delivery]);
  return JSON.parse(rows[0].content) as ReceiptContent;
}

/** What stands in the square of a receipt, as on a paper of this host. */
export const squareText = (bytes: Uint8Array): string => codeText(bytes, "t3q.example");
