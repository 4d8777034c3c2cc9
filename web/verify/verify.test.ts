/** Checking a receipt over HTTP: keys, standing, the page without a script, and what nobody learns who holds no receipt. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { base64Url } from "../../kernel/base64url.ts";
import { bytesInText, codeText, digitsOf, squareOf, squarePath } from "../../kernel/cose/index.ts";
import { hexText } from "../../kernel/hash.ts";
import type { ReceiptContent } from "../../rooms/acopio/content.ts";
import { readReceiptCode } from "../../rooms/acopio/rules/receipt-seal.ts";
import { efrain, idOf, testBook, testSettings } from "../../rooms/book/testing.ts";
import { handedOver, printed, sealedBy, squareText, telephoneKey } from "../testing/receipts.ts";
import { type Served, said, served } from "../testing/served.ts";
import { check } from "./check.ts";
import { listOfCard } from "./key-card.ts";
import { type KeyList, listIn, readSignedText } from "./key-list.ts";
import { cardOf, keyListOf, kidOf } from "./server/keys.ts";
import { verifyHere } from "./server/standing.ts";
import type { Status } from "./status.ts";

let server: Served;
let content: ReceiptContent;
let code: string;

beforeAll(async () => {
  server = await served();
  content = await handedOver(server);
  code = squareText(sealedBy(server, content));
});
afterAll(() => server?.close());

const at = (path: string) => server.get(path, null);
const plain = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<script.*?<\/script>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
const pasted = async (text: string, lang = "es"): Promise<string> => {
  const answer = await server.app.request(`/R?lang=${lang}`, {
    method: "POST",
    body: new URLSearchParams({ code: text }),
  });
  expect(answer.status).toBe(200);
  return plain(await answer.text());
};
const listNow = async (): Promise<KeyList> => {
  const list = await listIn(await (await at(`/verify/${testBook}/keys`)).text(), verifyHere);
  if (list === null) throw new Error("no list");
  return list;
};
const askingWords = (text: string): URLSearchParams => {
  const read = readReceiptCode(bytesInText(text) ?? new Uint8Array());
  if (read === null) throw new Error("no receipt");
  const { signed } = read;
  return new URLSearchParams({
    delivery: read.read.delivery,
    kid: hexText(signed.kid),
    signature: base64Url(signed.signature),
  });
};
const standing = async (words: URLSearchParams): Promise<Status> => {
  const answer = await at(`/verify/${testBook}/receipts?${words}`);
  return JSON.parse(readSignedText(await answer.text())?.answer ?? "null") as Status;
};

describe("the list of keys [verify.keys]", () => {
  test("names the organisation, its devices and their days, and no person, under the book's key", async () => {
    const answer = await at(`/verify/${testBook}/keys`);
    const text = await answer.text();
    const list = await listIn(text, verifyHere);
    const day = /^\d{4}-\d{2}-\d{2}$/;
    expect(list).toMatchObject({ book: testBook, name: testSettings.name, country: "CO", zone: "America/Bogota" });
    expect(list?.devices).toEqual([
      { key: base64Url(telephoneKey(server)), place: null, from: expect.stringMatching(day), until: null, lost: null },
    ]);
    expect(text).not.toContain(efrain.agent);
    expect(answer.headers.get("Cache-Control")).toContain("public");
    expect(text.length).toBeLessThan(1_000);
  });

  test("a list that anybody changed is not believed", async () => {
    const text = await (await at(`/verify/${testBook}/keys`)).text();
    expect(await listIn(text.replace("Esperanza", "Speranza"), verifyHere)).toBeNull();
  });

  test("is found by the end of the book's id and the name of a key, as a receipt has them, and by nothing less", async () => {
    const tail = testBook.replace(/-/g, "").slice(-8);
    const kid = kidOf(base64Url(telephoneKey(server)));
    expect((await at(`/verify/keys?book=${tail}&kid=${kid}`)).status).toBe(200);
    for (const words of [
      `book=${tail}`,
      `book=${tail}&kid=0000000000000000`,
      `book=00000000&kid=${kid}`,
      "book=%25&kid=x",
    ])
      expect((await at(`/verify/keys?${words}`)).status, words).toBe(404);
    expect((await at(`/verify/${idOf("another book")}/keys`)).status).toBe(404);
    expect((await at("/verify/nothing/keys")).status).toBe(404);
  });

  test("one device's key fits in a second square and says the same", async () => {
    const list = await keyListOf(server.services, testBook);
    const [device] = list?.devices ?? [];
    if (list === null || device === undefined) throw new Error("no device");
    const named = { ...device, place: "Quebrada Dos", until: "2026-12-31", lost: "2026-12-30T11:00:00Z" };
    const card = await cardOf(server.services, list, named);
    expect(card.length).toBeLessThanOrEqual(290);
    const read = await listOfCard(card, verifyHere);
    expect(read).toMatchObject({ name: list.name, book: list.book, seals: list.seals, country: "CO" });
    expect(read?.devices).toEqual([{ ...named, lost: "2026-12-30T00:00:00Z" }]);
    const broken = Uint8Array.from(card);
    broken[40] = (broken[40] as number) ^ 1;
    expect(await listOfCard(broken, verifyHere)).toBeNull();
  });
});

describe("the second square on paper [verify.keys]", () => {
  test("has a page of its own that prints, and says whose device it is of", async () => {
    const kid = kidOf(base64Url(telephoneKey(server)));
    const answer = await at(`/verify/${testBook}/keys/${kid}?lang=es`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const list = await keyListOf(server.services, testBook);
    const [device] = list?.devices ?? [];
    if (list === null || device === undefined) throw new Error("no device");
    // The instant of issue stands as its day, so the square is the same all day long.
    const square = squareOf(codeText(await cardOf(server.services, list, device), null));
    expect(html).toContain(`d="${squarePath(square).path}"`);
    expect(plain(html)).toContain("Llave de un aparato");
    expect((await at(`/verify/${testBook}/keys/0000000000000000`)).status).toBe(404);
  });
});

describe("judging by a list alone [verify.alone]", () => {
  test("the receipt holds; of one with another figure, nobody signed it; without a list nothing is said", async () => {
    const list = await listNow();
    expect(await check(code, [list], verifyHere)).toMatchObject({ what: "holds", time: "before" });
    expect(await check(code, [], verifyHere)).toMatchObject({ what: "no-list" });
    expect(await check(code, [{ ...list, devices: [] }], verifyHere)).toMatchObject({ what: "unknown" });
    // One device's square says nothing of another's.
    expect(await check(code, [{ ...list, devices: [], partial: true }], verifyHere)).toMatchObject({ what: "no-list" });
    expect(await check("hola", [list], verifyHere)).toEqual({ what: "no-code" });
    expect(await check("123456789012345678901234567890", [list], verifyHere)).toEqual({
      what: expect.stringMatching(/no-code|not-ours/),
    });
    const bytes = Uint8Array.from(bytesInText(code) ?? []);
    const at = bytes.length - 66 - 2; // The last figure before the signature.
    bytes[at] = (bytes[at] as number) ^ 1;
    expect(await check(digitsOf(bytes), [list], verifyHere)).toMatchObject({ what: "changed" });
  });

  test("the day of the paper against the days of the device", async () => {
    const list = await listNow();
    const [device] = list.devices;
    if (device === undefined) throw new Error("no device");
    const by = async (days: object) => {
      const devices = [{ ...device, from: "2026-01-01", ...days }];
      const checked = await check(code, [{ ...list, devices }], verifyHere);
      return checked.what === "holds" ? checked.time : checked.what;
    };
    expect(await by({})).toBe("within");
    expect(await by({ until: "2026-09-16" })).toBe("within");
    expect(await by({ until: "2026-09-15" })).toBe("after");
    expect(await by({ until: "2026-12-01", lost: "2026-09-15T23:00:00Z" })).toBe("after");
    expect(await by({ from: "2026-09-17" })).toBe("before");
  });
});

describe("whether it still counts [verify.standing]", () => {
  test("told to whoever holds the receipt, under the book's seal, and no more than the paper says", async () => {
    const answer = await standing(askingWords(code));
    expect(answer).toEqual({
      form: "ayni-receipt/1",
      book: testBook,
      delivery: printed.delivery,
      at: expect.any(String),
      here: true,
      voided: null,
      questioned: true, // Rosa is not in this book's register: the book waits for an answer about it.
    });
  });

  test("whoever knows the id and not the signature learns nothing, not even that it is there", async () => {
    const words = askingWords(code);
    words.set("signature", base64Url(new Uint8Array(64)));
    expect(await standing(words)).toMatchObject({ here: false, voided: null, questioned: false });
    words.delete("signature");
    expect((await at(`/verify/${testBook}/receipts?${words}`)).status).toBe(404);
    expect((await at(`/verify/${testBook}/receipts`)).status).toBe(404);
    expect((await at(`/verify/${idOf("another book")}/receipts?${askingWords(code)}`)).status).toBe(404);
  });

  test("a receipt that the book does not have yet is on its way", async () => {
    const later = squareText(sealedBy(server, { ...content, delivery: idOf("not yet sent") }));
    expect(await standing(askingWords(later))).toMatchObject({ here: false });
    expect(await pasted(later)).toContain("La firma vale, y el libro aún no lo tiene.");
  });

  test("voided, it says since when and which receipt took its place, and not why", async () => {
    const first = await handedOver(server, { delivery: idOf("six sacks"), receipt: "QD2A-000019" });
    const second = await handedOver(server, { delivery: idOf("six sacks again"), receipt: "QD2A-000020" });
    const voiding = {
      delivery: first.delivery,
      reason: "eran seis sacos de Rosa",
      replacedBy: second.delivery,
      on: "2026-09-16",
    };
    const [answer] = await server.send([said("delivery.void", voiding)]);
    expect(answer?.outcome).toMatch(/^done/);
    const square = squareText(sealedBy(server, first));
    expect(await standing(askingWords(square))).toMatchObject({ here: true, voided: { replacedBy: "QD2A-000020" } });
    const words = await pasted(square);
    expect(words).toContain("Este recibo está anulado.");
    expect(words).toContain("Otro recibo ocupa su lugar: QD2A-000020.");
    expect(words).not.toContain("seis sacos");
  });
});

describe("the page without a script [verify.page]", () => {
  test("has a form to paste the number into, and says what the paper says, in three languages", async () => {
    const form = plain(await (await at("/R?lang=es")).text());
    expect(form).toContain("¿Es verdadero este papel, y vale todavía?");
    const es = await pasted(code);
    for (const words of [
      "Cooperativa La Esperanza",
      "Recibo QD2A-000018",
      "Lo firmó un aparato de Cooperativa La Esperanza, y nadie ha cambiado sus cifras.",
      "Entregó número 0131",
      "Producto café pergamino",
      "Peso neto 407,6 kg",
      "Kilos que se pagan 404,82 kg",
      "Precio 16.043,64 COP",
      "Valor 6.494.786 COP",
      "En efectivo 2.940.800 COP",
      "humedad, % 12,6",
      "Lo que esto no dice",
    ])
      expect(es, words).toContain(words);
    expect(await pasted(code, "en")).toContain("Net weight 407.6 kg");
    expect(await pasted(code, "pt")).toContain("Peso líquido 407,6 kg");
    expect(es).not.toMatch(/verify\.[a-z]/);
  });

  test("digits alone, in groups, are enough; what is no receipt is called so", async () => {
    const digits = digitsOf(bytesInText(code) ?? new Uint8Array()).replace(/(\d{6})/g, "$1 ");
    expect(await pasted(digits)).toContain("Recibo QD2A-000018");
    expect(await pasted("12")).toContain("Aquí no hay ningún código.");
    expect(await pasted("")).toContain("Aquí no hay ningún código.");
    expect(await pasted("<b>65536</b>")).not.toContain("<b>");
  });

  test("a forged number says so, and whose book it pretends to be of", async () => {
    const bytes = Uint8Array.from(bytesInText(code) ?? []);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    expect(await pasted(digitsOf(bytes))).toContain("Este papel no es el que se firmó.");
  });

  test("nothing runs but the one script, nothing is fetched from elsewhere, and it keeps no number in an address", async () => {
    const answer = await at("/R");
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/script-src 'sha256-[^' ]+';/);
    expect(policy).not.toMatch(/unsafe|https?:/);
    const html = await answer.text();
    expect(html.match(/<script/g)).toHaveLength(2); // The data, and the one that runs.
    expect(html).toMatch(/<form [^>]*method="post"/);
  });
});
