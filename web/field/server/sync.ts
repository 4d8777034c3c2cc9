/** The doors by which telephones of collection points enrol, send and fetch. What they show on their screens is served beside. */
import type { Hono } from "hono";
import { refused } from "../../../kernel/refusal.ts";
import { RequestRefused } from "../../server/problem.ts";
import type { Services } from "../../server/services.ts";
import { answerField, type FieldAt, fieldDesk } from "./at.ts";
import { enrol } from "./enrol.ts";
import { fileState, putPiece } from "./files.ts";
import { pull } from "./pull.ts";
import { takePush } from "./push.ts";

type Door = {
  readonly path: string;
  readonly method: "GET" | "POST" | "PUT";
  readonly work: (at: FieldAt) => Promise<Response>;
};

const doors: readonly Door[] = [
  { path: "/field/enrol", method: "POST", work: enrol },
  { path: "/field/acts", method: "POST", work: takePush },
  { path: "/field/pull", method: "GET", work: pull },
  { path: "/field/files/:digest", method: "PUT", work: putPiece },
  { path: "/field/files/:digest", method: "GET", work: fileState },
];

/** Adds the doors to the server. */
export function fieldSync(app: Hono, services: Services): void {
  const desk = fieldDesk(services);
  for (const { path, method, work } of doors) app.on(method, path, (context) => answerField(context, desk, work));
  const otherwise = async (): Promise<Response> => {
    throw new RequestRefused(405, refused("request.method-unknown").refusal);
  };
  for (const path of new Set(doors.map((one) => one.path)))
    app.all(path, (context) => answerField(context, desk, otherwise));
}
