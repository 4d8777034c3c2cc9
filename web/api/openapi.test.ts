import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allActs, allViews } from "../../rooms/all.ts";
import { openApiFile, openApiText } from "./openapi-file.ts";

type Json = Readonly<Record<string, unknown>>;
const document = JSON.parse(openApiText()) as {
  paths: Record<
    string,
    Record<string, { operationId: string; parameters?: { name: string; in: string; schema: Json }[]; responses: Json }>
  >;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
  security: Json[];
};

/** Every object within a value. */
function* within(value: unknown): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  yield value as Json;
  for (const one of Object.values(value)) yield* within(one);
}

test("the committed description is what the declarations say; after a change run: npm run docs [web.openapi]", () => {
  expect(readFileSync(openApiFile, "utf8") === openApiText(), "out of date: run `npm run docs`").toBe(true);
});

test("every act has a schema with its nature and power, and every view a path", () => {
  for (const { kind, version, nature, power } of allActs)
    expect(document.components.schemas[`${kind}.v${version}`]).toMatchObject({
      "x-ayni-nature": nature,
      "x-ayni-power": power,
      type: "object",
    });
  for (const { name } of allViews) expect(document.paths[`/api/views/${name}`]?.get?.operationId).toBe(name);
  expect(Object.keys(document.paths)).toHaveLength(allViews.length + 1);
});

test("it stands as OpenAPI 3.1: references lead somewhere, names are allowed, operations are told apart", () => {
  const names = Object.keys(document.components.schemas);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
  for (const { $ref } of within(document))
    if ($ref !== undefined) expect(names.map((name) => `#/components/schemas/${name}`)).toContain($ref);
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
  for (const { responses, parameters = [] } of operations) {
    expect(Object.keys(responses)).toContain("200");
    for (const one of parameters) expect(one).toMatchObject({ in: "query", schema: {} });
  }
  for (const need of document.security)
    for (const scheme of Object.keys(need)) expect(document.components.securitySchemes).toHaveProperty(scheme);
});

test("no schema speaks another dialect than 2020-12: no $schema inside, no nullable, no boolean exclusiveMinimum", () => {
  for (const one of within(document)) {
    expect(one).not.toHaveProperty("$schema");
    expect(typeof one.exclusiveMinimum).not.toBe("boolean");
    expect(one).not.toHaveProperty("nullable");
  }
});

test("a fraction never travels as a number: only the facts of a case may hold one, and numbered classes are named whole", () => {
  const places: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { type, const: only } = value as Json;
    if (only === undefined && (type === "number" || (Array.isArray(type) && type.includes("number"))))
      places.push(place);
    for (const [name, one] of Object.entries(value)) look(one, `${place}/${name}`);
  };
  look(document, "");
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !place.includes("/facts/"))).toEqual([]);
});
