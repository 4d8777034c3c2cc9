/** A telephone lost with its hand-overs unsent: the office reads the receipts in producers' hands, sees what is missing, and records it. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesInText, codeText, digitsOf } from "../../../kernel/cose/index.ts";
import type { ReceiptContent } from "../../../rooms/acopio/content.ts";
import { receiptPayload } from "../../../rooms/acopio/rules/receipt-code.ts";
import { idOf, testBook } from "../../../rooms/book/testing.ts";
import { rosa, sealed } from "../../../rooms/people/testing.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { handedOver, keptReceipt, sealedBy } from "../../testing/receipts.ts";
import { type Served, said, served } from "../../testing/served.ts";
import { readCodes } from "./codes.ts";

let server: Served;
let browser: Browser;
let sent: ReceiptContent;
const path = `/o/${testBook}/points/papers`;

beforeAll(async () => {
  [server, browser] = await Promise.all([served(), startBrowser()]);
  const name = sealed("name", "Rosa Quispe");
  const registered = said("person.register", { agent: rosa.agent, name: name.sealed });
  const [answer] = await server.send([{ ...registered, beside: [name.beside] }]);
  expect(answer?.outcome).toBe("done");
  sent = await handedOver(server, { member: rosa.agent, receipt: "QD2A-000100" });
});
afterAll(() => Promise.all([server?.close(), browser?.close()]));

/** A receipt that the telephone printed and never sent. With one reading, its code has room for the place: this telephone has none. */
const lost = (at: number, told: Partial<ReceiptContent> = {}): ReceiptContent => ({
  ...sent,
  measurements: sent.measurements.slice(0, 1),
  delivery: idOf(`never sent ${at}`),
  number: `QD2A-${`${200 + at}`.padStart(6, "0")}`,
  ...told,
});
const digits = (content: ReceiptContent): string => digitsOf(sealedBy(server, content));
const send = async (typed: Record<string, string>, token = server.marta): Promise<Response> =>
  server.app.request(path, {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: {
      Cookie: `ayni_session=${token}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
const words = async (answer: Response): Promise<string> => {
  expect(server.faults).toEqual([]);
  expect(answer.status).toBe(200);
  return (await answer.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");
};
const countOf = async (delivery: string): Promise<number> =>
  (
    await server.services.installation.store
      .connect("keeper")
      .query("select 1 from ayni.delivery where book_id = $1 and delivery = $2", [testBook, delivery])
  ).rows.length;

describe("receipts on paper [office.paper-receipts]", () => {
  test("what is read is shown before anything is recorded: what each says, and whether the book has it", async () => {
    const codes = [
      digits(sent),
      codeText(bytesInText(digits(lost(1))) ?? new Uint8Array(), "t3q.example"),
      "nada",
    ].join("\n\n");
    const shown = await words(await send({ codes }));
    for (const one of [
      "De 2 recibos leídos falta 1.",
      "QD2A-000100",
      "El libro ya lo tiene.",
      "QD2A-000201",
      "16 sep 2026, 07:42",
      "407,6 kg",
      "6.494.786 COP",
      "Falta. Se puede anotar.",
      "Una parte del texto no es un código.",
    ])
      expect(shown, one).toContain(one);
    expect(await countOf(lost(1).delivery)).toBe(0);
  });

  test("recorded, it is the same hand-over with the same receipt; entered again it is known", async () => {
    const codes = digits(lost(1));
    const shown = await words(await send({ codes, do: "enter" }));
    expect(shown).toContain("Se anotó 1 entrega desde su papel.");
    expect(await countOf(lost(1).delivery)).toBe(1);
    // The paper that the book keeps now gives the very square that the producer holds.
    expect(receiptPayload(await keptReceipt(server, lost(1).delivery))).toEqual(receiptPayload(lost(1)));
    const again = await words(await send({ codes, do: "enter" }));
    expect(again).toContain("El libro ya lo tiene.");
    expect(await countOf(lost(1).delivery)).toBe(1);
    const reprint = await server.get(`/o/${testBook}/receipts/${lost(1).number}`);
    expect(await reprint.text()).toContain("paper-square");
  });

  test("two people at once enter the same paper: one hand-over", async () => {
    const codes = digits(lost(2));
    await Promise.all([send({ codes, do: "enter" }), send({ codes, do: "enter" })]);
    expect(await countOf(lost(2).delivery)).toBe(1);
  });

  test("a paper that somebody changed, or of somebody the register has not, is not recorded and says why", async () => {
    const bytes = Uint8Array.from(bytesInText(digits(lost(3))) ?? []);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    const stranger = digits(lost(4, { agent: idOf("nobody") }));
    const shown = await words(await send({ codes: `${digitsOf(bytes)}\n${stranger}`, do: "enter" }));
    expect(shown).toContain("El sello de este recibo no vale");
    expect(shown).toContain("El registro no tiene a la persona que nombra este recibo");
    for (const at of [3, 4]) expect(await countOf(lost(at).delivery)).toBe(0);
  });

  test("who may not receive does not enter papers", async () => {
    const { sessions } = server.services.installation;
    await server.send([
      said("seat.give", { seat: idOf("Rosa's seat"), agent: rosa.agent, roles: ["member"], from: "2026-01-01" }),
    ]);
    const token = await sessions.make({ book: testBook, seat: idOf("Rosa's seat"), agent: rosa.agent });
    expect((await send({ codes: digits(lost(5)), do: "enter" }, token)).status).toBe(403);
    expect(await countOf(lost(5).delivery)).toBe(0);
  });

  for (const lang of ["es", "en", "pt"])
    test(`in ${lang}: nothing for axe, nothing wider than a small screen`, async () => {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
      const looked = await server.app.request(`${path}?lang=${lang}`, {
        method: "POST",
        body: new URLSearchParams({ codes: `${digits(sent)}\n${digits(lost(9))}\nx` }).toString(),
        headers: {
          Cookie: `ayni_session=${server.marta}`,
          "Sec-Fetch-Site": "same-origin",
          "Content-Type": "application/x-www-form-urlencoded",
        },
      });
      expect(looked.status).toBe(200);
      for (const html of [await looked.text(), await (await server.get(`${path}?lang=${lang}`)).text()]) {
        await page.setContent(html);
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      }
      await page.close();
    });
});

describe("codes in one text [office.paper-receipts]", () => {
  test("a line each, in groups, or broken into lines between blank lines; the same one twice is one", () => {
    const [one, two] = [digits(lost(1)), digits(lost(2))];
    const broken = one.replace(/(\d{60})/g, "$1\n");
    const counted = (text: string) => readCodes(text).codes.length;
    expect(counted(`${one}\n${two}`)).toBe(2);
    expect(counted(`${broken}\n\n${two}`)).toBe(2);
    expect(counted(`HTTPS://T3Q.EXAMPLE/R#${one}HTTPS://T3Q.EXAMPLE/R#${two}`)).toBe(2);
    expect(counted(`${one}\n${one}\n\n${broken}`)).toBe(1);
    expect(readCodes("hola\n\n")).toEqual({ codes: [], unread: 1 });
    expect(readCodes("")).toEqual({ codes: [], unread: 0 });
  });
});
