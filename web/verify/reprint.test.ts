/** A receipt printed again at the office: the square is the one that the telephone printed, on the screen and on paper. */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { base64Url } from "../../kernel/base64url.ts";
import { codeHost, codeText, readSigned, squareOf, squarePath } from "../../kernel/cose/index.ts";
import { efrain, testBook } from "../../rooms/book/testing.ts";
import { keepSeals } from "../../store/field/seals.ts";
import { receiptSealHolds } from "../field/server/receipt-seal.ts";
import { handedOver, sealedBy } from "../testing/receipts.ts";
import { type Served, served } from "../testing/served.ts";

let server: Served;
let folder: string;
let printed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ayni-reprint-"));
  server = await served();
  const content = await handedOver(server);
  const bytes = sealedBy(server, content);
  printed = codeText(bytes, null);
  const signature = base64Url(readSigned(bytes)?.signature ?? new Uint8Array());
  const seals = [{ delivery: content.delivery, signature }];
  const pool = server.services.installation.store.connect("app");
  expect(await keepSeals(pool, testBook, efrain.device, seals, receiptSealHolds)).toHaveLength(1);
});
afterAll(async () => {
  await server?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

test("on the screen the square is the telephone's, module by module [receipt.reprint]", async () => {
  const html = await (await server.get(`/o/${testBook}/receipts/QD2A-000018?paper=58`)).text();
  expect(html).toContain(`d="${squarePath(squareOf(printed)).path}"`);
  expect(html).toContain("Código con la firma de este recibo");
});

for (const paper of ["58", "80", "a4"])
  test(`on ${paper} zbarimg reads off the printed page what the telephone printed [receipt.reprint]`, async () => {
    const answer = await server.get(`/o/${testBook}/receipts/QD2A-000018?as=pdf&paper=${paper}`);
    const file = join(folder, paper);
    writeFileSync(`${file}.pdf`, Buffer.from(await answer.arrayBuffer()));
    // 203 dots to the inch: what a thermal printer has.
    execFileSync("pdftoppm", ["-png", "-r", "203", `${file}.pdf`, file]);
    const pages = readdirSync(folder).filter((name) => name.startsWith(`${paper}-`));
    const pictures = pages.map((name) => join(folder, name));
    const words = ["--raw", "-q", "--nodbus", "-Sdisable", "-Sqrcode.enable", ...pictures];
    // It ends with 4 when one of several pages has no square on it.
    expect(spawnSync("zbarimg", words, { encoding: "utf8" }).stdout.trim()).toBe(printed);
    expect(execFileSync("qpdf", ["--check", `${file}.pdf`], { encoding: "utf8" })).toContain("No syntax or stream");
  });

test("behind an address only where people know the server by a name with TLS", () => {
  expect(codeHost("https://t3q.example")).toBe("t3q.example");
  expect(codeHost("https://t3q.example:8443")).toBe("t3q.example:8443");
  for (const origin of [null, "http://192.168.4.1", "https://[::1]", `https://${"a".repeat(60)}.example`])
    expect(codeHost(origin)).toBeNull();
});
