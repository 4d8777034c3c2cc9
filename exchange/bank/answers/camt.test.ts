import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { readCamt } from "./camt.ts";
import { convert, sameAccount } from "./movements.ts";
import { camtOf, type EntrySaid, type StatementSaid, type Version } from "./testing/camt.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-camt-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => [new TextEncoder().encode(text)];
const number = (serial: number) => `P7F3C-2026-${`${serial}`.padStart(6, "0")}`;
const statement = (entries: readonly EntrySaid[]): StatementSaid => ({
  ...{ account: "0021 9900-12", currency: "PEN", from: "2026-11-18", until: "2026-11-20" },
  ...{ opening: "10000.00", closing: "8743.35", entries },
});

/** A batch of two that the bank details, a payment with a charge in it, one that came back, a fee, a sale, and what is only announced. */
const entries: readonly EntrySaid[] = [
  {
    amount: "1250.50",
    on: "2026-11-18",
    reference: "LOTE-1",
    batch: { order: "O7F3C-2026-0001", count: 2 },
    details: [
      { amount: "1000.00", endToEnd: number(1), reference: "OP-1" },
      { amount: "250.50", endToEnd: number(2), reference: "OP-2" },
    ],
  },
  {
    amount: "205.15",
    on: "2026-11-18",
    details: [
      { amount: "200.15", endToEnd: number(3).toLowerCase().replaceAll("-", " "), reference: "OP-3", charge: "5.00" },
    ],
  },
  {
    amount: "250.50",
    on: "2026-11-19",
    direction: "in",
    details: [
      {
        amount: "250.50",
        endToEnd: number(2),
        reference: "DEV-2",
        returned: { code: "AC04", words: "CUENTA CERRADA" },
      },
    ],
  },
  { amount: "3.50", on: "2026-11-20", code: ["ACMT", "MDOP", "CHRG"], reference: "COM-1" },
  { amount: "7000.00", on: "2026-11-20", direction: "in", words: "Exportadora de Prueba, factura 12" },
  { amount: "99.00", on: "2026-11-20", status: "PDNG" },
  {
    amount: "300.00",
    on: "2026-11-20",
    status: "INFO",
    details: [{ amount: "300.00", endToEnd: number(4), returned: { code: "AC01" } }],
  },
];

const at = {
  book: "7f3c0000-0000-8000-8000-000000000000",
  account: "own",
  grain: { currency: "PEN", line: "0.01", cash: "0.10" },
};
async function read(text: string) {
  const found = await readCamt(bytes(text));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe.each(["02", "08"] as const)("an account statement camt.053.001.%s [bank.camt]", (version: Version) => {
  // Of version .02 nobody says whether a charge is included: the detail tells what was paid without it.
  const text = camtOf([statement(entries)], version);
  test("is what the standard's schema takes, by xmllint", () => {
    const file = join(folder, `${version}.xml`);
    writeFileSync(file, text);
    const schema = join(import.meta.dirname, `../schemas/camt.053.001.${version}.xsd`);
    const said = execFileSync("xmllint", ["--noout", "--nonet", "--schema", schema, file], {
      encoding: "utf8",
      stdio: "pipe",
    });
    expect(said).toBe("");
  });
  it("tells the account, the days, the balances and every movement with its number, reference and reason", async () => {
    const [one] = await read(text);
    expect(one).toMatchObject({ account: "0021 9900-12", currency: "PEN", from: "2026-11-18", until: "2026-11-20" });
    expect([one?.opening?.amount, one?.closing]).toEqual([
      "10000",
      { amount: "8743.35", currency: "PEN", on: "2026-11-20" },
    ]);
    const { told, announced, unreadable } = convert(one?.movements ?? [], at);
    expect([announced, unreadable]).toEqual([1, []]);
    expect(
      told.map(({ movement: m }) => [m.nature, m.amount, m.grains, m.on, m.number, m.reference, m.reason].join(" ")),
    ).toEqual([
      `payment 1000 100000 2026-11-18 ${number(1)} OP-1 `,
      `payment 250.5 25050 2026-11-18 ${number(2)} OP-2 `,
      `payment 200.15 20015 2026-11-18 ${number(3)} OP-3 `,
      "charge 5 500 2026-11-18  OP-3 ",
      `return 250.5 25050 2026-11-19 ${number(2)} DEV-2 AC04`,
      "charge 3.5 350 2026-11-20  COM-1 ",
      "incoming 7000 700000 2026-11-20   ",
      `rejection 300 30000 2026-11-20 ${number(4)}  AC01`,
    ]);
  });
  it("gives the same movement the same id in another file, and two equal ones two", async () => {
    const [first] = await read(text);
    const twice = [entries[3] as EntrySaid, { ...(entries[3] as EntrySaid) }];
    const [second] = await read(camtOf([statement([...twice, entries[0] as EntrySaid])], version));
    const ids = (movements: Parameters<typeof convert>[0]) =>
      convert(movements, at).told.map(({ movement }) => movement.entry);
    const [all, some] = [ids(first?.movements ?? []), ids(second?.movements ?? [])];
    expect(new Set(all).size).toBe(8);
    expect(some).toEqual([all[5], some[1], all[0], all[1]]);
    expect(all).not.toContain(some[1]);
  });
});

describe("what an account statement may not be [bank.camt]", () => {
  const codeOf = async (text: string) => {
    const found = await readCamt(bytes(text));
    return found.ok ? `${found.value.length} statements` : found.refusal.code;
  };
  it("is told in words: damaged, another message, without a statement, with entities or without end", async () => {
    const whole = camtOf([statement(entries)]);
    expect(await codeOf(whole.slice(0, whole.length - 200))).toBe("bank-file.broken");
    expect(await codeOf("fecha;monto\n2026-11-18;5\n")).toBe("bank-file.broken");
    expect(await codeOf(whole.replaceAll("camt.053.001.08", "camt.053.001.04"))).toBe("bank-file.other-message");
    expect(await codeOf(whole.replaceAll("camt.053.001.08", "pain.001.001.09"))).toBe("bank-file.other-message");
    expect(await codeOf("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'/>")).toBe(
      "bank-file.no-statement",
    );
    const bomb = `<!DOCTYPE d [<!ENTITY a "${"x".repeat(100)}"><!ENTITY b "&a;&a;&a;">]>`;
    expect(await codeOf(whole.replace("<Document", `${bomb}<Document`).replace("OP-1", "&b;"))).toBe(
      "bank-file.broken",
    );
    expect(await codeOf(whole.replace("OP-1", "&undeclared;"))).toBe("bank-file.broken");
    expect(await codeOf(whole.replace("<GrpHdr>", `<GrpHdr>${"<a>".repeat(100)}`))).toBe("bank-file.broken");
    expect(await codeOf(whole.replace("OP-1", "9".repeat(20_000)))).toBe("bank-file.broken");
  });
  it("holds several accounts apart", async () => {
    const other = { ...statement([]), account: "77-1", currency: "USD" };
    const found = await read(camtOf([statement(entries), other]));
    expect(found.map((one) => `${one.account} ${one.currency} ${one.movements.length}`)).toEqual([
      "0021 9900-12 PEN 8",
      "77-1 USD 0",
    ]);
    expect([sameAccount("0021 9900-12", "00219900 12"), sameAccount("0021", "021"), sameAccount("", "")]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("of a batch whose details do not add up takes the whole, under no number", async () => {
    const wrong = { ...(entries[0] as EntrySaid), amount: "1250.60" };
    const [one] = await read(camtOf([statement([wrong])]));
    expect(convert(one?.movements ?? [], at).told.map(({ movement: m }) => [m.amount, m.number, m.order])).toEqual([
      ["1250.6", null, "O7F3C-2026-0001"],
    ]);
  });
});
