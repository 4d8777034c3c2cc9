/** Writes the corpus of a release: `npm run corpus -- 0.1.0`. A file that is there is never changed: releases do not change. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { day } from "../points/day.ts";
import { pea, untilThePackhouse } from "../stories/sixteen-crates.ts";
import { seven, untilTheScale } from "../stories/seven-sacks.ts";
import { memoryTeller } from "../stories/teller.ts";
import { type Kept, keptOf } from "./corpus.ts";
import { firstDay } from "./first-day.ts";

const { settlement, statement, season, delivery, member, payment } = seven;

/** By period: drafted, doubted, reviewed, closed and paid. */
async function coffeeByPeriod(): Promise<readonly Kept[]> {
  const teller = memoryTeller();
  await untilTheScale(teller);
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  await teller.say("settlement.close", { settlement });
  await teller.say("settlement.draft", { settlement, season, title: "16 de septiembre", paidIn: "cash", statements });
  await teller.say("settlement.review", { settlement, seen: { net: "1" } });
  await teller.say("settlement.review", { settlement });
  await teller.say("settlement.close", { settlement });
  const paid = { payment, statement, amount: "2940800", currency: "COP", paidIn: "cash", on: "2026-09-16" };
  await teller.say("payment.make", paid);
  await teller.say("delivery.object", { objection: pea.plan, delivery, against: "moisture", on: "2026-09-16" });
  await teller.say("delivery.void", { delivery, reason: "weighed twice", on: "2026-09-16" });
  await teller.say("person.erase", { agent: member, reason: "asked for it" });
  return teller.history.map(keptOf);
}

/** By transfer, with a credit that is collected in part. */
async function snowPea(): Promise<readonly Kept[]> {
  const teller = memoryTeller();
  await untilThePackhouse(teller);
  const statements = [{ statement: pea.statement, agent: pea.producer, deliveries: [pea.delivery] }];
  const draft = { settlement: pea.settlement, season: pea.season, title: "Febrero", paidIn: "transfer", statements };
  await teller.say("settlement.draft", draft);
  await teller.say("settlement.review", { settlement: pea.settlement });
  await teller.say("settlement.close", { settlement: pea.settlement });
  await teller.say("settlement.pay", { settlement: pea.settlement, paidIn: "transfer", on: "2026-02-26" });
  return teller.history.map(keptOf);
}

const release = process.argv[2];
if (release === undefined || !/^\d+\.\d+\.\d+$/.test(release)) throw new Error("say the release: npm run corpus -- 0.1.0");
const file = join(import.meta.dirname, `${release}.json`);
if (existsSync(file)) throw new Error(`${release} was released: its corpus stays as it is`);
const stories = {
  "seven sacks by period": await coffeeByPeriod(),
  "sixteen crates": await snowPea(),
  "a first day": firstDay(),
  "a day at a collection point": day().history.map(keptOf),
};
writeFileSync(file, `${JSON.stringify(stories, null, 1)}\n`);
