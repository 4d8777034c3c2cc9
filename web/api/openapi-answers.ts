/** Schemas of what the API answers: each act by itself, and a request that fails as a whole. */

const text = { type: "string" };
const facts = { type: "object", additionalProperties: { type: ["string", "number", "boolean", "null"] } };

const refusal = {
  type: "object",
  required: ["code", "facts"],
  properties: { code: text, facts, field: text, row: { type: "integer" } },
};

const question = {
  type: "object",
  required: ["code", "to", "about", "facts"],
  properties: { code: text, to: text, about: { type: ["string", "null"] }, facts },
};

const act = { type: "string", format: "uuid" };
const day = { type: "string", format: "date" };
const position = { type: "string", description: "The act's place in the book." };

const answer = (outcome: string, properties: Readonly<Record<string, unknown>>) => ({
  type: "object",
  required: [...new Set(["act", "outcome", ...Object.keys(properties)])],
  properties: { act, outcome: { const: outcome }, ...properties },
});

const nullableAct = { type: ["string", "null"], format: "uuid" };

/** `POST /api/acts`: a sender lets go of an act only when its answer names it, and not when it is `not kept`. */
export const answersSchema = {
  type: "object",
  required: ["answers"],
  properties: {
    answers: {
      type: "array",
      items: {
        oneOf: [
          answer("done", { position }),
          answer("done with a question", { position, questions: { type: "array", items: question } }),
          answer("proposed", { position, until: day, questions: { type: "array", items: question } }),
          answer("refused", { position, refusals: { type: "array", items: refusal } }),
          answer("known already", { position }),
          answer("kept, not yet understood", { act: nullableAct, intake: text, because: refusal }),
          answer("not kept", { act: nullableAct, because: refusal }),
        ],
      },
    },
  },
} as const;

/** Problem details (RFC 9457), with the lasting code, its facts, and the sentence in the reader's language as `detail`. */
export const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "facts"],
  properties: {
    type: text,
    title: text,
    status: { type: "integer" },
    code: text,
    detail: text,
    facts,
    field: text,
    intake: text,
    reference: text,
  },
} as const;
