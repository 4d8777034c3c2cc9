/** A book on a real database with a telephone that signs, for stories of what comes late: hand-overs, receipts and their seals. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readSigned } from "../../kernel/cose/index.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { sealedReceipt, sealReceipt } from "../../rooms/acopio/rules/receipt-seal.ts";
import { coffeePlan, coffeeScheme, coffeeSeason } from "../../rooms/agreements/testing.ts";
import { efrain, idOf, marta, testSettings } from "../../rooms/book/testing.ts";
import { rosa, sealed } from "../../rooms/people/testing.ts";
import type { Answer } from "../../store/writer/answers.ts";
import { rawPublicKey } from "../../store/writer/seal.ts";
import type { DeviceKey, PostgresBooks } from "../book/book-on-postgres.ts";

/** A telephone's key: what signs acts signs receipts too. */
export type Telephone = DeviceKey & { readonly privateKey: KeyObject; readonly device: string };

/** Makes a telephone that nobody has enrolled yet. */
export function telephone(name: string): Telephone {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    device: idOf(name),
    privateKey: createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" })),
    publicKey: rawPublicKey(publicKey),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
  };
}

const raw = (one: Telephone): Uint8Array => Uint8Array.from(Buffer.from(one.publicKey, "base64url"));

/** The seal of a receipt by a telephone, base64url. */
export const sealOf = async (content: ReceiptContent, by: Telephone): Promise<string> =>
  Buffer.from(
    await sealReceipt(content, raw(by), async (bytes) => new Uint8Array(sign(null, bytes, by.privateKey))),
  ).toString("base64url");

/** The signed bytes of a receipt as its square holds them, base64url. */
export async function codeOf(content: ReceiptContent, by: Telephone): Promise<string> {
  const seal = Uint8Array.from(Buffer.from(await sealOf(content, by), "base64url"));
  const code = sealedReceipt(content, raw(by), seal);
  if (readSigned(code) === null) throw new Error("what was sealed can be read");
  return Buffer.from(code).toString("base64url");
}

/** The seat's act. */
export const byMarta = (book: string, kind: string, says: unknown, id: string, at: string, through: object = {}) => ({
  id: derivedUuid(`late:${book}:${id}`),
  book,
  kind,
  version: 1,
  by: marta.agent,
  through: { way: "seat", seat: marta.seat, at, ...through },
  says,
});

/** The telephone's act, under an id of its own. */
export const byTelephone = (
  book: string,
  { device }: Telephone,
  kind: string,
  says: object,
  sequence: number,
  at: string,
  id = derivedUuid(`late:${book}:${device}:${sequence}`),
) => ({ id, book, kind, version: 1, by: efrain.agent, through: { way: "device", device, sequence, at }, says });

/** Opens a book with Rosa, the coffee of the season, and telephones enrolled at point 2. */
export async function openedWith(
  books: PostgresBooks,
  name: string,
  telephones: readonly Telephone[],
): Promise<string> {
  const book = idOf(`late ${name}`);
  const say = (kind: string, says: unknown, beside: readonly object[] = []) => {
    const body = byMarta(book, kind, says, `${kind} ${JSON.stringify(says).length}`, books.now);
    return books.writers.take(book, "test", [{ body: JSON.stringify(body), beside: beside as never }]);
  };
  const named = sealed("name", "Rosa Quispe");
  const steps: readonly (readonly [string, unknown, (readonly object[])?])[] = [
    ["book.open", { settings: testSettings, founder: marta }],
    ["seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-01-01" }],
    ...telephones.map(
      ({ device, publicKey }, at) =>
        [
          "device.enrol",
          { device, publicKey, agent: efrain.agent, place: "point-2", note: "x".repeat(at + 1) },
        ] as const,
    ),
    ["person.register", { agent: rosa.agent, name: named.sealed, community: "El Mirador" }, [named.beside]],
    [
      "tie.begin",
      {
        tie: rosa.tie,
        from: rosa.agent,
        to: testSettings.organisation,
        kind: "membership",
        number: "31",
        since: "2019-03-01",
      },
    ],
    ["price-plan.publish", { ...coffeePlan, from: "2026-08-15", reason: "assembly of August" }],
    ["grading-scheme.publish", { ...coffeeScheme, from: "2026-08-15", reason: "assembly of August" }],
    ["season.open", coffeeSeason],
  ];
  for (const [kind, says, beside] of steps) {
    const [answer] = (await say(kind, says, beside)) as readonly Answer[];
    if (answer === undefined || !["done", "done with a question"].includes(answer.outcome))
      throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  }
  return book;
}
