/** The API's description, OpenAPI 3.1, made from the declarations: one schema for each act, one path for each view. */
import * as z from "zod/mini";
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import { beside, body, relied, sent, through } from "../../kernel/act/envelope.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import { allActs, allViews } from "../../rooms/all.ts";
import { largestBody } from "./body.ts";
import { answersSchema, problemSchema } from "./openapi-answers.ts";

type Json = { readonly [key: string]: unknown };

/** Plain JSON Schema 2020-12, without the marker that OpenAPI 3.1 says once for the whole document. */
const schemaOf = (schema: z.ZodMiniType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
};

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const jsonOf = (schema: Json): Json => ({ "application/json": { schema } });
const problem = (description: string): Json => ({
  description,
  content: { "application/problem+json": { schema: reference("Problem") } },
});

/** "delivery.receive" of version 1 is `delivery.receive.v1`. */
const actName = ({ kind, version }: ActDeclaration): string => `${kind}.v${version}`;

/** What the body of an act of one kind says, with its nature and power. */
const actSchema = (act: ActDeclaration): Json => ({
  ...schemaOf(act.says, "input"),
  title: `${act.kind} ${act.version}`,
  description: `What the body's \`says\` holds. A ${act.nature}; takes the power \`${act.power}\`; room \`${act.room}\`.`,
  "x-ayni-kind": act.kind,
  "x-ayni-version": act.version,
  "x-ayni-nature": act.nature,
  "x-ayni-power": act.power,
  "x-ayni-room": act.room,
});

const actsPath: Json = {
  post: {
    operationId: "sendActs",
    summary: "Says acts to a book; each is answered by itself, in order.",
    description: `The status is 200 also when some acts are refused or kept: read each answer. Sending the same act again does no harm. At most 1,000 acts and ${largestBody} bytes. Stands on a session (bearer token or cookie), or on acts signed by an enrolled device.`,
    requestBody: { required: true, content: jsonOf(reference("ActsRequest")) },
    responses: {
      200: { description: "One answer for each act.", content: jsonOf(reference("Answers")) },
      400: problem("The bytes are no list of acts; with a session they are kept, and `intake` is their number."),
      401: problem("No session, and no act signed by an enrolled device."),
      403: problem("The request came from a page of another site."),
      404: problem("There is no such book for this session."),
      413: problem("Too many bytes or too many acts at once. Nothing was taken."),
      415: problem("The body does not say that it is application/json."),
      503: problem("The database is away; nothing was taken. Send again after Retry-After."),
      507: problem("The intake of this sender is full. Nothing was taken."),
    },
  },
};

const viewPath = (view: ViewDeclaration): Json => {
  const asks = schemaOf(view.asks, "input") as { properties?: Record<string, Json>; required?: string[] };
  const parameters = Object.entries(asks.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: asks.required?.includes(name) ?? false,
    schema,
  }));
  const answer = {
    type: "object",
    required: ["rows"],
    properties: {
      rows: { type: "array", items: schemaOf(view.answer, "output") },
      next: { type: "object", description: "What to ask besides, for the rows that follow; absent after the last." },
    },
  };
  const self = view.self === undefined ? "" : ` Or, when \`${view.self}\` is the asker's own agent, nothing more.`;
  return {
    get: {
      operationId: view.name,
      summary: view.question,
      description: `Takes one of the powers: ${view.askers.map((power) => `\`${power}\``).join(", ")}.${self} Room \`${view.room}\`.`,
      parameters,
      responses: {
        200: { description: "The rows.", content: jsonOf(answer) },
        400: problem("A field was asked wrongly; `field` names it."),
        401: problem("No session."),
        403: problem("This view is not for the asker."),
        503: problem("The database is away or the question took too long."),
      },
    },
  };
};

/** The document. The same declarations give the same text. */
export function openApiDocument(): Json {
  const acts = [...allActs].sort((one, other) => (actName(one) < actName(other) ? -1 : 1));
  const views = [...allViews].sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    openapi: "3.1.0",
    info: {
      title: "Ayni",
      version: "1",
      summary: "Acts go in, books keep, views come out.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    security: [{ session: [] }, { cookie: [] }],
    paths: {
      "/api/acts": actsPath,
      ...Object.fromEntries(views.map((view) => [`/api/views/${view.name}`, viewPath(view)])),
    },
    components: {
      securitySchemes: {
        session: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "ayni_session" },
      },
      schemas: {
        ActsRequest: {
          type: "object",
          required: ["book", "acts"],
          properties: {
            book: { type: "string", format: "uuid" },
            acts: { type: "array", maxItems: 1000, items: reference("Sent") },
          },
        },
        Sent: {
          ...schemaOf(sent, "input"),
          description: "An act as sent: the exact text of its Body, its signature, personal values beside it.",
        },
        Body: {
          ...schemaOf(body, "input"),
          description: "The JSON of `Sent.body`. `says` is a schema of `x-ayni-kind`.",
        },
        Through: schemaOf(through, "input"),
        Relied: schemaOf(relied, "input"),
        Beside: schemaOf(beside, "input"),
        Answers: answersSchema,
        Problem: problemSchema,
        ...Object.fromEntries(acts.map((act) => [actName(act), actSchema(act)])),
      },
    },
  };
}
