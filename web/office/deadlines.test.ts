/** The days that a season's policy gives: proposed for paying, said on the statement, and not moved by a later change of the policy. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { type Desk, deskOfSevenSacks, fieldsOf } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfSevenSacks("2026-09-17");
});
afterAll(() => desk.close());

test("fifteen days to object and two to pay, from 16 September; the draft proposes the day [agreements.season-days]", async () => {
  const begun = await desk.open(`settlements/new?season=${seven.season}`);
  expect(fieldsOf(begun.html)).toContainEqual(["payDay", "2026-09-19"]);
  let page = await desk.send(
    begun,
    { until: "2026-09-17" },
    { title: "Septiembre", place: "Quebrada Dos", payDay: "" },
  );
  page = await desk.send(page, { do: "review" });
  page = await desk.send(await desk.open(page.at), { do: "close" });
  const statement = await desk.open("statements/L-2026-000001");
  expect(statement.text).toContain("Si algo no le cuadra, dígalo hasta el 1 de octubre de 2026.");
  expect(statement.text).toContain("Se le debe pagar hasta el 18 de septiembre de 2026.");
  const season = await desk.open(`prices/seasons/${seven.season}`);
  await desk.send(season, { do: "save" }, { objection: "1", payment: "30", from: "2026-09-18" });
  expect((await desk.open("statements/L-2026-000001")).text).toContain("dígalo hasta el 1 de octubre de 2026.");
});
