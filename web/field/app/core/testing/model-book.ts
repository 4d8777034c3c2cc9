/** The book of the model: the sample cooperative, telephones of its point, and an act that our own rules break on. Not shipped. */
import * as z from "zod/mini";
import { type ActDeclaration, fact, vocabulary } from "../../../../../kernel/act/declaration.ts";
import type { Tools } from "../../../../../kernel/act/fold.ts";
import { acts as acopioActs } from "../../../../../rooms/acopio/index.ts";
import { acts as agreementActs } from "../../../../../rooms/agreements/index.ts";
import { withCoffeeSeason } from "../../../../../rooms/agreements/testing.ts";
import { efrain, idOf, openedBook, type TestBook } from "../../../../../rooms/book/testing.ts";
import { acts as peopleActs } from "../../../../../rooms/people/index.ts";
import { withRosa } from "../../../../../rooms/people/testing.ts";
import { fieldActs, fieldTools } from "../book/vocabulary.ts";
import { deviceKey } from "./model-device.ts";

/** A fact whose rules break, on the telephone and on the server, as ours one day will. */
const breaking: ActDeclaration = fact({
  kind: "test.breaks",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "receive",
  says: z.object({ why: z.string() }),
  needs: () => ({}),
  follows: ({ why }) => {
    throw new Error(why);
  },
});

/** What the telephones of the model may say. */
export const modelTools: Tools = { ...fieldTools, vocabulary: vocabulary(...fieldActs, breaking) };

/** The telephones of the model. */
export const modelDevices = ["QD1A", "QD2A", "QD2B"].map((series) => ({ series, device: idOf(`telephone ${series}`) }));

/** The book, opened, with its season, Rosa, and its telephones. */
export function modelBook(): TestBook {
  const book = withCoffeeSeason(withRosa(openedBook(...peopleActs, ...agreementActs, ...acopioActs, breaking)));
  for (const { device } of modelDevices) {
    const { publicKey } = deviceKey(device);
    book.speak("device.enrol", { device, publicKey, agent: efrain.agent, place: "point-2" });
  }
  return book;
}
