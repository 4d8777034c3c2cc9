import fc from "fast-check";
import { expect, it } from "vitest";
import { gsm7, isOneMessage } from "./gsm7.ts";

it("letters that the alphabet lacks lose their accent; those it has keep it [sms.alphabet]", () => {
  expect(gsm7("Liquidación de José Núñez: año, café, água, ação, ¿qué?")).toBe(
    "Liquidacion de José Nuñez: año, café, agua, acao, ¿qué?",
  );
  expect(gsm7("−1.500 pesos · “aporte”")).toBe('-1.500 pesos - "aporte"');
  expect(gsm7("日")).toBe("?");
});

it("whatever comes in, only the alphabet comes out; what is in it stays", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const sent = gsm7(text);
      expect(isOneMessage(sent.slice(0, 160))).toBe(true);
      expect(gsm7(sent)).toBe(sent);
    }),
  ));
