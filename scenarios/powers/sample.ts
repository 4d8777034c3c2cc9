/** Something that may be said, for any declaration: made from its schema, so that a new act is tried without anybody writing it down. */
import fc from "fast-check";
import * as z from "zod/mini";

type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly $ref?: string;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Days that exist, for patterns of days: any other would be tried in vain. */
const aDay = fc.constantFrom("2026-01-15", "2026-06-30", "2026-10-31");

function textFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => pattern ?? []);
  if (schema.format === "uuid") return fc.stringMatching(uuid);
  const [first] = patterns;
  if (first === undefined) return fc.constant("a word".slice(0, schema.maxLength ?? 6));
  if (new RegExp(first, "u").test("2026-01-15") && !new RegExp(first, "u").test("word")) return aDay;
  const longest = Math.min(...[schema, ...(schema.allOf ?? [])].map(({ maxLength }) => maxLength ?? 36));
  if (longest < 36 && patterns.every((one) => new RegExp(one, "u").test("a word"))) return fc.constant("a word");
  if (new RegExp(first, "u").test("00000000-0000-7000-8000-000000000000")) return fc.stringMatching(uuid);
  return fc.stringMatching(new RegExp(first));
}

/** A record: only what must be said. */
const objectFor = (schema: JsonSchema): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries((schema.required ?? []).map((name) => [name, arbitraryFor(schema.properties?.[name] ?? {})])),
  );

function arbitraryFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return fc.oneof(...several.map(arbitraryFor));
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  switch (type) {
    case "string":
      return textFor(schema);
    case "integer":
    case "number":
      return fc.constant(Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(arbitraryFor(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(1, schema.minItems ?? 0),
      });
    case "object":
      return objectFor(schema);
    default:
      return schema.allOf === undefined ? fc.constant({}) : arbitraryFor(schema.allOf[0] as JsonSchema);
  }
}

/** A value that the schema takes, the same every time; undefined when fifty tries find none. */
export function sampleOf(schema: z.ZodMiniType): unknown {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as JsonSchema;
  const arbitrary = arbitraryFor(json);
  for (let seed = 1; seed <= 50; seed += 1) {
    const [value] = fc.sample(arbitrary, { numRuns: 1, seed });
    if (schema.safeParse(value).success) return value;
  }
  return undefined;
}
