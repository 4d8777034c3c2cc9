import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { sealed } from "../../rooms/people/testing.ts";
import { readText } from "../testing/read.ts";
import { type Served, said, served } from "../testing/served.ts";

let server: Served;
const juan = idOf("Juan Tenorio");
/** Two questions for the manager (a person in the name of whom advances were given to somebody nobody knows), one of them of Juan. */
beforeAll(async () => {
  server = await served();
  const name = sealed("name", "Juan Tenorio"); // A made-up name.
  const advance = { amount: "5000", currency: "COP", day: "2026-01-15", mode: "mule" };
  const register = { ...said("person.register", { agent: juan, name: name.sealed }), beside: [name.beside] };
  const answers = await server.send([
    register,
    said("advance.give", { ...advance, advance: idOf("a"), agent: juan }),
    said("tie.begin", { tie: idOf("t"), from: juan, to: idOf("nobody"), kind: "kin", since: "2026-01-15" }),
  ]);
  expect(answers.map((one) => one.outcome)).toEqual(["done", "done with a question", "done with a question"]);
});
afterAll(() => server.close());

const at = `/o/${testBook}/questions`;
const formOf = (html: string, code: string) => {
  const item = html.split("<li>").find((one) => one.includes(code)) ?? "";
  const value = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(item)?.[1] ?? "";
  return { act: value("act"), place: value("place") };
};
const post = (typed: Record<string, string>, token = server.marta) =>
  server.app.request(at, {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: {
      Cookie: `ayni_session=${token}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });

test("each question is said in words, with who said what, and whom it is for [book.questions]", async () => {
  const text = await readText(await server.get(at));
  expect(text).toContain("2 preguntas esperan respuesta.");
  expect(text).toContain("Al dar un adelanto");
  expect(text).toContain("responde: Gerencia");
  expect(await readText(await server.get(`${at}?lang=en`))).toContain("2 questions wait for an answer.");
  expect(await readText(await server.get(`${at}?lang=pt`))).toContain("2 perguntas esperam resposta.");
});

test("they are filtered by what they are about, and by one kind", async () => {
  expect(await readText(await server.get(`${at}?topic=tie`))).toContain("1 pregunta espera respuesta.");
  expect(await readText(await server.get(`${at}?code=advance.mode-unknown`))).toContain("Se muestra una sola clase");
  expect(await readText(await server.get(`${at}?state=answered`))).toContain("Todavía no se ha respondido");
  expect(await readText(await server.get(`${at}?role=treasurer`))).toContain("Ninguna pregunta es así.");
});

test("one tap answers, with a note; sent twice it is answered once, and then it is among those answered", async () => {
  const typed = {
    ...formOf(await (await server.get(at)).text(), "mule"),
    answer: "stands",
    note: "Lo llevó don Luis.",
    "kept-topic": "advance",
  };
  for (const _ of [1, 2]) {
    const answer = await post(typed);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      303,
      `${at}?topic=advance&state=waiting&order=oldest&told=answered`,
    ]);
  }
  const text = await readText(await server.get(`${at}?state=answered`));
  expect(text).toContain("Vale");
  expect(text).toContain("Lo llevó don Luis.");
});

test("what was answered meanwhile is told beside the question, and the note is kept", async () => {
  const typed = { ...formOf(await (await server.get(at)).text(), "kept-topic"), answer: "stands", note: "Una nota." };
  const position = typed.place.split(".")[0] ?? "";
  await server.send([said("question.answer", { position, ordinal: 0, answer: "corrected" })]);
  const answered = { ...typed, "kept-state": "answered" };
  const text = await (await post(answered)).text();
  expect(text).toContain("Ya se corrigió");
});

test("who may neither answer nor audit is not let in", async () => {
  expect((await server.get(at, server.efrain)).status).toBe(403);
});
