import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { orderLayouts } from "../../../rooms/settlement/rules/order/layouts.ts";
import { layoutName, layoutNamed, layouts } from "./all.ts";
import { csvSheet } from "./csv.ts";
import { ibanOf, type PlainOrder } from "./fields.ts";
import type { Layout } from "./layout.ts";
import { inLetters } from "./letters.ts";
import { pain00100103 } from "./pain-001-001-03.ts";
import { pain00100109 } from "./pain-001-001-09.ts";
import { ourAccount, rosasAccount, twoPayments } from "./testing.ts";
import { writeOrder } from "./write.ts";

const xml = [pain00100109, pain00100103];
const textOf = (order: PlainOrder, layout: Layout): string => {
  const written = writeOrder(order, layout);
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value;
};

/** What xmllint says of a text under a layout's schema; empty when it is valid. */
function judged(text: string, { code }: Layout): string {
  const schema = new URL(`../schemas/${code}.xsd`, import.meta.url).pathname;
  const ran = spawnSync("xmllint", ["--noout", "--schema", schema, "-"], { input: text, encoding: "utf8" });
  if (ran.error) throw ran.error;
  return ran.status === 0 ? "" : ran.stderr;
}

/** The texts of the elements of a name, as a parser of XML reads them. */
function texts(text: string, ...path: readonly string[]): string[] {
  const found: string[] = [];
  const open: string[] = [];
  let words = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    open.push(name);
    words = "";
  });
  parser.on("text", (part) => {
    words += part;
  });
  parser.on("closetag", () => {
    if (path.every((name, at) => open.at(at - path.length) === name)) found.push(words);
    open.pop();
    words = "";
  });
  parser.write(text).close();
  return found;
}

describe("the file of an order [payments.file]", () => {
  it("is valid by the schema of each layout, judged by xmllint", () => {
    for (const layout of xml) {
      expect(judged(textOf(twoPayments, layout), layout)).toBe("");
      expect(judged(textOf(twoPayments, layout).replace("<NbOfTxs>2", "<NbOfTxs>two"), layout)).toContain("NbOfTxs");
    }
  });

  it("states its own number and which it replaces, how many payments and their exact sum", () => {
    const text = textOf(twoPayments, pain00100109);
    expect(texts(text, "MsgId")).toEqual(["O7F3C-2026-0008-R2026-0007"]);
    expect(texts(text, "NbOfTxs")).toEqual(["2", "2"]);
    expect(texts(text, "CtrlSum")).toEqual(["1198560.00", "1198560.00"]);
    expect(texts(text, "EndToEndId")).toEqual(["P7F3C-2026-000012", "P7F3C-2026-000013"]);
    expect(texts(text, "Cdtr", "PstlAdr", "TwnNm")).toEqual(["El Mirador"]);
    expect(texts(text, "Cdtr", "PstlAdr", "Ctry")).toEqual(["CO", "CO"]);
    expect(texts(text, "ReqdExctnDt", "Dt")).toEqual(["2026-11-17"]);
  });

  it("keeps the letters that its set has, and says the others by their nearest", () => {
    expect(texts(textOf(twoPayments, pain00100109), "Cdtr", "Nm")).toEqual([
      "Rosa Quispe Ñahui",
      "Julián Güiza & hijos",
    ]);
    expect(texts(textOf(twoPayments, pain00100103), "Cdtr", "Nm")).toEqual([
      "Rosa Quispe Nahui",
      "Julian Guiza + hijos",
    ]);
    expect(inLetters("Ł. Ōta – “Åsa” 李\n", "basic", 140)).toBe("L. Ota - 'Asa' ?");
    expect(inLetters("\u0007 ", "latin", 140)).toBe("?");
  });

  it("as a sheet has a row for each payment; no cell of words begins as a formula does", () => {
    const named = (name: string): PlainOrder => ({
      ...twoPayments,
      payments: twoPayments.payments.map((one) => ({ ...one, to: { ...rosasAccount, name } })),
    });
    expect(textOf(twoPayments, csvSheet).split("\r\n")).toEqual([
      "order,replaces,execution_day,from_institution,from_account,payment,amount,currency,scheme,institution,branch,account,holder,town,country,statement",
      "O7F3C-2026-0008,O7F3C-2026-0007,2026-11-17,1007,55500012345,P7F3C-2026-000012,799838.00,COP,bank,1007,045,24500031031,Rosa Quispe Ñahui,El Mirador,CO,L-2026-000001",
      "O7F3C-2026-0008,O7F3C-2026-0007,2026-11-17,1007,55500012345,P7F3C-2026-000013,398722.00,COP,wallet,Nequi,,3000000032,Julián Güiza & hijos,,CO,L-2026-000002",
      "",
    ]);
    expect(textOf(named('=SUM(1), "Rosa"'), csvSheet)).toContain(',"SUM(1), ""Rosa""",');
  });

  it("writes an IBAN as one where its check digits hold, a BIC of the country as one, and no number otherwise than it is", () => {
    const iban = {
      ...rosasAccount,
      number: "GT82 TRAJ 0102 0000 0012 1002 9690",
      institution: "TRAJGTGC",
      country: "GT",
    };
    const order: PlainOrder = { ...twoPayments, payments: [{ ...twoPayments.payments[0], to: iban } as never] };
    const text = textOf({ ...order, sum: "799838.00" }, pain00100109);
    expect([texts(text, "CdtrAcct", "Id", "IBAN"), texts(text, "CdtrAgt", "FinInstnId", "BICFI")]).toEqual([
      ["GT82TRAJ01020000001210029690"],
      ["TRAJGTGC"],
    ]);
    expect([judged(text, pain00100109), ibanOf("GT83TRAJ01020000001210029690"), ibanOf("24500031031")]).toEqual([
      "",
      null,
      null,
    ]);
    const wrong = { ...twoPayments, from: { ...ourAccount, number: "555·12345" } };
    expect(writeOrder(wrong, csvSheet)).toMatchObject({
      ok: false,
      refusal: { code: "payment-order.account-unwritable" },
    });
  });

  it("layouts that orders may name are these, and each names its schema or its description", () => {
    expect(layouts.map(layoutName)).toEqual([...orderLayouts]);
    expect([layoutNamed("csv/1"), layoutNamed("csv/2")]).toEqual([csvSheet, null]);
  });
});

const name = fc.string({ unit: "binary", minLength: 1, maxLength: 200 }).filter((text) => text.isWellFormed());
const payments = fc.array(fc.record({ name, town: name, cents: fc.bigInt({ min: 1n, max: 10n ** 13n }) }), {
  minLength: 1,
  maxLength: 40,
});
const text = (cents: bigint) => `${cents / 100n}.${`${cents % 100n}`.padStart(2, "0")}`;
const orderOf = (all: readonly { name: string; town: string; cents: bigint }[]): PlainOrder => ({
  ...twoPayments,
  sum: text(all.reduce((sum, one) => sum + one.cents, 0n)),
  payments: all.map((one, at) => ({
    ...{ number: `P7F3C-2026-${`${at}`.padStart(6, "0")}`, statement: `L-${at}`, amount: text(one.cents) },
    to: { ...rosasAccount, name: one.name, town: one.town },
  })),
});

describe("for any names and amounts [payments.file]", () => {
  it("what a parser reads is what was written: names in their letters, amounts to the cent, sums exact; the same bytes each time", () => {
    fc.assert(
      fc.property(payments, (all) => {
        const order = orderOf(all);
        for (const layout of xml) {
          const written = textOf(order, layout);
          const names = all.map((one) => inLetters(one.name, layout.letters, 140));
          expect(texts(written, "Cdtr", "Nm")).toEqual(names);
          const amounts = texts(written, "Amt", "InstdAmt").map((one) => BigInt(one.replace(".", "")));
          expect(texts(written, "PmtInf", "CtrlSum").map((one) => BigInt(one.replace(".", "")))).toEqual([
            amounts.reduce((sum, one) => sum + one, 0n),
          ]);
          expect(textOf(structuredClone(order), layout)).toBe(written);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("the files are valid for xmllint", () => {
    fc.assert(
      fc.property(payments, (all) => {
        for (const layout of xml) expect(judged(textOf(orderOf(all), layout), layout)).toBe("");
      }),
      { numRuns: 10 },
    );
  });
});
